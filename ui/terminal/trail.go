package terminal

import (
	tea "charm.land/bubbletea/v2"

	"dossier/ui/message"
)

// spot is where the reader was before a jump: in an article or in the list, and
// with what panel open.
type spot struct {
	focus   scope
	article int32 // read, or under the cursor; -1 if none
	at      int   // a byte of its body
	panel   *panel
	to      int32 // the article that the jump led to
}

// mostSpots bounds the way back.
const mostSpots = 100

// jump opens an article at a place in it, and remembers where the reader was: in
// a panel or, without one, in a text or a list.
func (p *program) jump(from *panel, to int32, at target) tea.Cmd {
	p.leaveTrail(from, to)
	return tea.Batch(p.keepPlace(), p.openArticle(to, at))
}

func (p *program) leaveTrail(from *panel, to int32) {
	s := spot{focus: p.focus, article: -1, panel: from, to: to}
	if i, ok := p.current(); ok {
		s.article = i
	}
	if p.focus == inText {
		s.at = p.reader.Place()
		if p.revealing.on {
			s.at = p.revealing.at
		}
	}
	p.trail = append(p.trail, s)
	if len(p.trail) > mostSpots {
		p.trail = p.trail[1:]
	}
}

// retrace goes back to where the reader was before the last jump.
func (p *program) retrace() tea.Cmd {
	if len(p.trail) == 0 {
		return p.refuse(message.Say("nowhere to go back to; %s leaves the article", p.keyFor("back")))
	}
	s := p.trail[len(p.trail)-1]
	p.trail = p.trail[:len(p.trail)-1]
	var cmd tea.Cmd
	switch {
	case s.focus == inText && s.article >= 0:
		cmd = tea.Batch(p.keepPlace(), p.openArticle(s.article, target{at: s.at}))
	case p.focus == inText:
		cmd = p.leaveText()
	}
	if s.focus != inText {
		if s.article >= 0 {
			p.list.Select(s.article)
		}
		cmd = tea.Batch(cmd, p.setFocus(s.focus), p.showPreview(pause))
	}
	if s.panel != nil {
		cmd = tea.Batch(cmd, p.showPanel(s.panel))
	}
	return cmd
}

// opener is the panel that the article was opened out of, if the reader has not
// gone on from there; q then goes back to it.
func (p *program) opener() *panel {
	if len(p.trail) == 0 {
		return nil
	}
	s := p.trail[len(p.trail)-1]
	if i, ok := p.reader.Article(); ok && i != s.to {
		return nil
	}
	return s.panel
}
