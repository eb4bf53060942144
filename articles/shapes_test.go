package articles

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
	"dossier/articles/decode"
	"dossier/model"
	"dossier/model/clean"
)

// kept are the files that a shape is read as.
var kept = map[string]shapes.Set{"a.md": all(shapes.All, shapes.Pathological), "a.txt": shapes.All, "a.html": all(shapes.Pages, shapes.All)}

// all is sets as one; names are told apart by their numbers.
func all(sets ...shapes.Set) shapes.Set {
	joined := shapes.Set{}
	for i, set := range sets {
		for name, of := range set {
			if i > 0 {
				name += " (also)"
			}
			joined[name] = of
		}
	}
	return joined
}

// TestBatteryShapes reads every shape as each kind of file, with all that can be
// found out about it: that ends soon, there is a title, and the text is whole.
func TestBatteryShapes(t *testing.T) {
	sizes := []int{6_000}
	if battery.Whole() {
		sizes = []int{10_000, 100_000, 1_000_000, 8_000_000}
	}
	p, tried := testParser(), 0
	for name, set := range kept {
		for _, shape := range set.Names() {
			for _, n := range sizes {
				raw := []byte(set[shape](n))
				battery.Within(t, 3*time.Second, shape+" as "+name, func() { checkRead(t, p, name, raw) })
				if tried++; t.Failed() {
					t.Fatalf("%s in %d bytes as %s", shape, n, name)
				}
			}
		}
	}
	battery.Tried(t, tried, "hostile shapes read as files")
}

// checkRead reads a file, and checks what does not depend on what it says.
func checkRead(t *testing.T, p *parser, name string, raw []byte) {
	t.Helper()
	got, err := p.parse(inFull, formatOf(name), name, name, raw, noSidecar)
	if errors.Is(err, decode.ErrBinary) && bytes.IndexByte(raw, 0) >= 0 {
		return
	}
	must(t, err)
	body := got.text.Body
	if title := got.article.Title; title == "" || title != clean.Line(title) {
		t.Errorf("the title is %q", title)
	}
	if body != clean.Text(body) {
		t.Error("the body is not clean")
	}
	for i, f := range got.text.Furniture {
		if f.Start >= f.End || f.End > len(body) || i > 0 && f.Start < got.text.Furniture[i-1].End {
			t.Errorf("furniture %+v of %d bytes", f, len(body))
		}
	}
	for _, c := range slices.Concat(got.article.Cuts, got.article.Possible) {
		if slices.ContainsFunc(c.Passages, func(m model.Passage) bool { return m.Start < 0 || m.End > len(body) }) {
			t.Errorf("a cut is read at %v of %d bytes", c.Passages, len(body))
		}
	}
}

// TestBatteryGrowth: nothing that reads a file takes four times as long for twice as
// much.
func TestBatteryGrowth(t *testing.T) {
	if !battery.Whole() {
		t.Skip("it is measured in the long battery")
	}
	p, tried := testParser(), 0
	for name, set := range kept {
		for _, shape := range set.Names() {
			battery.Growth(t, shape+" as "+name, func(n int) func() {
				raw := []byte(set[shape](n))
				return func() { _, _ = p.parse(inFull, formatOf(name), name, name, raw, noSidecar) }
			})
			tried++
		}
	}
	for _, shape := range shapes.All.Names() {
		battery.Growth(t, "what is hidden in "+shape, func(n int) func() {
			raw := shapes.All[shape](n)
			return func() { clean.Reveal(raw, math.MaxInt) }
		})
		tried++
	}
	battery.Tried(t, tried, "ways of growing measured")
}
