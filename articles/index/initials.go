package index

import (
	"encoding/binary"
	"unicode/utf8"
)

// Initials are the beginnings of words for which the full-text index would
// have to merge the positions of thousands of words: one to three letters, and
// a single one in scripts whose words are pairs. Each has a number, and so has
// each that a title's word has, which is kept with titleMark before it. An
// article is signed with the numbers of its initials; sets.go makes of these
// for each initial the articles that have it.

const (
	longestInitial = 3 // letters
	titleMark      = "="
	// maxInitials bounds the numbers, those of common words included. 100,000
	// invented articles in eight languages need 16,000; only what is no language
	// comes near it.
	maxInitials = 1 << 18
)

// longest returns the longest initial of a word. All others are beginnings of
// it, a letter each: see initials.
func longest(word string) string {
	i := 0
	for n := 0; n < longestInitial && i < len(word); n++ {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		if packed(r) {
			if n == 0 {
				i += size
			}
			break
		}
		i += size
	}
	return word[:i]
}

// initials calls f for all initials of a word of which this is the longest.
func initials(longest string, f func(string)) {
	for i := range longest {
		if i > 0 {
			f(longest[:i])
		}
	}
	if longest != "" {
		f(longest)
	}
}

func isInitial(begun string) bool { return begun != "" && longest(begun) == begun }

// signed calls f for the numbers of a signature.
func signed(ids []byte, f func(id uint32)) {
	id := uint64(0)
	for len(ids) > 0 {
		d, n := binary.Uvarint(ids)
		if n <= 0 || d > maxInitials || id+d > maxInitials {
			return
		}
		id += d
		ids = ids[n:]
		f(uint32(id))
	}
}

// signedWith reports whether an id is in a signature.
func signedWith(ids []byte, id uint32) bool {
	for at := uint64(0); len(ids) > 0 && at < uint64(id); {
		d, n := uint64(ids[0]), 1
		if d >= 0x80 {
			d, n = binary.Uvarint(ids)
		}
		if n <= 0 {
			return false
		}
		if at, ids = at+d, ids[n:]; at == uint64(id) {
			return true
		}
	}
	return false
}
