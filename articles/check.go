package articles

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// Check returns what is to be put right, by path and line: every fault of those
// articles and of the files about the whole dossier, and each detected cut that
// no person confirmed. It fails only if an article cannot be read.
func (l *Library) Check(ctx context.Context, articles []int32) ([]model.Notice, error) {
	asked := make(map[int32]bool, len(articles))
	for _, i := range articles {
		asked[i] = true
	}
	l.mu.Lock()
	all := slices.Concat([]model.Notice{}, l.general(), l.emptyPlaces())
	for _, r := range l.refused {
		if asked[r.article] {
			all = append(all, l.located(r))
		}
	}
	l.mu.Unlock()
	for _, i := range articles {
		e, err := l.stock().entry(int(i))
		if err != nil {
			return nil, err
		}
		all = append(append(all, e.notices...), e.unknown...)
	}
	for _, i := range articles {
		found, err := l.unconfirmed(ctx, int(i))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	for i := range all {
		all[i].Path, all[i].Text = clean.Line(all[i].Path), clean.Line(all[i].Text)
	}
	slices.SortStableFunc(all, func(a, b model.Notice) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line))
	})
	return all, nil
}

// remark is a notice about an article, or about none of them.
type remark struct {
	article int32 // -1 for none
	model.Notice
}

func (l *Library) unconfirmed(ctx context.Context, i int) (all []model.Notice, err error) {
	e, err := l.stock().entry(i)
	if err != nil {
		return nil, err
	}
	a := &e.article
	if !a.Detected.Has(model.FieldCuts) {
		return nil, nil
	}
	text, err := l.Text(ctx, i)
	if err != nil {
		return nil, err
	}
	for _, c := range a.Cuts {
		if !c.Detected {
			continue
		}
		n := model.Notice{Path: a.Path, Kind: model.Unconfirmed, Text: clean.Line("detected, not confirmed: " + c.Vendor + " cut ties: " + c.Evidence)}
		if first := int(e.origin.bodyLine); first > 0 && len(c.Passages) > 0 {
			n.Line = first + strings.Count(text.Body[:c.Passages[0].Start], "\n")
		}
		all = append(all, n)
	}
	return all, nil
}

// unknown tells of the names that a person stated and the register does not
// know. Those whom the text itself names as persons are no fault: so say the tags
// that are made of what was detected, and no register has everybody.
func (p *parser) unknown(path string, own frontmatter.Facts, side sidecar, people []string) []model.Notice {
	actors, cuts := own, own
	actorsIn, cutsIn := path, path
	if !own.Stated.Has(model.FieldActors) {
		actors, actorsIn = side.Facts, side.path
	}
	if !own.Stated.Has(model.FieldCuts) {
		cuts, cutsIn = side.Facts, side.path
		cuts.Cuts = slices.Concat(cuts.Cuts, side.Confirmed, side.Rejected)
	}
	var strangers []frontmatter.Problem
	for i, name := range actors.Actors {
		if !slices.Contains(people, name) {
			strangers = p.stranger(strangers, model.AboutActor, actors.ActorLines[i], name)
		}
	}
	all := notices(actorsIn, strangers)
	strangers = nil
	for _, c := range cuts.Cuts {
		strangers = p.stranger(strangers, model.AboutVendor, c.VendorLine, c.Vendor)
	}
	return append(all, notices(cutsIn, strangers)...)
}

func (p *parser) stranger(all []frontmatter.Problem, kind model.NoticeKind, line int, name string) []frontmatter.Problem {
	if _, known := p.register.Find(name); known {
		return all
	}
	return append(all, frontmatter.Problem{Line: line, Kind: kind, Text: name + unknownHint})
}

// unknownHint is what every notice of such a name says behind it.
const unknownHint = " is not in the register; correct the name, or add it to actors: in " + registerFile
