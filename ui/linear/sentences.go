package linear

import (
	"strings"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/language"
	"dossier/model/mark"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// withoutStop is a text without the stop at its end, to be followed by one.
func withoutStop(text string) string { return strings.TrimRight(text, " .") }

// sentence ends a text with a stop, if it has no end of its own.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(lastOf(text), ".!?:…。！？۔؟") {
		return text
	}
	return text + "."
}

// lastOf is the last letter or sign of a text, a closing quotation mark aside.
func lastOf(text string) string {
	text = strings.TrimRight(text, "”“\"»’)")
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// sentences joins texts as sentences, those that say nothing left out.
func sentences(texts ...string) string {
	var all []string
	for _, t := range texts {
		if t != "" {
			all = append(all, sentence(t))
		}
	}
	return strings.Join(all, " ")
}

// facts are date, author, source and language, as far as they are known.
func facts(a *model.Article) string {
	known := []string{wording.Date(a.Date)}
	for _, f := range []string{a.Author, a.Source, language.Name(a.Language)} {
		if f != "" {
			known = append(known, f)
		}
	}
	return strings.Join(known, ", ")
}

// cutTies names who cut ties, and the statuses that do not go without saying.
func cutTies(a *model.Article) string {
	var names []string
	for _, c := range a.Cuts {
		name := c.Vendor
		if c.Status != model.Done {
			name += " (" + wording.Status(c.Status) + ")"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return message.Say("Cut ties: %s", strings.Join(names, ", "))
}

// left says what the reader left on an article.
func left(m mark.Mark) string {
	var all []string
	if m.Read {
		all = append(all, message.Say("read"))
	}
	if m.Starred {
		all = append(all, message.Say("starred"))
	}
	if m.Note != "" {
		all = append(all, message.Say("with a note"))
	}
	if len(all) == 0 {
		return ""
	}
	return message.Say("Marked: %s", strings.Join(all, ", "))
}

// stated says what a cut is, and for which reason. That it was done goes without
// saying.
func stated(c model.Cut) string {
	var about []string
	if c.Status != model.Done {
		about = append(about, wording.Status(c.Status))
	}
	if c.Service != "" {
		about = append(about, wording.Service(c.Service))
	}
	if !c.Date.IsZero() {
		about = append(about, wording.Date(c.Date))
	}
	if !c.Restored.IsZero() {
		about = append(about, message.Say("restored %s", wording.Date(c.Restored)))
	}
	if c.Detected {
		about = append(about, message.Say("detected"))
	}
	text := message.Say("cut|%s cut ties", c.Vendor)
	if len(about) > 0 {
		text += " (" + strings.Join(about, ", ") + ")"
	}
	if c.Reason != "" {
		text += ", " + message.Say("for %s", c.Reason)
	}
	return text
}

// quoted is a passage of Markdown between quotation marks.
func quoted(passage string) string {
	return message.Say("“%s”", wording.Passage(strings.Join(strings.Fields(passage), " ")))
}

// proven is what a cut is and the passage that it stands on.
func proven(c model.Cut) string {
	if c.Evidence == "" {
		return sentence(stated(c))
	}
	return stated(c) + ": " + quoted(c.Evidence)
}
