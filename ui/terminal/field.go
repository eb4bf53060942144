package terminal

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"dossier/model/clean"
	"dossier/model/query"
	"dossier/ui/message"
)

// field is the one text field in use. While it is, printable and editing keys
// are text.
type field struct {
	purpose purpose
	input   textinput.Model
	before  string // what esc restores
}

// purpose is what a field's text is for.
type purpose uint8

const (
	toFilter purpose = iota
	toNarrow
	toGo
	toFind
	toSave
)

var prompts = [...]message.Text{"", "values with ", "go to number or date ", "find in the article ", "save the filter under letter, name: "}

// maxTyped bounds a field's text, in characters: a paste of a whole page would
// be a mistake.
const maxTyped = 4 << 10

func (p *program) edit(for_ purpose, text string) tea.Cmd {
	p.field = &field{for_, newInput(text), text}
	return p.resize()
}

// newInput is a text field in use.
func newInput(text string) textinput.Model {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = maxTyped
	in.SetVirtualCursor(false)
	// Pasting is the terminal's: the field's own would run a helper program.
	in.KeyMap.Paste.SetEnabled(false)
	in.SetValue(text)
	in.CursorEnd()
	in.Focus()
	return in
}

// editFilter edits the filter. Behind a quotation mark nothing but another term can
// come, so its space is there.
func (p *program) editFilter() tea.Cmd {
	text := p.typed
	if strings.HasSuffix(text, `"`) {
		text += " "
	}
	cmd := p.edit(toFilter, text)
	p.field.before = p.typed
	return tea.Batch(cmd, p.explain())
}

// addWord edits the filter with a new term begun.
func (p *program) addWord() tea.Cmd {
	text := p.typed
	if text != "" {
		text += " "
	}
	cmd := p.edit(toFilter, text)
	p.field.before = p.typed
	return tea.Batch(cmd, p.explain())
}

func (p *program) askNarrow() tea.Cmd { return p.edit(toNarrow, p.facets.Narrowed()) }

func (p *program) askGoTo() tea.Cmd { return p.edit(toGo, "") }

// askFind looks for a text in the article, from where it is read on.
func (p *program) askFind() tea.Cmd {
	p.origin = p.reader.Place()
	return p.edit(toFind, "")
}

// onFieldKey edits the text; enter keeps it, esc restores what was before.
func (p *program) onFieldKey(msg tea.KeyPressMsg) tea.Cmd {
	open := p.completion != nil
	switch msg.String() {
	case "enter":
		if open {
			p.endCompletion()
			return nil
		}
		return p.keepField()
	case "esc":
		if open {
			return p.undoCompletion()
		}
		return p.restoreField()
	case "tab":
		return p.complete(1)
	case "shift+tab":
		return p.complete(-1)
	case "down", "up":
		if open {
			return p.walk(map[string]int{"down": 1, "up": -1}[msg.String()])
		}
		if p.field.purpose == toFilter {
			return p.moveList(motion{lines: map[string]int{"down": 1, "up": -1}[msg.String()]})
		}
	}
	return p.typeText(msg)
}

// typeText hands a key or a paste to the field, and its text to what it is for.
func (p *program) typeText(msg tea.Msg) tea.Cmd {
	p.endCompletion()
	before := p.field.input.Value()
	in, cmd := p.field.input.Update(visible(msg))
	p.field.input = in
	if in.Value() == before {
		return cmd
	}
	return tea.Batch(cmd, p.apply(in.Value()))
}

// visible takes out of a key or a paste what would turn round or hide the rest:
// what is pasted is foreign too.
func visible(msg tea.Msg) tea.Msg {
	kept := func(s string) string {
		return strings.Map(func(r rune) rune {
			if clean.Forbidden(r) && r != '\r' { // a line's end, which becomes a space
				return -1
			}
			return r
		}, s)
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return tea.PasteMsg{Content: kept(msg.Content)}
	case tea.KeyPressMsg:
		msg.Text = kept(msg.Text)
		return msg
	}
	return msg
}

// apply makes use of a field's text while it is typed.
func (p *program) apply(text string) tea.Cmd {
	switch p.field.purpose {
	case toFilter:
		p.typed = text
		p.query, p.hints = query.Parse(text)
		return tea.Batch(p.ask(), p.explain())
	case toNarrow:
		p.facets.Narrow(strings.TrimSpace(text))
	case toFind:
		p.sought = text
		return p.find(text)
	}
	return nil
}

func (p *program) keepField() tea.Cmd {
	f := p.field
	var save tea.Cmd
	if f.purpose == toSave {
		var ok bool
		if save, ok = p.saveView(f.input.Value()); !ok {
			return nil
		}
	}
	p.field = nil
	cmd := p.resize()
	if f.purpose == toFind && p.sought != "" && !p.lighting[inReader].Busy() {
		p.saySought(false)
	}
	if f.purpose == toGo && f.input.Value() != "" {
		return tea.Batch(cmd, p.goTo(strings.TrimSpace(f.input.Value())))
	}
	return tea.Batch(cmd, save)
}

func (p *program) restoreField() tea.Cmd {
	var undo tea.Cmd
	if p.field.input.Value() != p.field.before {
		undo = p.apply(p.field.before)
	}
	if p.field.purpose == toFind {
		undo = p.forget()
	}
	p.field = nil
	return tea.Batch(undo, p.resize())
}
