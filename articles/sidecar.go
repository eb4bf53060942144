package articles

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"dossier/articles/decode"
	"dossier/articles/frontmatter"
	"dossier/articles/tags"
	"dossier/model"
	"dossier/model/clean"
)

// sidecar is what a folder's dossier.tags.yaml says of one article.
type sidecar struct {
	path string // of the file, for people
	*tags.Entry
}

var noSidecar = sidecar{Entry: &tags.Entry{}}

// readTags reads the side-cars of the folders that were named whole.
func (ps *places) readTags() {
	for _, p := range ps.all {
		if !p.named() {
			p.readTags()
		}
	}
}

func (p *place) readTags() { p.tags, p.tagNotices = readTags(p.folder) }

// readTags reads a folder's side-car. One that cannot be read says nothing but a
// notice.
func readTags(f folder) (tags.Tags, []model.Notice) {
	raw, _, err := readFile(f, tags.FileName)
	if errors.Is(err, fs.ErrNotExist) {
		return tags.Tags{}, nil
	}
	var text decode.Text
	if err == nil {
		text, err = decode.Bytes(raw, nil)
	}
	if err != nil {
		return tags.Tags{}, []model.Notice{{Path: tags.FileName, Text: reason(err) + "; nothing in it is used"}}
	}
	t := tags.Parse(clean.Text(text.UTF8))
	return t, notices(tags.FileName, slices.Concat(doubts(text), t.Problems))
}

// findStrangers looks which articles the side-cars name that are not there.
func (k *keeper) findStrangers(ctx context.Context) error {
	for _, p := range k.places.all {
		p.strangers = nil
	}
	if !slices.ContainsFunc(k.places.all, func(p *place) bool { return p.tags.Len() > 0 }) {
		return nil
	}
	there := map[string]bool{}
	for known, err := range k.stock().known(ctx) {
		if err != nil {
			return err
		}
		f := fileOf(known.Key)
		there[(&file{place: f.place, name: clean.Line(f.name)}).key()] = true
	}
	for at, p := range k.places.all {
		p.strangers = notices(tags.FileName, p.tags.Strangers(func(name string) bool {
			return there[(&file{place: int32(at), name: name}).key()]
		}))
	}
	return nil
}

// sidecar returns what the place's side-car says of a file.
func (p *place) sidecar(file string) sidecar {
	return sidecar{clean.Line(p.path(tags.FileName)), p.tags.Of(file)}
}

// judge applies what a person said of single cuts to those of an article. A
// confirmed one keeps the other passages that were detected for it.
func (p *parser) judge(a *model.Article, side sidecar, body string) (lost []frontmatter.Problem) {
	confirmed, lost := p.cuts(side.Confirmed, body)
	rejected, more := p.rejections(side.Rejected, body)
	a.Possible = slices.DeleteFunc(a.Possible, func(c model.Cut) bool {
		return rejected.hold(c) || slices.ContainsFunc(confirmed, func(o model.Cut) bool { return o.Vendor == c.Vendor })
	})
	var judged []model.Cut
	for _, c := range a.Cuts {
		i := slices.IndexFunc(confirmed, func(o model.Cut) bool { return o.Vendor == c.Vendor })
		switch {
		case i >= 0 && c.Detected:
			confirmed[i].Passages = joinPassages(confirmed[i].Passages, c.Passages)
			judged = append(judged, confirmed[i])
		case !c.Detected || !rejected.hold(c):
			judged = append(judged, c)
		}
		if i >= 0 {
			confirmed = slices.Delete(confirmed, i, i+1)
		}
	}
	a.Cuts = append(judged, confirmed...)
	if !slices.ContainsFunc(a.Cuts, func(c model.Cut) bool { return c.Detected }) {
		a.Detected &^= model.FieldCuts
	}
	return append(lost, more...)
}

// rejection is a detected cut that a person said is none.
type rejection struct {
	vendor string
	at     model.Passage
	any    bool // whatever its evidence
}

type rejections []rejection

func (p *parser) rejections(stated []frontmatter.Cut, body string) (all rejections, lost []frontmatter.Problem) {
	in := passages{body: body}
	for _, s := range stated {
		r := rejection{vendor: p.register.Canonical(s.Vendor), any: s.Evidence == ""}
		at, ok := in.find(s.Evidence)
		if !ok && !r.any {
			lost = append(lost, noEvidence(s.Line, r.vendor))
			continue
		}
		r.at = at
		all = append(all, r)
	}
	return all, lost
}

// hold reports whether a cut is among those rejected.
func (rs rejections) hold(c model.Cut) bool {
	return slices.ContainsFunc(rs, func(r rejection) bool {
		return r.vendor == c.Vendor && (r.any || overlapsAny(r.at, c.Passages))
	})
}

func overlapsAny(at model.Passage, all []model.Passage) bool {
	return slices.ContainsFunc(all, func(o model.Passage) bool { return at.Start < o.End && o.Start < at.End })
}

// joinPassages adds those of more that overlap none of first.
func joinPassages(first, more []model.Passage) []model.Passage {
	all := slices.Clone(first)
	for _, at := range more {
		if !overlapsAny(at, first) {
			all = append(all, at)
		}
	}
	return all
}
