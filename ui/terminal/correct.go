package terminal

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// Corrector is a library that keeps what a reader says of detected cuts. A
// dossier that is in no folder has nowhere to keep it.
type Corrector interface {
	Confirm(ctx context.Context, article int, vendor string) error
	Reject(ctx context.Context, article int, vendor string) error
}

// verdict is what a reader says of a detected cut.
type verdict bool

const (
	confirmed verdict = true
	rejected  verdict = false
)

// corrected: a verdict was kept, or could not be.
type corrected struct {
	article int32
	vendor  string
	verdict verdict
	err     error
}

func (p *program) confirm() tea.Cmd { return p.judge(confirmed) }

func (p *program) reject() tea.Cmd { return p.judge(rejected) }

// judge says of the passage gone to last whether it states a cut.
func (p *program) judge(v verdict) tea.Cmd {
	i, ok := p.reader.Article()
	at := p.reader.Passage()
	if !ok || at < 0 {
		return p.refuse(message.Say("go to a passage first: %s and %s do", p.keyFor("next-passage"), p.keyFor("evidence")))
	}
	for _, c := range told(p.shelf.Article(i)) {
		if slices.ContainsFunc(c.Passages, func(m model.Passage) bool { return m.Start == at }) {
			return p.correct(i, c, v)
		}
	}
	return p.refuse(message.Say("here is no passage of evidence any more"))
}

// correct keeps a verdict beside the articles.
func (p *program) correct(i int32, c model.Cut, v verdict) tea.Cmd {
	library := p.shelf.library
	keeper, ok := library.(Corrector)
	switch {
	case !c.Detected:
		return p.refuse(message.Say("a person stated this cut; its article or the side-car says so"))
	case !ok:
		return nil
	}
	ctx := p.ctx
	return func() tea.Msg {
		keep := keeper.Reject
		if v == confirmed {
			keep = keeper.Confirm
		}
		return corrected{i, c.Vendor, v, keep(ctx, int(i), c.Vendor)}
	}
}

func (p *program) onCorrected(msg corrected) tea.Cmd {
	if msg.err != nil {
		if !errors.Is(msg.err, context.Canceled) {
			p.message = wording.Told(msg.err.Error())
		}
		return nil
	}
	p.shelf.renew()
	p.message = message.Say("%s: rejected", msg.vendor)
	if msg.verdict == confirmed {
		p.message = message.Say("%s: confirmed", msg.vendor)
	}
	return tea.Batch(p.askAgain(), p.layOutAgain())
}
