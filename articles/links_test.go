package articles

import (
	"fmt"
	"strings"
	"testing"

	"dossier/model"
)

func TestWithoutLinks(t *testing.T) {
	tests := []struct{ body, want string }{
		{"a [b](http://x) c", "a  b            c"},
		{"![alt](x)[b](y)!", "  alt     b    !"},
		{"[![alt](x)](y)", "   alt        "},
		{"Wow\\![b](x)", "Wow\\! b    "},
		{"[a](x (y) z) b", " a           b"},
		{"[a](x\\)y)", " a       "},
		{"[a] (x) [b]: y [c][d]", "[a] (x) [b]: y [c][d]"},
		{"[a\n\nb](x)", "[a\n\nb](x)"},
		{"[a\nb](x)", " a\nb    "},
		{"[a](x\ny)", "[a](x\ny)"},
		{`\[a](x) [a\](x)`, `\[a](x) [a\](x)`},
		{"[a](x[b](y)", "[a](x b    "},
		{"[a](x", "[a](x"}, {"[", "["}, {"]", "]"}, {"", ""}, {`\`, `\`},
		{"[日本](http://x)語", " 日本           語"},
		{"[a](" + strings.Repeat("x", maxTarget) + ")", "[a](" + strings.Repeat("x", maxTarget) + ")"},
	}
	for _, tt := range tests {
		if got := withoutLinks(tt.body, linkSignsOf(tt.body)); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.body, got, tt.want)
		}
	}
}

func TestWidened(t *testing.T) {
	const body = "On [Monday](d) it [was done](x) so. [End](y)"
	links := linkSignsOf(body)
	tests := []struct{ passage, want string }{
		{"Monday", "Monday"}, // between the brackets
		{"Monday](d) it", "[Monday](d) it"},
		{"it [was", "it [was done](x)"},
		{"it [was done](x) so.", "it [was done](x) so."},
		{"Monday](d) it [was", "[Monday](d) it [was done](x)"},
		{"so.", "so."},
		{"it", "it"},
		{"On", "On"},
		{"On [Monday](d) it [was done](x) so. [End", body},
	}
	for _, tt := range tests {
		start := strings.Index(body, tt.passage)
		p := widened(model.Passage{Start: start, End: start + len(tt.passage)}, links)
		if got := body[p.Start:p.End]; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.passage, got, tt.want)
		}
	}
}

// Links neither hide a cut nor name anybody by their addresses.
func TestCutsAreReadThroughLinks(t *testing.T) {
	const body = "On Sunday [Amazon Web Services](https://aws.example/a.b?c=d.) [suspended](https://x.example) Parler from its [hosting](https://john-matze.example/John Matze). More was not said about it by anyone on that day.\n"
	p := parseMarkdown(t, body)
	if len(p.article.Cuts) != 1 || fmt.Sprint(p.article.Actors) != "[Amazon Parler]" {
		t.Fatalf("%+v", p.article)
	}
	c := p.article.Cuts[0]
	if at := c.Passages[0]; c.Vendor != "Amazon" || c.Evidence != body[at.Start:at.End] || !strings.HasPrefix(c.Evidence, "On Sunday [Amazon") || !strings.HasSuffix(c.Evidence, "Matze).") {
		t.Errorf("%+v", c)
	}
}
