package articles

import (
	"errors"
	"fmt"
	"io/fs"

	"dossier/articles/decode"
	"dossier/articles/frontmatter"
	"dossier/articles/parler"
	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

// registerFile is the name of the file, at a dossier's root, that says what the
// dossier is about.
const registerFile = "dossier.yaml"

// about is what dossier.yaml says. What it leaves out stays nil or empty.
type about struct {
	title   string
	subject *model.Actor
	actors  []model.Actor
	stated  bool // actors is there, even if empty
	notices []model.Notice
}

// readAbout reads a folder's dossier.yaml; ok is false if there is none. One
// that cannot be read says nothing but a notice.
func readAbout(f folder, path string) (a about, ok bool) {
	raw, _, err := readFile(f, registerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return about{}, false
	}
	var text decode.Text
	if err == nil {
		text, err = decode.Bytes(raw, nil)
	}
	r := aboutReader{path: path}
	if err != nil {
		r.notice(0, "%s; the built-in register is used", reason(err))
		return r.about, true
	}
	for _, f := range text.Faults {
		r.notice(f.Line, "%s", f.Text)
	}
	m, err := yamldoc.Parse(clean.Text(text.UTF8), 0)
	var broken *yamldoc.Error
	switch {
	case errors.As(err, &broken):
		r.notice(broken.Line, "not valid YAML: %s; the built-in register is used", broken.Reason)
	case err != nil:
		r.notice(1, "%s in it; the built-in register is used", err)
	}
	r.read(m)
	return r.about, true
}

// register joins what a dossier says with the built-in one.
func (a *about) register() *model.Register {
	if a.subject == nil || !a.stated {
		builtin, _ := readAbout(embedded{parler.Files}, registerFile)
		if a.subject == nil {
			a.subject = builtin.subject
		}
		if !a.stated {
			a.actors = builtin.actors
		}
	}
	return model.NewRegister(*a.subject, a.actors)
}

type aboutReader struct {
	about
	path string
}

func (r *aboutReader) read(m yamldoc.Map) {
	for _, e := range m.Entries() {
		switch e.Key {
		case "title":
			r.title = r.line(e)
		case "subject":
			subject := r.actor(e.Key, e.Value)
			r.subject = &subject
		case "actors":
			r.readActors(e)
		}
	}
}

func (r *aboutReader) readActors(e yamldoc.Entry) {
	r.stated = true
	items, ok := e.Value.List()
	if !ok && !e.Value.Null() {
		r.stated = false
		r.notice(e.Line, "actors: takes a list, not %s; the built-in register is used", e.Value.Kind())
	}
	for _, v := range items {
		a := r.actor(e.Key, v)
		if a.Name == "" {
			r.notice(v.Line(), "actors: one without a name is left out; add `name: …`")
			continue
		}
		r.actors = append(r.actors, a)
	}
}

// actor reads a mapping, or just a name.
func (r *aboutReader) actor(key string, v yamldoc.Value) model.Actor {
	if text, ok := v.Text(); ok {
		return model.Actor{Name: line(text)}
	}
	m, ok := v.Map()
	if !ok {
		r.notice(v.Line(), "%s: takes `name: …` with its keys, not %s", key, v.Kind())
	}
	var a model.Actor
	for _, e := range m.Entries() {
		switch e.Key {
		case "name":
			a.Name = r.line(e)
		case "kind":
			a.Kind = r.kind(e)
		case "role":
			a.Role = r.line(e)
		case "supplies":
			a.Supplies = r.line(e)
		case "aliases":
			a.Aliases = r.aliases(e)
		}
	}
	return a
}

func (r *aboutReader) kind(e yamldoc.Entry) model.Kind {
	switch kind := r.line(e); kind {
	case "person":
		return model.Person
	case "organisation", "organization", "":
	default:
		r.notice(e.Line, "kind: %q is taken as organisation; use person or organisation", kind)
	}
	return model.Organisation
}

func (r *aboutReader) aliases(e yamldoc.Entry) []string {
	items, ok := e.Value.List()
	if !ok {
		items = []yamldoc.Value{e.Value}
	}
	var names []string
	for _, v := range items {
		text, ok := v.Text()
		if !ok {
			r.notice(v.Line(), "aliases: takes a list of names, not %s in it; left out", v.Kind())
		}
		if name := line(text); name != "" && ok {
			names = append(names, name)
		}
	}
	return names
}

func (r *aboutReader) line(e yamldoc.Entry) string {
	text, ok := e.Value.Text()
	if !ok {
		r.notice(e.Line, "%s: takes text, not %s; left out", e.Key, e.Value.Kind())
		return ""
	}
	return line(text)
}

func line(s string) string { return frontmatter.Clip(clean.Line(s)) }

// maxAboutNotices bounds what one broken file says.
const maxAboutNotices = 16

func (r *aboutReader) notice(at int, format string, args ...any) {
	if len(r.notices) < maxAboutNotices {
		r.notices = append(r.notices, model.Notice{Path: r.path, Line: at, Text: clean.Line(fmt.Sprintf(format, args...)), Kind: model.AboutFormat})
	}
}
