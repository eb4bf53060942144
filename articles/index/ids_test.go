package index

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

func wanting(key, id string, stated bool) Row {
	r := row(key)
	r.Want, r.Stated = id, stated
	return r
}

func TestClashes(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, wanting("b.md", "b", false), wanting("a.md", "a", false), wanting("a.html", "a", false),
		wanting("z.md", "c", true), wanting("c.md", "c", false), wanting("d.md", "d", true))
	want := []Clash{
		{3, "a.html", "a", false}, {2, "a.md", "a", false},
		{5, "c.md", "c", false}, {4, "z.md", "c", true},
	}
	if got := collect(t, s.Clashes(ctx)); !reflect.DeepEqual(got, want) {
		t.Errorf("Clashes = %v, want %v", got, want)
	}
	if err := s.SetIDs(ctx, []ID{{3, "a.html"}, {2, "a.md"}, {5, "c.md"}}); err != nil {
		t.Fatal(err)
	}
	if got := collect(t, s.Clashes(ctx)); !reflect.DeepEqual(got, want) {
		t.Errorf("with ids, Clashes = %v, want the same wishes", got)
	}
}

func TestByID(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, wanting("a.md", "a", false), wanting("a.html", "a", false), wanting("b.md", "b", false))
	if err := s.SetIDs(ctx, []ID{{1, "a.md"}, {2, "b"}, {3, "free"}}); err != nil {
		t.Fatal(err)
	}
	check := func(id string, want int32) {
		t.Helper()
		num, ok, err := s.ByID(ctx, id)
		if num != want || ok != (want != 0) || err != nil {
			t.Errorf("ByID(%q) = %d, %v, %v, want %d", id, num, ok, err, want)
		}
	}
	check("a.md", 1)
	check("b", 2)
	check("free", 3)
	check("a", 0)
	check("", 0)
	if err := s.SetIDs(ctx, []ID{{1, "a"}, {2, "x"}}); err != nil {
		t.Fatal(err)
	}
	check("a", 1)
	check("b", 0)
	put(t, s, wanting("b.md", "b", false)) // wants its own again
	check("b", 3)
	check("free", 0)
	if err := s.Remove(ctx, []int32{3}); err != nil {
		t.Fatal(err)
	}
	check("b", 0)
}

func TestTitlesAreInOrder(t *testing.T) {
	s := reopen(t, t.TempDir())
	for i, title := range []string{"Zulu", "élan", "Apple", "apple", "Äpfel", "", "帕勒"} {
		r := row(fmt.Sprint(i))
		r.Title = title
		put(t, s, r)
	}
	var nums []int32
	for _, title := range collect(t, s.Titles(ctx)) {
		nums = append(nums, title.Num)
		if title.Num == 5 && title.Key != "apfel" {
			t.Errorf("the key of Äpfel is %q", title.Key)
		}
	}
	if want := []int32{6, 5, 3, 4, 2, 1, 7}; !slices.Equal(nums, want) {
		t.Errorf("titles in the order %v, want %v", nums, want)
	}
}

func TestSequencesMayBeLeftEarly(t *testing.T) {
	s := reopen(t, t.TempDir())
	for i := range 50 {
		put(t, s, row(fmt.Sprint(i)))
	}
	for range 3 * readers { // or the connections run out
		for _, err := range s.Known(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	for k, err := range s.Known(ctx) { // what is asked and written meanwhile does not matter
		if err != nil {
			t.Fatal(err)
		}
		if _, ok, err := s.Facts(k.Num); !ok || err != nil {
			t.Fatal(ok, err)
		}
		put(t, s, row(k.Key+" again"))
	}
	if n := len(collect(t, s.All(ctx, 0))); n != 100 {
		t.Errorf("%d rows", n)
	}
}
