package vendors

import (
	"strings"

	"charm.land/lipgloss/v2"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/message"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

// stroke draws into a row of cells, each with a look.
type stroke struct {
	theme *theme.Theme
	signs []rune
	looks []lipgloss.Style
}

func newStroke(th *theme.Theme, w int) *stroke {
	s := &stroke{theme: th, signs: []rune(strings.Repeat(" ", w)), looks: make([]lipgloss.Style, w)}
	for i := range s.looks {
		s.looks[i] = th.Faint
	}
	return s
}

// put writes text of narrow characters from a column on, as far as there is
// room.
func (s *stroke) put(at int, text string, look lipgloss.Style, room int) {
	for _, r := range text {
		if at < 0 || at >= min(room, len(s.signs)) {
			return
		}
		s.signs[at], s.looks[at] = r, look
		at++
	}
}

// event draws one event in the columns [from, room).
func (s *stroke) event(e timeline.Event, from, room int, a axis) {
	m := marks[e.Status]
	if e.Status == model.Done {
		end := len(s.signs)
		if !e.Restored.IsZero() {
			end = a.column(e.Restored)
		}
		s.put(from, strings.Repeat("─", max(end-from, 0)), s.theme.Faint, len(s.signs))
		if !e.Restored.IsZero() {
			s.put(end, "○ "+message.Say("back"), s.theme.Muted, len(s.signs))
		}
	}
	s.put(from, m.sign, s.theme.Accent, from+1)
	if word := m.word.String(); from+2+cells.Width(word) <= room {
		s.put(from+2, word, s.theme.Muted, room)
	}
}

func (s *stroke) String() string {
	var b strings.Builder
	for i := 0; i < len(s.signs); {
		end := i + 1
		for end < len(s.signs) && s.looks[end].GetForeground() == s.looks[i].GetForeground() {
			end++
		}
		b.WriteString(s.looks[i].Render(string(s.signs[i:end])))
		i = end
	}
	return b.String()
}
