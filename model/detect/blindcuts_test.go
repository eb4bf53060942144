package detect

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"

	"dossier/model"
)

// TestBlindCuts scores whole articles, other than the short ones of TestCuts;
// with -v it prints every language and every fault. Those of testdata/unseen named
// aside were scored once (precision 5/20, recall 5/16) before anybody saw what was
// wrong: most are articles without a cut that invite a false one. They too are
// worked on now.
func TestBlindCuts(t *testing.T) {
	register := builtIn(t)
	scoreBlind(t, register, "blind", false).hold(t)
	unseen := scoreBlind(t, register, "unseen", false)
	unseen.join(scoreBlind(t, register, "unseen", true))
	if unseen.precision.value() < 0.96 || unseen.recall.value() < 0.92 || unseen.evidence.value() < 0.95 || unseen.status.value() < 0.97 {
		t.Errorf("unseen: precision %v, recall %v, evidence %v or status %v fell", &unseen.precision, &unseen.recall, &unseen.evidence, &unseen.status)
	}
}

// TestLaterCuts scores articles that were written later, without sight of the rules.
// The lexicons are mended by them, and lexicon/weights.txt is fitted to those named
// aside, whose words no lexicon had been taught when they were scored first
// (precision 93/103, recall 93/125, by weights that did not know them).
func TestLaterCuts(t *testing.T) {
	register := builtIn(t)
	later := scoreBlind(t, register, "fresh", false)
	later.join(scoreBlind(t, register, "later", false))
	later.join(scoreBlind(t, register, "later", true))
	if later.precision.value() < 0.95 || later.recall.value() < 0.85 || later.evidence.value() < 0.95 || later.status.value() < 0.96 {
		t.Errorf("later: precision %v, recall %v, evidence %v or status %v fell", &later.precision, &later.recall, &later.evidence, &later.status)
	}
}

// TestVariedCuts scores articles in which hardly two cuts are told alike: columns,
// tabloids, radio, fact checks, look-backs, machine translations, three in eight
// without a cut. They were scored first, before anybody saw what was wrong, with
// precision 171/175 and recall 171/255; verdicts are fitted to them since.
func TestVariedCuts(t *testing.T) {
	s := scoreBlind(t, builtIn(t), "varied", false)
	if s.precision.value() < 0.95 || s.recall.value() < 0.72 || s.evidence.value() < 0.96 || s.status.value() < 0.88 {
		t.Errorf("varied: precision %v, recall %v, evidence %v or status %v fell", &s.precision, &s.recall, &s.evidence, &s.status)
	}
}

// TestOrdinaryCuts scores what agencies and papers wrote at the time in plain words, one
// article in five without a cut. Before anybody saw what was wrong precision was
// 302/304, recall 302/321, status 288/302, evidence 295/302 and language 120/120;
// the lexicons are mended by them since.
func TestOrdinaryCuts(t *testing.T) {
	s := scoreBlind(t, builtIn(t), "ordinary", false)
	if s.precision.value() < 0.99 || s.recall.value() < 0.96 || s.evidence.value() < 0.97 || s.status.value() < 0.96 {
		t.Errorf("ordinary: precision %v, recall %v, evidence %v or status %v fell", &s.precision, &s.recall, &s.evidence, &s.status)
	}
}

// TestNegatives reads articles in which no vendor cuts ties, each written to tempt:
// bans of others, demands, hoaxes, outages, what the subject does itself. When they
// were read first 42 cuts were found in the 122 of the first round, 17 in the 96 of
// the second and 28 in the 96 of the third; verdicts fitted without those left 17.
func TestNegatives(t *testing.T) {
	if found := scoreBlind(t, builtIn(t), "negatives", false).precision; found.of > 30 {
		t.Errorf("%d cuts found where there are none", found.of)
	}
}

// TestAsideCuts scores articles that nobody works on and nothing is fitted to: what
// agencies, papers and sites write, half of them without a cut, most of those
// tempting. It prints figures and no faults, so that nobody mends them: they tell what
// a reader's own articles score.
func TestAsideCuts(t *testing.T) {
	register := builtIn(t)
	scores, total := map[string]*blindScore{}, &blindScore{}
	for _, c := range casesOf(t, "aside") {
		s := cmp.Or(scores[c.lang], &blindScore{})
		scores[c.lang] = s
		s.article(c, register)
	}
	total.log(t, "aside", scores)
	for _, s := range []struct {
		name  string
		share share
		floor float64
	}{{"precision", total.precision, 0.90}, {"recall", total.recall, 0.90}, {"status", total.status, 0.92}, {"evidence", total.evidence, 0.93}, {"language", total.language, 0.98}} {
		if s.share.value() < s.floor {
			t.Errorf("aside: %s is %v, below %.2f", s.name, s.share, s.floor)
		}
	}
}

// scoreBlind scores the articles of a folder, those named aside or the others.
func scoreBlind(t *testing.T, register *model.Register, folder string, held bool) *blindScore {
	t.Helper()
	scores, total := map[string]*blindScore{}, &blindScore{}
	for _, c := range casesOf(t, folder) {
		if c.held != held {
			continue
		}
		s := cmp.Or(scores[c.lang], &blindScore{})
		scores[c.lang] = s
		for _, fault := range s.article(c, register) {
			t.Logf("%s/%s.txt, %s: %s", folder, c.lang, c.name, fault)
		}
	}
	total.log(t, fmt.Sprintf("%s, aside %v", folder, held), scores)
	return total
}

// log prints the scores of each language and adds them up.
func (s *blindScore) log(t *testing.T, title string, scores map[string]*blindScore) {
	t.Helper()
	t.Logf("%s\n%s", title, blindHead)
	for _, lang := range slices.Sorted(maps.Keys(scores)) {
		t.Logf("%-9s %v", lang, scores[lang])
		s.join(scores[lang])
	}
	t.Logf("%-9s %v", "all", s)
}

// hold fails where the whole falls below what was measured when the articles
// were written, less some of them for chance. Raise the floors with the figures.
func (s *blindScore) hold(t *testing.T) {
	t.Helper()
	names := []string{"precision", "recall", "status", "evidence", "best evidence", "tight evidence", "language", "precision of persons", "recall of persons"}
	floors := []float64{0.97, 0.92, 0.96, 0.97, 0.90, 0.96, 0.98, 0.98, 0.97}
	for i, got := range s.shares() {
		if got.value() < floors[i] {
			t.Errorf("%s is %v, below %.2f", names[i], got, floors[i])
		}
	}
}
