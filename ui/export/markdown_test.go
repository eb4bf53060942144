package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"dossier/model"
)

// parsed reads Markdown as GitHub does.
func parsed(source string) ast.Node {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser().Parse(text.NewReader([]byte(source)))
}

// count counts the nodes of a kind.
func count(root ast.Node, kind ast.NodeKind) (n int) {
	_ = ast.Walk(root, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && node.Kind() == kind {
			n++
		}
		return ast.WalkContinue, nil
	})
	return n
}

func TestEachPassageHasAFootnote(t *testing.T) {
	for _, passages := range []bool{false, true} {
		d := two()
		d.Passages = passages
		out := write(t, "markdown", d)
		root := parsed(out)
		if n := count(root, extast.KindFootnote); n != 4 {
			t.Errorf("%d footnotes, want 4:\n%s", n, out)
		}
		for _, want := range []string{
			"> The bank has left[^1]\n",
			"> The bank said so again.[^2]\n",
			"[^1]: Jane Roe, “A bank \\& a shop leave”, The Post, 9 January 2021, https://example.org/a?b=c\\&d=100% (sub/one, bytes 8–25)\n",
			"[^3]: Jane Roe,", ", detected)",
			"8 January 2021, payments — A bank",
			"undated, announced — Zwei",
		} {
			if !strings.Contains(out, want) && !strings.Contains(out, strings.Replace(want, "again.[", "again[", 1)) {
				t.Errorf("it does not say %q:\n%s", want, out)
			}
		}
	}
}

// TestArticlesKeepTheirPlace checks what becomes of a body within a document.
func TestArticlesKeepTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, body, want, not string }{
		{"a heading", "# One\n\nText", "#### One", "\n# One"},
		{"a heading with marks behind it", "## Two ##", "##### Two", "\n## Two"},
		{"a deep heading", "###### Six", "###### Six", "#######"},
		{"an underlined heading", "One\nmore\n===\n\nText", "#### One more\n\nText", "==="},
		{"a heading in a quote", "> # Q", "> #### Q", "> # Q"},
		{"HTML", "<script>x</script>\n\nText", "\\<script\\>", "<script>"},
		{"HTML in a line", "a <b onclick=x>b</b>", "\\<b onclick=x\\>b\\</b\\>", " <b"},
		{"code", "    <b> [^1]", "    <b> [^1]", "\\<b"},
		{"a footnote", "Text[^1]\n\n[^1]: Note", "Text[^a0-1]\n\n[^a0-1]: Note", "[^1]"},
		{"a link by a label", "[text][x] [x] [x][]\n\n[x]: http://e.org/a \"T\"", "[text](<http://e.org/a>) [x](<http://e.org/a>) [x](<http://e.org/a>)", "[x]:"},
		{"a link", "[text](http://e.org)", "[text](http://e.org)", "<http"},
		{"a link that runs something", "[text](javascript:alert(1)) <vbscript:x> ![i](file:///etc/passwd)", "[text\\](javascript:alert(1)) \\<vbscript:x> ![i\\](file:///etc/passwd)", " <v"},
		{"a label that is text", "[sic] he said", "[sic] he said", "]("},
		{"a fence that nobody closed", "a\n\n```\n# x", "\\`\\`\\`", "\n```"},
		{"TeX", "a \\input{x} \\\\ok \\*", "a \\\\input{x} \\\\ok \\*", " \\input"},
		{"TeX in code", "`\\input{x}`", "`\\input{x}`", "\\\\"},
		{"raw TeX", "`x`{=latex}", "`x`\\{=latex}", "`{"},
		{"a raw block", "```{=html}\n<b>\n```", "```\n<b>\n```", "{"},
		{"a block of a language", "``` go\nx\n```", "``` go\nx\n```", "{"},
		{"metadata", "a\n\n---\ntitle: x\n...\n\nb", "a\n\n* * *\ntitle: x\n* * *\n\nb", "---"},
		{"a comment that nobody closed", "a\n\n<!-- x", "\\<!-- x", "\n<!--"},
	} {
		a := article{Article: model.Article{ID: "a", Title: "T"}, body: c.body}
		out := write(t, "markdown", document(a, article{Article: model.Article{ID: "z", Title: "Zulu"}, body: "End."}))
		_, own, _ := strings.Cut(out, "### T\n\nundated\n")
		own, _, next := strings.Cut(own, "\n### Zulu\n")
		if !strings.Contains(own, c.want) || strings.Contains(own, c.not) || !next {
			t.Errorf("%s becomes\n%s\nwant %q, not %q", c.name, own, c.want, c.not)
		}
		if n := count(parsed(out), ast.KindHeading); n < 4 {
			t.Errorf("%s: after it %d headings are left in\n%s", c.name, n, out)
		}
	}
}

func TestEscapedIsTheText(t *testing.T) {
	for _, s := range []string{"a*b*c", "# x", "1. x", "12) x", "- x", "+ x", "> x", "`x`", "[x](y)", "![x](y)", "<b>", "a_b_c", "~~x~~", "|x|", "&amp;", "\\", "=", "---", "x | y", "https://example.org", ":x", "$a$", "a^b", "@key"} {
		var b bytes.Buffer
		if err := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table, extension.Footnote)).Convert([]byte(escaped(s)), &b); err != nil {
			t.Fatal(err)
		}
		want := "<p>" + strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s) + "</p>\n"
		if b.String() != want {
			t.Errorf("escaped(%q) = %q reads %q", s, escaped(s), b.String())
		}
	}
}
