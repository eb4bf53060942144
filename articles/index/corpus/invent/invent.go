// Package invent makes articles that nobody wrote, as many as wanted, for
// measuring: news of usual size in eight languages, with words as frequent as
// words are, and with front matter naming actors as unevenly as news does.
//
// The same seed and size give the same bytes, whatever is made before or at
// the same time. The texts mean nothing; only their small words are real.
package invent

import (
	"iter"
	"math"
	"math/rand/v2"
)

// Options say what is made.
type Options struct {
	Seed   uint64
	Size   int // bytes of a usual file; 3,000 if 0
	Actors int // how many different ones there are; 50,000 if 0
}

// Corpus is a supply of articles. It may be shared by goroutines.
type Corpus struct {
	options   Options
	languages []*language
}

// Article is one file.
type Article struct {
	Path  string // with slashes; at most 1,000 files in a folder
	Title string
	Body  string // what a reader would see as the text, in its markup
	Data  []byte // the file
}

// New makes a corpus.
func New(o Options) *Corpus {
	if o.Size == 0 {
		o.Size = 3000
	}
	if o.Actors == 0 {
		o.Actors = 50_000
	}
	c := &Corpus{options: o}
	for i, tag := range tags {
		c.languages = append(c.languages, newLanguage(tag, rand.New(rand.NewPCG(o.Seed, uint64(i)))))
	}
	return c
}

// All yields the first n articles with their numbers.
func (c *Corpus) All(n int) iter.Seq2[int, Article] {
	return func(yield func(int, Article) bool) {
		for i := range n {
			if !yield(i, c.Article(i)) {
				return
			}
		}
	}
}

// Article makes article i.
func (c *Corpus) Article(i int) Article {
	r := rand.New(rand.NewPCG(c.options.Seed^0x9e3779b97f4a7c15, uint64(i)))
	w := &writer{
		Rand:     r,
		language: c.languages[zipf(r, len(c.languages)*2)/2],
		actors:   c.options.Actors,
	}
	// Half of all articles are between 0.7 and 1.4 times as long as usual.
	size := float64(c.options.Size) * math.Exp(r.NormFloat64()*0.5-0.125)
	return w.article(i, int(min(size, 100*float64(c.options.Size))))
}

// zipf draws a rank below n; rank k comes about 1/(k+1) as often as rank 0.
func zipf(r *rand.Rand, n int) int {
	return min(int(math.Pow(float64(n+1), r.Float64()))-1, n-1)
}
