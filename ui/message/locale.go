package message

import (
	"strings"

	"golang.org/x/text/language"
)

// Choose is the language of Languages that an environment asks for, as gettext
// has it: the list of LANGUAGE, else the first of LC_ALL, LC_MESSAGES and LANG that
// says something. A locale that is none, C, or POSIX is English, whatever
// LANGUAGE says; so is a language that there are no messages in.
func Choose(env []string) string {
	locale := tagOf(first(env, "LC_ALL", "LC_MESSAGES", "LANG"))
	switch locale {
	case "", "C", "POSIX":
		return English
	}
	for _, name := range append(strings.Split(first(env, "LANGUAGE"), ":"), locale) {
		if chosen, ok := match(tagOf(name)); ok {
			return chosen
		}
	}
	return English
}

// chooseDates is the one of Languages in which an environment wants dates, where
// messages are in one of them: LC_ALL or LC_TIME say so, else the messages do if
// they are translated, else LANG. It is empty if that is another language.
func chooseDates(env []string, messages string) string {
	locale := tagOf(first(env, "LC_ALL", "LC_TIME"))
	if locale == "" && messages != English {
		return messages
	}
	if locale == "" {
		locale = tagOf(first(env, "LANG"))
	}
	switch locale {
	case "", "C", "POSIX":
		return English
	}
	name, ok := match(locale)
	if !ok {
		return ""
	}
	return name
}

// match finds the nearest to a language, such as German for de-AT and gsw.
func match(name string) (string, bool) {
	if name == bracketed {
		return bracketed, true
	}
	tag, err := language.Parse(name)
	if name == "" || err != nil {
		return "", false
	}
	var tags []language.Tag
	for _, l := range Languages() {
		tags = append(tags, language.Make(l))
	}
	_, i, confidence := language.NewMatcher(tags).Match(tag)
	return Languages()[i], confidence >= language.High
}

// tagOf is a locale's name without what is no language: de-DE of
// de_DE.UTF-8@euro.
func tagOf(locale string) string {
	if i := strings.IndexAny(locale, ".@"); i >= 0 {
		locale = locale[:i]
	}
	return strings.ReplaceAll(locale, "_", "-")
}

// first is the value of the first of the variables that has one. Of a variable
// that is set twice the last counts.
func first(env []string, names ...string) string {
	for _, name := range names {
		for i := len(env) - 1; i >= 0; i-- {
			if value, ok := strings.CutPrefix(env[i], name+"="); ok {
				if value != "" {
					return value
				}
				break
			}
		}
	}
	return ""
}
