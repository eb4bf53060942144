package page

import (
	"strings"
	"testing"

	glamour "charm.land/glamour/v2/ansi"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"dossier/articles/battery"
	"dossier/articles/battery/escapes"
	"dossier/model/clean"
	"dossier/ui/terminal/theme"
)

// places are where Markdown takes text.
var places = []string{
	"P %s\n", "# H %s\n", "%s\n===\n", "*%s*\n", "**%s**\n", "~~%s~~\n", "`%s`\n", "```\n%s\n```\n", "```%s\nx\n```\n", "```go\n// %s\n```\n", "    %s\n",
	"[t%s](http://a/)\n", "[t](http://a/%s)\n", "[t](<http://a/%s>)\n", "[t](http://a/ \"%s\")\n", "[t][r]\n\n[r]: <http://a/%s> '%s'\n", "[%s]: u\n\n[%s]\n",
	"<http://a/%s>\n", "www.a.org/%s\n", "![%s](http://a/i.png)\n", "![a](<http://a/%s>)\n", "- %s\n", "1. %s\n", "- [ ] %s\n", "> %s\n",
	"|a|b|\n|-|-|\n|%s|c|\n", "|%s|b|\n|-|-|\n|a|c|\n", "|a|b|\n|-|-|\n|[t%s](<http://a/%s> \"%s\")|c|\n", "<div>\n%s\n</div>\n", "<pre>%s</pre>\n",
	"a <b title=\"%s\">x</b>\n", "<!-- %s -->\n", "Term %s\n: %s\n", "a\\\n%s\n", "a[^n]\n\n[^n]: %s\n", "a[^%s]\n\n[^%s]: x\n", "%s",
}

// hides reports places of which nothing is shown, or not under every payload.
func hides(place string) bool {
	return strings.ContainsAny(place, "<~*`\"") || strings.Contains(place, "](") || strings.Contains(place, "[%s]") || strings.Contains(place, "[^")
}

// looks are the styles of all themes, and of a terminal without colours.
func looks() map[string]glamour.StyleConfig {
	if !battery.Whole() {
		return map[string]glamour.StyleConfig{"test": testStyle()}
	}
	all := map[string]glamour.StyleConfig{"test": testStyle(), "none": theme.Named(theme.Dark, true, colorprofile.ASCII).Markdown}
	for _, name := range theme.Names() {
		all[name] = theme.Named(name, name != theme.Light, colorprofile.TrueColor).Markdown
	}
	return all
}

// TestBatteryEscapeMatrix puts every payload in every place, cleaned and not: the
// layout must hold even if a text came in by another door.
func TestBatteryEscapeMatrix(t *testing.T) {
	cells := 0
	for name, look := range looks() {
		for _, place := range places {
			for _, payload := range escapes.All() {
				raw := strings.ReplaceAll(place, "%s", payload.Text)
				for _, body := range []string{raw, clean.Text(raw)} {
					for _, width := range []int{12, 60}[battery.Of(1, 0):] {
						p := Render(t.Context(), markdownText(body), Options{Width: width, Style: look})
						checkPage(t, p, body, width)
						checkEscapes(t, p, body)
						if text := strings.Join(strings.Fields(shown(p)), ""); !hides(place) && !strings.Contains(text, escapes.Tell) {
							t.Errorf("nothing is shown: %q", text)
						}
						if cells++; t.Failed() {
							t.Fatalf("%s in the theme %s, from %q", payload.Name, name, body)
						}
					}
				}
			}
		}
	}
	battery.Tried(t, cells, "escapes in Markdown")
}

// checkEscapes asks another judge than the gate itself.
func checkEscapes(t *testing.T, p *Page, body string) {
	t.Helper()
	for _, l := range p.Lines {
		if err := escapes.Styled(l.Text); err != nil {
			t.Error(err)
		}
	}
	if body != clean.Text(body) {
		return
	}
	for _, h := range p.Headings {
		if err := escapes.Plain(h.Text); err != nil {
			t.Error("heading:", err)
		}
	}
	for _, k := range p.Links {
		if err := escapes.Plain(k.Text); err != nil {
			t.Error("link:", err)
		}
	}
}

func TestForeignTargetsAreNotLinked(t *testing.T) {
	for _, target := range []string{"file:///etc/passwd", "javascript:alert(1)", "x.md", "http://a/\u202eb", "https:", "data:text/html,x", "http://" + strings.Repeat("a", 2000)} {
		p := render("[text](<"+target+">)\n", 60)
		if strings.Contains(p.Lines[0].Text, "\x1b]8") {
			t.Errorf("linked to %q: %q", target, p.Lines[0].Text)
		}
		if len(p.Links) != 1 || p.Links[0].Text != "text" {
			t.Errorf("%q is not among the links: %+v", target, p.Links)
		}
	}
}

// TestLinksSayWhereTheyLead: the terminal is told of a target only where a reader
// sees its host, and a text that names another host is given away.
func TestLinksSayWhereTheyLead(t *testing.T) {
	for _, c := range []struct{ body, shown, target, linked string }{
		{"Go to <https://a.org/b> now", "Go to https://a.org/b now", "https://a.org/b", "https://a.org/b"},
		{"Go to\nhttps://a.org/b now", "Go to https://a.org/b now", "https://a.org/b", "https://a.org/b"},
		{"Go to [the _great_ a.org][1].\n\n[1]: https://a.org/b", "Go to the great a.org.", "https://a.org/b", "the great a.org"},
		{"Go to [this one](https://a.org/b).", "Go to this one.", "", ""},
		{"Go to\n[bank.example](https://evil.example/).", "Go to bank.example (evil.example).", "https://evil.example/", "bank.example"},
		{"Go to [bank&#46;example](https://evil.example/)", "Go to bank.example (evil.example)", "https://evil.example/", "bank.example"},
		{"- Go to <http://www.аррӏе.com/x>!", "• Go to http://www.аррӏе.com/x (www.xn--80ak6aa92e.com)!", "http://www.xn--80ak6aa92e.com/x", "http://www.аррӏе.com/x"},
		{"## [jo@bank.example](mailto:jo@evil.example)", "## jo@bank.example (jo@evil.example)", "mailto:jo@evil.example", "jo@bank.example"},
		{"[bank.example](https://evil.example/) [bank.example](javascript:x)", "bank.example (evil.example) bank.example", "https://evil.example/", "bank.example"},
	} {
		p := render(c.body, 60)
		checkPage(t, p, c.body, 60)
		line := p.Lines[0].Text
		if got := ansi.Strip(line); strings.TrimSpace(got) != c.shown {
			t.Errorf("%q is shown as %q, want %q", c.body, got, c.shown)
		}
		_, after, _ := strings.Cut(line, "\x1b]8;;"+c.target+"\x1b\\")
		text, _, _ := strings.Cut(after, "\x1b]8;;\x1b\\")
		if strings.Contains(line, "\x1b]8") != (c.target != "") || ansi.Strip(text) != c.linked {
			t.Errorf("%q is linked wrongly: %q", c.body, line)
		}
	}
}
