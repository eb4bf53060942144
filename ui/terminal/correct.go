package terminal

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
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
		p.message = "go to a passage first: . and e do"
		return nil
	}
	for _, c := range p.shelf.Article(i).Cuts {
		if slices.ContainsFunc(c.Passages, func(m model.Passage) bool { return m.Start == at }) {
			return p.correct(i, c, v)
		}
	}
	p.message = "here is no passage of evidence any more"
	return nil
}

// correct keeps a verdict beside the articles.
func (p *program) correct(i int32, c model.Cut, v verdict) tea.Cmd {
	library := p.shelf.library
	keeper, ok := library.(Corrector)
	switch {
	case !c.Detected:
		p.message = "a person stated this cut; its article or the side-car says so"
		return nil
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
			p.message = msg.err.Error()
		}
		return nil
	}
	// Verdicts may come close together: each is made on what the last one left.
	p.shelf.library = withVerdict(p.shelf.library, msg.article, msg.vendor, msg.verdict)
	p.shelf.reindex(p.ctx)
	p.message = msg.vendor + ": rejected"
	if msg.verdict == confirmed {
		p.message = msg.vendor + ": confirmed"
	}
	return tea.Batch(p.ask(), p.layOutAgain())
}

// judged is a library with facts of its own; texts stay where they are.
type judged struct {
	Library
	Corrector
	dossier model.Dossier
}

func (j *judged) Dossier() *model.Dossier { return &j.dossier }

// withVerdict is the library with one cut confirmed or gone. The facts are
// copied: a search may be reading them.
func withVerdict(lib Library, i int32, vendor string, v verdict) Library {
	keeper, _ := lib.(Corrector)
	j := &judged{Library: lib, Corrector: keeper, dossier: *lib.Dossier()}
	if before, ok := lib.(*judged); ok {
		j.Library, j.Corrector = before.Library, before.Corrector
	}
	j.dossier.Articles = slices.Clone(j.dossier.Articles)
	a := &j.dossier.Articles[i]
	a.Cuts = slices.Clone(a.Cuts)
	at := slices.IndexFunc(a.Cuts, func(c model.Cut) bool { return c.Vendor == vendor })
	switch {
	case at < 0:
	case v == confirmed:
		a.Cuts[at].Detected = false
	default:
		a.Cuts = slices.Delete(a.Cuts, at, at+1)
	}
	return j
}
