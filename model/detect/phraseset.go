package detect

import "strings"

// phraseSet finds whether a line contains one of many phrases in one pass. Each of
// them has at least keyBytes bytes.
type phraseSet struct {
	first [1 << 10]uint64 // a set of hashes of the phrases' first bytes
	by    map[uint32][]string
}

const keyBytes = 4

func newPhraseSet(phrases []string) *phraseSet {
	s := &phraseSet{by: map[uint32][]string{}}
	for _, p := range phrases {
		k := keyOf(p)
		s.by[k] = append(s.by[k], p)
		h := uint16(k * 0x9e37 >> 8)
		s.first[h>>6] |= 1 << (h & 63)
	}
	return s
}

func keyOf(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// in reports whether text contains one of the phrases.
func (s *phraseSet) in(text string) bool {
	for i := 0; i+keyBytes <= len(text); i++ {
		k := keyOf(text[i:])
		if h := uint16(k * 0x9e37 >> 8); s.first[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, p := range s.by[k] {
			if strings.HasPrefix(text[i:], p) {
				return true
			}
		}
	}
	return false
}
