package index

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// alphabet is pieces of words, of which few enough are made that they meet.
var alphabet = strings.Fields("a ab abc b ba die the é ß ö 1 12 帕 勒 公 あ ー ア 한 글 น้ำ ต к ко ол مر ا")

func randomText(r *rand.Rand, words int) string {
	var b strings.Builder
	for range words {
		for range 1 + r.IntN(3) {
			b.WriteString(alphabet[r.IntN(len(alphabet))])
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// shadow is what a store should hold, kept as plain texts.
type shadow map[int32]Text

// match is the slow and sure answer.
func (s shadow) match(v query.Value, in Field, n int) []int {
	m := query.NewMatcher(v)
	found := set.New(n)
	for num, text := range s {
		if m.In(fold.String(text.Title)) || in == InTitleAndBody && m.In(fold.String(text.Body)) {
			found.Add(int(num))
		}
	}
	return slices.Collect(found.All)
}

func randomValue(r *rand.Rand) query.Value {
	v := query.Value{Text: randomText(r, 1+r.IntN(2)), Quoted: r.IntN(2) == 0}
	if letters := []rune(v.Text); r.IntN(2) == 0 {
		v.Text = strings.TrimSpace(string(letters[:1+r.IntN(len(letters))]))
	}
	return v
}

// phrases is the answer by the words alone: exact, in particular where an index
// takes spaces and punctuation for the same.
func (s shadow) phrases(v query.Value, in Field, n int) []int {
	p := phraseOf(v)
	found := set.New(n)
	for num, text := range s {
		if p.in(text.Title) || in == InTitleAndBody && p.in(text.Body) {
			found.Add(int(num))
		}
	}
	return slices.Collect(found.All)
}

func (p phrase) in(text string) bool {
	var all []string
	for _, w := range words(fold.String(text)) {
		all = append(all, w)
	}
	for i := range all {
		if p.at(all[i:]) {
			return true
		}
	}
	return false
}

func (p phrase) at(all []string) bool {
	last := len(p.words) - 1
	if len(all) <= last || !slices.Equal(p.words[:last], all[:last]) {
		return false
	}
	return all[last] == p.words[last] || p.begun && strings.HasPrefix(all[last], p.words[last])
}

// plain reports values for which the index and query.Matcher mean the same:
// letters of one kind, not of one that marks follow.
func plain(v query.Value) bool {
	folded := fold.String(v.Text)
	end, _ := run(folded, 0)
	return end == len(folded) && !(v.Quoted && strings.HasPrefix(v.Text, "น"))
}

func TestMatchAgainstMatcher(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	s, sh := reopen(t, t.TempDir()), shadow{}
	const n = 400
	for round := range 6 {
		var rows []Row
		for i := range n / 2 {
			rows = append(rows, row(fmt.Sprint("f", r.IntN(n), round*i%3)))
		}
		var texts []Text
		for _, num := range put(t, s, rows...) {
			text := Text{num, randomText(r, 3), randomText(r, 8)}
			texts = append(texts, text)
			sh[num] = text
		}
		index(t, s, texts...)
		var gone []int32
		for num := range sh {
			if num%17 == int32(round) {
				gone = append(gone, num)
				delete(sh, num)
			}
		}
		if err := s.Remove(ctx, gone); err != nil {
			t.Fatal(err)
		}
		if round%2 == 1 {
			if err := s.settle(ctx, 1); err != nil {
				t.Fatal(err)
			}
		}
		compare(t, r, s, sh, 6*n)
	}
}

func compare(t *testing.T, r *rand.Rand, s *Store, sh shadow, n int) {
	t.Helper()
	hits := 0
	for range 150 {
		v, in := randomValue(r), Field(r.IntN(2))
		if _, _, parted := phraseOf(v).parted(); parted {
			continue
		}
		got, want := found(t, s, v, in, n), sh.phrases(v, in, n)
		if !slices.Equal(got, want) {
			t.Fatalf("Match(%+v, %v) = %v, want %v", v, in, got, want)
		}
		if want := sh.match(v, in, n); plain(v) && !slices.Equal(got, want) {
			t.Fatalf("Match(%+v, %v) = %v, but to the matcher %v", v, in, got, want)
		}
		hits += min(len(want), 1)
	}
	if hits < 20 {
		t.Errorf("only %d of the values were in any text", hits)
	}
}
