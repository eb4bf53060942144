// Package script has the words that scripts of the whole program are written in,
// beside those of testscript: command lines with their output and exit status
// (ui/command/testdata), and walks by keys through the screens of the true
// program on an emulated terminal (ui/terminal/testdata). It is no part of the
// program.
//
// A script is the work of one file, and says all that it needs: files stand at
// its end, and whatever the reader leaves is kept in its own folder.
package script

import (
	"fmt"
	"io"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
	"github.com/rogpeppe/go-internal/testscript"
)

// Program is the whole program, joined to a world that a script made.
type Program func(args []string, w World) (status int)

// World is what the program runs in.
type World struct {
	In        io.Reader
	Out, Errs io.Writer
	Env       []string
	Terminal  bool                // Out can show the reader
	Options   []tea.ProgramOption // of the reader
}

// Set is a folder of scripts.
type Set struct {
	Folder  string            // where they are
	Golden  string            // where the golden screens are
	Program Program           // what they run in this process
	Env     map[string]string // more that they may name as $NAME
	Update  bool              // write the golden screens anew
	// Locale is that of programs in this process; empty is none. It is the same
	// for all of a process: sets with different ones do not run side by side.
	Locale string
}

// Params are those of testscript for the set.
func (s Set) Params() testscript.Params {
	return testscript.Params{
		Dir:       s.Folder,
		Setup:     s.setUp,
		Condition: s.condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// command lines
			"exits":    exits,
			"harmless": harmless,
			"fields":   fields,
			"valid":    s.valid,
			"complete": complete,
			"shown":    s.shown,
			// files
			"unescape": unescape,
			"many":     many,
			"repeat":   repeat,
			"empty":    empty,
			"truncate": truncate,
			// walks
			"screen":   s.screen,
			"turn":     turn,
			"press":    press,
			"click":    click,
			"wheel":    wheel,
			"see":      see,
			"resize":   resize,
			"leave":    leave,
			"ended":    ended,
			"lit":      lit,
			"coloured": coloured,
			"colour":   colour,
			"sent":     sent,
			"golden":   s.golden,
			"worded":   worded,
		},
	}
}

// kept are the variables of a script that a program in this process gets. A
// language is none of them: a process speaks one, and scripts run side by side.
var kept = []string{
	"TERM", "COLORTERM", "TTY_FORCE", "NO_COLOR",
	"XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR", "EDITOR", "VISUAL",
}

func (s Set) setUp(e *testscript.Env) error {
	e.Values[screensKey{}] = &screens{}
	for _, name := range []string{"STATE", "CACHE", "CONFIG"} {
		e.Setenv("XDG_"+name+"_HOME", filepath.Join(e.WorkDir, ".home", name))
	}
	e.Setenv("TERM", "xterm-256color")
	for name, value := range s.Env {
		e.Setenv(name, value)
	}
	return nil
}

// environment is what a program that a script runs in this process sees.
func (s Set) environment(ts *testscript.TestScript) (env []string) {
	if s.Locale != "" {
		env = append(env, "LANG="+s.Locale)
	}
	for _, name := range kept {
		if value := ts.Getenv(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// condition knows each variable of the set: whether it has a value.
func (s Set) condition(name string) (bool, error) {
	if value, ok := s.Env[name]; ok {
		return value != "", nil
	}
	return false, fmt.Errorf("there is no condition %q", name)
}

// usage ends a script that uses a word wrongly.
func usage(ts *testscript.TestScript, wrong bool, words string) {
	if wrong {
		ts.Fatalf("usage: %s", words)
	}
}
