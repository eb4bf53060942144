package find

import (
	"slices"
	"strings"
	"testing"

	"dossier/model/fold"
)

func TestAll(t *testing.T) {
	for _, c := range []struct {
		body, text string
		want       []string
	}{
		{"Der Dienst ist der beste.", "der", []string{"Der", "der"}},
		{"Der Dienst ist der beste.", "Der", []string{"Der"}},
		{"Straße und STRASSE", "strasse", []string{"Straße", "STRASSE"}},
		{"Le géant géant", "geant", []string{"géant", "géant"}},
		{"broken by\na line", "by a", []string{"by\na"}},
		{"broken  by\n\n a line", "broken by a", []string{"broken  by\n\n a"}},
		{"bya", "by a", nil},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"ab ab ac", "ab ac", []string{"ab ac"}},
		{"東京で雲が", "雲", []string{"雲"}},
		{"ｗｉｄｅ", "wide", []string{"ｗｉｄｅ"}},
		{"anything", "  ", nil},
		{"", "x", nil},
		{"Up\nTown Up  Town", "Up Town", []string{"Up\nTown", "Up  Town"}},
	} {
		var got []string
		for _, p := range All(c.body, c.text) {
			got = append(got, c.body[p.Start:p.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.text, c.body, got, c.want)
		}
	}
}

func FuzzAll(f *testing.F) {
	f.Add("Der Dienst\nist", "dienst ist")
	f.Add("e\u0301a", "é")
	f.Fuzz(func(t *testing.T, body, text string) {
		body = strings.ToValidUTF8(body, "?")
		end := 0
		for _, p := range All(body, text) {
			if p.Start < end || p.End <= p.Start || p.End > len(body) {
				t.Fatalf("%q in %q: passage %v after %d", text, body, p, end)
			}
			end = p.End
			if got, want := spaced(fold.String(body[p.Start:p.End])), spaced(fold.String(text)); !strings.Contains(got, want) {
				t.Fatalf("%q in %q: found %q", text, body, body[p.Start:p.End])
			}
		}
	})
}

func BenchmarkAll(b *testing.B) {
	body := strings.Repeat("Der Anbieter hat die Zusammenarbeit beendet, wie er am Montag sagte. ", 15000)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		All(body, "montag")
	}
}
