package frontmatter

import (
	"fmt"
	"strings"

	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"

	"golang.org/x/text/language"
)

// reader gathers the facts and problems of one article.
type reader struct {
	facts    Facts
	problems []Problem
}

// seen reports whether a key, by its first name, was there already.
func (r *reader) seen(key string) bool { return r.facts.Lines[key] > 0 }

// fields says which keys are ours and which fact each one closes for
// detection. Nobody detects an id or an address.
var fields = map[string]model.Fields{
	"id": 0, "url": 0,
	"title": model.FieldTitle, "language": model.FieldLanguage, "date": model.FieldDate,
	"author": model.FieldAuthor, "source": model.FieldSource,
	"actors": model.FieldActors, "cuts": model.FieldCuts,
}

// name is the one name of a key that has two.
func name(key string) string {
	if key == "lang" {
		return "language"
	}
	return key
}

func (r *reader) mapping(m yamldoc.Map) {
	for _, e := range m.Entries() {
		key := name(e.Key)
		if _, ours := fields[key]; !ours || r.seen(key) {
			continue
		}
		r.state(key, e.Line)
		switch key {
		case "actors":
			r.actors(e)
		case "cuts":
			r.cuts(e)
		default:
			if text, ok := r.text(e); ok {
				r.set(key, e.Line, text)
			}
		}
	}
}

// state notes that a key is there.
func (r *reader) state(key string, line int) {
	if r.facts.Lines == nil {
		r.facts.Lines = make(map[string]int)
	}
	r.facts.Lines[key] = line
	r.facts.Stated |= fields[key]
}

// text returns the value of a key that takes text. A list of authors is the
// one list that is text too: Hugo and Jekyll write it.
func (r *reader) text(e yamldoc.Entry) (string, bool) {
	if text, ok := e.Value.Text(); ok {
		return text, true
	}
	if items, ok := e.Value.List(); ok && e.Key == "author" {
		names, _ := r.names(e.Key, items)
		return strings.Join(names, ", "), true
	}
	r.problem(e.Line, "%s: takes text, not %s; left out", clip(e.Key), e.Value.Kind())
	return "", false
}

func (r *reader) set(key string, line int, text string) {
	value := Clip(clean.Line(text))
	switch key {
	case "id":
		r.facts.ID = value
	case "title":
		r.facts.Title = value
	case "author":
		r.facts.Author = value
	case "source":
		r.facts.Source = value
	case "url":
		r.facts.URL = clean.Line(text)
	case "language":
		r.facts.Language = r.language(line, value)
	case "date":
		r.facts.Date = r.date(key, line, value)
	}
}

// language returns the canonical tag; nothing for "und", the tag of a language
// that nobody knows.
func (r *reader) language(line int, value string) string {
	if value == "" {
		return ""
	}
	tag, err := language.Parse(value)
	if err != nil {
		r.about(model.AboutLanguage, line, "language: %q is no language tag; use one such as de, fr or zh-Hans", clip(value))
		return ""
	}
	if tag == language.Und {
		return ""
	}
	return tag.String()
}

func (r *reader) date(key string, line int, value string) model.Date {
	if value == "" {
		return model.Date{}
	}
	d, ok := ParseDate(value)
	if !ok {
		r.about(model.AboutDate, line, "%s: %q is no date; use 2021-01-08, 2021-01 or 2021", key, clip(value))
	}
	return d
}

func (r *reader) actors(e yamldoc.Entry) {
	items, ok := e.Value.List()
	if !ok {
		if text, ok := r.text(e); ok {
			if name := oneName(text); name != "" {
				r.facts.Actors, r.facts.ActorLines = []string{name}, []int{e.Line}
			}
		}
		return
	}
	r.facts.Actors, r.facts.ActorLines = r.names(e.Key, items)
	if len(r.facts.Actors) > MaxActors {
		r.problem(e.Line, "actors: only the first %d are used", MaxActors)
		r.facts.Actors, r.facts.ActorLines = r.facts.Actors[:MaxActors], r.facts.ActorLines[:MaxActors]
	}
}

// names returns the names of a list with the lines where they stand.
func (r *reader) names(key string, items []yamldoc.Value) (names []string, lines []int) {
	for _, v := range items {
		text, ok := v.Text()
		if !ok {
			r.problem(v.Line(), "%s: takes a list of names, not %s in it; that one is left out", key, v.Kind())
			continue
		}
		if name := oneName(text); name != "" {
			names, lines = append(names, name), append(lines, v.Line())
		}
	}
	return names, lines
}

func oneName(text string) string { return Clip(clean.Line(text)) }

// problem notes what could not be used because of its form.
func (r *reader) problem(line int, format string, args ...any) {
	r.about(model.AboutFormat, line, format, args...)
}

// about notes what could not be used. Past a cap one more line says that there
// is more: a thousand faults have one cause.
func (r *reader) about(kind model.NoticeKind, line int, format string, args ...any) {
	switch {
	case len(r.problems) < maxProblems:
		r.problems = append(r.problems, Problem{line, clean.Line(fmt.Sprintf(format, args...)), kind})
	case len(r.problems) == maxProblems:
		r.problems = append(r.problems, Problem{line, "and more like these", kind})
	}
}
