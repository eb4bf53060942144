package detect

import (
	"slices"

	"dossier/model"
)

// openSuit finds whom the subject sues, in an article whose headline or first
// paragraph says so and names one vendor alone; -1 if there is no such suit.
func (f *finder) openSuit(parts []model.Passage) int {
	defer func() { f.next = 0 }()
	v, court, self := -1, false, false
	f.opened = map[model.Passage][]token{}
	for _, block := range parts {
		if block.End > f.opening {
			break
		}
		for _, at := range sentences(f.body, block) {
			ts := f.tokens(at)
			f.opened[at] = slices.Clone(ts)
			for k := range ts {
				t := &ts[k]
				court, self = court || t.has(markCourt), self || t.kind == subject
				if t.kind != vendor {
					continue
				}
				if v >= 0 && v != t.actor && at.Start < f.head.End {
					return -1
				}
				if v < 0 && !t.rival {
					v = t.actor
				}
			}
		}
	}
	if !court || !self {
		return -1
	}
	return v
}

// sue reads an act that an article on a lawsuit does not say the doer of: it is
// the one that is sued, "the end of the hosting came without notice".
func (f *finder) sue(s *sentence, i int, target hit) {
	if f.sued < 0 || target.elsewhere || !f.topic.on || f.cutter(f.sued) || !s.supplied(i) {
		return
	}
	status, happened := s.status(i)
	if happened && status == model.Done && !f.rumoured(s) {
		f.keep(finding{vendor: f.sued, at: s.evidence(i, nil, hit{token: i}), weight: unsaid, less: 30})
	}
}

// supplied reports that an act is one on a contract or on servers, and that its
// stretch names nobody else.
func (s *sentence) supplied(i int) bool {
	deal := false
	for k := range s.ts {
		if s.segment[k] != s.segment[i] {
			continue
		}
		t := &s.ts[k]
		if t.kind == vendor || t.kind == person || t.rival || t.kind == word && t.has(markOther|markSame) && !t.has(markDeal) {
			return false
		}
		deal = deal || k != i && t.kind == word && t.has(markDeal|markPlace)
	}
	return deal && !s.ts[i].has(markSame|markBack|markWarn)
}
