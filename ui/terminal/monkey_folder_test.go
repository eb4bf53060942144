package terminal

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// folder is a folder of articles that changes while it is read, and what ought to
// be in it.
type folder struct {
	t     testing.TB
	dir   string
	files map[string]bool // by their names
	made  int
}

func newFolder(t testing.TB, dir string, n int) *folder {
	f := &folder{t: t, dir: dir, files: map[string]bool{}}
	for range n {
		f.add(uint64(f.made))
	}
	return f
}

func (f *folder) add(seed uint64) {
	f.made++
	name := fmt.Sprintf("%d/%d.md", f.made%17, f.made)
	f.write(name, seed)
	f.files[name] = true
}

func (f *folder) write(name string, seed uint64) {
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	err := os.MkdirAll(filepath.Dir(path), 0o777)
	if err == nil {
		err = os.WriteFile(path, []byte(invented(seed)), 0o666)
	}
	if err != nil {
		f.t.Fatal(err)
	}
}

// change changes a file, of four kinds: there is one more or one fewer, one is
// called otherwise, or another text is in it.
func (f *folder) change(kind, which int) {
	names := slices.Sorted(maps.Keys(f.files))
	if len(names) < 2 || kind%4 == 0 {
		f.add(uint64(which))
		return
	}
	name := names[which%len(names)]
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	var err error
	switch kind % 4 {
	case 1:
		err = os.Remove(path)
		delete(f.files, name)
	case 2:
		f.made++
		to := fmt.Sprintf("%d/moved-%d.md", f.made%17, f.made)
		if err = os.MkdirAll(filepath.Join(f.dir, filepath.Dir(to)), 0o777); err == nil {
			err = os.Rename(path, filepath.Join(f.dir, filepath.FromSlash(to)))
		}
		delete(f.files, name)
		f.files[to] = true
	default:
		f.write(name, uint64(which))
	}
	if err != nil {
		f.t.Fatal(err)
	}
}

// pieces are what articles are invented from: some of each kind of block, and
// what layouts stumble over.
var pieces = []string{
	"A [link](https://example.org/%d), [another](%d.md#a-heading) and a [letter](mailto:jo@example.org).",
	"Globex has cut its ties with Acme, it said on Friday.",
	"> Amazon kündigte Parler am 9. Januar den Vertrag, sagte John Matze.\n>> Twice.",
	"## A heading with 漢字 and العربية\n\n### Another",
	"- one\n  - two\n    1. three\n- [ ] four",
	"| a | b |\n|---|--:|\n| 漢 | " + "wide " + "|",
	"```go\nfunc main() { println(\"\x1b[2J\") }\n```",
	"ab\u202ecd\u2066 e\u200bf \U000e0041 e" + "\u0301\u0302\u0303" + "g 👩‍👩‍👧",
	"<div>html</div>\n\nLine one  \nline two",
	"Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword",
	"Plain words of an article that goes on for a while, as articles do. Plain words of an article that goes on.",
}

// invented is an article; equal seeds make equal ones.
func invented(seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	if r.IntN(4) > 0 {
		fmt.Fprintf(&b, "---\ntitle: %q\nlanguage: %s\ndate: 20%02d-%02d-%02d\n", fmt.Sprintf("Title %d of 漢字 \u202e and words", seed), []string{"en", "de", "fr", "ja"}[r.IntN(4)], 10+r.IntN(14), 1+r.IntN(12), 1+r.IntN(28))
		if r.IntN(3) == 0 {
			b.WriteString("actors: [Jo Doe, Globex]\ncuts: [{vendor: Globex, status: disputed}, {vendor: Amazon}]\n")
		}
		b.WriteString("---\n")
	}
	for range 1 + r.IntN(8) {
		piece := pieces[r.IntN(len(pieces))]
		if strings.Contains(piece, "%d") {
			piece = fmt.Sprintf(piece, r.IntN(500), r.IntN(500))
		}
		b.WriteString(piece + "\n\n")
	}
	return b.String()
}
