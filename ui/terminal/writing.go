package terminal

import (
	"strings"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"dossier/ui/message"
	"dossier/ui/terminal/cells"
)

// writing is a note that is written on the screen, where there is no editor.
// While it is, printable and editing keys are text.
type writing struct {
	note note
	area textarea.Model
	sure bool // esc was pressed once
}

// mostWritten bounds what is written on the screen, in characters: in bytes it
// is what can be kept of a note, whatever the script.
const mostWritten = 16 << 10

// write begins to write a note.
func (p *program) write(n note) tea.Cmd {
	area := textarea.New()
	area.Prompt, area.ShowLineNumbers = "", false
	area.CharLimit, area.MaxHeight, area.MaxWidth = mostWritten, 0, 0
	area.SetVirtualCursor(false)
	plain := textarea.StyleState{Selection: lipgloss.NewStyle().Reverse(true)}
	area.SetStyles(textarea.Styles{Focused: plain, Blurred: plain})
	// Pasting is the terminal's; the area's own ways run a helper program.
	area.KeyMap.Paste.SetEnabled(false)
	area.KeyMap.CopySelection.SetEnabled(false)
	area.SetValue(n.before)
	if area.Value() != strings.ReplaceAll(n.before, "\t", "    ") {
		p.message = message.Say("this note is too long to be edited here: set EDITOR to your editor")
		return nil
	}
	cmd := area.Focus()
	p.writing = &writing{note: n, area: area}
	p.sizeWriting()
	return cmd
}

// sizeWriting fits the area to the screen.
func (p *program) sizeWriting() {
	if p.writing == nil {
		return
	}
	p.writing.area.SetWidth(max(min(p.frame.Body.W, maxPanel), 1))
	p.writing.area.SetHeight(max(p.frame.Body.H-writingHead, 1))
}

// writingHead is the lines above what is written.
const writingHead = 2

// onWritingKey writes. Leaving what was written takes two keys.
func (p *program) onWritingKey(msg tea.KeyPressMsg) tea.Cmd {
	w := p.writing
	sure := w.sure
	w.sure = false
	switch msg.String() {
	case "ctrl+s":
		return p.endWriting()
	case "esc":
		if w.area.Value() == w.note.before || sure {
			p.writing = nil
			p.message = message.Say("the note is as it was")
			return nil
		}
		w.sure = true
		p.message = message.Say("esc once more drops what you wrote; ctrl+s keeps it")
		return nil
	}
	return p.typeWriting(msg)
}

func (p *program) typeWriting(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.writing.area, cmd = p.writing.area.Update(visibleLines(msg))
	return cmd
}

// endWriting keeps what was written.
func (p *program) endWriting() tea.Cmd {
	w := p.writing
	p.writing = nil
	return p.keepNote(edited{note: w.note, text: w.area.Value()})
}

// visibleLines takes out of what is pasted what would turn round or hide the
// rest, line by line.
func visibleLines(msg tea.Msg) tea.Msg {
	paste, ok := msg.(tea.PasteMsg)
	if !ok {
		return visible(msg)
	}
	paste.Content = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(paste.Content)
	return visible(paste)
}

// writingLines draws the note that is written.
func (p *program) writingLines() []string {
	title := message.Say("Note · %s", p.shelf.Article(p.writing.note.article).Title)
	lines := []string{p.theme.Accent.Bold(true).Render(cells.Cut(title, p.frame.Body.W)), ""}
	if p.frame.Body.H <= writingHead {
		lines = nil
	}
	return append(lines, strings.Split(p.writing.area.View(), "\n")...)
}

// writingCursor is where the next character goes.
func (p *program) writingCursor() *tea.Cursor {
	c := p.writing.area.Cursor()
	if c == nil || p.frame.Body.Empty() {
		return nil
	}
	if p.frame.Body.H > writingHead {
		c.Y += writingHead
	}
	c.X = min(c.X+p.frame.Body.X, p.w-1)
	c.Y = min(c.Y+p.frame.Body.Y, p.h-1)
	c.Blink, c.Color = true, nil
	return c
}
