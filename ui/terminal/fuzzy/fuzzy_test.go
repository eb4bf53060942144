package fuzzy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestScoreRanks(t *testing.T) {
	for _, c := range []struct {
		typed string
		texts []string
		want  []string // those that fit, the best first
	}{
		{"go", []string{"the google case", "Go to a date", "a gorilla", "the Lego"}, []string{"Go to a date", "a gorilla", "the google case", "the Lego"}},
		{"gd", []string{"go to a date", "God", "egg dish"}, []string{"go to a date"}},
		{"tos", []string{"terms of service", "actors", "photos", "terms"}, []string{"terms of service", "photos"}},
		{"date go", []string{"go to a date", "a date"}, []string{"go to a date"}},
		{"AERGER", []string{"Ärger", "aerger"}, []string{"aerger"}},
		{"arger", []string{"Ärger"}, []string{"Ärger"}},
		{"云", []string{"阿里云", "云"}, []string{"云", "阿里云"}},
		{"xyz", []string{"", "xy", "zyx"}, nil},
	} {
		p := New(c.typed)
		var got []string
		score := map[string]int{}
		for _, text := range c.texts {
			if n, ok := p.Score(text); ok {
				got = append(got, text)
				score[text] = n
			}
		}
		slices.SortStableFunc(got, func(a, b string) int { return score[b] - score[a] })
		if !slices.Equal(got, c.want) {
			t.Errorf("%q fits %q, want %q", c.typed, got, c.want)
		}
	}
}

func TestNothingTypedFitsEverything(t *testing.T) {
	if _, ok := New("  ").Score("anything"); !ok {
		t.Error("nothing typed leaves something out")
	}
}

func FuzzScore(f *testing.F) {
	f.Add("gd", "go to a date")
	f.Add("aaaaaaaa b", strings.Repeat("a ", 300))
	f.Fuzz(func(t *testing.T, typed, text string) {
		if _, ok := New(text).Score(text); !ok && strings.ToValidUTF8(text, "") == text {
			t.Fatalf("%q does not fit itself", text)
		}
		New(typed).Score(text)
	})
}

func BenchmarkScore(b *testing.B) {
	var titles []string
	for i := range 100_000 {
		titles = append(titles, fmt.Sprintf("Vendor %d ends its contract with the network after the riots", i))
	}
	p := New("ven rio")
	for b.Loop() {
		for _, title := range titles {
			p.Score(title)
		}
	}
}
