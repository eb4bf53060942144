package detect

import (
	"slices"

	"dossier/model"
)

// choice is the act that most speaks for a vendor having cut ties.
type choice struct {
	pair
	sum float32
}

// plainly is what has to speak for a cut by somebody of whom the register does not say
// that it supplied anything, though it says so of others.
const plainly = 0.8

// weigh goes over what the rules read of a sentence: it drops what little speaks for,
// and adds what they missed where enough does.
func (f *finder) weigh(s *sentence) {
	if f.watch != nil {
		f.pairs(s, func(p pair, all []feature) { f.watch(s, p, all) })
		return
	}
	best := f.choices(s)
	kept := f.found[:f.recent]
	for _, x := range f.found[f.recent:] {
		i := slices.IndexFunc(best, func(c choice) bool { return c.vendor == x.vendor })
		if i < 0 || best[i].sum >= 0 && (f.mayBeVendor(x.vendor) || best[i].sum >= plainly) {
			if i >= 0 {
				x.sum = best[i].sum
			}
			kept = append(kept, x)
		}
	}
	f.found = kept
	for _, c := range best {
		if c.sum >= f.doubt() && f.mayBeVendor(c.vendor) && f.mayBeDone(s, c.act) && !slices.ContainsFunc(f.found[f.recent:], func(x finding) bool { return x.vendor == c.vendor }) {
			f.infer(s, c)
		}
	}
}

// doubt is what has to speak for an inferred cut. Where the register does not tell who
// supplied something it takes more.
func (f *finder) doubt() float32 {
	if f.supplies == nil {
		return 0.5
	}
	return 0
}

// mayBeVendor is false for who supplied nothing, where the register tells of those
// that did: such a cut has to be stated in plain words.
func (f *finder) mayBeVendor(v int) bool { return f.supplies == nil || f.supplies[v] != "" }

// takesBack reports a clause that speaks of taking the subject back.
func (s *sentence) takesBack(i int) bool {
	for k := range s.ts {
		if s.of[k] == s.of[i] && s.ts[k].kind == word && s.ts[k].has(markBack) {
			return true
		}
	}
	return false
}

// mayBeDone is false for what is denied, asked, wished or checked as a rumour, what
// the subject itself does, and where it is taken back.
func (f *finder) mayBeDone(s *sentence, i int) bool {
	_, happened := s.status(i)
	return happened && !f.checks && !f.rumoured(s) && !s.subjectActs(i) && !s.takesBack(i)
}

// choices finds for each vendor of a sentence the act that weighs most.
func (f *finder) choices(s *sentence) (best []choice) {
	f.pairs(s, func(p pair, all []feature) {
		sum := learnt().sum(all)
		i := slices.IndexFunc(best, func(c choice) bool { return c.vendor == p.vendor })
		switch {
		case i < 0:
			best = append(best, choice{p, sum})
		case sum > best[i].sum:
			best[i] = choice{p, sum}
		}
	})
	return best
}

// infer keeps what most likely was stated. It counts for less than what the rules
// read.
func (f *finder) infer(s *sentence, p choice) {
	status, _ := s.status(p.act)
	if status == model.Done && s.any(markWarn) && !s.any(markElapsed) {
		status = model.Announced
	}
	target := p.target
	if target.weight == 0 {
		target = hit{weight: unsaid, token: p.act}
	}
	claimed := s.any(markClaim)
	at := s.evidence(p.act, []int{p.at}, target)
	f.keep(s.told(finding{vendor: p.vendor, status: status, at: at, weight: target.weight, claimed: claimed, details: s.details(at, status, f.day), less: f.less(s, p.act, []int{p.at}, claimed) + 25, act: p.act + 1, inferred: true, sum: p.sum}, p.act))
}
