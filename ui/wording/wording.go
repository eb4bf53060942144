// Package wording puts facts into the words that a reader sees: dates, counts,
// lists of cuts. Every surface, on screen or in a pipe, words them here.
package wording

import (
	"fmt"
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/language"
	"dossier/ui/message"
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

// Date writes a date in full: 13 January 2021.
func Date(d model.Date) string {
	return date(d, func(month string) string { return month })
}

// ShortDate writes a date for a list: 13 Jan 2021.
func ShortDate(d model.Date) string {
	return date(d, func(month string) string { return month[:3] })
}

func date(d model.Date, name func(string) string) string {
	switch {
	case d.IsZero():
		return message.Say("undated")
	case d.Month == 0:
		return strconv.Itoa(int(d.Year))
	case d.Day == 0:
		return fmt.Sprintf("%s %d", name(months[d.Month-1]), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, name(months[d.Month-1]), d.Year)
}

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

// Count writes a number with its noun: 1 article, 1,204 articles.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Number(n) + " " + many
}

// Number groups the digits of n by thousands.
func Number(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

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
