package model

import (
	"sync"

	"dossier/model/fold"
)

// Actor is a person or an organisation that an article names.
type Actor struct {
	Name    string // canonical
	Kind    Kind
	Role    string   // one line, such as "cloud host of Parler"; may be empty
	Aliases []string // other forms, in any language or script
	// Supplies is what an organisation supplied the subject with, such as "web
	// hosting"; empty for one that supplied nothing, or if nobody says so.
	Supplies string
}

// Kind tells persons from organisations.
type Kind uint8

// The kinds of actor. An actor whose kind nobody stated is an organisation.
const (
	Organisation Kind = iota
	Person
)

func (k Kind) String() string {
	if k == Person {
		return "person"
	}
	return "organisation"
}

// Register is the actors that a dossier knows, the subject among them. The
// zero Register knows nobody. It is not changed once made, so goroutines may
// share it.
type Register struct {
	subject Actor
	actors  []Actor
	byForm  map[string]int // folded name or alias → index; the subject is -1
	met     func() map[string]string
}

// With is the register with persons added that it does not know. They are told
// apart from others by their names alone.
func (r *Register) With(persons []string) *Register {
	if len(persons) == 0 {
		return r
	}
	more := *r
	// Tens of thousands may be met in a large dossier, and few asked for.
	more.met = sync.OnceValue(func() map[string]string {
		byForm := make(map[string]string, len(persons))
		for _, name := range persons {
			byForm[fold.String(name)] = name
		}
		return byForm
	})
	return &more
}

// NewRegister makes a register. Of two actors that claim one form the first
// keeps it; a name goes before any alias.
func NewRegister(subject Actor, actors []Actor) *Register {
	r := &Register{subject: subject, actors: actors, byForm: make(map[string]int, 3*len(actors))}
	r.claim(subject.Name, -1)
	for i := range actors {
		r.claim(actors[i].Name, i)
	}
	r.claimAll(subject.Aliases, -1)
	for i := range actors {
		r.claimAll(actors[i].Aliases, i)
	}
	return r
}

func (r *Register) claimAll(forms []string, i int) {
	for _, f := range forms {
		r.claim(f, i)
	}
}

func (r *Register) claim(form string, i int) {
	key := fold.String(form)
	if _, taken := r.byForm[key]; !taken && key != "" {
		r.byForm[key] = i
	}
}

// Subject is the one that ties were cut with. Its name is empty if the dossier
// has none.
func (r *Register) Subject() Actor { return r.subject }

// Actors lists the register without the subject, as its file does. The caller
// must not change it.
func (r *Register) Actors() []Actor { return r.actors }

// Find returns the actor with that name or alias, whatever its case, accents
// and width.
func (r *Register) Find(form string) (Actor, bool) {
	var room [128]byte // names are looked up by the hundred thousand
	return r.FindFolded(string(fold.AppendString(room[:0], form)))
}

// FindFolded is Find for a form that is folded (package fold).
func (r *Register) FindFolded(form string) (Actor, bool) {
	i, ok := r.byForm[form]
	switch {
	case !ok && r.met != nil:
		name, ok := r.met()[form]
		return Actor{Name: name, Kind: Person}, ok
	case !ok:
		return Actor{}, false
	case i < 0:
		return r.subject, true
	}
	return r.actors[i], true
}

// Canonical returns the canonical name for a form, or the form itself if the
// register does not know it.
func (r *Register) Canonical(form string) string {
	if a, ok := r.Find(form); ok {
		return a.Name
	}
	return form
}
