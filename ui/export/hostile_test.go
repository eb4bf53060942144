package export

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer/html"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/model"
)

// evil wants to be obeyed by a terminal, a browser, a spreadsheet and LaTeX.
const evil = "=cmd|' /C calc'!A0 \x1b]52;c;aGk=\x07\u009b2J\u202e</mark></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)> ]] ``` } \\input{/etc/passwd} $(x) & % # _ ^ ~ [a](javascript:alert(1)) {{.}} \xff"

func hostile(evil string) Document {
	a := article{
		Article: model.Article{ID: evil, Path: evil, Title: evil, Language: evil, Author: evil, Source: evil, URL: "javascript:alert(1)//" + evil,
			Actors: []string{evil}, Date: model.Date{Year: 2021, Month: 1, Day: 9}},
		body: "<script>alert(2)</script>\n\n<div onclick=alert(3)>x</div>\n\n" + strings.Repeat("> ", 300) + "deep\n\n[j](javascript:alert(4)) [d](data:text/html,x) ![i](http://evil.example/track.png) <javascript:alert(5)>\n\n&#27;]0;x&#7; &#8238; e" + strings.Repeat("&#x301;", 40) + "**" + strings.Repeat("&#x301;", 40) + "**\n\n" + evil + "\n\n``` " + strings.NewReplacer("\n", "", "`", "", " ", "").Replace(evil) + "\n" + evil,
	}
	a.Cuts = []model.Cut{{Vendor: evil, Service: evil, Reason: evil, Evidence: evil + "\nmore", Passages: []model.Passage{{Start: 3, End: 9}, {Start: -1, End: 99999}}}}
	a.Possible = a.Cuts
	d := document(a)
	d.Dossier.Title, d.Query = evil, evil
	return d
}

// TestBatteryExport writes what wants to be obeyed in every field and every format.
func TestBatteryExport(t *testing.T) {
	tried := 0
	for _, payload := range append(escapes.All(), escapes.Payload{Text: ""}) {
		for _, passages := range []bool{false, true} {
			for _, name := range Formats() {
				d := hostile(evil + payload.Text)
				d.Passages = passages
				out := write(t, name, d)
				checkHarmless(t, name, out)
				if name == "markdown" {
					checkLinks(t, out)
				}
				if tried++; t.Failed() {
					t.Fatalf("%s as %s", payload.Name, name)
				}
			}
		}
	}
	battery.Tried(t, tried, "hostile documents exported")
}

func checkHarmless(t *testing.T, name, out string) {
	t.Helper()
	out = strings.ReplaceAll(out, "\t", " ")
	if name == "csv" {
		out = strings.ReplaceAll(out, "\r\n", "\n")
	}
	if err := escapes.Plain(out); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// FuzzBodies writes any body in every format that reads it.
func FuzzBodies(f *testing.F) {
	for _, s := range []string{"", "a", "# h\n\nb", "h\n===\n\n[x]\n\n[x]: y", "```\nc", "> > ```\n> x", "<!-- a", "[^1]: x", "*a **b* c**", "| a |\n|-|\n| b |", "\\\\", "&amp;&#0;"} {
		f.Add(s, 0, 1)
	}
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		for _, markup := range []model.Markup{model.Markdown, model.Plain} {
			a := article{Article: model.Article{ID: "a", Title: "A"}, body: body, markup: markup}
			a.Cuts = []model.Cut{{Vendor: "V", Evidence: "e", Passages: []model.Passage{{Start: start, End: end}}}}
			d := document(a, article{Article: model.Article{ID: "z", Title: "Zulu"}, body: "End."})
			for _, name := range []string{"markdown", "html", "json"} {
				out := write(t, name, d)
				checkHarmless(t, name, out)
				if name == "html" {
					checkPage(t, out)
				}
				if name == "markdown" {
					checkMarkdown(t, out)
				}
			}
		}
	})
}

// checkMarkdown checks that no body reaches beyond its place, and that no HTML
// is left.
func checkMarkdown(t *testing.T, out string) {
	t.Helper()
	root := parsed(out)
	if n := count(root, ast.KindHTMLBlock) + count(root, ast.KindRawHTML); n > 0 {
		t.Errorf("there is HTML in %q", out)
	}
	checkLinks(t, out)
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 3 && string(h.Lines().Value([]byte(out))) == "Zulu" {
			return
		}
	}
	t.Errorf("the article after it is lost: %q", out)
}

// checkLinks checks that no link runs anything.
func checkLinks(t *testing.T, out string) {
	t.Helper()
	_ = ast.Walk(parsed(out), func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		if l, ok := n.(*ast.Link); ok && html.IsDangerousURL(l.Destination) {
			t.Errorf("a link leads to %q", l.Destination)
		}
		if l, ok := n.(*ast.AutoLink); ok && html.IsDangerousURL(l.URL([]byte(out))) {
			t.Errorf("a link leads to %q", l.URL([]byte(out)))
		}
		return ast.WalkContinue, nil
	})
}
