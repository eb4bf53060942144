// Picture draws the README's pictures: it runs the true program on an emulated
// terminal, presses keys, and writes what the screen shows as SVG, for dark and
// for light paper. Its test says when they have gone stale.
//
//	go generate ./ui/picture
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/articles"
	"dossier/ui/terminal"
	"dossier/ui/terminal/screen"
)

//go:generate go run .

// papers are what each picture is drawn on.
var papers = map[string]screen.Paper{"dark": screen.Dark, "light": screen.Light}

// pictures draw those of the README, by name.
var pictures = map[string]func(screen.Paper) (string, error){
	"list":    list.take,
	"article": article.take,
	"tour":    tour.take,
}

func main() {
	for name, draw := range pictures {
		for look, paper := range papers {
			svg, err := draw(paper)
			if err == nil {
				err = os.WriteFile(file(name, look), []byte(svg), 0o644)
			}
			if err != nil {
				fmt.Fprintf(os.Stderr, "picture: %s: %v\n", name, err)
				os.Exit(1)
			}
		}
	}
}

func file(name, look string) string { return name + "-" + look + ".svg" }

// start is the program on the built-in dossier.
func start(w, h int, p screen.Paper) *screen.Screen {
	return screen.StartOn(w, h, p, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		return terminal.Run(context.Background(), terminal.Options{
			Load: func(ctx context.Context) (terminal.Library, error) {
				return articles.Open(ctx, nil, articles.Options{})
			},
			In:      in,
			Out:     out,
			Env:     []string{"TERM=xterm-256color"},
			Program: options,
		})
	})
}

// see waits until a text is on the screen.
func see(s *screen.Screen, text string) error {
	return s.Wait(func(screen string) bool { return strings.Contains(screen, text) })
}
