package marks

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/articles/battery"
	"dossier/articles/marks/journal"
	"dossier/model"
	"dossier/model/mark"
)

// write adds records that this program would not write.
func write(t testing.TB, dir string, objects ...string) {
	t.Helper()
	l := &journal.Log{Path: logPath(dir)}
	nobody := &Store{saved: newLedger()}
	if err := l.Append(&lines{store: nobody}, func() (all [][]byte) {
		for _, o := range objects {
			all = append(all, []byte(o))
		}
		return all
	}); err != nil {
		t.Fatal(err)
	}
}

func TestBatteryOtherSchemas(t *testing.T) {
	dir := t.TempDir()
	strange := []string{
		`{"v":2,"seq":70,"kind":"star","key":"a","on":false}`,
		`{"v":1,"seq":71,"kind":"rating","key":"a","on":true}`,
		`{"v":1,"seq":72,"kind":"star","key":"a","on":"yes"}`,
		`{"v":1,"seq":99999999999999999999,"kind":"star","key":"a","on":true}`,
		`{"v":1,"seq":9999999999999999999,"kind":"star","key":"a"}`,
		`{"v":1,"kind":"star","key":"a"}`,
		`{"v":1,"seq":73,"kind":"view","key":"ab","view":{}}`,
		`{"nothing":1}`,
	}
	write(t, dir, `{"seq":1,"kind":"star","key":"a","on":true}`, `{"v":1,"seq":2,"time":"9999-12-31T23:59:59-23:00","kind":"read","key":"a","on":true,"new":[1]}`)
	write(t, dir, strange...)
	s := open(t, dir)
	s.log.Smallest = 1000
	if got := s.Get("a"); !got.Starred || !got.Read {
		t.Errorf("%+v", got)
	}
	for i := range 100 {
		set(t, s, mark.Note("b", fmt.Sprint(i)))
	}
	set(t, s, mark.Read("a", false))
	undo(t, s, mark.Read("a", true))
	text, err := os.ReadFile(logPath(dir))
	if err != nil || len(text) > 6000 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	for _, line := range strange {
		if !strings.Contains(string(text), line[1:]) {
			t.Errorf("lost %s", line)
		}
	}
	if !strings.Contains(string(text), `"seq":172,`) {
		t.Error("a number was given twice")
	}
	battery.Tried(t, len(strange)+2, "records of older and newer programs")
}

func TestDamageIsToldOnce(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	set(t, s, mark.Note("a", "first"), mark.Note("b", "second"), mark.Note("c", "third"))
	text, _ := os.ReadFile(logPath(dir))
	put(t, logPath(dir), strings.Replace(string(text), "second", "secund", 1))
	damaged, notices := Open(dir, Builtin)
	if len(notices) != 1 || notices[0].Kind != model.AboutFile || !strings.HasPrefix(notices[0].Text, "1 damaged line of your marks is left out") {
		t.Errorf("%+v", notices)
	}
	if aside, _ := os.ReadFile(logPath(dir) + ".damaged"); !strings.Contains(string(aside), "secund") {
		t.Errorf("set aside: %q", aside)
	}
	again := open(t, dir) // without a notice
	for _, s := range []*Store{damaged, again} {
		if len(s.All()) != 2 || s.Get("c").Note != "third" {
			t.Errorf("%+v", s.All())
		}
	}
	if changed, err := s.Refresh(); !changed || err != nil || len(s.All()) != 2 {
		t.Errorf("%v, %v, %+v", changed, err, s.All())
	}
}

// Whatever stands where the log should be, the program starts.
func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	s := open(f, dir)
	set(f, s, mark.Read("a", true), mark.Note("b", "x"), mark.Star("c", true))
	text, err := os.ReadFile(logPath(dir))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add(text[:len(text)-3])
	f.Add([]byte("\x00\n{}\n"))
	if err := os.Remove(logPath(dir)); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		dir := t.TempDir()
		if err := os.MkdirAll(filepath.Dir(logPath(dir)), 0o700); err != nil {
			t.Fatal(err)
		}
		put(t, logPath(dir), string(text))
		s, _ := Open(dir, Builtin)
		want := s.All()
		set(t, s, mark.Note("new", "note"))
		again, _ := Open(dir, Builtin) // which may tell of a damaged line
		if got := again.All(); got["new"].Note != "note" || len(got) < len(want) {
			t.Fatalf("%q: %+v, then %+v", text, want, got)
		}
	})
}
