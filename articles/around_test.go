package articles

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

const lead = "The network went dark on Monday after its host switched the servers off, and nobody at the company could say when it would be back."

func TestBlocks(t *testing.T) {
	const body = "# Title #\nText of a\nparagraph\n- one\n- two\n\n  inside\n- three\n\nUnder\n---\n> quote\ngoes on\n\n```go\n# code\n\nx\n```\n| a | b |\n|---|---|\n\na | b\n--|--\nc | d\n\n    indented\n\n***\n1. first\n<div>\nhtml\n</div>\n\nLast"
	names := map[blockKind]string{otherBlock: "other", paragraph: "paragraph", heading: "heading", list: "list"}
	var got []string
	for b := range blocksOf(body) {
		got = append(got, fmt.Sprintf("%s%d %q %q", names[b.kind], b.level, body[b.at.Start:b.at.End], body[b.words.Start:b.words.End]))
	}
	want := []string{
		`heading1 "# Title #" "Title"`, `paragraph0 "Text of a\nparagraph" ""`, `list0 "- one\n- two\n\n  inside\n- three" ""`,
		`heading2 "Under\n---" "Under"`, `other0 "> quote\ngoes on" ""`, `other0 "` + "```go\\n# code\\n\\nx\\n```" + `" ""`,
		`other0 "| a | b |\n|---|---|" ""`, `other0 "a | b\n--|--\nc | d" ""`, `other0 "    indented" ""`, `other0 "***" ""`,
		`list0 "1. first\n<div>\nhtml\n</div>" ""`, `paragraph0 "Last" ""`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func FuzzBlocks(f *testing.F) {
	for _, s := range []string{"", "# a\n\nb", "a\n===", "```\n", "- a\n\n\n", "    \n\tx", "#", "-", "1.", "a|b\n-|-", "\n\n# *a* _b_ `c` \\*"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		last := 0
		var all []block
		for b := range blocksOf(body) {
			if b.at.Start < last || b.at.End <= b.at.Start || b.at.End > len(body) || strings.TrimSpace(strings.Trim(body[last:b.at.Start], " \t\n")) != "" {
				t.Fatalf("block %v after %d of %q", b.at, last, body)
			}
			if b.kind == heading && (b.words.Start < b.at.Start || b.words.End > b.at.End || b.words.Start > b.words.End) {
				t.Fatalf("words %v of %v", b.words, b.at)
			}
			last = b.at.End
			all = append(all, b)
		}
		if view := unmarked(body, all, block{}); len(view) != len(body) || strings.Count(view, "\n") > strings.Count(body, "\n") {
			t.Errorf("%q became %q", body, view)
		}
	})
}

// around is what of a body is set apart, and its facts.
func around(t *testing.T, read format, body string) (string, model.Article) {
	t.Helper()
	p, err := testParser().parse(inFull, read, "a.md", "a.md", []byte(body), noSidecar)
	must(t, err)
	var all []string
	for _, f := range p.text.Furniture {
		all = append(all, p.text.Body[f.Start:f.End])
	}
	return strings.Join(all, " § "), p.article
}

func TestFurnitureOfMarkdown(t *testing.T) {
	long := lead + " " + lead
	tests := []struct{ name, body, want string }{
		{"nothing", "", ""},
		{"only a title", "# A network loses its host\n", ""},
		{"title", "# A network loses its host\n\n" + long, "# A network loses its host"},
		{"underlined title", "A network loses its host\n===\n\n" + long, "A network loses its host\n==="},
		{"title behind prose", long + "\n\n# A network loses its host\n\n" + long, ""},
		{"title of a part behind prose", long + "\n\n## « One » and more\n\n" + long, ""},
		{"wrapped by an editor", "# A network\n\n" + strings.Repeat("The company had ended its contract with the host on\n", 4) + "11 January 2021\nand nobody at the company could say when it would come\nback.\n\n" + long, "# A network"},
		{"byline, date, kicker", "*Technology*\n\n# A network loses its host\n\nBy **Jane Roe**\n\n_11 January 2021_\n\n" + long, "*Technology* § # A network loses its host § By **Jane Roe** § _11 January 2021_"},
		{"byline and date on lines", "# A network\n\nBy Jane Roe  \n11 January 2021\n\n" + long, "# A network § By Jane Roe  \n11 January 2021"},
		{"share buttons", "# A network\n\n- [Facebook](https://f.example/s)\n- [Twitter](https://t.example/s)\n\n" + long, "# A network § - [Facebook](https://f.example/s)\n- [Twitter](https://t.example/s)"},
		{"a list that is content", "# A network\n\n" + long + "\n\nThey left:\n\n- Facebook\n- Twitter\n\n" + long, "# A network"},
		{"teasers", "# A network\n\n" + long + "\n\n**Read also:** [What is a host?](https://a.example/b)\n\n" + long, "# A network § **Read also:** [What is a host?](https://a.example/b)"},
		{"foot", "# A network\n\n" + long + "\n\n" + long + "\n\n## Related articles\n\n- [One](a)\n- [Two](b)\n\n© 2021 The Harbour Express", "# A network § ## Related articles § - [One](a)\n- [Two](b) § © 2021 The Harbour Express"},
		{"documentation", "# A tool\n\n" + long + "\n\n" + long + "\n\n## Comments\n\nLines with a sign are comments.\n\n```\n# a\n```\n", "# A tool"},
		{"a changelog", "# Changes\n\n## 1.2.0 (11 January 2021)\n\n- one\n\n## 1.1.0 (2020-12-01)\n\n- two\n", "# Changes"},
		{"long documentation", "# A tool\n\n" + strings.Repeat(long+"\n\n", 12) + "## Comments\n\n" + strings.Repeat(long+"\n\n", 5), "# A tool"},
		{"a sentence above a line", "This is what it says, and no more.\n\nOne more line, with no stop\n\n" + long, ""},
		{"code and quotes", "# A network\n\n> Advertisement\n\n```\nAdvertisement\n```\n\n| Advertisement |\n|---|\n\n" + long, "# A network"},
		{"picture's credit", "# A network\n\nPhoto: Jane Roe\n\n" + long, "# A network § Photo: Jane Roe"},
		{"a program's date", "date 2021-01 " + long, "date 2021-01 "},
		{"agency's mark", "# A network\n\nLONDON (Reuters) - " + long, "# A network"},
	}
	for _, tt := range tests {
		if got, _ := around(t, markdown, tt.body); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSourceIsDetectedAndNoActor(t *testing.T) {
	r := model.NewRegister(model.Actor{Name: "Parler"}, []model.Actor{{Name: "Reuters"}, {Name: "Amazon"}})
	for _, read := range []format{markdown, plain} {
		body := "A network\n\nLONDON (Reuters) - " + lead + " Amazon did not say why.\n"
		p, err := parserOf(r).parse(inFull, read, "a", "a", []byte(body), noSidecar)
		must(t, err)
		if a := p.article; a.Source != "Reuters" || !a.Detected.Has(model.FieldSource) || !slices.Equal(a.Actors, []string{"Amazon"}) {
			t.Errorf("source %q, actors %q, detected %v", a.Source, a.Actors, a.Detected.Names())
		}
		p, err = parserOf(r).parse(inFull, read, "a", "a", []byte("---\nsource:\n---\n"+body+"\n\nIt told Reuters nothing.\n"), noSidecar)
		must(t, err)
		if a := p.article; a.Source != "" || a.Detected.Has(model.FieldSource) || !slices.Contains(a.Actors, "Reuters") {
			t.Errorf("a closed field: source %q, actors %q, detected %v", a.Source, a.Actors, a.Detected.Names())
		}
	}
}

func TestMarkdownIsEvidenceAllTheSame(t *testing.T) {
	got, a := around(t, markdown, "# Amazon has cut off Parler\n\nBy Jane Roe\n\nThe network is gone, and nobody at the company knows for how long it will be.\n")
	if len(a.Cuts) != 1 || got != "By Jane Roe" || a.Author != "Jane Roe" {
		t.Errorf("a headline that proves a cut: %d cuts, %q set apart, author %q", len(a.Cuts), got, a.Author)
	}
}
