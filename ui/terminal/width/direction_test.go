package width

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// turned is a row as a terminal shows it that turns round what is written from right
// to left, letter by letter.
func turned(t *testing.T, row string) []rune {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(row, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var shown []rune
	for i := range order.NumRuns() {
		run := order.Run(i)
		text := run.String()
		if run.Direction() == bidi.RightToLeft {
			text = bidi.ReverseString(text)
		}
		shown = append(shown, []rune(text)...)
	}
	return []rune(strings.ReplaceAll(string(shown), leftToRight, ""))
}

// TestColumnsStayWhenTurnedRound: what stands behind the blanks begins where it began.
func TestColumnsStayWhenTurnedRound(t *testing.T) {
	for _, row := range []string{
		"○ עברית          1  rest",
		"ar · الجزيرة       أعلنت شركة",
		"▌ הארץ    10 January",
		"  \x1b[1mאמזון\x1b[m \x1b[2m  12 \x1b[m",
	} {
		plain := strings.NewReplacer("\x1b[1m", "", "\x1b[2m", "", "\x1b[m", "").Replace(row)
		guarded := strings.NewReplacer("\x1b[1m", "", "\x1b[2m", "", "\x1b[m", "").Replace(Guard(row))
		shown, logical := turned(t, guarded), []rune(plain)
		for i, r := range logical {
			if blank := r == ' '; blank != (shown[i] == ' ') && (i == 0 || logical[i-1] == ' ' || blank) && columns(plain, i) {
				t.Errorf("%q is shown as %q: cell %d has changed", plain, string(shown), i)
				break
			}
		}
		if Of(Guard(row)) != Of(row) {
			t.Errorf("%q takes other cells with its mark", row)
		}
	}
	for _, row := range []string{"plain  text 12", "漢字   かな", ""} {
		if Guard(row) != row {
			t.Errorf("%q was changed", row)
		}
	}
}

// columns reports that a letter stands at the beginning of a column.
func columns(row string, at int) bool {
	runes := []rune(row)
	return at > 1 && runes[at-1] == ' ' && runes[at-2] == ' '
}
