package detect

import (
	"maps"
	"slices"
	"testing"
)

// Whatever is changed in the lexicon, the fingerprint follows.
func TestFingerprintFollowsTheLexicon(t *testing.T) {
	all := lexicon("lexicon")
	if len(all) < 10 {
		t.Fatal("the lexicon has few files: ", len(all))
	}
	seen := map[string]string{Fingerprint(): "the lexicon as it is"}
	once := func(what string) {
		t.Helper()
		f := fingerprintOf(all, rulesVersion)
		if other, known := seen[f]; known {
			t.Errorf("%s has the fingerprint of %s", what, other)
		}
		seen[f] = what
	}
	if fingerprintOf(all, rulesVersion+1) == Fingerprint() {
		t.Error("another number of the rules has the same fingerprint")
	}
	for _, path := range slices.Sorted(maps.Keys(all)) {
		data := all[path]
		all[path] = append(data[:len(data):len(data)], '\n')
		once("a line more in " + path)
		all[path] = data[:len(data)-1]
		once("a byte less in " + path)
		delete(all, path)
		once("no " + path)
		all[path+"x"] = data
		once("another name for " + path)
		delete(all, path+"x")
		all[path] = data
	}
}

func BenchmarkFingerprint(b *testing.B) {
	for b.Loop() {
		Fingerprint()
	}
}
