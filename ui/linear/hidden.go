package linear

import (
	"strings"

	"dossier/model/clean"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// hidden says what is hidden in the article's file, and in which of its lines.
func (s *session) hidden(string) error {
	r, err := s.Library.Reveal(s.ctx, int(s.open.i))
	if err != nil {
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
		s.line(sentence(wording.Told(err.Error())))
		return nil
	}
	return s.recite(append([]string{sentence(wording.Hidden(r))}, hiddenLines(r)...))
}

// hiddenLines are the lines of a file in which something is hidden.
func hiddenLines(r clean.Revealed) (lines []string) {
	at, number := 0, 0
	for line := range strings.Lines(r.Text) {
		number++
		if at += len(line); len(r.Places) == 0 || r.Places[0].Start >= at {
			continue
		}
		lines = append(lines, message.Say("Line %d: %s", number, strings.TrimSpace(line)))
		for len(r.Places) > 0 && r.Places[0].Start < at {
			r.Places = r.Places[1:]
		}
	}
	return lines
}
