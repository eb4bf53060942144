package main

import "dossier/ui/terminal/screen"

// film is a walk through the program, as an animated picture.
type film struct {
	w, h   int
	poster int // the scene for those who want nothing to move
	scenes []scene
}

// scene is keys that are pressed, what is then on the screen, how many seconds it
// stays, and the line below it: the keys as a person knows them, and what for.
type scene struct {
	press   []string
	see     string
	seconds float64
	keys    []string
	words   string
}

var tour = film{100, 26, 7, []scene{
	{nil, "5 of 5", 2.8, nil, "Articles in several languages, and everyone who is named in them."},
	{[]string{"f"}, "words of the text", 1.2, []string{"f"}, "Filter by who cut ties …"},
	{[]string{"vendor:"}, "vendor:", .9, []string{"f"}, "Filter by who cut ties …"},
	{[]string{"app"}, "4 of 5", 1.2, []string{"f"}, "Filter by who cut ties …"},
	{[]string{"\x7f\x7f\x7f", "Apple", "enter"}, "● Apple", 2.4, []string{"enter"}, "… and every count says what would be left."},
	{[]string{"j"}, "2/4", 1.2, []string{"j"}, "Choose an article …"},
	{[]string{"enter"}, "John Matze weiß nicht", 2.4, []string{"enter"}, "… and read it."},
	{[]string{"."}, "Apple · done", 3.4, []string{"."}, "The sentence that says so is lit."},
	{[]string{"."}, "app store · failure", 2.6, []string{"."}, "And the next one, in the next article too."},
	{[]string{"e"}, "Evidence ·", 3, []string{"e"}, "All the evidence, as it is written."},
	{[]string{"esc", "q", "X", "v"}, "Mon 11", 4, []string{"v"}, "Who left, and on which day."},
}}

// take draws the film on a paper.
func (f film) take(p screen.Paper) (string, error) {
	s := start(f.w, f.h, p)
	defer s.Stop()
	drawn := screen.Film{Paper: p, Poster: f.poster}
	for _, sc := range f.scenes {
		s.Press(sc.press...)
		if err := see(s, sc.see); err != nil {
			return "", err
		}
		drawn.Take(s, sc.seconds, sc.keys, sc.words)
	}
	return drawn.SVG(), nil
}
