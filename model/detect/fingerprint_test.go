package detect

import (
	"io/fs"
	"maps"
	"slices"
	"testing"
	"testing/fstest"
)

// Whatever is changed in the lexicon, the fingerprint follows.
func TestFingerprintFollowsTheLexicon(t *testing.T) {
	seen := map[string]string{Fingerprint(): "the lexicon as it is"}
	once := func(what, fingerprint string) {
		t.Helper()
		if other, known := seen[fingerprint]; known {
			t.Errorf("%s has the fingerprint of %s", what, other)
		}
		seen[fingerprint] = what
	}
	all := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := fs.ReadFile(files, path)
			all[path] = &fstest.MapFile{Data: data}
		}
		return err
	})
	if err != nil || len(all) < 10 {
		t.Fatal(len(all), err)
	}
	if got := fingerprintOf(all, rulesVersion); got != Fingerprint() {
		t.Fatalf("a copy of the lexicon has another fingerprint: %s", got)
	}
	once("another number of the rules", fingerprintOf(all, rulesVersion+1))
	for _, path := range slices.Sorted(maps.Keys(all)) {
		file := all[path]
		data := file.Data
		file.Data = append(data[:len(data):len(data)], '\n')
		once("a line more in "+path, fingerprintOf(all, rulesVersion))
		file.Data = data[:len(data)-1]
		once("a byte less in "+path, fingerprintOf(all, rulesVersion))
		file.Data = data
		delete(all, path)
		once("no "+path, fingerprintOf(all, rulesVersion))
		all[path+"x"] = file
		once("another name for "+path, fingerprintOf(all, rulesVersion))
		delete(all, path+"x")
		all[path] = file
	}
}

func BenchmarkFingerprint(b *testing.B) {
	for b.Loop() {
		Fingerprint()
	}
}
