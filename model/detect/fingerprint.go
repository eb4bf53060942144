package detect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
)

// rulesVersion is raised by hand with every change after which some text may
// come to other facts, and that is in the code and not in the lexicon.
const rulesVersion = 12

// Fingerprint is another one whenever the same text may come to other facts: it
// follows the lexicon by itself, and the rules by their number.
func Fingerprint() string { return fingerprintOf(lexicon("lexicon"), rulesVersion) }

// lexicon returns the files below a folder by their paths.
func lexicon(dir string) map[string][]byte {
	all := map[string][]byte{}
	entries, err := files.ReadDir(dir)
	if err != nil {
		panic(err) // the files are part of the program
	}
	for _, e := range entries {
		path := dir + "/" + e.Name()
		if e.IsDir() {
			maps.Copy(all, lexicon(path))
			continue
		}
		if all[path], err = files.ReadFile(path); err != nil {
			panic(err)
		}
	}
	return all
}

func fingerprintOf(lexicon map[string][]byte, rules int) string {
	h := sha256.New()
	for _, path := range slices.Sorted(maps.Keys(lexicon)) {
		fmt.Fprintf(h, "%q %d\n", path, len(lexicon[path]))
		h.Write(lexicon[path])
	}
	return fmt.Sprint(rules, " ", hex.EncodeToString(h.Sum(nil)[:12]))
}
