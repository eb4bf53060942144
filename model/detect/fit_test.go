package detect

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

var fit = flag.Bool("fit", false, "fit lexicon/weights.txt anew to the articles of testdata, those held aside excepted")

// TestFit makes lexicon/weights.txt, with -fit, by logistic regression over what
// speaks for each vendor and act of each sentence, and whether that sentence states
// a cut. It has to be made anew when a rule changes much, and needs articles whose
// words no lexicon has been taught since: compare TestAsideCuts before and after. With
// -v it also prints what sixths of the articles score by the weights of the others.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("only with -fit")
	}
	sentences := examples(t)
	if testing.Verbose() {
		crossCheck(t, sentences)
	}
	w := fitted(sentences)
	writeWeights(t, "weights.txt", "What speaks for a vendor having done an act, and what against it: made by\n# go test ./model/detect -run 'TestFit$' -fit", w, caution)
}

// TestFitVerdicts makes lexicon/verdicts.txt, with -fit: how far a whole text bears out
// what was found in its sentences. It comes after TestFit, whose weights it is about,
// in a run of its own.
func TestFitVerdicts(t *testing.T) {
	if !*fit {
		t.Skip("only with -fit")
	}
	w := fitted(verdicts(t))
	w.of[isRead] = 0 // of sentences, where it is what fitting starts with
	writeWeights(t, "verdicts.txt", "What speaks in a whole text for a cut that was found, and what against it: made by\n# go test ./model/detect -run TestFitVerdicts -fit", w, 0)
}

// writeWeights writes those that weigh something, the heaviest first.
func writeWeights(t *testing.T, file, title string, w *weights, caution float32) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\nbase %.2f\n", title, w.base-caution)
	order := make([]int, len(featureNames))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(cmp.Compare(w.of[j], w.of[i]), cmp.Compare(i, j)) })
	for _, i := range order {
		if w.of[i] != 0 {
			fmt.Fprintf(&b, "%s %.2f\n", featureNames[i], w.of[i])
		}
	}
	if err := os.WriteFile(filepath.Join("lexicon", file), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// doubt is how much more a cut counts that was found where there is none: articles
// without one are many more out there than here.
const doubt = 2.6

// verdicts watches the end of reading all articles but those held aside. All that was
// found counts, also what the weights there are now would take away.
func verdicts(t *testing.T) (all []*example) {
	actors := NewActors(builtIn(t))
	for _, folder := range [...]string{"blind", "unseen", "fresh", "later", "varied", "negatives"} {
		for _, c := range casesOf(t, folder) {
			f := actors.newFinder(c.body, c.lang, model.Date{})
			if f == nil {
				continue
			}
			f.weigher = func(v int, found []feature) {
				x := &example{vendor: actors.names[v], weight: doubt, acts: [][]feature{found}}
				if slices.ContainsFunc(c.cuts, func(w blindCut) bool { return w.vendor == x.vendor }) {
					x.label, x.weight = statesCut, 1
				}
				all = append(all, x)
			}
			page := PageOf(c.body)
			f.all(page, page.blocks())
		}
	}
	return all
}

// caution is how much more has to speak for a cut than against it: a wrong one is
// worse than none.
const caution = 0.3

// example is a sentence and a vendor, with what speaks for each act of it.
type example struct {
	article int
	vendor  string
	label   label
	weight  float64
	acts    [][]feature
}

type label int

const (
	noCut      label = iota // the article states none by that vendor
	statesCut               // this sentence states it
	otherPlace              // another sentence does
)

// examples watches the reading of all articles but those held aside. What counts most
// is what no lexicon was made by: elsewhere all words for acts are known.
func examples(t *testing.T) (all []*example) {
	article := 0
	add := func(actors *Actors, lang, body string, weight float64, label func(at model.Passage, vendor string) label) {
		article++
		all = append(all, watch(actors, lang, body, article, weight, label)...)
	}
	actors := NewActors(builtIn(t))
	for _, folder := range [...]string{"blind", "unseen", "fresh", "later"} {
		for _, c := range casesOf(t, folder) {
			weight := 1.0
			if folder == "later" && c.held {
				weight = 4
			}
			add(actors, c.lang, c.body, weight, c.label)
		}
	}
	actors = NewActors(cutRegister())
	for _, c := range cutCases(t) {
		add(actors, c.lang, c.body, 1, c.label)
	}
	for _, x := range turns(t) {
		add(actors, x.lang, "Parler\n\n"+x.text, 1, func(_ model.Passage, v string) label {
			if slices.Contains(x.want, v) {
				return statesCut
			}
			return noCut
		})
	}
	return all
}

func (c blindCase) label(at model.Passage, v string) label {
	i := slices.IndexFunc(c.cuts, func(w blindCut) bool { return w.vendor == v })
	switch {
	case i < 0:
		return noCut
	case slices.ContainsFunc(c.cuts[i].passages, func(p model.Passage) bool { return common(at, p) > 0 }):
		return statesCut
	}
	return otherPlace
}

func (c cutCase) label(at model.Passage, v string) label {
	for _, w := range c.want {
		if w.vendor == v {
			if start := strings.Index(c.body, w.evidence); start < at.End && at.Start < start+len(w.evidence) {
				return statesCut
			}
			return otherPlace
		}
	}
	return noCut
}

// watch gathers the examples of one article.
func watch(actors *Actors, lang, body string, article int, weight float64, of func(model.Passage, string) label) (all []*example) {
	f := actors.newFinder(body, lang, model.Date{})
	if f == nil {
		return nil
	}
	by := map[string]*example{}
	f.watch = func(s *sentence, p pair, found []feature) {
		at := s.whole()
		key := fmt.Sprint(at.Start, p.vendor)
		if by[key] == nil {
			v := actors.names[p.vendor]
			by[key] = &example{article: article, vendor: v, label: of(at, v), weight: weight}
			all = append(all, by[key])
		}
		by[key].acts = append(by[key].acts, slices.Clone(found))
	}
	page := PageOf(body)
	f.all(page, page.blocks())
	return all
}

const (
	fitRounds = 4    // how often the act that most speaks for each vendor is chosen anew
	fitEpochs = 40   // passes over the examples in each round
	fitDecay  = 0.03 // how much weights are held to be small
)

// fitted is the logistic regression. Which act of a sentence states a cut nobody
// said: it is the one that weighs most.
func fitted(all []*example) *weights {
	w := &weights{of: make([]float32, len(featureNames)), base: -1.5}
	w.of[isRead] = 3
	var clear []*example
	for _, x := range all {
		if x.label != otherPlace {
			clear = append(clear, x)
		}
	}
	random := rand.New(rand.NewPCG(1, 1))
	for range fitRounds {
		chosen := make(map[*example][]feature, len(clear))
		for _, x := range clear {
			chosen[x], _ = w.most(x)
		}
		for epoch := range fitEpochs {
			random.Shuffle(len(clear), func(i, j int) { clear[i], clear[j] = clear[j], clear[i] })
			rate := 0.05 / (1 + 0.15*float64(epoch))
			for _, x := range clear {
				w.learn(chosen[x], x, rate)
			}
		}
	}
	return w
}

// most is the act of an example that most speaks for the vendor.
func (w *weights) most(x *example) (best []feature, sum float32) {
	sum = float32(math.Inf(-1))
	for _, found := range x.acts {
		if s := w.sum(found); s > sum {
			best, sum = found, s
		}
	}
	return best, sum
}

// learn moves the weights a little towards what is true of an example.
func (w *weights) learn(found []feature, x *example, rate float64) {
	want := 0.0
	if x.label == statesCut {
		want = 1
	}
	wrong := (1/(1+math.Exp(-float64(w.sum(found)))) - want) * x.weight
	for _, f := range found {
		w.of[f] -= float32(rate * (wrong + fitDecay*float64(w.of[f])))
	}
	w.base -= float32(rate * wrong)
}

// crossCheck prints what those that count most score by weights that do not know them.
func crossCheck(t *testing.T, all []*example) {
	t.Helper()
	var precision, recall share
	for part := range 6 {
		var known, tested []*example
		for _, x := range all {
			if x.weight > 1 && x.article%6 == part {
				tested = append(tested, x)
			} else {
				known = append(known, x)
			}
		}
		w := fitted(known)
		found, there := map[string]bool{}, map[string]bool{}
		for _, x := range tested {
			key := fmt.Sprint(x.article, x.vendor)
			_, sum := w.most(x)
			found[key] = found[key] || sum >= caution
			there[key] = there[key] || x.label != noCut
		}
		for key := range there {
			if found[key] {
				precision.add(there[key])
			}
			if there[key] {
				recall.add(found[key])
			}
		}
	}
	t.Logf("precision %v, recall %v of the cuts of which a sentence has an act", &precision, &recall)
}
