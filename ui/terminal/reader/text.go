// Package reader is the pane that shows one article: its facts, and its text
// laid out by package page, with the passages of evidence marked. It knows
// places by bytes of the body, so that they outlive a change of width.
package reader

import (
	"context"
	"strings"

	"dossier/model"
	"dossier/model/language"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

// Settings are what the look of a text hangs on.
type Settings struct {
	Width   int  // of the text, in cells
	Counted bool // characters are counted as readers see them
	Theme   *theme.Theme
	Facts   *model.Article
	Whole   bool   // page furniture is shown too
	Subject string // of the dossier: every article names it, so it is not shown
	Note    string // the reader's own, of several lines; empty if there is none

	Revealed bool // it is the text of the article's file, with what is hidden in it
}

// Text is an article laid out, as far as Continue has come.
type Text struct {
	page.Page
	article  int32
	settings Settings
	head     []string // title and facts, above the text
	glance   []string // the same in short
	body     string
	layout   *page.Layout
	source   model.Text
	survey   survey
}

// Lay lays out about budget bytes of a text.
func Lay(ctx context.Context, article int32, t model.Text, s Settings, budget int) *Text {
	text := &Text{
		article:  article,
		settings: s,
		head:     head(s, true),
		glance:   head(s, false),
		body:     t.Body,
		source:   t,
		layout:   page.Begin(t, page.Options{Width: s.Width, Style: s.Theme.Markdown, Whole: s.Whole}),
	}
	text.Add(text.Continue(ctx, budget))
	return text
}

// Article is which article it is.
func (t *Text) Article() int32 { return t.article }

// Fits reports whether the text was laid out with such settings.
func (t *Text) Fits(s Settings) bool { return t.settings == s }

// SameText reports whether the other text shows the same of the same article.
func (t *Text) SameText(other *Text) bool {
	return t.SamePlaces(other) && t.settings.Whole == other.settings.Whole
}

// SamePlaces reports whether a place in the other text is the same place in this one.
func (t *Text) SamePlaces(other *Text) bool {
	return t.article == other.article && t.body == other.body && t.settings.Revealed == other.settings.Revealed
}

// Revealed reports the text of the article's file instead of the article.
func (t *Text) Revealed() bool { return t.settings.Revealed }

// Body is the text as it was read; offsets are bytes into it.
func (t *Text) Body() string { return t.body }

// Continue lays out about budget bytes more. Only one goroutine may do so at a
// time; what comes of it is for Grow.
func (t *Text) Continue(ctx context.Context, budget int) page.Part {
	return t.layout.More(ctx, budget)
}

// maxNames bounds the lines that the actors of an article take above its text.
const maxNames = 3

// maxNote bounds those that a note takes. All of it stands among the facts.
const maxNote = 6

// head is the title and the facts, in full or at a glance.
func head(s Settings, full bool) []string {
	th, a, w := s.Theme, s.Facts, max(s.Width, 1)
	var lines []string
	for _, l := range cells.Wrap(a.Title, w, 6) {
		lines = append(lines, th.Strong.Render(l))
	}
	for _, l := range cells.Wrap(factLine(a), w, 3) {
		lines = append(lines, th.Muted.Render(l))
	}
	if full {
		lines = append(lines, "")
		lines = append(lines, labelled(s, message.Say("Cut ties"), vendorNames(a), 4)...)
		lines = append(lines, labelled(s, message.Say("Names"), strings.Join(others(a, s.Subject), ", "), maxNames)...)
		lines = append(lines, labelled(s, message.Say("Detected"), strings.Join(wording.Facts(a.Detected), ", "), 2)...)
		lines = append(lines, labelled(s, message.Say("Note"), s.Note, maxNote)...)
	}
	return append(lines, "", "")
}

// factLine is date, source, language and author in words.
func factLine(a *model.Article) string {
	read := func(s string, f model.Fields) string {
		if s != "" && a.Detected.Has(f) {
			return wording.Detected(s)
		}
		return s
	}
	facts := []string{read(wording.Date(a.Date), model.FieldDate)}
	for _, f := range []string{read(a.Author, model.FieldAuthor), wording.Or(a.Source, "source unknown"), wording.Or(language.Name(a.Language), "language unknown")} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	return strings.Join(facts, " · ")
}

func vendorNames(a *model.Article) string {
	var names []string
	for _, c := range a.Cuts {
		names = append(names, wording.Vendor(c))
	}
	return strings.Join(names, ", ")
}

// others are the actors that are named but not among the vendors above.
func others(a *model.Article, subject string) []string {
	var names []string
	for _, name := range a.Actors {
		if _, cut := a.Cut(name); !cut && name != subject {
			names = append(names, name)
		}
	}
	return names
}

// labelled sets words beside a label, as many lines as it takes.
func labelled(s Settings, label, words string, most int) []string {
	const column = 10
	if words == "" {
		return nil
	}
	th := s.Theme
	if s.Width < 3*column {
		lines := cells.Wrap(label+": "+words, max(s.Width, 1), most)
		for i := range lines {
			lines[i] = th.Muted.Render(lines[i])
		}
		return lines
	}
	lines := cells.Wrap(words, s.Width-column, most)
	for i, l := range lines {
		name := cells.Space(column)
		if i == 0 {
			name = cells.Fit(label, column)
		}
		lines[i] = th.Faint.Render(name) + th.Muted.Render(l)
	}
	return lines
}
