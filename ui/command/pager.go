package command

import (
	"errors"
	"io"
	"os/exec"
	"strings"

	"dossier/ui/message"
)

// paged writes a text to the terminal, through a pager if it is too long for
// that and nobody objects.
func (w World) paged(text string, never bool) error {
	program := w.pager()
	if never || w.Pager == nil || len(program) == 0 || w.Height == 0 || strings.Count(text, "\n") < w.Height {
		_, err := io.WriteString(w.Out, text)
		return err
	}
	err := w.Pager(program, text)
	var ended *exec.ExitError
	if err == nil || errors.As(err, &ended) || isBrokenPipe(err) {
		return nil // the reader has seen enough, however the pager puts that
	}
	if !errors.Is(err, exec.ErrNotFound) || w.named() {
		w.say(message.Say("the pager %s cannot be started: %v; set PAGER to another one", program[0], err))
	}
	_, err = io.WriteString(w.Out, text)
	return err
}

// pager is the program that the reader pages with, and its arguments. No shell
// reads PAGER: it is split at its spaces. An empty one, and cat, mean none.
func (w World) pager() []string {
	value, set := w.variable("PAGER")
	if !set {
		return []string{"less", "-R"}
	}
	program := strings.Fields(value)
	if len(program) == 1 && program[0] == "cat" {
		return nil
	}
	return program
}

// named reports that the reader chose the pager, and so misses it.
func (w World) named() bool {
	_, set := w.variable("PAGER")
	return set
}
