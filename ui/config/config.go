// Package config is what a reader may set once for all: the theme, the width of
// the text, the mouse, and which keys do what. It parses the file, says line by
// line what of it cannot be used, uses the rest, and writes it.
//
// What a theme looks like, which actions there are and what they do is left to
// whoever gives them as Known.
package config

import (
	"slices"

	"dossier/ui/message"
)

// Config is what is set. One from this package is always whole: what the file
// leaves out is as Known has it.
type Config struct {
	Theme    string   // a name of Known.Themes
	Language string   // a name of Known.Languages
	Width    int      // the greatest of the text, in cells
	Mouse    bool     // the mouse is taken from the terminal
	Linear   bool     // nothing is drawn: questions and answers, a line at a time
	Preset   string   // a name of Presets, on which Keys are based
	Keys     []Action // every action of Known, with the keys that do it now
}

// Known is what a configuration may set, with what holds where it sets nothing.
type Known struct {
	Themes    []string // the first is the default
	Languages []string // that messages may be in; the first is the default
	Width     int
	Actions   []Action
}

// Action is something that keys do.
type Action struct {
	Scope string // where: Everywhere, or a pane by name
	Name  string
	Does  message.Text // what it is, for a person
	Keys  []string     // as Bubble Tea names them; none if no key does it
	Fixed []string     // keys that do it whatever is set, so that nobody gets stuck
}

// Everywhere is the scope of actions that mean the same in all panes. Where a
// pane has another meaning for a key, that goes before.
const Everywhere = "everywhere"

// ID names the action among all: scope and name.
func (a Action) ID() string { return a.Scope + "." + a.Name }

// Bounds of the width: narrower no line holds a long word, wider no eye finds
// the next one.
const (
	leastWidth = 20
	mostWidth  = 200
)

// Default is the configuration of a reader who has none.
func (k Known) Default() Config {
	c := Config{Width: k.Width, Preset: presetNames[0], Keys: clone(k.Actions)}
	if len(k.Themes) > 0 {
		c.Theme = k.Themes[0]
	}
	if len(k.Languages) > 0 {
		c.Language = k.Languages[0]
	}
	return c
}

func clone(actions []Action) []Action {
	all := slices.Clone(actions)
	for i := range all {
		all[i].Keys = slices.Clone(all[i].Keys)
	}
	return all
}

// ByID is the keys of every action, as a program looks them up.
func (c Config) ByID() map[string][]string {
	keys := make(map[string][]string, len(c.Keys))
	for _, a := range c.Keys {
		keys[a.ID()] = a.Keys
	}
	return keys
}
