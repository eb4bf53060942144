package links

import (
	"strings"
	"testing"
)

func TestShown(t *testing.T) {
	for address, want := range map[string]string{
		"https://a.org/b":         "https://a.org/b",
		"a/b.md":                  "a/b.md",
		"https://аррӏе.com/b":     "https://аррӏе.com/b (xn--80ak6aa92e.com)",
		"mailto:jo@бank.example":  "mailto:jo@бank.example (jo@xn--ank-9cd.example)",
		"https://a.org/\x1b[2J\n": "https://a.org/␛[2J",
	} {
		if got := Shown(address); got != want {
			t.Errorf("%q is shown as %q, want %q", address, got, want)
		}
	}
}

func TestSee(t *testing.T) {
	const a, evil = "https://a.org/b", "https://evil.example/"
	for _, c := range []struct {
		text, link string
		want       Seen
	}{
		{"https://a.org/b", a, Seen{Address: a}},
		{"a.org", a, Seen{Address: a}},
		{"(www.A.org:443/…)", a, Seen{Address: a}},
		{"more at a.org.", a, Seen{Address: a}},
		{"jo@a.org", "mailto:jo@a.org", Seen{Address: "mailto:jo@a.org"}},
		{"https://a.org/http://b.org", a, Seen{Address: a}},
		{"https://a.org/file.html", a, Seen{Address: a}},
		// What says nothing of its target is followed by asking for it.
		{"the other one", a, Seen{}},
		{"e.g. the U.S. at 3.5 and v1.2", a, Seen{}},
		{"not a.organisation", a, Seen{a, "a.org"}},
		// What says something else is told of.
		{"https://bank.example/login", evil, Seen{evil, "evil.example"}},
		{"bank.example", evil, Seen{evil, "evil.example"}},
		{"Ｂank．example", evil, Seen{evil, "evil.example"}},
		{"evil.example or bank.example", evil, Seen{evil, "evil.example"}},
		{"evil.example.bank.example", evil, Seen{evil, "evil.example"}},
		{"https://bank.example@evil.example/", "https://bank.example@evil.example/", Seen{"https://bank.example@evil.example/", "evil.example"}},
		{"jo@bank.example", "mailto:jo@evil.example", Seen{"mailto:jo@evil.example", "jo@evil.example"}},
		{"https://аррӏе.com/", "https://аррӏе.com/", Seen{"https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"}},
		{"apple.com", "https://аррӏе.com/", Seen{"https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"}},
		{"аррӏе.com", "https://xn--80ak6aa92e.com/", Seen{"https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"}},
		{"bank.example", "https://" + strings.Repeat("b", 70) + ".example/", Seen{"https://" + strings.Repeat("b", 70) + ".example/", "…" + strings.Repeat("b", mostHost-8) + ".example"}},
		{"a.org", "mailto:" + strings.Repeat("é", 40) + "@evil.example", Seen{"mailto:" + strings.Repeat("%C3%A9", 40) + "@evil.example", "…" + strings.Repeat("é", 23) + "@evil.example"}},
		// Nothing else is told to a terminal, whatever its text says.
		{"a.org", "file:///a.org", Seen{}},
		{"a.org", "a.org", Seen{}},
		{"a.org", "javascript:a.org", Seen{}},
	} {
		if got := See(c.text, c.link); got != c.want {
			t.Errorf("%q to %q: %+v, want %+v", c.text, c.link, got, c.want)
		}
	}
}
