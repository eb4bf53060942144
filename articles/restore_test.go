package articles

import (
	"testing"
	"time"

	"dossier/articles/index"
)

// What was kept half is made anew, of the rows and not of the files; what the
// first frame shows is there at once all the same.
func TestFrontWithOtherColumns(t *testing.T) {
	dir, folder := t.TempDir(), withIndex(t)
	write(t, dir, "a.md", "---\nlang: de\n---\n# Alpha\n")
	write(t, dir, "b.md", "---\nlang: fr\n---\n# Beta\n")
	first := openLive(t, dir, folder)
	idle(t, first)
	version := (&keeper{Library: first}).version()
	name := first.places.indexName()
	must(t, first.Close())
	for what, spoil := range map[string]func(*index.Store, int64) error{
		"older":  func(s *index.Store, rev int64) error { return s.PutBlob(t.Context(), columnsBlob, rev-1, []byte{1}) },
		"broken": func(s *index.Store, rev int64) error { return s.PutBlob(t.Context(), columnsBlob, rev, []byte{1}) },
	} {
		s, err := index.Open(folder, name, version)
		must(t, err)
		_, rev, ok, err := s.Blob(t.Context(), frontBlob)
		if err != nil || !ok {
			t.Fatal("there is no front:", ok, err)
		}
		must(t, spoil(s, rev))
		must(t, s.Close())

		l := openLive(t, dir, folder)
		if got := ask(t, l, ""); got != "a:Alpha b:Beta" {
			t.Errorf("%s: at first it lists %q", what, got)
		}
		l.Prefer(nil)
		for end := time.Now().Add(10 * time.Second); l.Index().Whole() != nil && time.Now().Before(end); {
			time.Sleep(5 * time.Millisecond)
		}
		for q, want := range map[string]string{"lang:fr": "b:Beta", "sort:title": "a:Alpha b:Beta", "": "a:Alpha b:Beta"} {
			eventually(t, l, q, want)
		}
		idle(t, l)
		if info, err := IndexStatus([]string{dir}, folder); err != nil || info.Files != 2 {
			t.Errorf("%s: %+v, %v", what, info, err)
		}
		must(t, l.Close())
		again := openLive(t, dir, folder)
		if err := again.Index().Whole(); err != nil {
			t.Errorf("%s: it was not kept anew: %v", what, err)
		}
		must(t, again.Close())
	}
}

// A few changes are not worth to keep all columns anew for: they are found in
// the rows the next time.
func TestChangesThatWereNotKept(t *testing.T) {
	dir, folder := t.TempDir(), withIndex(t)
	write(t, dir, "a.md", "---\nlang: de\n---\n# Alpha\n")
	write(t, dir, "b.md", "---\nlang: fr\n---\n# Beta\n")
	first := openLive(t, dir, folder)
	idle(t, first)
	must(t, first.Close())
	l := openLive(t, dir, folder)
	write(t, dir, "b.md", "---\nlang: es\n---\n# Gamma and more\n")
	eventually(t, l, "lang:es", "b:Gamma and more")
	idle(t, l)
	must(t, l.Close())
	l = openLive(t, dir, folder)
	eventually(t, l, "lang:es", "b:Gamma and more")
	eventually(t, l, "lang:fr", "")
}

// What one program finds out while another opens the same index is in both.
func TestChangesWhileAnotherOpens(t *testing.T) {
	dir, folder := t.TempDir(), withIndex(t)
	write(t, dir, "a.md", "---\nlang: de\n---\n# Alpha\n")
	first := openLive(t, dir, folder)
	idle(t, first)
	second := openLive(t, dir, folder) // which leaves the first frame a while
	write(t, dir, "b.md", "---\nlang: es\n---\n# Beta\n")
	eventually(t, first, "lang:es", "b:Beta")
	eventually(t, second, "lang:es", "b:Beta")
}
