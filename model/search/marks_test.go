package search

import (
	"slices"
	"testing"

	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
)

func TestMarksByID(t *testing.T) {
	d, texts := small()
	x := New(d, func(i int) string { return texts[i] })
	id := func(i int) string { return d.Article(i).ID }
	m, lost, err := x.Marks(t.Context(), map[string]mark.Mark{
		id(0): {Read: true, Order: 7, Starred: true}, id(3): {Read: true, Order: 2}, id(4): {Note: "words"},
		"gone": {Read: true, Order: 9}, "also gone": {Note: "words"},
	})
	if err != nil || !slices.Equal(lost, []string{"also gone", "gone"}) || !slices.Equal(m.Order, []int32{3, 0}) {
		t.Errorf("lost %v, read in the order %v, %v", lost, m.Order, err)
	}
	for text, want := range map[string][]int32{
		"is:read": {0, 3}, "is:starred": {0}, "has:note": {4}, "is:unread": {1, 2, 4}, "sort:read is:read": {0, 3},
	} {
		q, _ := query.Parse(text)
		got, err := x.Find(t.Context(), q, m, [facet.NumDimensions]bool{})
		if q.Sort == query.ByDefault {
			slices.Sort(got.Hits)
		}
		if err != nil || !slices.Equal(got.Hits, want) {
			t.Errorf("%s finds %v, %v, want %v", text, got.Hits, err, want)
		}
	}
}

// TestWordsOfNotes finds articles by what is noted on them, with counts and a
// culprit that agree.
func TestWordsOfNotes(t *testing.T) {
	d, texts := small()
	x := New(d, func(i int) string { return texts[i] })
	m, _, err := x.Marks(t.Context(), map[string]mark.Mark{
		"c": {Note: "Ask the Bänk, urgently"}, "e": {Note: "雲の話"}, "a": {Read: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]int32{
		"urgent": {2}, "bank": {0, 2}, `"the bank"`: {0, 2}, "-bank": {1, 3, 4}, "話": {4},
		"title:urgently": {}, "bank urgently": {2}, "has:note lang:fr ask": {2}, "violence OR ask": {0, 2},
	} {
		q, _ := query.Parse(text)
		got, err := x.Find(t.Context(), q, m, [facet.NumDimensions]bool{})
		slices.Sort(got.Hits)
		if err != nil || !slices.Equal(got.Hits, want) {
			t.Errorf("%s finds %v, %v, want %v", text, got.Hits, err, want)
		}
		sum := 0
		for _, v := range got.Facets[facet.Language].Values {
			sum += v.Count
		}
		if len(q.Root.Kids) == 1 && sum != len(want) {
			t.Errorf("%s: the languages count %d, want %d", text, sum, len(want))
		}
	}
	q, _ := query.Parse("urgently violence")
	if got, _ := x.Find(t.Context(), q, m, [facet.NumDimensions]bool{}); got.Culprit < 0 || got.Freed != 1 {
		t.Errorf("without term %d there would be %d", got.Culprit, got.Freed)
	}
	if got, _ := x.Find(t.Context(), q, Marks{}, [facet.NumDimensions]bool{}); len(got.Hits) != 0 {
		t.Error("notes are found where there are none")
	}
}

func TestNeedsMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "lang:de": false, "read": true, "-(lang:de word)": true, "is:detected": false, "has:evidence": false, "title:read": false,
		"is:read": true, "a (b OR -is:unread)": true, "-has:note": true, "sort:read": true, "is:detected,starred": true,
	} {
		q, _ := query.Parse(text)
		if got := NeedsMarks(q); got != want {
			t.Errorf("%q needs marks: %v", text, got)
		}
	}
}
