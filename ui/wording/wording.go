// Package wording puts facts into the words that a reader sees: dates, counts,
// lists of cuts. Every surface, on screen or in a pipe, words them here.
package wording

import (
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/language"
	"dossier/ui/message"
)

// Vendor writes a cut's vendor with the mark of its status: a disputed cut has
// a question mark wherever it shows, an announced one an empty circle.
func Vendor(c model.Cut) string {
	return c.Vendor + StatusMark(c.Status)
}

// FacetValue is what a value of a facet is called: a language in its own words,
// an actor by name.
func FacetValue(d facet.Dimension, name string) string {
	if d == facet.Language {
		return language.Name(name)
	}
	return name
}

// StatusMark is what follows a vendor's name; nothing if the cut is done.
func StatusMark(s model.Status) string {
	switch s {
	case model.Disputed:
		return "?"
	case model.Announced:
		return " ◌"
	}
	return ""
}

// Number groups the digits of n by thousands, as the reader's language does.
func Number(n int) string { return message.Number(n) }

// Languages is what a language is called by those who speak it and, where that is
// another name, by the reader: Deutsch (German). It is empty where none is known.
func Languages(tag string) string {
	own, name := language.Name(tag), Language(tag)
	if strings.EqualFold(own, name) {
		return own
	}
	return own + " (" + name + ")"
}

// Language is what a language is called in the reader's.
func Language(tag string) string { return language.In(message.Language().String(), tag) }

// Passage writes a passage of Markdown for reading: of a link its text alone.
func Passage(s string) string {
	var b strings.Builder
	for {
		text, target := strings.Index(s, "["), strings.Index(s, "](")
		if text < 0 || target < text {
			break
		}
		end := strings.IndexByte(s[target:], ')')
		if end < 0 {
			break
		}
		b.WriteString(strings.TrimSuffix(s[:text], "!") + s[text+1:target])
		s = s[target+end+1:]
	}
	return b.String() + s
}

// Size is a number of bytes as people say it.
func Size(bytes int64) string {
	const unit = 1 << 10
	switch {
	case bytes < unit:
		return message.Count(int(bytes), "%d byte", "%d bytes")
	case bytes < unit*unit:
		return message.Say("%.1f KiB", float64(bytes)/unit)
	case bytes < unit*unit*unit:
		return message.Say("%.1f MiB", float64(bytes)/unit/unit)
	}
	return message.Say("%.1f GiB", float64(bytes)/unit/unit/unit)
}
