package terminal

import (
	"strings"
	"testing"

	"charm.land/bubbles/v2/textinput"

	"dossier/ui/terminal/width"
)

// TestCursorStandsWhereTextGoes, in every script and where not all of it fits.
func TestCursorStandsWhereTextGoes(t *testing.T) {
	for _, text := range []string{"plain words", "漢字かな", "अमेज़न क्षत्रिय", "é👍🏽x", "بارلر", strings.Repeat("漢字 and more ", 9)} {
		for w := 2; w < 40; w++ {
			in := newInput(text)
			value := []rune(text)
			for at := range len(value) + 1 {
				if at < len(value) && width.Of(string(value[at])) == 0 {
					continue // within a letter and its marks
				}
				in.SetCursor(at)
				checkInput(t, &in, w)
			}
		}
	}
	in := newInput("")
	in.Placeholder = "type"
	if shown, x := inputLine(&in, 20); x != 0 || width.Of(shown) > 20 {
		t.Errorf("nothing typed is shown as %q, the cursor at %d", shown, x)
	}
}

func checkInput(t *testing.T, in *textinput.Model, w int) {
	t.Helper()
	shown, x := inputLine(in, w)
	value := []rune(in.Value())
	before, after := string(value[:in.Position()]), string(value[in.Position():])
	switch {
	case width.Of(shown) > w, x < 0, x >= w:
		t.Fatalf("%q in %d cells is %q, the cursor at %d", in.Value(), w, shown, x)
	case !strings.HasSuffix(before, width.Cut(shown, 0, x)):
		t.Fatalf("%q stands before the cursor, want the end of %q", width.Cut(shown, 0, x), before)
	case !strings.HasPrefix(after, width.Cut(shown, x, w)):
		t.Fatalf("%q stands behind the cursor, want the beginning of %q", width.Cut(shown, x, w), after)
	}
}
