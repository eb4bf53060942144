package terminal

import (
	"dossier/model"
	"dossier/model/clean"
	"dossier/model/search"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/reader"
)

// loaded: the dossier was opened, or could not be.
type loaded struct {
	shelf *shelf
	err   error
}

// fresh: more is known of the dossier than before.
type fresh struct {
	progress model.Progress
	more     bool // there may be more
}

// found: a query was answered.
type found struct {
	id     lane.ID
	answer search.Answer
	err    error
}

// laidOut: an article's text was read and its first screenful laid out.
type laidOut struct {
	id    lane.ID
	place place // where it goes
	text  *reader.Text
	at    int // where in the body the reader arrives
	err   error

	hidden clean.Revealed // in the text of the file, if that is what was asked for
}

// grown: more of a text was laid out.
type grown struct {
	id    lane.ID
	place place
	more  page.Part
}

// sought: the places of words in a text that is shown.
type sought struct {
	id    lane.ID
	place place
	at    []model.Passage
	typed bool // they were looked for in the article, not filtered by
}

// place is one of the two panes that show a text.
type place uint8

const (
	inReader place = iota
	inPreview
)
