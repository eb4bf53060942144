package articles

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

// read is files of every kind and what is hard about them.
var filesRead = map[string]string{
	"stated.md":         "---\ntitle: \"A: b\"\nlang: de\ndate: 2021-01-08T10:00\nauthor: [Ann, Bob]\nactors: [AWS, John Matze, AWS]\ncuts:\n  - vendor: AWS\n    status: done\n    evidence: Amazon left\n---\n\n\n# A heading\n\nOn Monday Amazon left.\n",
	"unclosed.md":       "---\ntitle: A\n\nText.\n",
	"broken.md":         "---\ntitle: Foo: bar\nlang: xx-yy-zz-1\ndate: 31.2.2021\n---\nText\n",
	"toml.md":           "+++\ntitle = 'A'\n+++\nText\n",
	"headings.md":       "### Small\n\nA [link](b.md) in it, and *more*\n\n## The `second` level\n\nText\n",
	"setext.md":         "A *title*\n=====\n\nText\r\nmore\r",
	"none.md":           "\n\n\n",
	"plain.txt":         "A headline\n\nReuters, 8 January 2021\n\nThe first sentence is long enough to be no headline, as everybody sees. Another one.\n",
	"latin1.txt":        "\xdcber die Stra\xdfe gesagt: \x84nein\x93\n",
	"utf16.txt":         "\xff\xfea\x00b\x00c\x00",
	"damaged.txt":       "Gr\u00fc\u00dfe aus K\u00f6ln \xff und \u00c4rger\n",
	"controls.txt":      "a\x1b[2Jb\u202ec\u200bd\U0001d173 e\u0301 \u0e33\n",
	"page.html":         "<html lang=fr><head><title>Site | Un titre</title><meta property=og:title content='Un titre'><meta name=author content=Ann><meta property=article:published_time content=2021-01-08></head><body><nav>Menu</nav><article><h1>Un titre</h1><p>Le premier paragraphe est assez long pour \u00eatre du texte, et il en dit <b>beaucoup</b>.</p><ul><li>a<li>b</ul></article><footer>\u00a9</footer></body></html>",
	"a b/\u00fcber.txt": "# no heading\n",
}

// TestVersionFollowsWhatFilesComeTo holds that an index of files that would be
// read otherwise now is not used.
func TestVersionFollowsWhatFilesComeTo(t *testing.T) {
	const golden = "testdata/version.golden"
	got := comeTo(t)
	if *update {
		must(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	wrote, err := os.ReadFile(golden)
	must(t, err)
	version := fmt.Sprintln("version", readingVersion)
	switch want := string(wrote); {
	case got == want:
	case strings.HasPrefix(want, version):
		t.Errorf("files come to something else: raise readingVersion, then run this with -update\n%s\nwant\n%s", got, want)
	default:
		t.Error("the version is another one: run this with -update")
	}
}

func comeTo(t *testing.T) string {
	var b strings.Builder
	fmt.Fprintln(&b, "version", readingVersion)
	p := parserOf(model.NewRegister(model.Actor{Name: "Parler"}, []model.Actor{{Name: "Amazon", Aliases: []string{"AWS"}}}))
	for _, name := range slices.Sorted(maps.Keys(filesRead)) {
		d, err := p.parse(statedOnly, formatOf(name), name, name, []byte(filesRead[name]), noSidecar)
		must(t, err)
		facts, err := (&entry{file: file{name: name}, path: name, parsed: d}).encode()
		must(t, err)
		fmt.Fprintf(&b, "%s %q id %q facts %x body %x\n", name, d.article.Title, stem(name), sum(string(facts)), sum(fmt.Sprint(d.text)))
	}
	return b.String()
}

func sum(s string) []byte { h := sha256.Sum256([]byte(s)); return h[:6] }
