package message

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed *.po
var files embed.FS

// translations are the messages of a catalogue, by their first form in English;
// none where a language has no catalogue. That each can be read is for a test to
// say: nobody is to be without the program because of a word too many.
func translations(name string) map[string][]string {
	text, err := files.ReadFile(name + ".po")
	if err != nil {
		return nil
	}
	all, _ := parse(string(text))
	return all
}

// parse reads the part of gettext's PO format that the catalogues are written in:
// comments, msgctxt, msgid, msgid_plural, msgstr and msgstr[N]. What stands
// twice, or has no text, is an error; all before it is read.
func parse(text string) (map[string][]string, error) {
	all := make(map[string][]string, len(text)/128)
	var e entry
	line := 0
	for s := range strings.Lines(text + "\n\n") {
		line++
		s = strings.TrimSpace(s)
		var err error
		switch {
		case s == "":
			err = e.finish(all)
			e = entry{}
		case s[0] != '#':
			err = e.add(s)
		}
		if err != nil {
			return all, fmt.Errorf("line %d: %w", line, err)
		}
	}
	return all, nil
}

// entry is one message of a file while it is read.
type entry struct {
	context, id, plural string
	forms               []string
	last                *string // what a further line goes on with
}

// add takes in a line: a keyword with a quoted text, or more of the text before.
func (e *entry) add(s string) error {
	keyword, quoted, _ := strings.Cut(s, "\"")
	text, ended := strings.CutSuffix(quoted, "\"")
	if !ended || strings.ContainsAny(text, "\\\"") { // most have neither, and are many
		var err error
		if text, err = strconv.Unquote("\"" + quoted); err != nil {
			return fmt.Errorf("no quoted text: %s", s)
		}
	}
	switch keyword = strings.TrimSuffix(keyword, " "); keyword {
	case "":
	case "msgctxt":
		e.last = &e.context
	case "msgid":
		e.last = &e.id
	case "msgid_plural":
		e.last = &e.plural
	default:
		if keyword != "msgstr" && keyword != "msgstr["+strconv.Itoa(len(e.forms))+"]" {
			return fmt.Errorf("no keyword of a catalogue, or not here: %s", keyword)
		}
		e.forms = append(e.forms, "")
		e.last = &e.forms[len(e.forms)-1]
	}
	if e.last == nil {
		return fmt.Errorf("a text that belongs to nothing: %s", s)
	}
	*e.last += text
	return nil
}

// finish puts the message among the others. One without a text in English is
// the head of the file.
func (e *entry) finish(all map[string][]string) error {
	key := e.id
	if e.context != "" {
		key = e.context + "|" + e.id
	}
	want := 1
	if e.plural != "" {
		want = 2
	}
	switch {
	case e.id == "":
		return nil
	case all[key] != nil:
		return fmt.Errorf("stands twice: %s", key)
	case len(e.forms) != want || strings.Join(e.forms, "") == "":
		return fmt.Errorf("wants %d forms: %s", want, key)
	}
	all[key] = e.forms
	return nil
}
