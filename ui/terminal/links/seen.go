package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/clean"
	"dossier/model/fold"
)

// Seen is what a reader may be shown of where a link leads.
type Seen struct {
	// Address is what the terminal may be told, so that a click follows the link:
	// none where nothing on the screen says where that leads.
	Address string
	// Host is to stand behind the link: its text names another one, or writes it
	// in letters that may look like others. Empty where the text is honest.
	Host string
}

// See looks at a link with its text.
func See(text, link string) Seen {
	t := Parse(link, "")
	if t.Kind != Web && t.Kind != Mail {
		return Seen{}
	}
	named, other := claims(text, t.Host)
	switch {
	case other || t.Written != "" && strings.Contains(fold.String(text), fold.String(t.Written)):
		return Seen{t.Address, ending(t.Host)}
	case named:
		return Seen{Address: t.Address}
	}
	return Seen{}
}

// Shown is an address as a person is shown it: as it is written, and with its host
// in the letters that the machine has where it is written in others.
func Shown(address string) string {
	t := Parse(address, "")
	if t.Written == "" {
		return clean.Line(address)
	}
	return clean.Line(address) + " (" + ending(t.Host) + ")"
}

// claims reports whether a text names a host, and whether it names another.
func claims(text, host string) (named, other bool) {
	host = bare(host)
	for _, word := range strings.FieldsFunc(fold.String(text), between) {
		switch claim := claimed(word); {
		case claim == "":
		case bare(claim) == host:
			named = true
		default:
			other = true
		}
	}
	return named, other
}

// between reports what parts one address from the next.
func between(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("<>\"“”„«»,;", r)
}

// claimed is the host, or who gets mail, that a word is understood to mean; empty
// if it looks like neither.
func claimed(word string) string {
	word = strings.TrimPrefix(strings.TrimLeft(word, "([{'‘"), "mailto:")
	if _, after, ok := strings.Cut(word, "://"); ok {
		word = after
	}
	if i := strings.IndexAny(word, `/\?#`); i >= 0 {
		word = word[:i]
	}
	word = strings.TrimRight(word, ".:!)]}'’…")
	if name, port, ok := strings.Cut(word, ":"); ok && strings.Trim(port, "0123456789") == "" {
		word = name
	}
	dot := strings.LastIndexByte(word, '.')
	if dot < 1 || len(word)-dot < 3 || strings.ContainsFunc(word[dot+1:], notLetter) || strings.Count(word[:dot], ".") == dot {
		return ""
	}
	return word
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// bare is a host as it is mostly said.
func bare(host string) string { return strings.TrimPrefix(strings.ToLower(host), "www.") }

// mostHost bounds a host that is shown, in bytes.
const mostHost = 60

// ending is the end of a host, which says whose it is.
func ending(host string) string {
	if len(host) <= mostHost {
		return host
	}
	at := len(host) - mostHost
	for !utf8.RuneStart(host[at]) { // who gets mail may have any letters
		at++
	}
	return "…" + host[at:]
}
