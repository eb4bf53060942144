package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// chunks cuts a whole body.
func chunks(body string) []chunk {
	c := cutter{body: body, end: len(body)}
	var all []chunk
	for {
		k, ok := c.next()
		if !ok {
			return all
		}
		all = append(all, k)
	}
}

// filler is text that makes a chunk long enough to be cut after it.
var filler = strings.Repeat("Words that fill a paragraph.\n\n", aim/30+1)

func TestChunksCoverTheBody(t *testing.T) {
	for _, body := range []string{"", "a", "\n\n", filler, strings.Repeat("> a\n", 50_000), "```\n" + strings.Repeat("x\n", 50_000) + "```\nend\n",
		"```\n" + strings.Repeat("x", longestLine+1) + "\n```\n", strings.Repeat("x\n", most) + strings.Repeat("y", longestLine+1)} {
		pos := 0
		for _, k := range chunks(body) {
			if k.start != pos || k.end <= k.start && k.form != code {
				t.Fatalf("chunk %+v at %d", k, pos)
			}
			pos = k.end
			if k.form == code {
				pos = pos + len(closing(body[pos:]))
			}
		}
		if pos != len(body) {
			t.Errorf("the chunks of %d bytes end at %d", len(body), pos)
		}
	}
}

// closing is the fence's last line, which no chunk shows.
func closing(rest string) string {
	if strings.HasPrefix(rest, "```") {
		line, _, _ := strings.Cut(rest, "\n")
		return line + "\n"
	}
	return ""
}

// TestNoCutWithin: these belong together however long the text before them is.
func TestNoCutWithin(t *testing.T) {
	for _, whole := range []string{
		"```\ncode\n\nmore code\n```\n",
		"~~~~ text\n\n~~~\n\n~~~~\n",
		"<!-- a\n\nb -->\n",
		"<pre>\na\n\nb\n</pre>\n",
		"paragraph\n\n    indented\n",
		"Term\n\n: Definition\n",
	} {
		body := filler + whole + "\nafter\n"
		for _, k := range chunks(body) {
			if k.start > len(filler) && k.start < len(filler)+len(whole) {
				t.Errorf("%q is cut before %q", whole, body[k.start:k.end])
			}
		}
	}
}

func TestVerdicts(t *testing.T) {
	for reason, block := range map[string]string{
		"it is nested too deep":                  strings.Repeat("> ", 30) + "a\n",
		"it has too many brackets and stars":     strings.Repeat("[a](", 4001) + "\n",
		"its table is too large":                 strings.Repeat("|a", 150) + "|\n" + strings.Repeat("|-", 150) + "|\n" + strings.Repeat("|x\n", 100),
		"its line is too long":                   strings.Repeat("word ", longestLine/5+1) + "\n",
		"its table is too large, wide":           strings.Repeat("|a", 300) + "|\n",
		"":                                       "* * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * *\n",
		", for a list with many short links":     strings.Repeat("- [a](b_c_d)\n", 2000),
		", for a table of ten columns":           strings.Repeat("|a", 10) + "|\n" + strings.Repeat("|-", 10) + "|\n" + strings.Repeat("|x|y|z|1|2|3|4|5|6|7|\n", 330),
		", for pipes that make no table":         strings.Repeat("a | b\n", 2000),
		", for code with brackets in any number": "```\n" + strings.Repeat("[[[[[[[[\n", 2000) + "```\n",
	} {
		want, _, _ := strings.Cut(reason, ",")
		var got string
		for _, k := range chunks("before\n\n" + block + "\nafter\n") {
			got += string(k.reason)
			if k.reason != "" && (k.start != 8 || k.end < 8+len(block)) {
				t.Errorf("%q: %+v is not the block alone", reason, k)
			}
		}
		if got != want {
			t.Errorf("%q: %q", reason, got)
		}
	}
}

func TestReferencesServeAllChunks(t *testing.T) {
	p := newParser()
	refs := references(p, "[A b]: http://one 'title'\n\ntext ]: not\n\n   [c]: <two>\n[d]:\n")
	if len(refs) != 2 {
		t.Fatalf("%d definitions", len(refs))
	}
	if n := len(references(p, strings.Repeat("[a]: b\n", 5000))); n > 1 {
		t.Errorf("one label is defined %d times", n)
	}
	var many strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&many, "[a%d]: b\n", i)
	}
	if n := len(references(p, many.String())); n != mostReferences {
		t.Errorf("%d definitions were kept", n)
	}
}

func TestEntities(t *testing.T) {
	for in, want := range map[string]string{
		"&amp;x": "&", "&eacute;": "é", "&#x41;": "A", "&#150;": "–", "&CounterClockwiseContourIntegral;": "∳", "&nbsp;": "\u00a0",
		"&#27;": "", "&#x9d;": "", "&Tab;": "", "&NewLine;": "", "&rlm;": "", "&shy;": "", "&#8238;": "", "&unknown;": "", "&amp": "", "& ;": "", "&;": "", "&#10;": "",
		"&notit;": "",
	} {
		n, got := entity(in)
		if got != want || n > 0 != (want != "") {
			t.Errorf("entity(%q) = %d, %q; want %q", in, n, got, want)
		}
	}
}
