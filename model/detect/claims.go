package detect

import (
	"slices"

	"dossier/model"
)

// rumour is a vendor that a sentence names beside those that cut ties, in case it
// denies to be one of them.
type rumour struct {
	vendor int
	at     model.Passage
	named  bool // somebody counts it among them
}

// deny reads the cuts that nobody states in plain words: "he also named American
// Express, which says it never was a vendor of the network".
func (f *finder) deny(s *sentence) {
	last := f.rumour
	f.rumour = rumour{vendor: -1}
	if f.echo == 0 && len(f.found) == 0 {
		return
	}
	v, only := s.accused()
	if only && !f.cutter(v) {
		f.rumour = rumour{vendor: v, at: s.whole(), named: s.counted()}
		if v == last.vendor && last.named {
			f.rumour = last
		}
	}
	r := f.rumour
	if r.vendor < 0 && v < 0 {
		r = last
	}
	if r.vendor >= 0 && r.named && (s.any(markNoDeal) || s.any(markDeny)) && !f.cutter(r.vendor) && f.mayBeVendor(r.vendor) {
		f.keep(finding{vendor: r.vendor, status: model.Disputed, at: r.at, weight: unsaid, claimed: true})
	}
}

// counted reports that somebody counts whom the sentence names among those that
// cut ties: "he also named", "according to Matze".
func (s *sentence) counted() bool {
	person := slices.ContainsFunc(s.ts, func(t token) bool { return t.kind == person })
	return s.any(markNamed) || person && (s.any(markClaim) || s.any(markSource))
}

// accused is the one vendor that a sentence names; false if there are several or
// none.
func (s *sentence) accused() (v int, only bool) {
	v = -1
	for k := range s.ts {
		if s.ts[k].kind != vendor || s.role(k) == source {
			continue
		}
		if v >= 0 && v != s.ts[k].actor {
			return v, false
		}
		v = s.ts[k].actor
	}
	return v, v >= 0
}

// whole is the passage of a sentence.
func (s *sentence) whole() model.Passage {
	return model.Passage{Start: s.ts[0].at.Start, End: s.ts[len(s.ts)-1].at.End}
}
