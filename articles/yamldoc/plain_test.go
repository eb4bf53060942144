package yamldoc

import (
	"reflect"
	"strings"
	"testing"
)

// plainly are texts that need no library.
var plainly = []string{
	"title: A bank leaves\nlanguage: en\ndate: 2021-01-09\n",
	"title: \"It's: out\"\nauthor: 'Ann'\nurl: https://example.org/a?b#c\n",
	"actors: [John Matze, \"Amazon, Inc.\", 'O Brien', O'Brien, 帕勒, AT&T]\ntags: []\n",
	"actors:\n- John Matze\n-   Amazon\ntitle: x\n",
	"actors:\n  - John Matze\n  - 'Amazon'\n\ntitle: x",
	"cuts:\n  - vendor: Twilio\n    service: messaging\n    evidence: \"they left\"\n  - vendor: Apple\n\n    date: 2021-01-10\nid: a\n",
	"subject:\n  name: Parler\n  aliases: [パーラー]\nactors:\n  - name: Amazon\n    aliases:\n    - AWS\n",
	"a: ~\nb: null\nc: Nullo\nd: \"null\"\na: again\n",
	"a: x   \nb:   y  \n\n\nc: 10:30\n",
	"title: Straße — “quoted” text, 50 % off; (really)\n",
}

func TestPlainTextsNeedNoLibrary(t *testing.T) {
	for _, text := range plainly {
		if _, ok := readPlain(text); !ok {
			t.Errorf("left to the library: %q", text)
		}
		sameAsLibrary(t, text)
	}
}

// twisted are texts that look plain and are not, or mean something else.
var twisted = []string{
	"a: b: c", "a: b #c", "a: b\n  c", "a: b:", "a: \"b\" c", "a: 'b''c'", "a: \"b\\n\"", "a: 'b\n  c'", "a: [b: c]", "a: [b, [c]]",
	"a: [b,]", "a: [,b]", "a: [b\n, c]", "a: [b] c", "a: [b]]", "a: [\"b\"c]", "a: ['b', c']", "a: - b", "a: | \n b", "a: > b", "a: &b c", "a: *b", "a: !b c",
	"a:\nb: c", "a:\n", "a: ", "a:\n  b", "a:\n- b\n c", "a:\n - b\n- c", "a:\n  - b\n c: d", "a:\n- b\n-\n", "a:\n- b: c\n   d: e", "a:\n- b: c\n  d: e\n f: g",
	"- a", " a: b", "a: b\n c: d", "a: b\n- c", "a:\n- b\n- - c", "a\tb: c", "a:\tb", "a: b\t", "a: b\r\nc: d", "# a: b", "a: b\n# c", "--- \na: b", "a: b\n---\nc: d", "a: b\n...", "%a: b",
	"a: \u2028b", "a: b\u0085c", "\ufeffa: b", "a: \x00", "a: \xff", "a: \U0001f600", "a: \ufffe", "a : b", "a: {b: c}", "a: ?b", "a: b ? c", "a: [?b, c]", "a: [b?, -c]", "a: -1", "a: @b", "a: `b`", "a: %b",
	"<<: b", "y: n", "null: a", "a: <<", "a: =", "a: ''", "a: \"\"", "a: '", "a: \"", "a: [']", "a: [\"]", "a: ['']", "a: [ ]", "a: [~, null]", "a: [b ]\n", "a: [b] \n",
	strings.Repeat("k", 1100) + ": v", "a: " + strings.Repeat("v", 3000), "a:\n" + strings.Repeat("  - b\n", 100), "a: b\n \nc: d", "a: b\n\n  \n",
}

func TestTwistedTextsAreReadAsTheLibraryReadsThem(t *testing.T) {
	for _, text := range twisted {
		sameAsLibrary(t, text)
	}
}

// FuzzPlain compares what is read quickly with what the library reads.
func FuzzPlain(f *testing.F) {
	for _, text := range append(plainly, twisted...) {
		f.Add(text)
	}
	f.Fuzz(sameAsLibrary)
}

func sameAsLibrary(t *testing.T, text string) {
	got, ok := readPlain(text)
	if !ok {
		return
	}
	want, err := parse(text, 0)
	if err != nil {
		t.Fatalf("%q was read, though it is no YAML: %v", text, err)
	}
	if want.node == nil || !reflect.DeepEqual(trimmed(got), trimmed(*want.node)) {
		t.Errorf("%q:\n got %+v\nwant %+v", text, got, want.node)
	}
}

// trimmed is n without the difference between no kids and none yet.
func trimmed(n node) node {
	kids := n.kids
	n.kids = nil
	for _, kid := range kids {
		n.kids = append(n.kids, trimmed(kid))
	}
	return n
}
