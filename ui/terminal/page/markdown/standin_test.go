package markdown

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
)

// TestStandInsHaveTheirWidths is what all wrapping rests on, alone and beside
// each other.
func TestStandInsHaveTheirWidths(t *testing.T) {
	width := func(r rune) int { return xansi.StringWidth(string([]rune{'a', r, r, 'a'})) }
	for i := range mostStood + 1 {
		if n, w := narrowRune(i), wideFirst+rune(i); width(n) != 4 || width(w) != 6 || standsFor(n) != i || standsFor(w) != i {
			t.Fatalf("%d: %U has %d cells, %U %d; they stand for %d and %d", i, n, width(n), w, width(w), standsFor(n), standsFor(w))
		}
	}
	for i := range rune(100) {
		if r := firstOrnament + i; width(r) != 4 || standsFor(r) >= 0 {
			t.Fatalf("%U has %d cells and stands for %d", r, width(r), standsFor(r))
		}
	}
	for i := range rune(4) {
		if r := firstMarker + i; width(r) != 2 {
			t.Fatalf("%U has %d cells", r, width(r))
		}
	}
}

// TestNothingForeignReachesGlamour looks at what it is given.
func TestNothingForeignReachesGlamour(t *testing.T) {
	body := "# A &amp; b\n\n*c* [d](http://e.f \"g\") <http://h.i> ![j](k) `l` ~~m~~ <b>n</b> &#27;[2J\x1b[2J \\* 漢字 👍🏽\n\n" +
		"- o\n- [x] p\n\n> q\n\n|r|s|\n|-|-|\n|t|u|\n\n```go\nvar v = \"w\x1b[2J\"\n```\n\n<p>x &lt;</p>\n\ny\n: z\n"
	m := New(body, nil, 40, &ansi.StyleConfig{})
	b := &block{Text: m, src: []byte(body), targets: 1000}
	for n := m.parse(b.src, 0).FirstChild(); n != nil; n = n.NextSibling() {
		b.build(n, false)
		var in standIns
		if err := in.encode(&b.p, b.leaves); err != nil {
			t.Fatal(err)
		}
		for _, r := range string(in.out) {
			if standsFor(r) < 0 && r != emptyRune && !strings.ContainsRune("\n -_一", r) {
				t.Fatalf("%q in %q", r, in.out)
			}
		}
		checkTree(t, b.doc, len(in.out))
	}
}

// checkTree fails if a tree shows anything but its source.
func checkTree(t *testing.T, n node, size int) {
	switch n := n.(type) {
	case *ast.Text:
		if n.Segment.Start < 0 || n.Segment.Stop > size {
			t.Fatalf("%+v of %d bytes", n.Segment, size)
		}
	case *ast.Link:
		if string(n.Destination) != "#" || n.Title != nil {
			t.Fatalf("a link to %q, %q", n.Destination, n.Title)
		}
	case *ast.Image:
		if n.Destination != nil || n.Title != nil {
			t.Fatalf("a picture at %q, %q", n.Destination, n.Title)
		}
	case *ast.AutoLink, *ast.RawHTML, *ast.String, *ast.FencedCodeBlock:
		t.Fatalf("a %v", n.Kind())
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		checkTree(t, c, size)
	}
}

// TestPositionsSideBySide: in a table's wrapped cells every line shows parts of
// the body that do not follow each other.
func TestPositionsSideBySide(t *testing.T) {
	body := "|a|b|\n|-|-|\n|one two-three|*four* five-six|\n"
	lines, _ := laid(body, 22, ansi.StyleConfig{})
	var got []string
	for _, l := range lines {
		for _, s := range l.Spans {
			cells := xansi.Cut(xansi.Strip(l.Text), int(s.Col), int(s.Col+s.Width))
			if cells != body[s.Start:s.End] {
				t.Errorf("%q stands for %q", cells, body[s.Start:s.End])
			}
			got = append(got, cells)
		}
	}
	if want := "[a b one two- four three five-six]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// TestLinesFit: Glamour lets a line be a cell too wide after a space of a style.
func TestLinesFit(t *testing.T) {
	space := ansi.StylePrimitive{Prefix: " ", Suffix: "  "}
	style := ansi.StyleConfig{Code: ansi.StyleBlock{StylePrimitive: space}, Emph: space}
	for _, body := range []string{"- " + strings.Repeat("a-", 60), strings.Repeat("漢-", 60), strings.Repeat("d", 17) + "（漢字）", "`" + strings.Repeat("b", 70) + "`",
		"*" + strings.Repeat("c", 70) + "*", strings.Repeat("ab cd-ef ", 30)} {
		for width := Narrowest; width < 40; width++ {
			lines, found := laid(body, width, style)
			for _, l := range lines {
				if w := xansi.StringWidth(l.Text); w > width {
					t.Fatalf("%d cells of %d: %q", w, width, l.Text)
				}
			}
			if got := strings.Count(joined(lines), "-"); got != strings.Count(body[1:], "-") {
				t.Fatalf("%q at %d has %d hyphens", body, width, got)
			}
			if len(found.Notices) > 0 {
				t.Fatalf("%q at %d: %q", body, width, found.Notices)
			}
		}
	}
}

// TestAFailureShowsTheText: a style that Glamour cannot use loses nothing.
func TestAFailureShowsTheText(t *testing.T) {
	style := ansi.StyleConfig{Text: ansi.StylePrimitive{Format: "{{.nothing.at.all"}}
	lines, found := laid("# a *b*\n\nc\n", 40, style)
	if len(lines) != 3 || lines[0].Text != "# a *b*" || len(found.Notices) != 1 || len(found.Headings) != 0 {
		t.Errorf("%q %+v", lines, found)
	}
	style = ansi.StyleConfig{Text: ansi.StylePrimitive{Format: "cut"}}
	if got := shown("a\n", 40, style); got != "a\n" {
		t.Errorf("a format that drops the text shows %q", got)
	}
}
