package terminal

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/terminal/lane"
	"dossier/ui/wording"
)

// completion is a list of what may be meant by what is being typed in the filter
// line. Walking it writes each into the line, so that the list of articles shows
// what it would find.
type completion struct {
	text  string // as it was typed
	at    int    // where the cursor was, in bytes
	spot  query.Spot
	all   []suggestion
	chose int // of all; -1 is what was typed
}

// suggested: what may be meant was found.
type suggested struct {
	id  lane.ID
	all []suggestion
	by  int // how far to walk at once; 0 only lists them
}

// complete begins a list of what may be meant, or walks on in it.
func (p *program) complete(by int) tea.Cmd {
	if p.field.purpose != toFilter || p.shelf == nil {
		return nil
	}
	if p.completion != nil {
		return p.walk(by)
	}
	text := p.field.input.Value()
	at := byteAt(text, p.field.input.Position())
	spot, ok := query.SpotAt(text, at)
	if !ok {
		return nil
	}
	id, ctx := p.completing.Begin(p.ctx)
	p.completion = &completion{text: text, at: at, spot: spot, chose: -1}
	shelf, marks, all := p.shelf, p.shelf.marks(), p.all
	index := shelf.index
	return func() tea.Msg {
		// The counts are those without what is being typed, or else they would
		// hang on it.
		q, _ := query.Parse(spot.Without(text))
		answer, err := index.Find(ctx, q, marks, all)
		if err != nil {
			return nil
		}
		return suggested{id, suggest(spot, answer, index), by}
	}
}

func (p *program) onSuggested(msg suggested) tea.Cmd {
	if !p.completing.Settle(msg.id) || p.completion == nil {
		return nil
	}
	c := p.completion
	switch c.all = msg.all; len(c.all) {
	case 0:
		if msg.by != 0 {
			p.message = message.Say("nothing begins like this")
		}
		p.endCompletion()
		return nil
	case 1:
		cmd := p.walk(1)
		p.endCompletion()
		if strings.HasSuffix(c.all[0].insert, ":") {
			return tea.Batch(cmd, p.complete(0)) // a field: on to its values
		}
		return cmd
	}
	return p.walk(msg.by)
}

// walk writes the next suggestion into the line; beyond the last one stands
// what was typed.
func (p *program) walk(by int) tea.Cmd {
	c := p.completion
	if len(c.all) == 0 {
		return nil // still being looked for
	}
	n := len(c.all) + 1
	c.chose = (c.chose+1+by+n)%n - 1
	text, end := c.text, c.at
	if c.chose >= 0 {
		text, end = c.spot.Put(c.text, c.all[c.chose].insert)
	}
	return p.writeField(text, end)
}

// writeField puts a text into the field, the cursor at a byte of it.
func (p *program) writeField(text string, at int) tea.Cmd {
	p.field.input.SetValue(text)
	p.field.input.SetCursor(utf8.RuneCountInString(text[:at]))
	return p.apply(text)
}

func (p *program) endCompletion() {
	p.completion = nil
	p.completing.Cancel()
}

// undoCompletion writes what was typed.
func (p *program) undoCompletion() tea.Cmd {
	c := p.completion
	p.endCompletion()
	return p.writeField(c.text, c.at)
}

// byteAt is where in a text its n-th character begins.
func byteAt(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// explained: the query was put into words.
type explained struct {
	id    lane.ID
	words string
}

// explain puts the query into words. To know what its values mean may take
// milliseconds where there are many actors.
func (p *program) explain() tea.Cmd {
	if p.shelf == nil {
		return nil
	}
	id, _ := p.explaining.Begin(p.ctx)
	q, index := p.query, p.shelf.index
	return func() tea.Msg {
		return explained{id, wording.Explain(q, func(f query.Field, v query.Value) []string { return meant(index, f, v) })}
	}
}

func (p *program) onExplained(msg explained) tea.Cmd {
	if p.explaining.Settle(msg.id) {
		p.words = msg.words
	}
	return nil
}

// meant are the names that a value means in a field.
func meant(index *search.Index, f query.Field, v query.Value) []string {
	for d := range facet.NumDimensions {
		if d.Field() == f {
			return index.Resolve(d, v)
		}
	}
	return nil
}
