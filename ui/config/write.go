package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/ui/message"
)

// YAML is the configuration as a file that is read back as the same. What is not
// as the preset has it is set; the rest stands beside it as comments.
func (c Config) YAML(known Known) string {
	var b strings.Builder
	b.WriteString(c.head(known))
	base, scope, margin := known.preset(c.Preset), "", c.margin()
	for i, a := range c.Keys {
		if a.Scope != scope {
			scope = a.Scope
			b.WriteString("\n")
		}
		mark := "# "
		if !slices.Equal(a.Keys, base[i].Keys) {
			mark = ""
		}
		fmt.Fprintf(&b, "  %-*s # %s\n", margin, mark+line(a), a.Does)
	}
	return b.String()
}

// head is all above the keys of actions.
func (c Config) head(known Known) string {
	return comment("", message.Say("What a reader may set, as it is now. Every line may be left out; what begins\nwith # is as the program, or the preset, has it.")) +
		"\n" + comment("", message.Say("Language of messages: %s.\nauto is as the environment says: LANGUAGE, LC_ALL, LC_MESSAGES, LANG.", strings.Join(known.Languages, ", "))) +
		"language: " + c.Language + "\n" +
		"\n" + comment("", message.Say("%s.\nauto is dark or light, as the terminal is.", strings.Join(known.Themes, ", "))) +
		"theme: " + c.Theme + "\n" +
		"\n" + comment("", message.Say("The greatest width of the text, in cells.")) +
		"width: " + strconv.Itoa(c.Width) + "\n" +
		"\n" + comment("", message.Say("The mouse scrolls and clicks; the terminal then selects no text with it.")) +
		"mouse: " + strconv.FormatBool(c.Mouse) + "\n" +
		"\n" + comment("", message.Say("Questions and answers line by line, as for a screen reader, and nothing drawn.")) +
		"linear: " + strconv.FormatBool(c.Linear) + "\n" +
		"\n" + comment("", message.Say("Which keys do what: one, or a list, or [] for none. An action is meant in every\npane that has it, or in one: evidence, list.evidence. A key that is given to one\nis taken from what had it. Keys are enter, space, pgdown, f1, ctrl+n, alt+x …")) +
		"keys:\n" + comment("  ", strings.Join(presetNames, ", ")) +
		"  preset: " + c.Preset + "\n"
}

// comment is a text of several lines as YAML passes it over.
func comment(margin, text string) string {
	return margin + "# " + strings.ReplaceAll(text, "\n", "\n"+margin+"# ") + "\n"
}

// margin is the width of the widest line of keys.
func (c Config) margin() (w int) {
	for _, a := range c.Keys {
		w = max(w, len("# "+line(a)))
	}
	return min(w, 48)
}

func line(a Action) string {
	var keys []string
	for _, k := range a.Keys {
		keys = append(keys, scalar(k))
	}
	return a.ID() + ": [" + strings.Join(keys, ", ") + "]"
}

// scalar is a key as YAML reads it: in quotes if it could mean something, as !, 1
// and y do.
func scalar(key string) string {
	for _, r := range key {
		if r != '+' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return strconv.Quote(key)
		}
	}
	if strings.ContainsAny(key, "yYnN+") && len(key) == 1 {
		return strconv.Quote(key)
	}
	return key
}
