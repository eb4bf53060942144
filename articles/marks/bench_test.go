package marks

import (
	"fmt"
	"testing"

	"dossier/model/mark"
)

// manyMarks is a folder where each of n articles was read, and left somewhere.
func manyMarks(b *testing.B, n int) (dir string) {
	dir = b.TempDir()
	s := open(b, dir)
	var changes []mark.Change
	for i := range n {
		id := fmt.Sprintf("some/folder/name-of-an-article-%d", i)
		sum := mark.Sum(id)
		changes = append(changes,
			mark.Change{Article: id, Content: sum, Fact: mark.FactRead, On: true},
			mark.Change{Article: id, Content: sum, Fact: mark.FactPosition, Position: mark.Position{Paragraph: i, Sum: "01234567"}},
		)
	}
	set(b, s, changes...)
	return dir
}

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{100, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := manyMarks(b, n)
			b.SetBytes(fileSize(b, logPath(dir)))
			b.ReportAllocs()
			for b.Loop() {
				open(b, dir)
			}
		})
	}
}

func BenchmarkAll(b *testing.B) {
	s := open(b, manyMarks(b, 100_000))
	for b.Loop() {
		s.All()
	}
}

// BenchmarkSet is one durable change: as fast as the disk syncs.
func BenchmarkSet(b *testing.B) {
	for _, n := range []int{100, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := open(b, manyMarks(b, n))
			for i := 0; b.Loop(); i++ {
				set(b, s, mark.Star("a", i%2 == 0))
			}
		})
	}
}

func BenchmarkRefreshOfNothing(b *testing.B) {
	s := open(b, manyMarks(b, 100))
	for b.Loop() {
		if changed, err := s.Refresh(); changed || err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPosition(b *testing.B) {
	s := open(b, manyMarks(b, 100))
	for i := 0; b.Loop(); i++ {
		set(b, s, mark.At("a", mark.Position{Paragraph: i, Sum: "x"}))
	}
}
