package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/model/query"
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
