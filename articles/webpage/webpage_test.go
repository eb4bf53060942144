package webpage

import (
	"bytes"
	"html"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"dossier/model"
	"dossier/model/clean"
)

// shown is the text that a reader of Markdown shows of it, white space folded.
func shown(t testing.TB, markdown string) string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(markdown), &b); err != nil {
		t.Fatal(err)
	}
	tr, err := parse(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(tr.text(0)), " ")
}

// Whatever a page says is shown again by the Markdown that it becomes, in a
// paragraph, in a link, in a heading, in an item and in a cell.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"plain words", "*a* _b_ `c` ~~d~~ ~e~", "# x", "1. x", "12) x", "- x", "+ x", "> x", "---", "===", "***", "* * *", "_ _ _",
		"a | b", "|---|---|", ":-: | x", "[a](b)", "![a](b)", "[a]: b", "[a][b]", "[x", "x]", "[X]", "[x] a", "[ ] b", "[ ]", "](", "<b>", "a < b > c", "<!-- x", "<?", "</x>",
		"&amp; &#27; &copy &lt;", "\\", "\\*", "a\\ b", "snake_case_x _x", "AT&T; &x", "http://a.example/_x_*y*", "www.a.example", "me@a.example",
		"~~~", "```", "``a`", "a~b~c", "~x~", "*", "**", "x*", "* x", "日本*語*", "«a»*b*", "a  b\n\nc", "\t x", "\u00a0", "\u200b", "9999999999. x", "x!", "!", "#", "# # #", "C#", "=", "-", "--", "x\u0301\u0301",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1000 {
			return
		}
		s = strings.Map(withoutNUL, strings.ToValidUTF8(s, ""))
		want := squeeze(clean.Text(s))
		for _, page := range placed(html.EscapeString(s)) {
			_, body, _ := Read("<!doctype html><body>" + page)
			got := shown(t, body.Body)
			if strings.HasPrefix(page, "<table") {
				got = strings.TrimSuffix(strings.TrimPrefix(got, "k v"), "end")
			}
			if squeeze(got) != want {
				t.Errorf("%q is shown as %q, by %q", page, got, body.Body)
			}
		}
	})
}

// withoutNUL drops what the parser changes.
func withoutNUL(r rune) rune {
	if r == 0 || r == '\r' || r == utf8.RuneError {
		return -1
	}
	return r
}

// placed puts text into each kind of element, and into many small ones.
func placed(text string) []string {
	return []string{
		"<p>" + text, "<p><a href=http://x.example/>" + text + "</a>", "<h2>" + text + "</h2>", "<ul><li>" + text + "</ul>",
		"<table><tr><td>k<td>v<tr><td>" + text + "<td>end</table>", "<p><b>" + text + "</b>", "<p>" + strings.ReplaceAll(text, ";", ";<i></i>"),
	}
}

// squeeze leaves out white space, which pages and Markdown fold differently,
// and the dots that part what stood on lines of its own in a cell.
func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "·", "")), "")
}

// FuzzPage reads whole pages: whatever the text, the body and the facts are
// clean and bounded.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"", "<", "<p>x", "<!doctype html><title>T | S</title><article><p>x", "<table><tr><td colspan=9 rowspan=9>a<td>b<tr><td>c</table>",
		"<ul><li><ol start=7><li>a<blockquote>b<pre>c</pre></blockquote></ol></ul>", "<p>a<br><br>b<br><a href=x><b>c<br>d</a><del>e</del><sup>2</sup><q>f</q>",
		`<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"a"}},{"@id":"a","name":["n"]}]}</script>`,
		"<meta name=date content=2020-01-02><html lang=zh-TW><link rel=canonical href=//a/b><base href=http://c/>", "<body hidden><div class=cookie-modal>x</div><main><h1>y</h1><nav>z",
		"<a href='http://a/(b)c)'>[d]</a><img src=/e alt=']f['><code>`g`</code>&#27;&amp;#27;&#x202e;", "<svg><title>x</title><style><p>y", strings.Repeat("<i>", 600), strings.Repeat("<body a=1>", 70),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		facts, text, problems := Read(strings.ToValidUTF8(page, "\ufffd"))
		if text.Body != clean.Text(text.Body) {
			t.Errorf("body %q is not clean", text.Body)
		}
		// A table's header and the signs of nested blocks add to the text.
		if len(text.Body) > 64*len(page)+1000 {
			t.Errorf("%d bytes became %d", len(page), len(text.Body))
		}
		if (text.Markup == model.Plain) != (len(problems) == 1) {
			t.Errorf("markup %v, %v", text.Markup, problems)
		}
		for _, s := range []string{facts.Title, facts.Language, facts.Author, facts.Source, facts.URL} {
			if s != clean.Line(s) || len([]rune(s)) > maxAddress {
				t.Errorf("%q is not clean or too long", s)
			}
		}
		if facts.Stated.Has(model.FieldTitle) != (facts.Title != "") || facts.Stated.Has(model.FieldDate) == facts.Date.IsZero() {
			t.Errorf("%+v", facts)
		}
	})
}

// BenchmarkRead reads a page of 200 KB: an article with its menus, scripts and
// comments around it.
func BenchmarkRead(b *testing.B) {
	raw, err := os.ReadFile("testdata/newspaper.html")
	if err != nil {
		b.Fatal(err)
	}
	page := string(raw)
	start, end := strings.Index(page, "<div class=\"article-body\">"), strings.Index(page, "</article>")
	page = page[:start] + strings.Repeat(page[start:end], 200<<10/(end-start)) + page[end:]
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Read(page)
	}
}
