package language

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestNames(t *testing.T) {
	tests := []struct{ tag, own, english string }{
		{"", "", ""},
		{"de", "Deutsch", "German"},
		{"DE", "Deutsch", "German"},
		{"de-AT", "Deutsch", "German"},
		{"fr_CA", "Français", "French"},
		{"zh-Hans", "简体中文", "Simplified Chinese"},
		{"zh-Hant", "繁體中文", "Traditional Chinese"},
		{"zh-Hant-HK", "繁體中文", "Traditional Chinese"},
		{"zh-TW", "繁體中文", "Traditional Chinese"},
		{"sr-Latn", "Srpski", "Serbian (Latin)"},
		{"iw", "עברית", "Hebrew"},
		{"qqx", "qqx", "qqx"},
		{"x-private", "x-private", "x-private"},
		{"-", "-", "-"},
	}
	for _, tt := range tests {
		if got := Name(tt.tag); got != tt.own {
			t.Errorf("Name(%q) = %q, want %q", tt.tag, got, tt.own)
		}
		if got := In("en", tt.tag); got != tt.english {
			t.Errorf("In(en, %q) = %q, want %q", tt.tag, got, tt.english)
		}
	}
}

func TestTable(t *testing.T) {
	for tag, n := range table {
		if tag != strings.ToLower(tag) || canonical(tag) != tag {
			t.Errorf("no look-up finds %q", tag)
		}
		for _, name := range []string{n.own, n.english} {
			if r, _ := utf8.DecodeRuneInString(name); !unicode.IsLetter(r) || unicode.IsLower(r) && unicode.ToUpper(r) != r && !unicode.Is(unicode.Georgian, r) {
				t.Errorf("%s: %q does not start with a capital", tag, name)
			}
		}
	}
}

func TestCovers(t *testing.T) {
	tests := []struct {
		query, tag string
		want       bool
	}{
		{"zh", "zh-Hans", true},
		{"ZH", "zh-hant", true},
		{"zh-Hans", "zh", false},
		{"zh-Hans", "zh-Hant", false},
		{"zh-Hant", "zh-TW", true},
		{"zh-Hans", "zh-TW", false},
		{"zh-Hans", "zh-Hans-CN", true},
		{"de", "de", true},
		{"de", "de-AT", true},
		{"de", "den", false},
		{"d", "de", false},
		{"no", "nb", true},
		{"no", "nn-NO", true},
		{"nb", "nn", false},
		{"fil", "tl", true},
		{"", "", true},
		{"", "de", false},
		{"de", "", false},
	}
	for _, tt := range tests {
		if got := Covers(tt.query, tt.tag); got != tt.want {
			t.Errorf("Covers(%q, %q) = %v", tt.query, tt.tag, got)
		}
	}
}
