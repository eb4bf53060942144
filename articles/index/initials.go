package index

import (
	"database/sql"
	"encoding/binary"
	"math/bits"
	"strings"
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

// signer knows the numbers of initials and of common words. It is the writer's,
// and as right as the transactions it saw: after one that failed it is dropped.
type signer struct {
	ids    map[string]uint32
	last   uint32           // the highest number
	common int              // how many are of common words
	deep   map[string]bool  // initials of common words
	body   map[string]*tree // by a word's longest initial
	head   map[string]*tree // the same for the words of titles
	has    []uint64         // the numbers of one article, as bits
	out    []byte
	sample sample
}

// tree is what is kept of words with one longest initial.
type tree struct {
	ids  []uint32 // the numbers of it and its beginnings
	deep bool     // there are common words with it
}

func newSigner() *signer {
	return &signer{
		ids: map[string]uint32{}, deep: map[string]bool{},
		body: map[string]*tree{}, head: map[string]*tree{}, out: []byte{},
	}
}

// know takes in a number.
func (s *signer) know(id uint32, text string) {
	s.ids[text] = id
	s.last = max(s.last, id)
	for uint32(len(s.has)) <= id/64 {
		s.has = append(s.has, 0)
	}
	word := strings.TrimPrefix(text, titleMark)
	if isInitial(word) {
		return
	}
	s.common++
	s.deep[text[:len(text)-len(word)]+longest(strings.TrimSuffix(word, " "))] = true
	clear(s.body)
	clear(s.head)
}

// sign returns the numbers of an article's initials, ascending: each as its
// distance from the one before, as a varint.
func (t *transaction) sign(c *cut) ([]byte, error) {
	s, err := t.signer()
	if err != nil {
		return nil, err
	}
	if err := t.mark(s, c.title, s.head, titleMark); err != nil {
		return nil, err
	}
	if err := t.mark(s, c.title, s.body, ""); err != nil {
		return nil, err
	}
	if err := t.mark(s, c.body, s.body, ""); err != nil {
		return nil, err
	}
	return s.take(), t.look(s, c)
}

// signer returns the writer's signer, which has to know what other programs
// added.
func (t *transaction) signer() (*signer, error) {
	s := t.w.signer
	if s == nil {
		s = newSigner()
		t.w.signer = s
	}
	if t.signs {
		return s, nil
	}
	t.signs = true
	err := t.query("SELECT id, text FROM initial WHERE id > ? ORDER BY id", []any{s.last}, func(rows *sql.Rows) error {
		var id uint32
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		if id > maxInitials {
			return ErrDamaged
		}
		s.know(id, text)
		return nil
	})
	return s, err
}

// mark notes what is kept of words with spaces between them.
func (t *transaction) mark(s *signer, spaced string, known map[string]*tree, mark string) error {
	for spaced != "" {
		word := spaced[:strings.IndexByte(spaced, ' ')+1]
		spaced = spaced[len(word):]
		initial := longest(word[:len(word)-1])
		kept := known[initial]
		if kept == nil {
			var err error
			if kept, err = t.learn(s, initial, mark); err != nil {
				return err
			}
			if len(known) >= maxInitials {
				clear(known)
			}
			known[strings.Clone(initial)] = kept
		}
		for _, id := range kept.ids {
			s.has[id/64] |= 1 << (id % 64)
		}
		if kept.deep {
			s.descend(word, mark)
		}
	}
	return nil
}

// descend notes the common beginnings of a word with its space. Where one is
// not common, none that goes on is.
func (s *signer) descend(word, mark string) {
	for end := range further(word) {
		id, ok := s.ids[mark+word[:end]]
		if !ok {
			return
		}
		s.has[id/64] |= 1 << (id % 64)
	}
}

// learn returns what is kept of words with a longest initial, and gives new
// numbers if need be.
func (t *transaction) learn(s *signer, longest, mark string) (*tree, error) {
	kept := &tree{deep: s.deep[mark+longest]}
	var err error
	initials(longest, func(initial string) {
		id, ok := s.ids[mark+initial]
		if !ok && err == nil && s.last < maxInitials {
			id, ok = s.last+1, true
			s.know(id, mark+strings.Clone(initial))
			err = t.exec("INSERT INTO initial VALUES (?, ?, 1)", id, mark+initial)
		}
		if ok {
			kept.ids = append(kept.ids, id)
		}
	})
	return kept, err
}

// take empties the marks and returns them, until the next call.
func (s *signer) take() []byte {
	s.out = s.out[:0]
	last := 0
	for i, w := range s.has {
		for ; w != 0; w &= w - 1 {
			id := i*64 + bits.TrailingZeros64(w)
			s.out = binary.AppendUvarint(s.out, uint64(id-last))
			last = id
		}
		s.has[i] = 0
	}
	return s.out
}

// signed calls f for the numbers in what sign returned.
func signed(ids []byte, f func(id uint32)) {
	id := uint64(0)
	for len(ids) > 0 {
		d, n := binary.Uvarint(ids)
		if n <= 0 || id+d > maxInitials {
			return
		}
		id += d
		ids = ids[n:]
		f(uint32(id))
	}
}

// signedWith reports whether an id is in what sign returned.
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
