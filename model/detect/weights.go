package detect

import (
	"strconv"
	"strings"
	"sync"
)

// feature is something that speaks for or against a vendor having done an act. How
// much is a line of lexicon/weights.txt, or of verdicts.txt for those of a whole text.
type feature uint8

// featureNames are the names of features in both files, in the order of their numbers.
var featureNames []string

// featureOf makes the number of a name; the names are fixed when the program starts.
func featureOf(name string) feature {
	featureNames = append(featureNames, name)
	return feature(len(featureNames) - 1)
}

// weights is what each feature weighs, and what a pair of a vendor and an act
// weighs of which nothing is known.
type weights struct {
	of   []float32
	base float32
}

// learnt is what the parts of a sentence weigh, judging what those of a whole text do.
var (
	learnt  = sync.OnceValue(func() *weights { return readWeights("weights.txt") })
	judging = sync.OnceValue(func() *weights { return readWeights("verdicts.txt") })
)

// readWeights reads a file of lines "name weight".
func readWeights(file string) *weights {
	w := &weights{of: make([]float32, len(featureNames))}
	number := map[string]int{}
	for i, name := range featureNames {
		number[name] = i
	}
	entries(file, func(entry string) {
		name, value, _ := strings.Cut(entry, " ")
		x, _ := strconv.ParseFloat(strings.TrimSpace(value), 32)
		if i, ok := number[name]; ok {
			w.of[i] = float32(x)
		} else {
			w.base = float32(x)
		}
	})
	return w
}

// sum weighs features.
func (w *weights) sum(all []feature) float32 {
	x := w.base
	for _, f := range all {
		x += w.of[f]
	}
	return x
}
