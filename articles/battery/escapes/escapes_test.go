package escapes

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// TestPayloadsAreSeen: whoever lets a payload through, in part or in whole, is
// told so.
func TestPayloadsAreSeen(t *testing.T) {
	for _, p := range append(Raw(), Bytes()...) {
		if Plain(p.Text) == nil || Styled(p.Text) == nil {
			t.Errorf("%s passes: %q", p.Name, p.Text)
		}
		if !strings.Contains(p.Text, Tell) {
			t.Errorf("%s does not tell where it stands", p.Name)
		}
	}
	if n := len(All()); n < 70 {
		t.Errorf("%d payloads", n)
	}
}

func TestStyled(t *testing.T) {
	for _, s := range []string{
		"", "plain größe 漢字 👨\u200d👩\u200d👧 می\u200cخواهم\n", "\x1b[1;38;5;12mx\x1b[m", "\x1b]8;;https://a.org/\x1b\\x\x1b]8;;\x1b\\", "\x1b]8;;mailto:a@b\x1b\\x\x1b]8;;\x1b\\",
	} {
		if err := Styled(s); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []string{"\t", "\r\n", "\x1b]8;;file:///x\x1b\\", "\x1b]8;;https://ä/\x1b\\", "\x1b]8;;https://a", "\x1b[1", "\x1b[?25m", "\u200e"} {
		if Styled(s) == nil {
			t.Errorf("%q passes", s)
		}
	}
}

// TestYAML: a parser makes the very payload of what stands for it.
func TestYAML(t *testing.T) {
	for _, p := range All() {
		for _, written := range []string{YAML(p.Text), Binary(p.Text)} {
			var got string
			err := yaml.Unmarshal([]byte(written), &got)
			if bytes := !utf8.ValidString(p.Text) && written[0] == '"'; !bytes && (err != nil || got != p.Text) {
				t.Errorf("%s: %q, %v", p.Name, got, err)
			}
		}
	}
}

// TestEveryPayloadIsHeard: none of them is taken for what a program draws with.
func TestEveryPayloadIsHeard(t *testing.T) {
	usual := Listen("\x1b[?1049h\x1b[?25l\x1b]2;dossier\a\x1b]52;c;enF4\a\x1b]8;;https://a.org\x1b\\x\x1b]8;;\x1b\\\r\n\x1b[2;3Hx\x1b[m")
	if err := usual.Judge(usual); err != nil {
		t.Error(err)
	}
	drawn := []string{"clear", "return", "return and erase", "scrolled away"}
	for _, p := range append(Raw(), Bytes()...) {
		l := Listen("\x1b[2;3H" + p.Text)
		if err := l.Judge(usual); err == nil && !slices.Contains(drawn, p.Name) {
			t.Errorf("%s passes", p.Name)
		}
	}
}
