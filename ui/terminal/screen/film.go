package screen

import (
	"fmt"
	"html"
	"strings"
	"unicode/utf8"
)

// Film is an animated picture of screens that follow one another, each with a
// line below it that says which keys were pressed, and what for.
type Film struct {
	Paper  Paper
	Poster int // the scene that is seen where nothing moves
	w, h   int
	scenes []scene
}

type scene struct {
	rows    []string // as parts of a picture
	seconds float64
}

// Take adds the screen as it is.
func (f *Film) Take(s *Screen, seconds float64, keys []string, words string) {
	f.w, f.h = s.Size()
	var rows []string
	for y := range f.h {
		rows = append(rows, s.drawn(f.Paper, y))
	}
	f.scenes = append(f.scenes, scene{append(rows, caption(f.Paper, f.h+1, keys, words)), seconds})
}

// caption is the line below a scene.
func caption(p Paper, row int, keys []string, words string) string {
	var b strings.Builder
	x, top := float64(edge+cellWidth), edge+row*cellHeight
	for _, key := range keys {
		n := float64(utf8.RuneCountInString(key))*cellWidth + 10
		fmt.Fprintf(&b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" rx="4" fill="none" stroke="%s" stroke-opacity=".5"/>`, x, top, n, cellHeight, p.Foreground)
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" textLength="%.1f">%s</text>`+"\n", x+5, top+cellHeight-5, n-10, html.EscapeString(key))
		x += n + 6
	}
	if words != "" {
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" font-family="system-ui,sans-serif" font-size="15">%s</text>`+"\n", x+4, top+cellHeight-5, html.EscapeString(words))
	}
	return b.String()
}

// SVG draws the film. Rows that are seen in the same scenes stand together, so
// that what does not change is written once.
func (f *Film) SVG() string {
	var b strings.Builder
	open(&b, f.Paper, f.w, f.h+2)
	groups := f.groups()
	b.WriteString("<style>\n")
	for i, g := range groups {
		if strings.Contains(g.when, "0") {
			f.animate(&b, fmt.Sprintf("s%d", i), g.when)
		}
	}
	b.WriteString("@media (prefers-reduced-motion:reduce){g{animation:none!important}}\n</style>\n")
	for i, g := range groups {
		fmt.Fprintf(&b, `<g class="s%d">`+"\n%s</g>\n", i, g.rows)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// group is rows, and a 1 for each scene in which they are seen, else a 0.
type group struct{ when, rows string }

func (f *Film) groups() (all []group) {
	at := map[string]int{}
	for y := range f.scenes[0].rows {
		for _, row := range f.distinct(y) {
			when := f.when(y, row)
			i, known := at[when]
			if !known {
				i = len(all)
				at[when], all = i, append(all, group{when: when})
			}
			all[i].rows += row
		}
	}
	return all
}

// distinct are the looks of a row, in order of time.
func (f *Film) distinct(y int) (rows []string) {
	seen := map[string]bool{"": true}
	for _, s := range f.scenes {
		if row := s.rows[y]; !seen[row] {
			seen[row], rows = true, append(rows, row)
		}
	}
	return rows
}

func (f *Film) when(y int, row string) string {
	var b strings.Builder
	for _, s := range f.scenes {
		if s.rows[y] == row {
			b.WriteByte('1')
		} else {
			b.WriteByte('0')
		}
	}
	return b.String()
}

// animate writes when a class is seen. Without animation it is as on the poster.
func (f *Film) animate(b *strings.Builder, class, when string) {
	var whole float64
	for _, s := range f.scenes {
		whole += s.seconds
	}
	state := map[byte]string{'0': "hidden", '1': "visible"}
	fmt.Fprintf(b, ".%s{visibility:%s;animation:%s %.1fs step-end infinite}@keyframes %s{", class, state[when[f.Poster]], class, whole, class)
	var begin float64
	for i, s := range f.scenes {
		if i == 0 || when[i] != when[i-1] {
			fmt.Fprintf(b, "%.2f%%{visibility:%s}", 100*begin/whole, state[when[i]])
		}
		begin += s.seconds
	}
	b.WriteString("}\n")
}
