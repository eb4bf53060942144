package detect

import (
	"slices"

	"dossier/model"
)

// surely is what has to speak for a cut in a text of which the rules read none.
const surely = 0.6

// noteSentences is from how many sentences on a text may be about something else: a
// note of a few tells of one thing only.
const noteSentences = 4

// dropFlimsy takes away what was found where it is too little to call it a cut.
// What was inferred about one vendor alone is as often wrong as right: a text that
// tells of a cut says so in plain words somewhere, or tells of several. Nor is it one
// where the text tells of what a vendor ends for all its customers, without a word
// for the subject; nor, where it checks a rumour, what a headline clears a vendor of
// or what is disputed.
func (f *finder) dropFlimsy() {
	f.found = slices.DeleteFunc(f.found, func(x finding) bool { return f.cleared[x.vendor] || f.checks && x.status == model.Disputed })
	inferred, one, bare := true, true, true
	for _, x := range f.found {
		inferred, one, bare = inferred && x.inferred, one && x.vendor == f.found[0].vendor, bare && (x.inferred || x.weight < byNoun)
	}
	switch {
	case f.count < noteSentences:
	case one && (inferred || bare && f.general):
		f.found = nil
	case inferred:
		f.found = slices.DeleteFunc(f.found, func(x finding) bool { return x.sum < surely })
	}
}
