package script

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// lit checks that a text on the screen has a background of its own.
func lit(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 1, "lit TEXT")
	s := current(ts)
	for y, row := range strings.Split(s.Text(), "\n") {
		if i := strings.Index(row, args[0]); i >= 0 {
			if x := len([]rune(row[:i])); s.Cell(x, y).Style.Bg == nil {
				ts.Fatalf("%q is not lit", args[0])
			}
			return
		}
	}
	ts.Fatalf("%q is not on the screen:\n%s", args[0], s.Text())
}

// coloured checks that some cell of the screen has a colour, or that none has.
func coloured(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, len(args) > 0, "[!] coloured")
	s, n := current(ts), 0
	w, h := s.Size()
	for y := range h {
		for x := range w {
			if c := s.Cell(x, y); c.Style.Fg != nil || c.Style.Bg != nil {
				n++
			}
		}
	}
	if neg == (n > 0) {
		ts.Fatalf("%d cells are coloured", n)
	}
}

// worded checks that whatever is written in Latin letters on the screen, or with
// -stdout or -stderr on what a command wrote, save the names of keys and the words
// given, stands in the brackets that messages have in the locale en_XA: what does
// not was never handed to a translator.
func worded(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg, "worded [-stdout|-stderr] WORD…")
	if len(args) > 0 && (args[0] == "-stdout" || args[0] == "-stderr") {
		if left := unbracketed(ts.ReadFile(args[0][1:]), args[1:]); len(left) > 0 {
			ts.Fatalf("%q stand in no brackets", left)
		}
		return
	}
	var left []string
	err := current(ts).Wait(func(screen string) bool {
		left = unbracketed(screen, args)
		return len(left) == 0
	})
	if err != nil {
		ts.Fatalf("%q stand in no brackets: %v", left, err)
	}
}

var (
	bracketed = regexp.MustCompile(`⟦[^⟦⟧]*⟧`)
	cutShort  = regexp.MustCompile(`⟦[^⟦⟧\n]*…`)
	latin     = regexp.MustCompile(`[A-Za-z][a-z]+`)
	keyNames  = []string{"enter", "esc", "tab", "ctrl", "shift", "space", "pgdn", "pgup", "home", "end"}
)

func unbracketed(screen string, known []string) (words []string) {
	for before := ""; screen != before; {
		before = screen
		screen = bracketed.ReplaceAllString(screen, "")
	}
	for _, w := range latin.FindAllString(cutShort.ReplaceAllString(screen, ""), -1) {
		if !slices.Contains(known, w) && !slices.Contains(keyNames, w) {
			words = append(words, w)
		}
	}
	return words
}

// colour keeps in a file in which colour a cell is drawn: colour X,Y FILE.
func colour(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "colour X,Y FILE")
	var x, y int
	_, err := fmt.Sscanf(args[0], "%d,%d", &x, &y)
	ts.Check(err)
	drawn := fmt.Sprintln(current(ts).Cell(x, y).Style.Fg)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(drawn), 0o644))
}

// golden holds the screen against the file NAME-WIDTHxHEIGHT.txt in the folder of
// golden screens, which a person can read. It waits a while for what is still
// being drawn.
func (s Set) golden(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) > 0, "golden")
	now := current(ts)
	w, h := now.Size()
	file, err := filepath.Abs(filepath.Join(s.Golden, fmt.Sprintf("%s-%dx%d.txt", ts.Name(), w, h)))
	ts.Check(err)
	if s.Update {
		time.Sleep(time.Second)
		ts.Check(os.WriteFile(file, []byte(now.Text()+"\n"), 0o644))
		return
	}
	want, err := os.ReadFile(file)
	ts.Check(err)
	for end := time.Now().Add(5 * time.Second); now.Text()+"\n" != string(want); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			ts.Fatalf("the screen is\n%s\nwant\n%s\nIf that is meant: go test . -update", now.Text(), want)
		}
	}
}
