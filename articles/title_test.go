package articles

import (
	"strings"
	"testing"

	"dossier/model"
)

func TestTitleOfMarkdown(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"level 1", "# One\n\ntext", "One"},
		{"level 2 first", "## Two\n\n# One", "Two"},
		{"level 3 is none", "### Three\n\n# One", "One"},
		{"after prose", "Words.\n\n# One", "One"},
		{"closing signs", "# One ##", "One"},
		{"a sharp", "# About C#", "About C#"},
		{"no space", "#tag\n\n# One", "One"},
		{"empty", "#\n\n# One", "One"},
		{"only markup", "# ![](x.png)\n\n# One", "One"},
		{"indented", "   # One", "One"},
		{"code by indent", "    # code\n\n# One", "One"},
		{"code by fence", "```sh\n# code\n```\n# One", "One"},
		{"longer fence", "~~~~\n# code\n~~~~\n# One", "One"},
		{"underlined", "One\n===\n\ntext", "One"},
		{"underlined with -", "One\n-\n\ntext", "One"},
		{"two lines", "One\ntwo\n---\n", "One two"},
		{"rule after a blank", "Words.\n\n---\n\n# One", "One"},
		{"rule after a list", "- item\n---\n# One", "One"},
		{"rule first", "---\n# One", "One"},
		{"quote", "> # Not ours\n\n# One", "One"},
		{"paragraph", "a\nb\nc\nd\ne\n---\n# One", "One"},
		{"markup inside", "# **Bold** *it* `code` [link](x) ![alt](y) <b>tag</b> &amp; \\*", "Bold it code link alt tag & *"},
		{"reference", "# A [link][ref] and [brackets]", "A link and [brackets]"},
		{"signs that stay", "# 2 * 3 snake_case ~5 a < b", "2 * 3 snake_case ~5 a < b"},
		{"autolink", "# See <https://example.org/>", "See https://example.org/"},
		{"entity of a control", "# a&#27;[2J&#8238;b", "a␛[2Jb"},
	}
	for _, tt := range tests {
		if got := title(model.Text{Body: tt.body}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTitleWithoutHeading(t *testing.T) {
	for _, markup := range []model.Markup{model.Markdown, model.Plain} {
		if got := title(model.Text{Body: "Short words.\n", Markup: markup}); got != "Short words." {
			t.Errorf("%v: %q", markup, got)
		}
		if got := title(model.Text{Body: " \n\n", Markup: markup}); got != "" {
			t.Errorf("%v: %q of nothing", markup, got)
		}
	}
	if got := title(model.Text{Body: "# One", Markup: model.Plain}); got != "# One" {
		t.Errorf("plain text is markup: %q", got)
	}
	if got := title(model.Text{Body: "***"}); got != "" {
		t.Errorf("%q of signs", got)
	}
	if n := len([]rune(title(model.Text{Body: "# " + strings.Repeat("ä", 999)}))); n != 300 {
		t.Errorf("title of %d characters", n)
	}
}

// A line of brackets must not take the square of its length.
func TestTitleOfManyBrackets(t *testing.T) {
	for _, s := range []string{"[", "![", "<", "*a", "`", "\\"} {
		title(model.Text{Body: "# " + strings.Repeat(s, 1<<20)})
	}
}

func TestFileTitle(t *testing.T) {
	for in, want := range map[string]string{"a/b.md": "b.md", "b": "b", "": "untitled", "\u200b": "untitled", "e\x1b.md": "e␛.md"} {
		if got := fileTitle(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
