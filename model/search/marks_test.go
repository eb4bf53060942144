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

func TestNeedsMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "lang:de read": false, "is:detected": false, "has:evidence": false, "title:read": false,
		"is:read": true, "a (b OR -is:unread)": true, "-has:note": true, "sort:read": true, "is:detected,starred": true,
	} {
		q, _ := query.Parse(text)
		if got := NeedsMarks(q); got != want {
			t.Errorf("%q needs marks: %v", text, got)
		}
	}
}
