package width

import "testing"

func TestBothWays(t *testing.T) {
	defer Graphemes(false)
	for _, c := range []struct {
		text             string
		points, clusters int
		first            [2]int // bytes of the first character, either way
	}{
		{"word", 4, 4, [2]int{1, 1}},
		{"漢字", 4, 4, [2]int{3, 3}},
		{"क्ष", 2, 1, [2]int{6, 9}},
		{"ทำ", 2, 1, [2]int{3, 6}},
		{"👩\u200d👧", 4, 2, [2]int{7, 11}},
		{"☎\ufe0f", 1, 2, [2]int{6, 6}},
		{"e\u0301x", 2, 2, [2]int{3, 3}},
		{"\u0301", 0, 0, [2]int{2, 2}},
		{"\x1b[1mx\x1b[m", 1, 1, [2]int{1, 1}},
	} {
		for way, want := range []int{c.points, c.clusters} {
			Graphemes(way == 1)
			if got := Of(c.text); got != want {
				t.Errorf("%q takes %d cells, want %d", c.text, got, want)
			}
			if n, _ := First(c.text); n != c.first[way] {
				t.Errorf("the first character of %q has %d bytes, want %d", c.text, n, c.first[way])
			}
		}
	}
}

func TestCut(t *testing.T) {
	defer Graphemes(false)
	for _, counted := range []bool{false, true} {
		Graphemes(counted)
		for _, c := range []struct {
			left, right int
			want        string
		}{{0, 3, "one"}, {4, 7, "two"}, {4, 99, "two three"}, {8, 8, ""}, {5, 4, ""}} {
			if got := Cut("one two three", c.left, c.right); got != c.want {
				t.Errorf("cells %d to %d are %q, want %q", c.left, c.right, got, c.want)
			}
		}
	}
}

func TestSettle(t *testing.T) {
	defer Graphemes(false)
	for text, want := range map[string]string{
		"plain": "plain", "👩\u200d👧 ☎\ufe0f": "👩👧 ☎", "क्\u200dष": "क्\u200dष", "می\u200cخواهم": "می\u200cخواهم", "👨🏿\u200d🚀": "👨🏿🚀",
	} {
		if got := Settle(text); got != want {
			t.Errorf("%q is drawn %q, want %q", text, got, want)
		}
		if Of(want) != Of(text) {
			t.Errorf("%q takes other cells than %q", want, text)
		}
	}
	Graphemes(true)
	if Settle("👩\u200d👧") != "👩\u200d👧" {
		t.Error("what the terminal joins is parted")
	}
}
