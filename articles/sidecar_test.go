//go:build unix

package articles

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dossier/articles/frontmatter"
	"dossier/articles/tags"
	"dossier/model"
)

// leaving says of two vendors that they cut ties, in a way that is detected.
const leaving = `Amazon shuts Parler down

Amazon has suspended Parler from its hosting service on Sunday, the company said.
It was a quiet day in the city and nobody was seen in the streets near the office.
Apple has removed Parler from its App Store, the company said in a statement.
`

// tagged opens a folder with leaving as a.txt and a side-car.
func tagged(t *testing.T, sidecar string) (*Library, string) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "a.txt", leaving)
	if sidecar != "" {
		write(t, dir, tags.FileName, sidecar)
	}
	l, err := open(t, dir)
	must(t, err)
	return l, dir
}

// cutsOf lists vendors, with ~ before those that were detected.
func cutsOf(l *Library) string {
	var all []string
	for _, c := range l.Dossier().Article(0).Cuts {
		if c.Detected {
			all = append(all, "~"+c.Vendor)
		} else {
			all = append(all, c.Vendor)
		}
	}
	return strings.Join(all, " ")
}

func toldBy(l *Library) string {
	var all []string
	for _, n := range l.Dossier().Notices {
		all = append(all, fmt.Sprintf("%s:%d %s: %s", n.Path, n.Line, n.Kind, n.Text))
	}
	return strings.Join(all, "\n")
}

func TestCutsOfTheSidecar(t *testing.T) {
	const suspended = "Amazon has suspended Parler from its hosting service"
	for _, tt := range []struct{ name, sidecar, want, told string }{
		{"none", "", "~Amazon ~Apple", ""},
		{"of another", "b.txt:\n  cuts: []\n", "~Amazon ~Apple", "dossier.tags.yaml:1 path: no article is at b.txt"},
		{"closed", "a.txt:\n  cuts: []\n", "", ""},
		{"stated", "a.txt:\n  cuts: [{vendor: Google}]\n", "Google", ""},
		{"confirmed", "a.txt:\n  confirmed: [{vendor: AWS, evidence: " + suspended + "}]\n", "Amazon ~Apple", ""},
		{"confirmed, not detected", "a.txt:\n  confirmed: [{vendor: Google}]\n", "~Amazon ~Apple Google", ""},
		{"confirmed beside stated", "a.txt:\n  cuts: [{vendor: Google}]\n  confirmed: [{vendor: Apple}]\n", "Google Apple", ""},
		{"confirmed and stated", "a.txt:\n  cuts: [{vendor: Apple}]\n  confirmed: [{vendor: Apple}]\n", "Apple", ""},
		{"all confirmed", "a.txt:\n  confirmed: [{vendor: Amazon}, {vendor: Apple}]\n", "Amazon Apple", ""},
		{"rejected", "a.txt:\n  rejected: [{vendor: aws, evidence: " + suspended + "}]\n", "~Apple", ""},
		{"rejected, whatever its evidence", "a.txt:\n  rejected: [{vendor: Amazon}]\n", "~Apple", ""},
		{"rejected for another passage", "a.txt:\n  rejected: [{vendor: Amazon, evidence: a quiet day}]\n", "~Amazon ~Apple", ""},
		{"rejected for a lost passage", "a.txt:\n  rejected: [{vendor: Amazon, evidence: gone}]\n", "~Amazon ~Apple", "dossier.tags.yaml:2 evidence: the evidence for Amazon is not in the text"},
		{"both", "a.txt:\n  rejected: [{vendor: Apple}]\n  confirmed: [{vendor: Apple}]\n", "~Amazon Apple", ""},
		{"stated and rejected", "a.txt:\n  cuts: [{vendor: Apple}]\n  rejected: [{vendor: Apple}]\n", "Apple", ""},
		{"lost", "a.txt:\n  cuts:\n    - vendor: Apple\n      evidence: gone\n", "Apple", "dossier.tags.yaml:4 evidence: the evidence for Apple"},
		{"broken", "a.txt: [\n", "~Amazon ~Apple", "dossier.tags.yaml:1 format: not valid YAML"},
	} {
		l, _ := tagged(t, tt.sidecar)
		if got := cutsOf(l); got != tt.want {
			t.Errorf("%s: cuts %q, want %q", tt.name, got, tt.want)
		}
		if told := toldBy(l); tt.told == "" && told != "" || !strings.HasPrefix(told, tt.told) {
			t.Errorf("%s: told %q, want %q", tt.name, told, tt.told)
		}
		if got, want := l.Dossier().Article(0).Detected.Has(model.FieldCuts), strings.Contains(tt.want, "~"); got != want {
			t.Errorf("%s: detected %v, want %v", tt.name, got, want)
		}
	}
}

// A confirmed cut has the person's passage first and keeps the others.
func TestConfirmedKeepsPassages(t *testing.T) {
	before, _ := tagged(t, "")
	was := before.Dossier().Article(0).Cuts[0]
	l, _ := tagged(t, "a.txt:\n  confirmed:\n    - vendor: Amazon\n      service: servers\n      evidence: It was a quiet day\n")
	is := l.Dossier().Article(0).Cuts[0]
	if is.Service != "servers" || is.Evidence != "It was a quiet day" || len(is.Passages) != 1+len(was.Passages) || is.Passages[1] != was.Passages[0] {
		t.Errorf("%+v, was %+v", is, was)
	}
}

// Front matter goes before the side-car, key by key, and that before detection.
func TestOrderOfStatements(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "---\ntitle: Own\nauthor:\ncuts:\n---\n"+leaving)
	write(t, dir, tags.FileName, "a.md:\n  id: x\n  title: Side\n  author: Somebody\n  lang: fr\n  url: https://example.org/\n  actors: []\n  confirmed: [{vendor: Apple}]\n")
	l, err := open(t, dir)
	must(t, err)
	a := l.Dossier().Article(0)
	got := fmt.Sprint(a.ID, "|", a.Title, "|", a.Author, "|", a.Language, "|", a.URL, "|", a.Actors, "|", len(a.Cuts), "|", a.Detected.Names())
	if want := "x|Own||fr|https://example.org/|[]|0|[]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What a web page says of itself goes after the side-car.
func TestSidecarGoesBeforeAPage(t *testing.T) {
	page := func([]byte) (document, error) {
		facts := frontmatter.Facts{Title: "Page", Author: "Maker", Source: "Site", Stated: model.FieldTitle | model.FieldAuthor | model.FieldSource}
		return document{facts: facts, body: leaving}, nil
	}
	side := tags.Parse("p.html:\n  title: Side\n  author:\n")
	p, err := testParser().parse(inFull, page, "p.html", "p.html", nil, sidecar{tags.FileName, side.Of("p.html")})
	must(t, err)
	if got := p.article.Title + "|" + p.article.Author + "|" + p.article.Source; got != "Side||Site" {
		t.Error(got)
	}
}

// Only the folders that were opened have a side-car, each its own.
func TestSidecarsOfSeveralFolders(t *testing.T) {
	base := t.TempDir()
	for _, f := range []string{"one", "two"} {
		write(t, base, f+"/sub/a.txt", leaving)
		write(t, base, f+"/"+tags.FileName, "sub/a.txt:\n  title: of "+f+"\nsub/none.txt:\n")
		write(t, base, f+"/sub/"+tags.FileName, "a.txt:\n  title: below\n")
	}
	l, err := open(t, base+"/one", base+"/two")
	must(t, err)
	if got := listed(l); got != "one/sub/a:of one two/sub/a:of two" {
		t.Error(got)
	}
	if got := toldBy(l); got != "one/dossier.tags.yaml:3 path: no article is at sub/none.txt; correct the path or take it out\n"+
		"two/dossier.tags.yaml:3 path: no article is at sub/none.txt; correct the path or take it out" {
		t.Error(got)
	}
	l, err = open(t, base+"/one/sub/a.txt")
	must(t, err)
	if got := l.Dossier().Article(0).Title; got != "Amazon shuts Parler down" {
		t.Errorf("a file that was named alone has the title %q", got)
	}
}

func TestOddSidecarsAreTold(t *testing.T) {
	for want, mk := range map[string]func(file string) error{
		"it is a pipe":       func(file string) error { return syscall.Mkfifo(file, 0o644) },
		"it is a folder":     func(file string) error { return os.Mkdir(file, 0o755) },
		"the link leads out": func(file string) error { return os.Symlink("/etc/passwd", file) },
		"it is no text":      func(file string) error { return os.WriteFile(file, []byte{0, 1, 2}, 0o644) },
		"not valid YAML: more than 4 M": func(file string) error {
			return os.WriteFile(file, []byte(strings.Repeat("#", tags.MaxBytes+1)), 0o644)
		},
	} {
		dir := t.TempDir()
		write(t, dir, "a.txt", leaving)
		must(t, mk(filepath.Join(dir, tags.FileName)))
		l, err := open(t, dir)
		must(t, err)
		if got := toldBy(l); !strings.HasPrefix(got, tags.FileName+":0 ") || !strings.Contains(got, want) || strings.Contains(got, "\n") {
			t.Errorf("told %q, want %q", got, want)
		}
	}
}
