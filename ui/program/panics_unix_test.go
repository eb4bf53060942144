//go:build unix

package program

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"dossier/articles"
	"dossier/articles/battery"
	"dossier/articles/marks"
	"dossier/model"
	"dossier/model/fault"
	"dossier/model/search"
	"dossier/ui/terminal"
	"dossier/ui/terminal/tty"
)

func init() { programs[faultyName] = faulty }

// faultyName makes the test's program the reader of a library that panics in a
// place which its argument names.
const faultyName = "dossier-faulty"

func faulty() {
	opened := libraries{errs: os.Stderr}
	err := terminal.Run(context.Background(), terminal.Options{
		Load: func(ctx context.Context) (terminal.Library, error) {
			lib, err := articles.Open(ctx, nil, articles.Options{})
			return &faultyLibrary{Library: lib, where: os.Args[1]}, err
		},
		Marks: func(context.Context) (terminal.Marks, []model.Notice) {
			store, notices := marks.Open(marks.Dir(os.Environ()), marks.Builtin)
			opened.keep(store)
			return store, notices
		},
		Mouse: true, Out: os.Stdout, Env: os.Environ(),
	})
	opened.close()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// faultyLibrary has a fault once an article was read.
type faultyLibrary struct {
	*articles.Library
	where string
	read  atomic.Bool
}

// fails panics with what would be a title for the window.
func (l *faultyLibrary) fails(where string) {
	if l.read.Load() && l.where == where {
		panic("a hole \x1b]0;evil\a")
	}
}

func (l *faultyLibrary) Text(ctx context.Context, i int) (model.Text, error) {
	l.fails("command")
	text, err := l.Library.Text(ctx, i)
	return text, err
}

// News tells that there are news as long as the program runs.
func (l *faultyLibrary) News(ctx context.Context) (model.Progress, bool) {
	if l.where == "background" && l.read.Load() {
		fault.Go(func() { l.fails("background") })
	}
	select {
	case <-ctx.Done():
		return model.Progress{}, false
	case <-time.After(20 * time.Millisecond):
		_, err := os.Stat(os.Getenv("FAIL_NOW"))
		l.read.Store(err == nil)
		return model.Progress{}, true
	}
}

func (l *faultyLibrary) Index() *search.Index {
	l.fails("update")
	return l.Library.Index()
}

// TestBatteryPanics has the program panic in every way: the terminal is as it was
// found, what was marked is kept, and what led to it is in a file.
func TestBatteryPanics(t *testing.T) {
	places := []string{"update", "command", "background"}
	for _, where := range places {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			now := filepath.Join(t.TempDir(), "now")
			h := newHome(t, "FAIL_NOW="+now)
			cmd := h.program(faultyName, where)
			s := tty.Start(t, cmd, 300, 30, tty.AtOnce)
			s.See("enter read")
			s.Type("s")
			s.See("★")
			if err := os.WriteFile(now, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			time.Sleep(100 * time.Millisecond)
			s.Type("jj\r") // which reads and shows others
			if status := s.End(); status != 1 {
				t.Errorf("it ended with status %d", status)
			}
			asFound(t, s, "after a panic")
			if sent := s.Sent(); strings.Contains(sent, "\x1b]0;evil") || strings.Contains(sent, "goroutine") || !strings.Contains(sent, "dossier has a fault: a hole") {
				t.Errorf("to the terminal it wrote %q", sent[max(len(sent)-3600, 0):])
			}
			if left := h.left(); !strings.Contains(left, `"kind":"star"`) {
				t.Errorf("the star is lost: %s", left)
			}
			told, err := filepath.Glob(filepath.Join(h.dir, "dossier-fault-*.txt"))
			if err != nil || len(told) != 1 {
				t.Fatalf("files about the fault: %v, %v", told, err)
			}
			if text, err := os.ReadFile(told[0]); err != nil || !strings.Contains(string(text), "faultyLibrary") {
				t.Errorf("it says %s, %v", text, err)
			}
		})
	}
	battery.Tried(t, len(places), "kinds of panic")
}
