package command

import "testing"

// BenchmarkVerbs is what the tree of verbs adds to every start of the reader.
func BenchmarkVerbs(b *testing.B) {
	for b.Loop() {
		newRoot(World{})
	}
}
