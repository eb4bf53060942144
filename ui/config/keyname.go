package config

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/model/clean"
	"dossier/model/query"
	"dossier/ui/message"
)

// named are the keys that give no character, as Bubble Tea names them.
var named = []string{"enter", "esc", "tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdown"}

// otherwise are names that people and other programs have for them.
var otherwise = map[string]string{
	"return": "enter", "escape": "esc", "del": "delete", "ins": "insert",
	"pageup": "pgup", "page-up": "pgup", "pagedown": "pgdown", "page-down": "pgdown", "pgdn": "pgdown",
	"↑": "up", "↓": "down", "←": "left", "→": "right", " ": "space",
}

// modifiers in the order in which Bubble Tea names them.
var modifiers = [...]string{"ctrl+", "alt+", "shift+"}

// sameByte are keys that most terminals cannot tell from others.
var sameByte = map[string]string{"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "esc"}

// keyName returns the name that Bubble Tea has for a key, or why it has none.
func keyName(text string) (name, reason string) {
	base, held := text, [len(modifiers)]bool{}
	for at := 0; at >= 0; {
		if at = modifier(base); at >= 0 {
			held[at], base = true, base[len(modifiers[at]):]
		}
	}
	name, ok := baseName(base, &held)
	if !ok {
		return "", unknownKey(text)
	}
	for at := len(held) - 1; at >= 0; at-- {
		if held[at] {
			name = modifiers[at] + name
		}
	}
	if same, ok := sameByte[name]; ok {
		return "", message.Say("terminals send %s as %s: it cannot be a key of its own", name, same)
	}
	return name, ""
}

// modifier is which one a text begins with, -1 if none, with something after it.
func modifier(text string) int {
	return slices.IndexFunc(modifiers[:], func(m string) bool {
		return len(text) > len(m) && strings.EqualFold(text[:len(m)], m)
	})
}

// baseName names a key without its modifiers. A letter with shift alone is its
// capital; a capital with others is the letter and shift.
func baseName(base string, held *[len(modifiers)]bool) (string, bool) {
	if other, ok := otherwise[strings.ToLower(base)]; ok {
		base = other
	}
	r, size := utf8.DecodeRuneInString(base)
	if size < len(base) {
		base = strings.ToLower(base)
		return base, slices.Contains(named, base) || isFunction(base)
	}
	ctrl, alt, shift := &held[0], &held[1], &held[2]
	switch {
	case size == 0 || r == utf8.RuneError || !unicode.IsGraphic(r) || unicode.IsSpace(r) || clean.Forbidden(r):
		return "", false
	case *ctrl && !*alt && !*shift:
		r = unicode.ToLower(r)
	case (*ctrl || *alt) && unicode.IsUpper(r):
		r, *shift = unicode.ToLower(r), true
	case *shift && !*ctrl && !*alt:
		r, *shift = unicode.ToUpper(r), false
		return string(r), unicode.IsUpper(r)
	}
	return string(r), true
}

func isFunction(name string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(name, "f"))
	return err == nil && name == "f"+strconv.Itoa(n) && n >= 1 && n <= 20
}

// unknownKey says so, with the nearest one that there is.
func unknownKey(text string) string {
	options := slices.Clone(named)
	for r := 'a'; r <= 'z'; r++ {
		options = append(options, "ctrl+"+string(r), "alt+"+string(r))
	}
	return message.Say("%s is no key%s", quoted(text), didYouMean(text, options))
}

// didYouMean ends a sentence with the nearest option, or with the way to all.
func didYouMean(text string, options []string) string {
	if near, ok := query.Nearest(text, options); ok {
		return message.Say("; did you mean %s?", near)
	}
	if len(options) < 8 {
		return message.Say("; there are %s", strings.Join(options, ", "))
	}
	return message.Say("; `dossier config` lists what there is")
}

// mostQuoted bounds, in characters, what a notice repeats of the file.
const mostQuoted = 32

func quoted(text string) string {
	runes := []rune(clean.Line(text))
	if len(runes) > mostQuoted {
		runes = append(runes[:mostQuoted-1], '…')
	}
	return message.Say("“%s”", string(runes))
}
