package articles

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dossier/model"
)

// textOf is the text of article i.
func textOf(l *Library, i int) model.Text {
	t, _ := l.Text(context.Background(), i)
	return t
}

// every lists the articles of a dossier.
func every(d *model.Dossier) []model.Article {
	var all []model.Article
	for i := range d.Len() {
		all = append(all, *d.Article(i))
	}
	return all
}

// listed shows a dossier as "id:title" of its articles.
func listed(l *Library) string {
	var all []string
	for _, a := range every(l.Dossier()) {
		all = append(all, a.ID+":"+a.Title)
	}
	return strings.Join(all, " ")
}

func TestOpenPlaces(t *testing.T) {
	base := t.TempDir()
	write(t, base, "one/news/a.md", "# A")
	write(t, base, "one/news/sub/b.markdown", "# B")
	write(t, base, "one/news/c.MD", "# C")
	write(t, base, "one/news/page.log", "Log")
	write(t, base, "one/news/.hidden/h.md", "# H")
	write(t, base, "two/news/a.md", "# A2")
	write(t, base, "two/other/d.txt", "D")
	must(t, os.Mkdir(filepath.Join(base, "empty"), 0o755))
	t.Chdir(base)
	tests := []struct{ paths, title, want string }{
		{"one/news", "news", "a:A c:C sub/b:B"},
		{"one/news/", "news", "a:A c:C sub/b:B"},
		{"one/news one/news ./one/../one/news", "news", "a:A c:C sub/b:B"},
		{"one/news/a.md", "A", "a:A"},
		{"one/news/c.MD one/news/a.md", "news", "c:C a:A"},
		{"one/news/page.log", "Log", "page:Log"},
		{"one/news one/news/a.md one/news/page.log", "news", "a:A c:C sub/b:B page:Log"},
		{"one/news two/other", "news, other", "news/a:A news/c:C news/sub/b:B other/d:D"},
		{"one/news/a.md two/news", "news", "one/news/a:A two/news/a:A2"},
		{"two/news -", "news", "a:A2 stdin:In"},
		{"-", "In", "stdin:In"},
		{"- -", "In", "stdin:In"},
		{"empty two/news", "empty, news", "news/a:A2"},
		{".", filepath.Base(base), "one/news/a:A one/news/c:C one/news/sub/b:B two/news/a:A2 two/other/d:D"},
	}
	for _, tt := range tests {
		l, err := Open(context.Background(), strings.Fields(tt.paths), Options{Stdin: strings.NewReader("# In")})
		if err != nil {
			t.Errorf("%s: %v", tt.paths, err)
			continue
		}
		if got := listed(l); got != tt.want || l.Dossier().Title != tt.title {
			t.Errorf("%s: %q of %q, want %q", tt.paths, got, l.Dossier().Title, tt.want)
		}
		if told := len(l.Dossier().Notices); told > 0 != strings.HasPrefix(tt.paths, "empty") {
			t.Errorf("%s: %v", tt.paths, l.Dossier().Notices)
		}
	}
}

func TestOpenFails(t *testing.T) {
	base := t.TempDir()
	write(t, base, "good/a.md", "# A")
	write(t, base, "binary", "\x00\x00\x00")
	write(t, base, "bad/x.txt", "\x00\x00\x00")
	must(t, os.Mkdir(filepath.Join(base, "empty"), 0o755))
	t.Chdir(base)
	tests := []struct {
		paths string
		empty bool
		want  string
	}{
		{"good nowhere", false, "cannot open nowhere: there is no such file or folder; check the name"},
		{"no\x1b[2J", false, "cannot open no␛[2J: there is no such file or folder; check the name"},
		{"good binary", false, "cannot open binary: it is no text: it holds NUL bytes"},
		{"empty", true, "no article in empty: put files there that end in .htm, .html, .markdown, .md, .txt, or name another folder or a file"},
		{"empty bad", true, "no article in empty, bad: put files there that end in .htm, .html, .markdown, .md, .txt, or name another folder or a file"},
	}
	for _, tt := range tests {
		_, err := Open(context.Background(), strings.Fields(tt.paths), Options{})
		var path *PathError
		var empty *EmptyError
		if errors.As(err, &path) == tt.empty || errors.As(err, &empty) != tt.empty || fmt.Sprint(err) != tt.want {
			t.Errorf("%q: %v", tt.paths, err)
		}
		if tt.paths == "empty bad" && (empty == nil || len(empty.Notices) != 1) {
			t.Errorf("%q: %+v", tt.paths, empty)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, []string{"good"}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestOpenLinks(t *testing.T) {
	base := t.TempDir()
	target := write(t, base, "lib/z.md", "# Z")
	write(t, base, "lib/data.bin", "# Data")
	out := write(t, base, "out.md", "# Out")
	for name, to := range map[string]string{"lib/a.md": "z.md", "lib/b.md": "data.bin", "lib/c.md": "data.bin", "link.md": out} {
		if err := os.Symlink(to, filepath.Join(base, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	must(t, os.Link(target, filepath.Join(base, "lib", "zz.md")))
	for path, want := range map[string]string{
		"lib":     "b:Data z:Z", // the file goes before its links, each file once
		"link.md": "link:Out",   // naming a link is permission to follow it
	} {
		l, err := Open(context.Background(), []string{filepath.Join(base, path)}, Options{})
		must(t, err)
		if got := listed(l); got != want || len(l.Dossier().Notices) > 0 {
			t.Errorf("%s: %q, %v", path, got, l.Dossier().Notices)
		}
	}
}

func TestOpenReadsTheFirstRegister(t *testing.T) {
	base := t.TempDir()
	one, two, three := filepath.Join(base, "one"), filepath.Join(base, "two"), filepath.Join(base, "three")
	write(t, one, "a.md", "Words by ACME.")
	write(t, two, registerFile, "title: Two\nsubject: Acme\nactors: [odd: 1]")
	write(t, two, "a.md", "---\nid: x\n---\n")
	write(t, three, registerFile, "title: Three")
	write(t, three, "a.md", "---\nid: x\n---\n")
	l, err := Open(context.Background(), []string{one, two, three}, Options{})
	must(t, err)
	d := l.Dossier()
	if d.Title != "Two" || d.Register.Subject().Name != "Acme" || listed(l) != "one/a:Words by ACME. x:a.md three/a:a.md" {
		t.Errorf("%q %v %q", d.Title, d.Register.Subject(), listed(l))
	}
	if got := fmt.Sprint(d.Notices); len(d.Notices) != 2 || !strings.Contains(got, "two/dossier.yaml 3 actors") || !strings.Contains(got, "three/a.md 2 another article has the id x") {
		t.Error(got)
	}
	if a := d.Article(0); fmt.Sprint(a.Actors) != "[Acme]" || !a.Detected.Has(model.FieldActors|model.FieldTitle) {
		t.Errorf("%+v", a)
	}
}

func TestTextOfNoArticle(t *testing.T) {
	l := openBuiltin(t)
	for _, i := range []int{-1, l.Dossier().Len()} {
		if _, err := l.Text(context.Background(), i); err == nil {
			t.Errorf("article %d has a text", i)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Text(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// The five texts as they were saved: title and language are read from them.
func TestOpenSeeds(t *testing.T) {
	dir := seeds(t)
	for _, g := range readGold(t, dir) {
		l, err := Open(context.Background(), []string{filepath.Join(dir, g.ID)}, Options{})
		must(t, err)
		a := l.Dossier().Article(0)
		if a.Language != g.Language || a.ID+".txt" != g.ID || len(l.Dossier().Notices) > 0 {
			t.Errorf("%s: language %q, id %q, %v", g.ID, a.Language, a.ID, l.Dossier().Notices)
		}
		if g.Title != "" && a.Title != g.Title {
			t.Errorf("%s: title %q, want %q", g.ID, a.Title, g.Title)
		}
		if n := len([]rune(a.Title)); g.Title == "" && (n < 60 || n > 110 || strings.Contains(a.Title, "2021") || !strings.Contains(textOf(l, 0).Body, strings.TrimRight(a.Title, "…"))) {
			t.Errorf("%s: title %q", g.ID, a.Title)
		}
		if want := model.FieldLanguage | model.FieldTitle | model.FieldActors | model.FieldCuts; !a.Detected.Has(want) || textOf(l, 0).Markup != model.Plain {
			t.Errorf("%s: detected %v", g.ID, a.Detected.Names())
		}
	}
}

// must fails the test where the file system refuses what the test needs.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func write(t testing.TB, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// open opens with a deadline, so that a hang is a failure and not a wait.
func open(t testing.TB, paths ...string) (*Library, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return Open(ctx, paths, Options{})
}
