package links

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/articles/battery/escapes"
	"dossier/model/clean"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		link string
		want Target
	}{
		{"https://example.org/a?b=c#d", Target{Kind: Web, Address: "https://example.org/a?b=c#d", Host: "example.org"}},
		{"HTTP://example.org", Target{Kind: Web, Address: "http://example.org", Host: "example.org"}},
		{"https://ex.org/straße", Target{Kind: Web, Address: "https://ex.org/stra%C3%9Fe", Host: "ex.org"}},
		{"https://аррӏе.com:8080/x", Target{Kind: Web, Address: "https://xn--80ak6aa92e.com:8080/x", Host: "xn--80ak6aa92e.com", Written: "аррӏе.com"}},
		{"https://bank.example@evil.example/", Target{Kind: Web, Address: "https://bank.example@evil.example/", Host: "evil.example", Login: "bank.example"}},
		{"mailto:jo@example.org?subject=Hi&attach=/etc/passwd", Target{Kind: Mail, Address: "mailto:jo@example.org?subject=Hi", Host: "jo@example.org"}},
		{"mailto:jo@бank.example", Target{Kind: Mail, Address: "mailto:jo@xn--ank-9cd.example", Host: "jo@xn--ank-9cd.example", Written: "бank.example"}},
		{"other.md", Target{Kind: Article, Address: "other.md", Path: "sub/other.md"}},
		{"../top%20one.md#there", Target{Kind: Article, Address: "../top%20one.md#there", Path: "top one.md", Fragment: "there"}},
		{"/root.md", Target{Kind: Article, Address: "/root.md", Path: "root.md"}},
		{"#place", Target{Kind: Fragment, Address: "#place", Fragment: "place"}},
	} {
		if got := Parse(c.link, "sub/this.md"); got != c.want {
			t.Errorf("%q leads to %+v, want %+v", c.link, got, c.want)
		}
	}
}

func TestHostileLinksAreRefused(t *testing.T) {
	for _, link := range []string{
		"", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "ssh://-oProxyCommand=x",
		"//example.org/x", "http://", "https:///path", "http:example.org", "http://a b/", "http://ex\x1b[8mample.org", "http://ex\u202eample.org",
		"mailto:", "mailto:nobody", "mailto:a@b -x", "mailto:a@b;rm", "../../out.md", "..", "x-apple:open", "http://[::1", "http://exa\nmple.org",
		"https://e.org/" + strings.Repeat("a", mostAddress),
	} {
		if got := Parse(link, "sub/this.md"); got.Kind != Refused || got.Reason == "" {
			t.Errorf("%q is followed: %+v", link, got)
		}
	}
}

func TestLeads(t *testing.T) {
	for _, c := range []struct {
		to, file string
		want     bool
	}{{"a/b.md", "a/b.md", true}, {"a/b", "a/b.md", true}, {"a/b", `a\b.md`, true}, {"b.md", "a/b.md", false}, {"a/b.txt", "a/b.md", false}} {
		if got := Leads(c.to, c.file); got != c.want {
			t.Errorf("a link to %q means %q: %v", c.to, c.file, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, p := range escapes.All() {
		f.Add("https://a.org/" + p.Text)
		f.Add("https://" + p.Text + ".org/")
		f.Add("mailto:jo@" + p.Text + ".org")
	}
	for _, s := range []string{"https://аррӏе.com/x", "mailto:a@b?subject=%0ax", "%zz", "http://[fe80::1%25en0]/", "https://u:p@h/", "https://%e2%80%ae:x@ex%e2%80%aeample.org/", "mailto:a@%1b[8m", "a/../../b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, link string) {
		got := Parse(link, "sub/this.md")
		seen := See(link, link)
		if seen.Address != "" && (!escapes.Target(seen.Address) || seen.Address != got.Address) {
			t.Fatalf("of %q the terminal is told %q", link, seen.Address)
		}
		for _, shown := range []string{got.Address, got.Host, got.Written, got.Login, got.Reason, seen.Host, Shown(link)} {
			if clean.Printable(shown) != len(shown) || !utf8.ValidString(shown) {
				t.Fatalf("%q is shown as %q", link, shown)
			}
		}
		switch got.Kind {
		case Web:
			if !strings.HasPrefix(got.Address, "http://") && !strings.HasPrefix(got.Address, "https://") || !ascii(got.Address) {
				t.Fatalf("%q opens %q", link, got.Address)
			}
		case Mail:
			if !strings.HasPrefix(got.Address, "mailto:") || strings.ContainsAny(got.Address, " \"'") {
				t.Fatalf("%q opens %q", link, got.Address)
			}
		case Article:
			if got.Path == ".." || strings.HasPrefix(got.Path, "../") || strings.HasPrefix(got.Path, "/") {
				t.Fatalf("%q leads to %q", link, got.Path)
			}
		}
	})
}
