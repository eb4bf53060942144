// Package card gathers what articles say of one actor: under which names, in
// which languages, and in which sentence first. Which articles name the actor is
// package search's to say, what their texts show package page's; how a card looks
// is the program's.
package card

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/model"
	"dossier/model/detect"
	"dossier/model/find"
)

// Card is what was gathered.
type Card struct {
	Passages []Passage // the first of each article, in the order given
	names    *detect.Actors
	actor    string
	forms    map[written]int
}

// written is a name as it stands in texts of a language.
type written struct{ form, language string }

// Passage is where an article first names the actor.
type Passage struct {
	Article  int32
	At       model.Passage // of the name, in the body
	Sentence string        // around it, on one line
}

// Form is a name as texts write it.
type Form struct {
	Text  string
	Count int
}

// Language is the names that texts of one language use, the most frequent first.
type Language struct {
	Tag   string // empty if unknown
	Forms []Form
}

// New makes an empty card.
func New(a model.Actor) *Card {
	return &Card{
		names: detect.NewActors(model.NewRegister(model.Actor{}, []model.Actor{a})),
		actor: a.Name, forms: map[written]int{},
	}
}

// Read gathers what an article's text says, in its language.
func (c *Card) Read(article int32, shown *find.Source, language string) {
	text := shown.Text()
	first := true
	for _, m := range c.names.Mentions(text, language) {
		if m.Actor != c.actor {
			continue
		}
		c.forms[written{strings.Join(strings.Fields(m.Form), " "), language}]++
		if first {
			sentence := Sentence(text, m.At)
			at := shown.Passages([]model.Passage{m.At})[0]
			c.Passages = append(c.Passages, Passage{article, at, sentence})
			first = false
		}
	}
}

// Languages are the names by language, the language with most of them first.
func (c *Card) Languages() []Language {
	byTag := map[string]*Language{}
	total := map[string]int{}
	for w, n := range c.forms {
		if byTag[w.language] == nil {
			byTag[w.language] = &Language{Tag: w.language}
		}
		byTag[w.language].Forms = append(byTag[w.language].Forms, Form{w.form, n})
		total[w.language] += n
	}
	var all []Language
	for _, l := range byTag {
		slices.SortFunc(l.Forms, func(a, b Form) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Text, b.Text)) })
		all = append(all, *l)
	}
	slices.SortFunc(all, func(a, b Language) int {
		return cmp.Or(total[b.Tag]-total[a.Tag], cmp.Compare(a.Tag, b.Tag))
	})
	return all
}

// mostParagraph and mostSentence bound what is looked at and what is shown, in
// bytes to each side of a name.
const (
	mostParagraph = 4 << 10
	mostSentence  = 240
)

// Sentence is the sentence around a place, on one line. Of a very long one the
// ends are left out.
func Sentence(text string, at model.Passage) string {
	from, to := max(at.Start-mostParagraph, 0), min(at.End+mostParagraph, len(text))
	for from < at.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > at.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	if i := strings.LastIndex(text[from:at.Start], "\n\n"); i >= 0 {
		from += i + 2
	}
	if i := strings.Index(text[at.End:to], "\n\n"); i >= 0 {
		to = at.End + i
	}
	// A line break within a paragraph ends no sentence.
	paragraph := strings.ReplaceAll(text[from:to], "\n", " ")
	for _, s := range detect.Sentences(paragraph) {
		if from+s.Start <= at.Start && at.Start < from+s.End {
			return clipped(paragraph, s, model.Passage{Start: at.Start - from, End: at.End - from})
		}
	}
	return strings.Join(strings.Fields(text[at.Start:at.End]), " ")
}

// clipped is a sentence as far as its ends are not too far from a name in it.
func clipped(text string, s, name model.Passage) string {
	before, after := "", ""
	if name.Start-s.Start > mostSentence {
		i := strings.IndexByte(text[name.Start-mostSentence:name.Start], ' ')
		before, s.Start = "… ", name.Start-max(mostSentence-i-1, 0)
	}
	if s.End-name.End > mostSentence {
		i := strings.LastIndexByte(text[name.End:name.End+mostSentence], ' ')
		after, s.End = " …", name.End+max(i, 0)
	}
	return before + strings.Join(strings.Fields(strings.ToValidUTF8(text[s.Start:s.End], "")), " ") + after
}
