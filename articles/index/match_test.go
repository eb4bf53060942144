package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/set"
)

// texted is a store with one text for each body, numbered from 1.
func texted(t testing.TB, bodies ...string) *Store {
	t.Helper()
	s := reopen(t, t.TempDir())
	for i, body := range bodies {
		num := put(t, s, row(fmt.Sprint(i)))[0]
		index(t, s, Text{Num: num, Body: body})
	}
	return s
}

func index(t testing.TB, s *Store, texts ...Text) {
	t.Helper()
	if err := s.Index(ctx, texts); err != nil {
		t.Fatal(err)
	}
}

// found is what a value matches among the numbers below n.
func found(t testing.TB, s *Store, v query.Value, in Field, n int) []int {
	t.Helper()
	found, err := s.Match(ctx, v, in, n)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(found.All)
}

func begun(text string) query.Value { return query.Value{Text: text} }
func whole(text string) query.Value { return query.Value{Text: text, Quoted: true} }

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" – ", ""},
		{"the 24-hour ban", "the|24|hour|ban"},
		{"l'oeil d'amy", "l|oeil|d|amy"},
		{"帕", "帕"},
		{"帕勒", "帕勒|勒"},
		{"帕勒公司, 帕", "帕勒|勒公|公司|司|帕"},
		{"iphone手机x", "iphone|手机|机|x"},
		{"ビデオ", "ビデ|デオ|オ"},
		{"한글 글", "한글|글|글"},
		{"น้ำตา", "น้ำ|ำต|ตา|า"},
		{"aws1 ٣٤", "aws1|٣٤"},
		{"हिन्दी", "हिन्दी"},
		{strings.Repeat("é", 60), strings.Repeat("é", 48)},
	} {
		var got []string
		for _, w := range words(c.text) {
			got = append(got, w)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("words(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestMatch(t *testing.T) {
	s := texted(t,
		"Die Plattform verstößt gegen die Nutzungsbedingungen.", // 1
		"A 24-hour ban, and then terms of service; Straße",      // 2
		"帕勒公司被封",                        // 3
		"帕 x 公司",                        // 4
		"iPhone手机壳",                     // 5
		"소셜미디어 하이브",                     // 6
		"ดื่มน้ำตาล",                    // 7
		"L’œil d’Amy",                   // 8
		strings.Repeat("x", 300)+" yes", // 9
	)
	for _, c := range []struct {
		value query.Value
		want  []int
	}{
		{begun("plat"), []int{1}},
		{begun("PLATTFORM"), []int{1}},
		{begun("lattform"), nil},
		{whole("platt"), nil},
		{whole("plattform"), []int{1}},
		{begun("p"), []int{1}},
		{whole("p"), nil},
		{begun("di"), []int{1}},
		{begun("die p"), []int{1}},
		{begun("die nut"), []int{1}},
		{begun("gegen die"), []int{1}},
		{begun("die gegen"), nil},
		{begun("24-hour"), []int{2}},
		{begun("24 ho"), []int{2}},
		{begun("hour!"), []int{2}},
		{begun("hou!"), nil},
		{whole("terms of service"), []int{2}},
		{whole("of terms"), nil},
		{begun("STRASSE"), []int{2}},
		{begun("帕"), []int{3, 4}},
		{whole("帕"), []int{3, 4}},
		{begun("帕勒"), []int{3}},
		{begun("公司"), []int{3, 4}},
		{whole("勒公司"), []int{3}},
		{begun("司公"), nil},
		{begun("司"), []int{3, 4}},
		{begun("帕公司"), nil},
		{begun("iphone手"), []int{5}},
		{begun("iphone手机"), []int{5}},
		{begun("iphone机"), nil},
		{begun("미디어"), []int{6}},
		{begun("이브"), []int{6}},
		{begun("น้ำ"), []int{7}},
		{begun("น้ำต"), []int{7}},
		{begun("l'œ"), []int{8}},
		{begun("d'a"), []int{8}},
		{begun("d'oei"), nil},
		{begun("xx"), []int{9}},
		{begun(strings.Repeat("x", 120)), []int{9}},
		{begun("zzz"), nil},
		{begun("…"), []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}},
	} {
		if got := found(t, s, c.value, InTitleAndBody, 10); !slices.Equal(got, c.want) {
			t.Errorf("Match(%+v) = %v, want %v", c.value, got, c.want)
		}
	}
}

func TestMatchInTitle(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"), row("b"))
	index(t, s, Text{1, "Apple parts ways", "A text"}, Text{2, "Other news", "About Apple"})
	for _, c := range []struct {
		value query.Value
		in    Field
		want  []int
	}{
		{begun("apple"), InTitle, []int{1}},
		{begun("apple"), InTitleAndBody, []int{1, 2}},
		{begun("a"), InTitle, []int{1}},
		{begun("app"), InTitle, []int{1}},
		{begun("te"), InTitle, nil},
		{begun("te"), InTitleAndBody, []int{1}},
		{whole("parts ways"), InTitle, []int{1}},
		{begun("parts w"), InTitle, []int{1}},
		{whole("ways a"), InTitleAndBody, nil},
	} {
		if got := found(t, s, c.value, c.in, 3); !slices.Equal(got, c.want) {
			t.Errorf("Match(%+v, %v) = %v, want %v", c.value, c.in, got, c.want)
		}
	}
}

func TestMatchStopsAtItsNumber(t *testing.T) {
	s := texted(t, "apple", "apple", "apple")
	for _, v := range []query.Value{begun("apple"), begun("a")} {
		for n := range 5 {
			var want []int
			for i := 1; i < min(n, 4); i++ {
				want = append(want, i)
			}
			if got := found(t, s, v, InTitleAndBody, n); !slices.Equal(got, want) {
				t.Errorf("%q below %d: %v", v.Text, n, got)
			}
		}
	}
}

func TestStageFollowsTheText(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"), row("b"))
	detected := row("b")
	detected.Stage = Detected
	put(t, s, detected)
	index(t, s, Text{Num: 1}, Text{Num: 2, Body: "x"}, Text{Num: 77, Body: "x"})
	known := collect(t, s.Known(ctx))
	if known[0].Stage != Searchable || known[1].Stage != Detected {
		t.Errorf("stages %v and %v", known[0].Stage, known[1].Stage)
	}
	if got := found(t, s, begun("x"), InTitleAndBody, 100); !slices.Equal(got, []int{2}) {
		t.Errorf("found %v: a text without a row was kept", got)
	}
}

// alphabet is pieces of words, of which few enough are made that they meet. To
// query.Matcher, Hangul is no script without spaces.
var alphabet = strings.Fields("a ab abc b ba die the é ß ö 1 12 帕 勒 公 あ ー ア น้ำ ต к ко ол مر ا")

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

func TestBest(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"), row("b"), row("c"), row("d"))
	filler := strings.Repeat(" filler", 30)
	index(t, s,
		Text{1, "News", "apple" + filler},
		Text{2, "Apple", "news" + filler},
		Text{3, "News", "apple apple apple" + filler},
		Text{4, "News", "nothing" + filler})
	best := func(limit int, values ...query.Value) []int32 {
		t.Helper()
		nums, err := s.Best(ctx, values, limit)
		if err != nil {
			t.Fatal(err)
		}
		return nums
	}
	if got := best(10, begun("apple")); !slices.Equal(got, []int32{2, 3, 1}) {
		t.Errorf("best %v, want the title first, then what says it most", got)
	}
	if got := best(2, begun("apple"), begun("n")); !slices.Equal(got, []int32{2, 3}) {
		t.Errorf("best two %v", got)
	}
	if got := best(10, begun("n"), begun("-")); got != nil {
		t.Errorf("best of what is just begun: %v", got)
	}
}

func TestMatchIsCancelled(t *testing.T) {
	s := texted(t, "apple")
	done, cancel := context.WithCancel(ctx)
	cancel()
	for _, v := range []query.Value{begun("apple"), begun("a")} {
		if _, err := s.Match(done, v, InTitleAndBody, 2); err != context.Canceled {
			t.Errorf("Match(%q) = %v", v.Text, err)
		}
	}
	if got := found(t, s, begun("apple"), InTitleAndBody, 2); !slices.Equal(got, []int{1}) {
		t.Errorf("after a cancelled query: %v", got)
	}
}
