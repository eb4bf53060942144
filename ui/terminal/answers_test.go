package terminal

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// typed are keys as a terminal's bytes are read one at a time.
func typedSlowly(text string) (msgs []tea.Msg) {
	for _, r := range text {
		switch r {
		case '\x1b':
			msgs = append(msgs, tea.KeyPressMsg{Code: tea.KeyEscape})
		case '\a':
			msgs = append(msgs, tea.KeyPressMsg{Code: 'g', Mod: tea.ModCtrl})
		default:
			msgs = append(msgs, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return msgs
}

func TestPiecesOfAnswersAreNoKeys(t *testing.T) {
	alt := tea.KeyPressMsg{Code: '[', Mod: tea.ModAlt}
	for name, msgs := range map[string][]tea.Msg{
		"mode":             typedSlowly("\x1b[?2026;2$y"),
		"keyboard":         typedSlowly("\x1b[?1u"),
		"colour":           typedSlowly("\x1b]11;rgb:0000/ABcd/ff00\a"),
		"colour, by ST":    typedSlowly("\x1b]11;rgb:0/0/0\x1b\\"),
		"in larger pieces": append([]tea.Msg{alt}, typedSlowly("?2027;0$y")...),
		"half understood":  append([]tea.Msg{uv.UnknownEvent("\x1b]11;rg")}, typedSlowly("b:00/00/00\a")...),
		"one by one":       typedSlowly("\x1b[?2026;2$y\x1b[?2027;0$y"),
	} {
		var l lateAnswers
		for i, msg := range msgs {
			if pass, _ := l.take(msg); pass != nil {
				t.Errorf("%s: after piece %d keys pass: %v", name, i, pass)
			}
		}
		if l.text != "" {
			t.Errorf("%s: %q is held back still", name, l.text)
		}
	}
}

func TestKeysThatAreNoAnswerAreNotLost(t *testing.T) {
	for _, text := range []string{"\x1bx", "\x1b[x", "\x1b[?9x", "\x1b]11;rx", "\x1b\x1b", "jjk", "\x1b[?2\x1b]x"} {
		var l lateAnswers
		var got []tea.Msg
		want := typedSlowly(text)
		for _, msg := range want {
			pass, _ := l.take(msg)
			got = append(got, pass...)
		}
		got = append(got, l.drop()...)
		if len(got) != len(want) {
			t.Errorf("of %q came %v", text, got)
		}
		for i := range got {
			if got[i].(tea.KeyPressMsg) != want[i].(tea.KeyPressMsg) {
				t.Errorf("of %q came %v", text, got)
				break
			}
		}
	}
	l := lateAnswers{over: true}
	if pass, _ := l.take(typedSlowly("\x1b")[0]); len(pass) != 1 {
		t.Error("a key is held back though no answers are expected")
	}
}
