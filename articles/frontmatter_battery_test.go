package articles

import (
	"fmt"
	"strings"
	"testing"

	"dossier/articles/battery"
	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

// laughs are anchors of which each holds nine of the one before.
func laughs(levels int, open, item, shut string) string {
	var b strings.Builder
	b.WriteString("a0: &a0 " + open + strings.Repeat(fmt.Sprintf(item, "k", "v"), 1) + shut + "\n")
	for i := 1; i <= levels; i++ {
		fmt.Fprintf(&b, "a%d: &a%d %s", i, i, open)
		for j := range 9 {
			fmt.Fprintf(&b, item, fmt.Sprint("k", j), fmt.Sprint("*a", i-1))
		}
		b.WriteString(shut + "\n")
	}
	return b.String()
}

// numbered repeats a line with the numbers below n in it.
func numbered(line string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(line, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// blocks are what stands between two lines `---`, with the title that the file
// has to have; "" where any will do.
var blocks = []struct{ block, title string }{
	{"title: Hello\ntags: [a, b]\ndate: 2024-05-01", "Hello"},
	{laughs(9, "[", "%.0s%s,", "]") + "title: x", "x"},
	{laughs(8, "[", "%.0s%s,", "]") + "actors: *a8\ntitle: x", "x"},
	{laughs(9, "{", "%s: %s,", "}") + "title: x", "x"},
	{"m0: &m0 {a: 1}\n" + numbered("m#: &m#\n  <<: [*m0, *m0]\n  k#: 1\n", 25) + "title: x", "x"},
	{"a: &a [*a]\ntitle: x", "x"},
	{"&a title: *a\nb: &b\n  c: *b", ""},
	{"title: " + strings.Repeat("[", 10_000), ""},
	{"title: " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), ""},
	{"title: " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), ""},
	{"title: " + strings.Repeat("{a: ", 15_000), ""},
	{func() (s string) {
		for i := range 300 {
			s += strings.Repeat(" ", i) + "a:\n"
		}
		return s
	}(), ""},
	{strings.Repeat("- ", 30_000) + "a", ""},
	{strings.Repeat("? ", 30_000) + "a", ""},
	{"title: " + strings.Repeat("a", 60_000), ""},
	{"title: " + strings.Repeat("a", 1<<20), ""},
	{"title: \"" + strings.Repeat("a ", 30_000) + "\"", ""},
	{"title: |\n" + strings.Repeat("  line\n", 900), ""},
	{"title: \"" + strings.Repeat("a\n", 900), ""},
	{numbered("k#: v\n", 900) + "title: x", "x"},
	{numbered("k#: v\n", 100_000) + "title: x", ""},
	{"actors: [" + strings.Repeat("a,", 20_000) + "b]\ntitle: x", "x"},
	{numbered("k#: &a# v\n", 900) + "title: x", "x"},
	{strings.Repeat(":", 60_000), ""},
	{strings.Repeat("a: ", 20_000), ""},
	{strings.Repeat("!", 60_000), ""},
	{strings.Repeat("%A b\n", 900) + "title: x", ""},
	{"title: x\n" + strings.Repeat("# c\n", 900), "x"},
	{"title: a\ntitle: b", "a"},
	{"title: x\nactors:\n\t- a", "x"},
	{"\ufefftitle: x", ""},
	{"title: x\r\nactors: [a]\r\ndraft: true\r", "x"},
	{"title: x\ractors: [a]\r", "x"},
	{"title: x\ndate: 2024-13-45", "x"},
	{"title: x\ndate: 2024-05-01T10:00:00+02:00", "x"},
	{"title: x\ndate: May 1st, 2024", "x"},
	{"title: no", "no"},
	{"title: 2024", "2024"},
	{"title: 1e400", "1e400"},
	{"title: ~", ""},
	{"title: Foo: bar", "Foo: bar"},
	{"title: @handle", "@handle"},
	{"title: *emph* text", "*emph* text"},
	{"title: [a, b]", ""},
	{"actors: one, two\ntitle: x", "x"},
	{"actors: [a, [b, c], {d: e}]\ntitle: x", "x"},
	{"title: 0777", "0777"},
	{"title: caf\xe9", "café"},
	{"title: a\x00b", ""},
	{"title: a\x1b[31mb", "a␛[31mb"},
	{`title: "a\e[31mb\x9b\u009d\u202e"`, "a␛[31mb\ufffd\ufffd"},
	{"title: !!binary G1szMW0=", ""},
	{"title: !!python/object/apply:os.system [id]", ""},
	{"title: a\n...\nb", "a"},
	{"title: a\n---\ntitle: b", "a"},
	{"", ""},
	{"# x", ""},
	{"just text", ""},
	{"- a", ""},
	{"title: *nope", "*nope"},
	{"title: a\u0085b\u2028c", ""},
	{"title: 1:30:00", "1:30:00"},
	{"title: x\ndraft: 99999999999999999999999999", "x"},
	{"? [a, b]\n: c\ntitle: x", "x"},
	{"<<: foo\ntitle: x", "x"},
	{strings.Repeat("&a ", 20_000) + "x: y", ""},
	{"title: >\n" + strings.Repeat("  a\n\n", 400), ""},
	{"title: \"" + strings.Repeat("\\x41", 15_000) + "\"", ""},
	{strings.Repeat("-", 60_000), ""},
	{strings.Repeat("[a: ", 15_000), ""},
	{"actors: [" + strings.Repeat(",", 60_000) + "]\ntitle: x", "x"},
	{strings.Repeat("\n", 900) + "title: x", "x"},
	{"title:" + strings.Repeat(" ", 60_000) + "x", "x"},
	{"title: \"open\nlang: de", "open"},
	{"title: {a: b}", ""},
}

// marker ends every file: a body that has it was not lost.
const marker = "The words that must not be lost."

// fences are heads of files: where front matter begins and ends, and what only
// looks like it.
var fences = []struct {
	head, title string
	isBody      bool // the head is a part of the body too
}{
	{"---\ntitle: x\n---\n", "x", false},
	{"\ufeff---\ntitle: x\n---\n", "x", false},
	{"\ufeff\ufeff---\ntitle: x\n---\n", "", false},
	{"---\r\ntitle: x\r\n---\r\n", "x", false},
	{"---\rtitle: x\r---\r", "x", false},
	{"---\ntitle: x\r\n---\r", "x", false},
	{"\ufeff---\r\ntitle: x\r\n---\r\n", "x", false},
	{"---\u2028title: x\u2028---\u2028", "x", false},
	{"--- \t\ntitle: x\n---  \n", "x", false},
	{"---\ntitle: x\n...\n", "x", false},
	{"---\ntitle: x\n--- # end\n", "", true},
	{"---\ntitle: x\n----\n", "", true},
	{"---\ntitle: x\n --- \n", "", true},
	{"---\ntitle: x\n", "", true},
	{"---\ntitle: x", "", true},
	{"---\n", "", true},
	{"---", "", true},
	{"---\n---\n", "", false},
	{"---\n\n---\n", "", false},
	{"---\n# only a comment\n---\n", "", false},
	{"---\n---\n---\n", "", false},
	{"\n---\ntitle: x\n---\n", "", true},
	{" ---\ntitle: x\n---\n", "", true},
	{"----\ntitle: x\n----\n", "", true},
	{"***\ntitle: x\n***\n", "", true},
	{"-- -\ntitle: x\n---\n", "", true},
	{"–––\ntitle: x\n–––\n", "", true},
	{"---\ntitle: x\na: " + strings.Repeat("b", 64<<10-len("title: x\na: \n")-1) + "\n---\n", "x", false},
	{"---\ntitle: x\na: " + strings.Repeat("b", 64<<10-len("title: x\na: \n")+1) + "\n---\n", "", true},
	{"---\ntitle: x\n" + strings.Repeat("a: b\n", 998) + "---\n", "x", false},
	{"---\ntitle: x\n" + strings.Repeat("a: b\n", 1000) + "---\n", "", true},
	{"+++\ntitle = \"x\"\n+++\n", "", true},
	{"+++\n+++\n", "", true},
	{"+++\ntitle = \"x\"\n", "", true},
	{"{\n  \"title\": \"x\"\n}\n\n", "", true},
	{"{\"title\": \"x\", \"a\": [1, {\"b\": null}]}\n", "", true},
	{"{\"title\": \"x\"", "", true},
	{"{{< figure src=a >}}\n", "", true},
	{"%YAML 1.1\n---\ntitle: x\n---\n", "", true},
	{";;;\n{\"title\": \"x\"}\n;;;\n", "", true},
	{"<!--\ntitle: x\n-->\n", "", true},
}

// TestBatteryFrontMatter opens files whose front matter is broken, huge or none:
// all are listed with a title, none loses its body, and a fault is told with the
// line that it is in.
func TestBatteryFrontMatter(t *testing.T) {
	dir := t.TempDir()
	titles, whole := map[string]string{}, map[string]bool{}
	for i, b := range blocks {
		name := fmt.Sprintf("block%02d.md", i)
		write(t, dir, name, "---\n"+b.block+"\n---\n\n"+marker+"\n")
		titles[name] = b.title
	}
	for i, f := range fences {
		for _, ending := range []string{".md", ".txt"} {
			name := fmt.Sprintf("fence%02d%s", i, ending)
			write(t, dir, name, f.head+"\n"+marker+"\n")
			titles[name], whole[name] = f.title, f.isBody
		}
	}
	l, err := open(t, dir)
	must(t, err)
	told := map[string][]model.Notice{}
	for _, n := range l.Dossier().Notices {
		told[n.Path] = append(told[n.Path], n)
	}
	shown := map[string]bool{} // those whose head is shown as text
	for i, a := range every(l.Dossier()) {
		want, body := titles[a.Path], textOf(l, i).Body
		delete(titles, a.Path)
		switch {
		case a.Title == "" || a.Title != clean.Line(a.Title) || want != "" && a.Title != want:
			t.Errorf("%s has the title %q, want %q", a.Path, a.Title, want)
		case strings.Count(body, marker) != 1:
			t.Errorf("%s has the body %.80q", a.Path, body)
		}
		shown[a.Path] = strings.HasPrefix(body, "---")
		for _, n := range told[a.Path] {
			if n.Line == 0 && n.Kind != model.AboutFile {
				t.Errorf("%s: no line is named in %q", a.Path, n.Text)
			}
		}
		if whole[a.Path] && len(body) <= len(marker)+1 {
			t.Errorf("%s lost its head", a.Path)
		}
	}
	for i, b := range blocks {
		name := fmt.Sprintf("block%02d.md", i)
		_, broken := yamldoc.Parse(clean.Text(b.block), 1)
		if broken != nil && len(told[name]) == 0 && !shown[name] {
			t.Errorf("%s: nothing is told of %v", name, broken)
		}
	}
	for name := range titles {
		t.Errorf("%s is not listed: %v", name, told[name])
	}
	battery.Tried(t, len(blocks)+2*len(fences), "front matters")
}
