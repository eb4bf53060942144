package detect

import (
	"slices"

	"dossier/model"
)

// noteSentences is from how many sentences on a text may be about something else: a
// note of a few tells of one thing only.
const noteSentences = 4

// From where on something speaks for or against a cut.
const (
	lateSentence = 8 // whose statement is the first about a vendor: the text began with something else
	namedOften   = 5 // mentions of the subject
	seldomRival  = 2 // mentions of other networks that a text about the subject may well have
	oncePerhaps  = 1 // sentences in which nothing happened, or the subject acts
	sureOfOther  = 2 // what another vendor's statement weighs
)

// What speaks in a whole text for a vendor of which it states a cut, and what against
// it: how sure its plainest statement is, what is said of others beside it, and
// whether the text is about other things too.
var (
	sureness = [...]bin{{0.6, featureOf("text-doubtful")}, {1.2, featureOf("text-likely")}, {2, featureOf("text-sure")}, {3, featureOf("text-surer")}, {1e9, featureOf("text-surest")}}

	isUnweighed  = featureOf("text-unweighed")
	isInferred   = featureOf("text-inferred")
	isHearsay    = featureOf("text-hearsay")
	isDisputed   = featureOf("text-disputed")
	isByPronoun  = featureOf("text-pronoun")
	isSaidAgain  = featureOf("text-again")
	isLate       = featureOf("text-late")
	standsAlone  = featureOf("text-alone")
	hasOther     = featureOf("text-one-other")
	hasOthers    = featureOf("text-others")
	isReadBeside = featureOf("text-other-read")
	areRead      = featureOf("text-others-read")
	isSureBeside = featureOf("text-other-sure")
	suppliesNone = featureOf("text-no-supplier")
	isForAll     = featureOf("text-general")
	hasRival     = featureOf("text-rival")
	hasRivals    = featureOf("text-rivals")
	isOftenNot   = featureOf("text-negated")
	oftenActs    = featureOf("text-subject-acts")
	isOftenNamed = featureOf("text-subject-often")
	isDense      = featureOf("text-subject-dense")
)

// bin is a range of what a statement weighs, up to the next.
type bin struct {
	below float32
	of    feature
}

// tally is what a text is about besides cuts.
type tally struct {
	negated, acts int // sentences in which an act did not happen, or the subject acts
	rivals        int // mentions of other networks
}

// count takes a sentence that was read into account.
func (y *tally) count(s *sentence, readings []reading) {
	negated, acts := false, false
	for _, r := range readings {
		negated, acts = negated || s.negated(r.act), acts || s.subjectActs(r.act)
	}
	if negated {
		y.negated++
	}
	if acts {
		y.acts++
	}
	for k := range s.ts {
		if s.ts[k].rival {
			y.rivals++
		}
	}
}

// judge takes away what was found of vendors for whom the whole text does not speak:
// statements that are right elsewhere are wrong in an article about somebody else's
// trouble. Where it checks a rumour, what a headline clears a vendor of and what is
// disputed is none.
func (f *finder) judge() {
	f.found = slices.DeleteFunc(f.found, func(x finding) bool { return f.cleared[x.vendor] || f.checks && x.status == model.Disputed })
	if f.count < noteSentences {
		return
	}
	doubted := map[int]bool{}
	for _, v := range f.foundVendors() {
		all := f.ofText(v)
		if f.weigher != nil {
			f.weigher(v, all)
		}
		doubted[v] = judging().sum(all) < 0
	}
	f.found = slices.DeleteFunc(f.found, func(x finding) bool { return doubted[x.vendor] })
}

// foundVendors are those of which cuts were found.
func (f *finder) foundVendors() (all []int) {
	for _, x := range f.found {
		if !slices.Contains(all, x.vendor) {
			all = append(all, x.vendor)
		}
	}
	return all
}

// ofText is what the whole text says of a vendor.
func (f *finder) ofText(v int) []feature {
	out := f.beside(f.ofFindings(v), v)
	add := func(x feature, holds bool) {
		if holds {
			out = append(out, x)
		}
	}
	named := 0
	for _, m := range f.mentions {
		if f.kindOf(m.actor) == subject {
			named++
		}
	}
	add(suppliesNone, f.supplies != nil && f.supplies[v] == "")
	add(isForAll, f.general)
	add(hasRival, f.tally.rivals > 0)
	add(hasRivals, f.tally.rivals > seldomRival)
	add(isOftenNot, f.tally.negated > oncePerhaps)
	add(oftenActs, f.tally.acts > oncePerhaps)
	add(isOftenNamed, named >= namedOften)
	add(isDense, 2*named > f.count)
	return out
}

// ofFindings is what the statements about a vendor say together.
func (f *finder) ofFindings(v int) (out []feature) {
	var sum float32
	n, weight, first := 0, unsaid, f.count
	unweighed, inferred, hearsay, disputed := false, true, true, false
	for _, x := range f.found {
		if x.vendor == v {
			n++
			sum, weight, first = max(sum, x.sum), max(weight, x.weight), min(first, x.n)
			unweighed, inferred = unweighed || x.sum == 0 && !x.inferred, inferred && x.inferred
			hearsay, disputed = hearsay && x.hearsay, disputed || x.status == model.Disputed
		}
	}
	i := slices.IndexFunc(sureness[:], func(b bin) bool { return sum < b.below })
	out = append(out, sureness[i].of)
	for _, x := range [...]struct {
		of    feature
		holds bool
	}{{isUnweighed, unweighed}, {isInferred, inferred}, {isHearsay, hearsay}, {isDisputed, disputed}, {isByPronoun, weight == byPronoun}, {isSaidAgain, n > 1}, {isLate, first > lateSentence}} {
		if x.holds {
			out = append(out, x.of)
		}
	}
	return out
}

// beside adds what is said of other vendors.
func (f *finder) beside(out []feature, v int) []feature {
	others, read := map[int]bool{}, map[int]bool{}
	var sum float32
	for _, x := range f.found {
		if x.vendor != v {
			others[x.vendor], sum = true, max(sum, x.sum)
			if !x.inferred {
				read[x.vendor] = true
			}
		}
	}
	out = append(out, [...]feature{standsAlone, hasOther, hasOthers}[min(len(others), 2)])
	if len(read) > 0 {
		out = append(out, isReadBeside)
	}
	if len(read) > 1 {
		out = append(out, areRead)
	}
	if sum > sureOfOther {
		out = append(out, isSureBeside)
	}
	return out
}
