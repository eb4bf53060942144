package terminal

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// A terminal is asked a few things at the start, and nothing waits for what it
// answers. Over a poor line an answer comes in pieces, which are then taken for
// keys. While answers may come, keys that could begin one are held back until it
// is clear that they do not, and what is an answer is thrown away.

// lateAnswers are the pieces of an answer that were read so far.
type lateAnswers struct {
	over   bool      // no more answers are expected
	pieces []tea.Msg // that are held back
	text   string    // what was written to make them
	held   int       // how often something was held back
}

const (
	// answersCome is how long after the start an answer may come.
	answersCome = 10 * time.Second
	// answersFollow is how long so after one that came in one piece.
	answersFollow = time.Second
	// escWaits is how long a key that may begin an answer waits for the next
	// piece: longer than a poor line takes for a byte.
	escWaits = 300 * time.Millisecond
	// pieceWaits is how long what nobody types by hand does.
	pieceWaits = time.Second
)

// answersOver: no more answers are expected.
type answersOver struct{}

// pieceWaited: nothing followed a piece.
type pieceWaited struct{ held int }

// end expects no more answers from then on.
func (l *lateAnswers) end(d time.Duration) tea.Cmd {
	if l.over {
		return nil
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return answersOver{} })
}

// take gives back what of a message and of what was held back is now known to be
// no answer.
func (l *lateAnswers) take(msg tea.Msg) (pass []tea.Msg, cmd tea.Cmd) {
	if l.over || !isInput(msg) {
		return []tea.Msg{msg}, nil
	}
	piece, written := writtenAs(msg)
	if !written || l.text == "" && piece[0] != '\x1b' {
		return append(l.drop(), msg), nil
	}
	switch whole, begun := isAnswer(l.text + piece); {
	case whole:
		l.drop()
		return nil, nil
	case begun:
		l.text += piece
		l.pieces = append(l.pieces, msg)
		l.held++
		held, wait := l.held, pieceWaits
		if len(l.text) <= len("\x1b[") {
			wait = escWaits
		}
		return nil, tea.Tick(wait, func(time.Time) tea.Msg { return pieceWaited{held} })
	case l.text != "":
		pass = l.drop()
		more, cmd := l.take(msg) // which may begin another
		return append(pass, more...), cmd
	}
	return []tea.Msg{msg}, nil
}

// drop gives back what is held back.
func (l *lateAnswers) drop() []tea.Msg {
	pieces := l.pieces
	l.pieces, l.text = nil, ""
	return pieces
}

// isInput reports what comes from the terminal, in the order in which it came.
func isInput(msg tea.Msg) bool {
	switch msg.(type) {
	case uv.UnknownEvent, tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return true
	}
	return false
}

// writtenAs is what a terminal writes for a message, of those that the pieces of
// an answer become.
func writtenAs(msg tea.Msg) (text string, ok bool) {
	switch msg := msg.(type) {
	case uv.UnknownEvent:
		return string(msg), msg != ""
	case tea.KeyPressMsg:
		switch key := msg.String(); {
		case key == "esc":
			return "\x1b", true
		case key == "ctrl+g":
			return "\a", true
		case len(key) == len("alt+x") && strings.HasPrefix(key, "alt+"):
			return "\x1b" + key[4:], true
		case len(msg.Text) == 1:
			return msg.Text, true
		}
	}
	return "", false
}

// isAnswer reports whether text is one of the answers that are expected, or the
// beginning of one: \x1b[?2026;2$y, \x1b[?1u, \x1b]11;rgb:0000/0000/0000\a.
func isAnswer(text string) (whole, begun bool) {
	if rest, ok := strings.CutPrefix(text, "\x1b[?"); ok {
		end := strings.TrimLeft(rest, "0123456789;")
		return end == "$y" || rest != end && end == "u", end == "" || end == "$"
	}
	if rest, ok := strings.CutPrefix(text, "\x1b]11;rgb:"); ok {
		end := strings.TrimLeft(rest, "0123456789abcdefABCDEF/")
		return end == "\a" || end == "\x1b\\", end == "" || end == "\x1b"
	}
	return false, strings.HasPrefix("\x1b[?", text) || strings.HasPrefix("\x1b]11;rgb:", text)
}
