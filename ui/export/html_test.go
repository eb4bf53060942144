package export

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dossier/model"
)

// page is what a test needs of a page.
type pageFacts struct {
	ids   map[string]int
	links []string
	marks map[string]string // by id, what is marked
	text  string
}

// checkPage reads a page and checks that it can do no harm: no script, nothing
// from elsewhere, no style but its own, and every link within it leads somewhere.
func checkPage(t *testing.T, page string) pageFacts {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	p := pageFacts{ids: map[string]int{}, marks: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			p.text += n.Data
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "iframe", "object", "embed", "img", "link", "base", "form", "svg", "audio", "video", "source":
			t.Errorf("the page has <%s>", n.Data)
		}
		for _, a := range n.Attr {
			p.attribute(t, n, a)
		}
	}
	for _, l := range p.links {
		if id, inside := strings.CutPrefix(l, "#"); inside && p.ids[id] != 1 {
			t.Errorf("the link %s leads to %d places", l, p.ids[id])
		}
	}
	return p
}

func (p *pageFacts) attribute(t *testing.T, n *html.Node, a html.Attribute) {
	t.Helper()
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "action":
		t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
	case a.Key == "id":
		p.ids[a.Val]++
		if n.Data == "mark" {
			p.marks[a.Val] = textOfNode(n)
		}
	case a.Key == "href":
		p.links = append(p.links, a.Val)
		if !strings.HasPrefix(a.Val, "#") && webAddress(a.Val) == "" {
			t.Errorf("a link leads to %q", a.Val)
		}
	}
}

func textOfNode(n *html.Node) string {
	s := ""
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			s += c.Data
		}
	}
	return s
}

func TestFootnotesLeadThereAndBack(t *testing.T) {
	d := two()
	d.Text = func(_ context.Context, i int) (model.Text, error) {
		return model.Text{Body: "It has left.[^a] And again.[^a]\n\n[^a]: So **they** say.\n\n[^b]: Nobody asked.\n\n[^a]: Again.\n"}, nil
	}
	p := checkPage(t, write(t, "html", d))
	for _, id := range []string{"a1-ref1", "a1-note1", "a1-note2", "a2-ref1", "a2-note1"} {
		if p.ids[id] != 1 {
			t.Errorf("%s is named %d times", id, p.ids[id])
		}
	}
	if strings.Contains(p.text, "[^") || !strings.Contains(p.text, "So they say.") {
		t.Errorf("the text is %s", p.text)
	}
}

func TestHostilePage(t *testing.T) {
	p := checkPage(t, write(t, "html", hostile(evil)))
	if !strings.Contains(p.text, "<script>alert(1)</script>") {
		t.Error("the title's text is lost")
	}
	if strings.Contains(p.text, "alert(2)") {
		t.Error("the body's script is shown")
	}
}

func TestPolicyAllowsTheStyleAndNothingElse(t *testing.T) {
	page := write(t, "html", two())
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	policy, style := "", ""
	for n := range doc.Descendants() {
		if n.Data == "meta" && len(n.Attr) == 2 && n.Attr[0].Val == "Content-Security-Policy" {
			policy = n.Attr[1].Val
		}
		if n.Data == "style" {
			style = textOfNode(n)
		}
	}
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("the policy is %q, want %q", policy, want)
	}
}

func TestPassagesAreMarkedInTheirArticles(t *testing.T) {
	p := checkPage(t, write(t, "html", two()))
	want := map[string]string{"p1": "The bank has ", "p2": "The bank ", "p3": "left", "p4": "Der Laden ist weg."}
	for id, text := range want {
		if !strings.HasPrefix(p.marks[id], text) && !strings.HasPrefix(text, p.marks[id]) || p.marks[id] == "" {
			t.Errorf("%s marks %q, want %q", id, p.marks[id], text)
		}
	}
	for _, text := range []string{"“", "payments", "8 January 2021", "disputed", "announced", "detected", "9 January 2021 · Jane Roe · The Post · English"} {
		if !strings.Contains(p.text, text) && text != "“" {
			t.Errorf("the page does not say %q", text)
		}
	}
}

// TestEveryPassageCanBeGoneTo, also one that the text does not show as it is.
func TestEveryPassageCanBeGoneTo(t *testing.T) {
	a := article{Article: model.Article{ID: "a", Title: "A"}, body: "Some `code of the bank` here.\n\n<p>In HTML.</p>\n\n    indented\n"}.
		states(model.Done, "Bank", "code of the bank").states(model.Done, "Shop", "In HTML.").states(model.Done, "Host", "indented").states(model.Done, "Nobody", "not in the text")
	p := checkPage(t, write(t, "html", document(a)))
	for _, id := range []string{"p1", "p2", "p3", "p4"} {
		if p.ids[id] != 1 {
			t.Errorf("%s is at %d places", id, p.ids[id])
		}
	}
}

func TestMarksKeepEveryLetter(t *testing.T) {
	for _, c := range []struct{ body, passage, marked, text string }{
		{"A *b c* d.", "b c* d", "b c", "A b c d."},
		{"A \\* b &amp; c.", "\\* b &amp; c", "*", "A * b & c."},
		{"one\ntwo\nthree", "one\ntwo", "one", "one\ntwo\nthree"},
		{"a <b> c<br>d", "a <b> c", "a ", "a  cd"},
		{"[link text](https://example.org) end", "link text", "link text", "link text end"},
		{"x &lt;script&gt; y", "&lt;script&gt;", "<", "x <script> y"},
	} {
		a := article{Article: model.Article{ID: "a", Title: "T"}, body: c.body}.states(model.Done, "V", c.passage)
		page := write(t, "html", document(a))
		p := checkPage(t, page)
		if p.marks["p1"] != c.marked {
			t.Errorf("%q: %q is marked first, want %q", c.body, p.marks["p1"], c.marked)
		}
		if !strings.Contains(p.text, c.text) {
			t.Errorf("%q: the page does not say %q:\n%s", c.body, c.text, page)
		}
	}
}

func TestTimelineIsInOrder(t *testing.T) {
	d := two()
	first := d.Dossier.Articles.Article(1)
	first.Cuts[0].Date = model.Date{Year: 2021, Month: 1}
	p := checkPage(t, write(t, "html", d))
	if at, later := strings.Index(p.text, "January 2021 Shop (announced)"), strings.Index(p.text, "8 January 2021 Bank"); at < 0 || later < at {
		t.Errorf("the timeline is at %d and %d of\n%s", at, later, p.text)
	}
	first.Cuts[0].Date = model.Date{}
	if p := checkPage(t, write(t, "html", d)); strings.Contains(p.text, "Timeline") {
		t.Error("one day makes a timeline")
	}
}

func TestPlainTextIsNoMarkup(t *testing.T) {
	p := checkPage(t, write(t, "html", two()))
	if !strings.Contains(p.text, "1. kein Punkt\n# keine Überschrift") {
		t.Errorf("the plain text reads %q", p.text)
	}
}

func TestFurnitureIsLeftOut(t *testing.T) {
	for _, markup := range []model.Markup{model.Markdown, model.Plain} {
		body := "Share this\n\nThe text.\n\nMore stories\n"
		a := article{Article: model.Article{ID: "a", Title: "T"}, body: body, markup: markup,
			furniture: []model.Passage{{Start: 0, End: 12}, {Start: 23, End: len(body)}}}
		for _, name := range []string{"html", "markdown"} {
			out := write(t, name, document(a))
			if strings.Contains(out, "Share this") || strings.Contains(out, "More stories") || !strings.Contains(out, "The text.") {
				t.Errorf("%s of %v shows the furniture:\n%s", name, markup, out)
			}
		}
	}
}

// TestVendorsStandAtBothEndsOfAMark: in the margin beside its beginning, or in the
// text after its end, however many pieces it has.
func TestVendorsStandAtBothEndsOfAMark(t *testing.T) {
	a := article{Article: model.Article{ID: "a", Title: "T"}, body: "The *bank* and the **shop** have left.\n"}.
		states(model.Done, "Bank", "The *bank* and the **shop**").states(model.Done, "Host", "have left")
	page := write(t, "html", document(a))
	want := `<mark id="p1" data-vendor="Bank">The </mark><em><mark>bank</mark></em><mark> and the </mark>` +
		`<strong><mark data-after="Bank">shop</mark></strong> <mark id="p2" data-vendor="Host">have</mark><mark data-after="Host"> left</mark>.`
	if !strings.Contains(page, want) {
		t.Errorf("%s\nis not in\n%s", want, page)
	}
}
