package marks

import (
	"strings"
	"testing"

	"dossier/model/clean"
	"dossier/model/mark"
)

// records are some of each kind.
var records = []record{
	{seq: 1, at: 1767322800, kind: kind(mark.FactRead), key: "a/b", content: "sum", value: value{on: true}},
	{seq: 2, at: 1767322800, kind: kind(mark.FactRead), key: "a/b", value: value{on: true}, since: 1767322000, order: 1},
	{seq: 3, at: 1, kind: kind(mark.FactStar), key: "ä\"\\<&>"},
	{seq: 4, at: 1767322800, kind: kind(mark.FactNote), key: "a", value: value{text: "one\n\"two\" <b> \u2028é"}},
	{seq: 5, at: 1767322800, kind: kind(mark.FactPosition), key: "é", value: value{object: mark.Position{Paragraph: 7, Into: 3, Sum: "x"}}},
	{seq: 6, at: 1767322800, kind: kind(mark.FactPosition), key: "a", value: value{object: mark.Position{Paragraph: 7, Sum: "x"}}},
	{seq: 7, at: 1767322800, kind: kind(mark.FactPosition), key: "a"},
	{seq: 8, at: 1767322800, kind: settings, value: value{object: mark.Settings{Query: "q", Width: 72}}},
	{seq: 9, at: 1767322800, kind: view, key: "x", value: value{object: mark.View{Letter: 'x', Name: "n", Query: "q"}}},
	{seq: maxSeq, at: lastSecond, kind: view, key: "ж"},
}

// lineOf is what the log makes of a record; nobody here looks at the checksum.
func lineOf(r *record) []byte { return []byte(`{"crc":"01234567",` + string(encode(r)[1:])) }

func TestRecords(t *testing.T) {
	for _, want := range records {
		line := lineOf(&want)
		want.size = len(line)
		if want.kind == kind(mark.FactNote) {
			want.text = strings.ReplaceAll(want.text, "\u2028", "\n")
		}
		got, ok := decode(line)
		if !ok || *got != want {
			t.Errorf("%s\nis %+v, %v\nwant %+v", line, got, ok, want)
		}
		if strings.ContainsRune(string(line), '\n') {
			t.Errorf("more than one line: %s", line)
		}
	}
}

func TestMostRecordsAreReadQuickly(t *testing.T) {
	for i, want := range map[int]bool{0: true, 1: false, 2: false, 3: false, 4: true, 5: true, 6: true, 7: false} {
		if _, got := decodeQuickly(lineOf(&records[i])); got != want {
			t.Errorf("%+v: %v", records[i], got)
		}
	}
}

func FuzzRecord(f *testing.F) {
	for _, r := range records {
		f.Add(lineOf(&r))
	}
	f.Add([]byte("{\"crc\":\"01234567\",\"v\":1,\"seq\":1,\"time\":\"2026-02-03T00:00:00Z\",\"kind\":\"star\",\"key\":\"a\u202e\"}"))
	f.Add([]byte(`{"crc":"01234567","v":1,"seq":01,"time":"2026-02-30T00:00:00Z","kind":"read","key":"a"}`))
	f.Add([]byte(`{"crc":"\u0030123","v":1,"seq":1,"time":"2026-02-03T00:00:00+23:59","kind":"star","key":"a","on":true,"on":false}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		quickly, ok := decodeQuickly(line)
		r, known := decodeJSON(line)
		if ok && (!known || *r != *quickly) {
			t.Fatalf("%s\nis %+v, %v\nquickly %+v", line, r, known, quickly)
		}
		if !known {
			return
		}
		if !isTidy(r.key+r.content) || strings.ContainsFunc(r.text, clean.Forbidden) {
			t.Fatalf("not clean: %+v", r)
		}
		again, ok := decode(lineOf(r))
		r.size, again.size = 0, 0
		if !ok || *again != *r {
			t.Fatalf("%s\nis %+v\nwritten %+v, %v", line, r, again, ok)
		}
	})
}
