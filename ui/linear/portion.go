package linear

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/ui/linear/prose"
	"dossier/ui/message"
)

// portionOf is how many paragraphs are read at once where no screen says it.
const portionOf = 5

// readOn reads the paragraphs that there is room for.
func (s *session) readOn() error {
	o := s.open
	if o.next >= len(o.prose.Paragraphs) {
		s.say("This is the end of the article.")
		return nil
	}
	o.last = o.next
	for _, lines := range s.portion() {
		for _, l := range lines {
			s.line(l)
		}
		o.next++
	}
	return nil
}

// portion is the next paragraphs that there is room for, at least one. A heading is
// not parted from what it is over.
func (s *session) portion() (all [][]string) {
	ps, written := s.open.prose.Paragraphs, s.written
	for at := s.open.next; at < len(ps); at++ {
		lines := s.paragraph(at)
		for _, l := range lines {
			written += s.rows(l)
		}
		if len(all) > 0 && (s.Height <= 0 && len(all) >= portionOf || written > s.room()) {
			break
		}
		all = append(all, lines)
	}
	for n := len(all); n > 1 && s.open.next+n < len(ps) && ps[s.open.next+n-1].Level > 0; n = len(all) {
		all = all[:n-1]
	}
	return all
}

// readFrom reads on from a paragraph.
func (s *session) readFrom(at int) error {
	s.open.next = max(min(at, len(s.open.prose.Paragraphs)-1), 0)
	return s.readOn()
}

func (s *session) readParagraph(n int) error {
	if n < 1 || n > len(s.open.prose.Paragraphs) {
		s.say("There is no paragraph %d; the article has %d.", n, len(s.open.prose.Paragraphs))
		return nil
	}
	return s.readFrom(n - 1)
}

func (s *session) paragraphBefore(string) error {
	if s.open.last == 0 {
		s.say("This is the beginning of the article.")
	}
	return s.readFrom(s.open.last - 1)
}

// paragraph is its lines: the evidence that it holds, announced, and its text.
func (s *session) paragraph(at int) (lines []string) {
	p := s.open.prose.Paragraphs[at]
	lines = append(lines, s.announced(p)...)
	text := strings.Split(p.Text, "\n")
	switch {
	case p.Level > 0:
		text[0] = message.Say("Heading %d: %s", p.Level, text[0])
	case p.Code:
		text = append([]string{message.Say("Code:")}, text...)
	}
	return append(lines, text...)
}

// announced says which cuts the paragraph states, those of one passage at once. The
// passage is quoted where it is the best one and not the whole paragraph.
func (s *session) announced(p prose.Paragraph) (lines []string) {
	said := map[string]int{} // the line for each passage
	for n, c := range told(s.open.facts) {
		at := slices.IndexFunc(c.Passages, func(m model.Passage) bool { return m.Start < p.End && p.Start < m.End })
		if at < 0 {
			continue
		}
		quote := ""
		if at == 0 && c.Evidence != "" && strings.TrimRight(c.Evidence, ".") != strings.TrimRight(p.Text, ".") {
			quote = ": " + quoted(c.Evidence)
		}
		if line, ok := said[quote]; ok && quote != "" {
			lines[line] = strings.TrimSuffix(lines[line], quote) + "; " + stated(c) + quote
			continue
		}
		said[quote] = len(lines)
		if n >= len(s.open.facts.Cuts) {
			lines = append(lines, message.Say("Possible evidence: %s", stated(c))+quote)
		} else {
			lines = append(lines, message.Say("Evidence: %s", stated(c))+quote)
		}
	}
	for i := range lines {
		lines[i] = sentence(lines[i])
	}
	return lines
}
