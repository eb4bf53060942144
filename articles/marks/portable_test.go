package marks

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/model/mark"
)

func export(t testing.TB, s *Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExportAndImport(t *testing.T) {
	from := open(t, t.TempDir())
	from.at(2025)
	set(t, from, mark.Read("b", true))
	from.now = func() time.Time { return time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC) }
	set(t, from, mark.Read("a", true), mark.Star("c", true), mark.Note("a", "<b> & \"é\"\nline"))
	from.at(2026)
	set(t, from, mark.Star("c", false), mark.At("a", mark.Position{Paragraph: 3, Into: 2, Sum: "s"}))
	for _, v := range []mark.View{{Letter: 'x', Name: "X", Query: "lang:de"}, {Letter: 'y'}} {
		if err := from.SetView(v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := from.DropView('y'); err != nil {
		t.Fatal(err)
	}
	text := export(t, from)
	if !json.Valid([]byte(text)) || !strings.Contains(text, "<b> & ") || !strings.Contains(text, `"schema": 1`) {
		t.Errorf("%s", text)
	}
	to := open(t, t.TempDir())
	if n, err := to.Import(strings.NewReader(text)); n != 5 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	got, want := to.All(), from.All()
	if got["b"].Order >= got["a"].Order {
		t.Error("read in another order")
	}
	for _, all := range []map[string]mark.Mark{got, want} {
		for id, m := range all {
			m.Order = 0
			all[id] = m
		}
	}
	if !maps.Equal(got, want) || !slices.Equal(to.Views(), from.Views()) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
	if n, err := to.Import(strings.NewReader(text)); n != 0 || err != nil {
		t.Errorf("a second time: %d, %v", n, err)
	}
	if step, err := to.Undo(); len(step) > 0 || err != nil {
		t.Errorf("an import was undone: %v", step)
	}
}

func TestNewerFactsWin(t *testing.T) {
	theirs := open(t, t.TempDir())
	theirs.at(2025)
	set(t, theirs, mark.Star("old star", true), mark.Star("new star", true), mark.Note("old note", "theirs"))
	theirs.at(2027)
	set(t, theirs, mark.Star("new star", false), mark.Note("new note", "theirs"), mark.Star("same", true))
	ours := open(t, t.TempDir())
	ours.at(2026)
	set(t, ours, mark.Star("new star", true), mark.Note("old note", "ours"), mark.Note("new note", "ours"), mark.Star("same", true))
	ours.at(2028)
	if n, err := ours.Import(strings.NewReader(export(t, theirs))); n != 3 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	got := ours.All()
	if got["new star"].Starred || !got["old star"].Starred || got["old note"].Note != "ours" || got["new note"].Note != "theirs" || !got["same"].Starred {
		t.Errorf("%+v", got)
	}
}

// A clock that was wrong for a day must not win for ever.
func TestImportFromTheFuture(t *testing.T) {
	theirs, ours := open(t, t.TempDir()), open(t, t.TempDir())
	theirs.at(2036)
	ours.at(2026)
	set(t, theirs, mark.Note("a", "theirs"), mark.Read("a", true))
	if _, err := ours.Import(strings.NewReader(export(t, theirs))); err != nil {
		t.Fatal(err)
	}
	if at := ours.Get("a").ReadAt; at.Year() != 2026 {
		t.Errorf("read in %v", at)
	}
	set(t, ours, mark.Note("a", "ours"))
	later := open(t, t.TempDir())
	later.at(2027)
	for _, s := range []*Store{theirs, ours} {
		s.at(2026)
		if _, err := later.Import(strings.NewReader(export(t, s))); err != nil {
			t.Fatal(err)
		}
	}
	if got := later.Get("a").Note; got != "theirs" {
		t.Errorf("%q; their note is the newer one as long as it comes from them", got)
	}
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	const article = "{\"schema\": 1,\n\"articles\": [\n  {\"id\": \"a\", \"starred\": {\"on\": true, \"time\": \"2026-01-01T00:00:00Z\"}},\n  "
	for _, c := range []struct{ text, want string }{
		{"", "line 1: this is no whole JSON"},
		{"{\"schema\": 1", "line 1: this is no whole JSON"},
		{"not this", "line 1: this is no JSON"},
		{"{\"schema\": 1,\n\"articles\": [\n{,]}", "line 3: this is no JSON"},
		{"{\"schema\": 1}\n}", "line 2: there is more"},
		{"{}", `line 1: it has no "schema"`},
		{"[]", "line 1: this takes an object, and is of type array"},
		{"{\n\n\"schema\": 2}", "line 3: schema 2 is that of a newer dossier"},
		{"{\"schema\": 1,\n\"dosier\": \"x\"}", `line 2: nobody knows the key "dosier"`},
		{"{\"schema\": 1,\n\"articles\": 7}", `line 2: articles takes a list, and is of type number`},
		{article + "{\"id\": \"b\",\n  \"stared\": {}}]}", `line 5: nobody knows the key "stared"`},
		{article + "{\"id\": \"b\",\n  \"starred\": {\"on\": 1}}]}", `line 5: starred.on takes true or false, and is of type number`},
		{article + "{\"id\": \"b\",\n\n  \"starred\": {\"on\": true, \"time\": \"yesterday\"}}]}", `line 6: "yesterday" is no time`},
		{article + "{\"starred\": {\"on\": true}}]}", "line 4: an article has no id"},
		{article + "{\"id\": \"b\", \"note\": {\"text\": \"" + strings.Repeat("x", MaxNote+1) + "\"}}]}", "line 4: b: the note has 65537 bytes"},
		{article + "null]}", "line 4: an article has no id"},
		{"{\"schema\": 1,\n\"views\": [\n{\"letter\": \"ab\"}]}", `line 3: a view is saved under a letter or a digit, not under "ab"`},
		{"{\"schema\": 1,\n\"views\": [\n{\"letter\": \"\"}]}", `line 3: a view is saved`},
		{"{\"schema\": 1, \"\\u001b[2J\": 1}", "line 1: nobody knows"},
	} {
		s := open(t, t.TempDir())
		n, err := s.Import(strings.NewReader(c.text))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.ContainsRune(err.Error(), '\x1b') {
			t.Errorf("%.60q…: %v\nwant %s", c.text, err, c.want)
		}
		if n != 0 || len(s.All()) != 0 {
			t.Errorf("%.60q…: half taken in: %+v", c.text, s.All())
		}
	}
}

// A copy of an export with one byte changed is taken in or refused, whole.
func FuzzImport(f *testing.F) {
	s, _ := Open("", "")
	s.at(2026)
	if err := s.Set(mark.Read("a", true), mark.Note("b", "x\ny"), mark.At("b", mark.Position{Sum: "x"})); err != nil {
		f.Fatal(err)
	}
	if err := s.SetView(mark.View{Letter: 'x', Query: "q"}); err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(export(f, s)))
	f.Add([]byte(`{"schema":1,"articles":[{"id":"a","note":{"text":"\u001b"}},null]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, _ := Open("", "")
		n, err := s.Import(bytes.NewReader(text))
		var unsaved *UnsavedError
		if err != nil && (!strings.HasPrefix(err.Error(), "line ") || errors.As(err, &unsaved) || n != 0 || len(s.keys()) != 0) {
			t.Fatalf("%d taken in, %v", n, err)
		}
		again, _ := Open("", "")
		m, err := again.Import(strings.NewReader(export(t, s)))
		if err != nil || m < len(s.All()) {
			t.Fatalf("%d became %d, %v: %s", n, m, err, export(t, s))
		}
		for id, want := range s.All() {
			got := again.Get(id)
			got.Order, want.Order = 0, 0
			if got != want {
				t.Fatalf("%+v became %+v", want, got)
			}
		}
	})
}
