package main

import "dossier/ui/terminal/screen"

// shot is one picture of a screen.
type shot struct {
	w, h  int
	steps []step
}

// step is keys that are pressed, and a text that is then on the screen.
type step struct {
	keys []string
	see  string
}

var list = shot{120, 34, []step{
	{nil, "Ein Teil von Parler"},
	{[]string{"f", "vendor:Apple", "enter"}, "4 of 5"},
}}

var article = shot{118, 34, []step{
	{nil, "5 of 5"},
	{[]string{"f", "vendor:Apple lang:de", "enter"}, "3 of 5"},
	{[]string{"enter"}, "Ein Teil von Parler"},
	{[]string{"."}, "Apple · done"},
}}

// take draws the last screen.
func (s shot) take(p screen.Paper) (string, error) {
	sc := start(s.w, s.h, p)
	defer sc.Stop()
	for _, st := range s.steps {
		sc.Press(st.keys...)
		if err := see(sc, st.see); err != nil {
			return "", err
		}
	}
	return sc.SVG(p), nil
}
