// Picture draws the README's pictures: it runs the true program on an emulated
// terminal, presses keys, and writes what the screen shows as SVG.
//
//	go run ./ui/picture
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/articles"
	"dossier/ui/terminal"
	"dossier/ui/terminal/screen"
)

// shot is one picture: keys pressed on a screen of a size, and a text that tells
// that they have come through.
type shot struct {
	name  string
	w, h  int
	keys  []string
	until string
}

var shots = []shot{
	{"list", 120, 34, []string{"f", "vendor:Apple", "enter"}, "4 of 5"},
	{"article", 118, 34, []string{"f", "vendor:Apple lang:de", "enter", "enter", "."}, "%"},
}

func main() {
	folder := "ui/picture"
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	if err := draw(folder); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func draw(folder string) error {
	for _, s := range shots {
		for _, look := range []struct {
			name  string
			paper screen.Paper
		}{{"dark", screen.Dark}, {"light", screen.Light}} {
			svg, err := s.take(look.paper)
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			name := filepath.Join(folder, s.name+"-"+look.name+".svg")
			if err := os.WriteFile(name, []byte(svg), 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s shot) take(p screen.Paper) (string, error) {
	sc := screen.StartOn(s.w, s.h, p, run)
	defer sc.Stop()
	if err := sc.Wait(contains("5 of 5")); err != nil {
		return "", err
	}
	for _, k := range s.keys {
		sc.Press(k)
		if err := sc.Wait(func(string) bool { return true }); err != nil {
			return "", err
		}
	}
	if err := sc.Wait(contains(s.until)); err != nil {
		return "", err
	}
	return sc.SVG(p), nil
}

func contains(part string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, part) }
}

// run is the program on the built-in dossier.
func run(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
	return terminal.Run(context.Background(), terminal.Options{
		Load: func(ctx context.Context) (terminal.Library, error) {
			return articles.Open(ctx, nil, articles.Options{})
		},
		In:      in,
		Out:     out,
		Env:     []string{"TERM=xterm-256color"},
		Program: options,
	})
}
