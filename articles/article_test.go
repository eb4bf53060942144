package articles

import (
	"fmt"
	"strings"
	"testing"

	"dossier/articles/decode"
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/detect"
)

func testParser() *parser {
	r := model.NewRegister(
		model.Actor{Name: "Parler"},
		[]model.Actor{{Name: "Amazon", Aliases: []string{"AWS"}}, {Name: "John Matze", Kind: model.Person, Aliases: []string{"Matze"}}})
	return &parser{r, func() *detect.Actors { return detect.NewActors(r) }, detect.Trusted}
}

// In a language whose readings are not reliable a cut is shown, but it counts
// nowhere and is not written down; a person may confirm it.
func TestPossibleCuts(t *testing.T) {
	p := testParser()
	p.trusted = func(lang string) bool { return lang != "en" }
	text := []byte("Amazon suspended Parler on Sunday, and the site went dark. It was the only host that the network had, and nobody knew of another one.\n")
	got, err := p.parse(inFull, markdown, "file.md", "file.md", text, noSidecar)
	must(t, err)
	a := got.article
	if len(a.Cuts) != 0 || a.Detected.Has(model.FieldCuts) || len(a.Possible) != 1 || a.Possible[0].Vendor != "Amazon" {
		t.Fatalf("%v cuts, %v possible, detected %v", a.Cuts, a.Possible, a.Detected.Names())
	}
	if kept := after(a, a.Possible[0], true); len(kept.Possible) != 0 || len(kept.Cuts) != 1 || kept.Cuts[0].Detected {
		t.Errorf("confirmed, it is %+v", kept.Cuts)
	}
	if gone := after(a, a.Possible[0], false); len(gone.Possible)+len(gone.Cuts) != 0 {
		t.Errorf("rejected, there are %v and %v", gone.Cuts, gone.Possible)
	}
}

func parseMarkdown(t *testing.T, text string) parsed {
	t.Helper()
	p, err := testParser().parse(inFull, markdown, "file.md", "file.md", []byte(text), noSidecar)
	must(t, err)
	return p
}

func TestNamesAreCanonical(t *testing.T) {
	p := parseMarkdown(t, "---\nactors: [matze, AWS, Nobody, Amazon]\ncuts: [{vendor: aws}, {vendor: Unknown Firm}]\n---\nx")
	if got := fmt.Sprint(p.article.Actors); got != "[John Matze Amazon Nobody]" {
		t.Error(got)
	}
	if p.article.Cuts[0].Vendor != "Amazon" || p.article.Cuts[1].Vendor != "Unknown Firm" {
		t.Error(p.article.Cuts)
	}
}

func TestCutsOfAnArticle(t *testing.T) {
	p := parseMarkdown(t, `---
cuts:
  - vendor: Amazon
    evidence: closed
      its servers
  - vendor: AWS
    reason: again
  - vendor: Other
    evidence: not there
---
Amazon closed
its servers.
`)
	cuts := p.article.Cuts
	if len(cuts) != 2 || len(cuts[0].Passages) != 1 || len(cuts[1].Passages) != 0 {
		t.Fatalf("%+v", cuts)
	}
	at := cuts[0].Passages[0]
	if got := p.text.Body[at.Start:at.End]; got != "closed\nits servers" || cuts[0].Evidence != got {
		t.Errorf("%q, %q", got, cuts[0].Evidence)
	}
	if cuts[1].Evidence != "not there" {
		t.Errorf("what a person wrote is lost: %q", cuts[1].Evidence)
	}
	got := fmt.Sprint(p.notices)
	if len(p.notices) != 2 || !strings.Contains(got, "{file.md 6 a second cut by Amazon") || !strings.Contains(got, "{file.md 9 the evidence for Other") {
		t.Error(got)
	}
}

// A key that is there, even empty, is not detected.
func TestDetectionFillsWhatNobodyStated(t *testing.T) {
	const body = "# Heading\n\nThe firm said on Monday that Amazon had closed its servers, and that was all there was to say.\n"
	all := model.FieldLanguage | model.FieldTitle | model.FieldActors
	tests := []struct {
		head     string
		detected model.Fields
		want     string // language, title, actors
	}{
		{"", all, "en Heading [Amazon]"},
		{"---\ndate: 2021\n---\n", all, "en Heading [Amazon]"},
		{"---\nlang: de\n---\n", all &^ model.FieldLanguage, "de Heading [Amazon]"},
		{"---\nlang:\nactors: []\n---\n", model.FieldTitle, " Heading []"},
		{"---\ntitle: \"\"\n---\n", all &^ model.FieldTitle, "en file.md [Amazon]"},
		{"---\ntitle: Stated\nactors: [X]\n---\n", model.FieldLanguage, "en Stated [X]"},
	}
	for _, tt := range tests {
		p := parseMarkdown(t, tt.head+body)
		a := p.article
		if got := fmt.Sprint(a.Language, " ", a.Title, " ", a.Actors); got != tt.want || a.Detected != tt.detected {
			t.Errorf("%q: %s, detected %v", tt.head, got, a.Detected.Names())
		}
		if p.text.Body != body {
			t.Errorf("%q: body %q", tt.head, p.text.Body)
		}
	}
}

func TestPlainTextKeepsItsTitle(t *testing.T) {
	p, err := testParser().parse(inFull, formatOf("a.txt"), "a.txt", "a.txt", []byte("# no markup\r\nwords\r"), noSidecar)
	must(t, err)
	if p.text.Markup != model.Plain || p.text.Body != "# no markup\nwords\n" || p.article.Title != "# no markup" {
		t.Errorf("%+v", p)
	}
}

// FuzzFrontMatter parses whole files: whatever the bytes, the article can be
// listed and no word of its text is lost.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		"", "---\n", "---\ntitle: x\n---\nbody", "---\ntitle: a: b\n...\nbody", "\ufeff---\r\ntitle: x\r\n---\r\n\r\n# y",
		"---\rid: x\r---\rz", "+++\na = 1\n+++\n", "---\n- a\n---\n", "---\ntitle: \"\\e[31m\\x9b\\u202e\"\n---\n",
		"---\ncuts:\n- vendor: AWS\n  evidence: a b\n  status: gone\n---\na\nb", "---\na: &a [*a]\ntitle: *a\n---\n",
		"---\nactors: [Matze, [x], {y: z}]\ndate: 2021-02-30\nlang: german\n---\nMatze said",
		"# *a* [b](c) &#27;\n", "One\n===\n", "```\n# x\n```\n", "\xff\xfe-\x00-\x00-\x00\n\x00", "caf\xe9", "---\ntitle: {\nlang: de\n---\n",
	} {
		f.Add([]byte(s))
	}
	p := testParser()
	f.Fuzz(func(t *testing.T, raw []byte) {
		decoded, err := decode.Bytes(raw, nil)
		text := decoded.UTF8
		got, err2 := p.parse(inFull, markdown, "", "x.md", raw, noSidecar)
		if err != nil || err2 != nil {
			if (err == nil) != (err2 == nil) {
				t.Fatalf("%v, but %v", err, err2)
			}
			return
		}
		checkBody(t, clean.Text(text), got.text.Body)
		checkFacts(t, got)
	})
}

func checkBody(t *testing.T, whole, body string) {
	if body != clean.Text(body) {
		t.Errorf("body %q is not clean", body)
	}
	head, ok := strings.CutSuffix(whole, body)
	if !ok || head != "" && !strings.HasPrefix(head, "---") {
		t.Errorf("of %q the body is %q", whole, body)
	}
	last := head[strings.LastIndex(strings.TrimSpace(head), "\n")+1:]
	if fence := strings.TrimSpace(last); head != "" && fence != "---" && fence != "..." {
		t.Errorf("the body's words %q are lost", last)
	}
}

func checkFacts(t *testing.T, got parsed) {
	a := got.article
	for _, s := range append([]string{a.ID, a.Title, a.Language, a.Author, a.Source, a.URL}, a.Actors...) {
		if s != clean.Line(s) {
			t.Errorf("%q is not clean", s)
		}
	}
	if a.Title == "" || len([]rune(a.Title)) > 300 || len(a.Actors) > 256 || len(a.Cuts) > 64 {
		t.Errorf("title %q, %d actors, %d cuts", a.Title, len(a.Actors), len(a.Cuts))
	}
	for _, c := range a.Cuts {
		for _, at := range c.Passages {
			if got.text.Body[at.Start:at.End] != c.Evidence {
				t.Errorf("passage %v is not %q", at, c.Evidence)
			}
		}
		if c.Vendor == "" || c.Evidence != clean.Text(c.Evidence) {
			t.Errorf("%+v", c)
		}
	}
	for _, n := range got.notices {
		if n.Text != clean.Line(n.Text) || n.Line < 0 {
			t.Errorf("notice %+v", n)
		}
	}
}

func TestLongMarkdownIsText(t *testing.T) {
	long := parseMarkdown(t, "# A title\n\n"+strings.Repeat("Words of *it*.\n\n", maxMarkdown/16+1))
	if long.text.Markup != model.Plain || long.article.Title != "A title" || len(long.notices) != 1 {
		t.Errorf("markup %d, title %q, notices %v", long.text.Markup, long.article.Title, long.notices)
	}
	if short := parseMarkdown(t, "# A title\n\nWords."); short.text.Markup != model.Markdown {
		t.Error("a short text is not Markdown")
	}
}
