package articles

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/articles/decode"
	"dossier/model"
	"dossier/model/clean"
)

var update = flag.Bool("update", false, "write what the pages come to beside them")

// Every page stands beside what it comes to: facts, then the body.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("webpage/testdata/*.html")
	must(t, err)
	if len(files) < 8 {
		t.Fatalf("only %d pages", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			must(t, err)
			d, err := page(raw)
			must(t, err)
			got := described(d)
			golden := strings.TrimSuffix(file, ".html") + ".golden"
			if *update {
				must(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			must(t, err)
			if got != string(want) {
				t.Errorf("%s is now\n%s", golden, got)
			}
		})
	}
}

func described(d document) string {
	var b strings.Builder
	f := d.facts
	fmt.Fprintf(&b, "title: %s\nlanguage: %s\ndate: %s\nauthor: %s\nsource: %s\nurl: %s\nstated: %v\n",
		f.Title, f.Language, f.Date, f.Author, f.Source, f.URL, f.Stated.Names())
	for _, p := range d.problems {
		fmt.Fprintf(&b, "problem: %s\n", p.Text)
	}
	if d.markup == model.Plain {
		b.WriteString("plain text\n")
	}
	return b.String() + "\n" + d.body
}

func TestPageIsKnownByItsContent(t *testing.T) {
	const text = "<!DOCTYPE html><title>A page</title><p>Words of the page."
	dir := t.TempDir()
	tests := []struct{ path, text, title string }{
		{write(t, dir, "a.html", text), "", "A page"},
		{write(t, dir, "a.HTM", text), "", "A page"},
		{write(t, dir, "b", "\ufeff<!-- note -->\n"+text), "", "A page"},
		{write(t, dir, "c.log", text), "", "A page"},
		{write(t, dir, "d.log", "No page"), "", "No page"},
		{write(t, dir, "e.txt", text), "", text},
		{write(t, dir, "f.page", "\xff\xfe"+utf16(text)), "", "A page"},
		{"-", text, "A page"},
		{"-", "# No page", "No page"},
	}
	for _, tt := range tests {
		l, err := Open(context.Background(), []string{tt.path}, Options{Stdin: strings.NewReader(tt.text)})
		must(t, err)
		if got := l.Dossier().Article(0).Title; got != tt.title {
			t.Errorf("%s: title %q, want %q", filepath.Base(tt.path), got, tt.title)
		}
	}
}

func utf16(ascii string) string {
	var b strings.Builder
	for _, r := range []byte(ascii) {
		b.Write([]byte{r, 0})
	}
	return b.String()
}

// The bytes go before what the page says of them, and that before a guess.
func TestPageEncodings(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"stated", "<!doctype html><meta charset=windows-1251><p>\xd0\xe5\xea\xe0", "Река\n"},
		{"UTF-8 whatever is stated", "<!doctype html><meta charset=iso-8859-1><p>Fluß", "Fluß\n"},
		{"not what is stated", "<!doctype html><meta charset=utf-8><p>Flu\xdf", "Fluß\n"},
		{"nothing stated", "<!doctype html><p>Flu\xdf", "Fluß\n"},
		{"a mark", "\xff\xfe" + utf16("<!doctype html><meta charset=windows-1251><p>x"), "x\n"},
	}
	for _, tt := range tests {
		d, err := page([]byte(tt.raw))
		must(t, err)
		if d.body != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, d.body, tt.want)
		}
	}
	if _, err := page([]byte("<html>\x00\x00\x01")); err != decode.ErrBinary {
		t.Error(err)
	}
}

// What a page lacks is detected, and marked so; what it states is not.
func TestPageIsCompletedByDetection(t *testing.T) {
	const text = "<!doctype html><title>Stated</title><p>The firm said on Monday that Amazon had closed its servers, and that was all there was to say."
	p, err := testParser().parse(inFull, page, "p.html", "p.html", []byte(text), noSidecar)
	must(t, err)
	a := p.article
	if a.Title != "Stated" || a.Language != "en" || fmt.Sprint(a.Actors) != "[Amazon]" || a.Detected != model.FieldLanguage|model.FieldActors {
		t.Errorf("%+v, detected %v", a, a.Detected.Names())
	}
	p, err = testParser().parse(inFull, page, "p.html", "p.html", []byte("<!doctype html><p>"), noSidecar)
	must(t, err)
	if p.article.Title != "p.html" || p.text.Body != "" {
		t.Errorf("%+v", p)
	}
}

// Browsers put the parts of a page into a folder beside it.
func TestPartsOfPagesAreNoArticles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"One.html", "One_files/frame.html", "Zwei.htm", "Zwei-Dateien/x.html", "other_files/y.html", "_files/z.html", "Sub/Three.html", "Sub/Three_files/a/b.txt",
	} {
		write(t, dir, name, "<p>"+name)
	}
	l, err := open(t, dir)
	must(t, err)
	var ids []string
	for _, a := range every(l.Dossier()) {
		ids = append(ids, a.ID)
	}
	if got := strings.Join(ids, " "); got != "One Sub/Three Zwei _files/z other_files/y" {
		t.Error(got)
	}
}

// A page that is too much for a tree keeps its facts and all its words.
func TestLargePageIsText(t *testing.T) {
	const head = "<!doctype html><html lang=fi><title>Large</title><body>"
	tests := []struct{ name, page, told string }{
		{"large", head + strings.Repeat("<p>One line of many that make the page as large as that, or larger.", 130_000), "8 MiB"},
		{"tags", head + strings.Repeat("<p>x", 210_000), "too many tags"},
		{"bodies", head + strings.Repeat("<body a=b>", 100) + "x", "too many tags"},
		{"deep", head + strings.Repeat("<div>", 600) + "x", "too deep"},
	}
	for _, tt := range tests {
		d, err := page([]byte(tt.page))
		must(t, err)
		if len(d.problems) != 1 || !strings.Contains(d.problems[0].Text, tt.told) || d.markup != model.Plain || d.facts.Title != "Large" || d.facts.Language != "fi" {
			t.Errorf("%s: %v, %+v", tt.name, d.problems, d.facts)
		}
		if words := strings.Count(tt.page, "One line") + strings.Count(tt.page, "x"); strings.Count(d.body, "One line")+strings.Count(d.body, "x") != words {
			t.Errorf("%s: the body has not %d lines", tt.name, words)
		}
	}
	picture := "<img alt=x src=\"data:image/png;base64," + strings.Repeat("iVBORw0K", 2<<20) + "\">"
	if d, _ := page([]byte(head + "<p>a" + picture + "b")); len(d.problems) > 0 || d.body != "ab\n" {
		t.Errorf("a picture in the page: %v, %q", d.problems, d.body)
	}
}

// FuzzWebPage opens whole pages, whatever their bytes: they can be listed, and
// evidence is where it is said to be.
func FuzzWebPage(f *testing.F) {
	for _, s := range []string{
		"", "<p>x", "<!doctype html><meta charset=shift_jis><p>\x83p\x83\x93", "<title>&#27;</title>", "\xff\xfe<\x00p\x00",
		"<p>On Sunday <a href='http://a/b.c'>Amazon</a> suspended Parler from its <b>hosting</b>, and <a href=x>John Matze said</a> so.",
		"<html lang=en><p>Amazon <a href=x>closed</a> the servers of Parler. AWS <a href=y>terminated Parler's account. It</a> was over.",
	} {
		f.Add([]byte(s))
	}
	p := testParser()
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := p.parse(inFull, page, "", "x.html", raw, noSidecar)
		if err != nil {
			return
		}
		a, body := got.article, got.text.Body
		if a.Title == "" || a.Title != clean.Line(a.Title) || body != clean.Text(body) {
			t.Errorf("title %q, body %q", a.Title, body)
		}
		for _, c := range a.Cuts {
			for _, at := range c.Passages {
				if at.Start < 0 || at.Start >= at.End || at.End > len(body) {
					t.Fatalf("%s: passage %v of %d bytes", c.Vendor, at, len(body))
				}
			}
			if at := c.Passages[0]; body[at.Start:at.End] != c.Evidence {
				t.Errorf("%s: evidence %q is not at %v", c.Vendor, c.Evidence, at)
			}
		}
	})
}
