package index

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"math/bits"
	"strings"
)

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
	given  []given          // numbers that the database does not have yet
	sample sample
}

// given is a number that was given to an initial or a common word.
type given struct {
	id    uint32
	text  string
	ready bool // nothing has to be filled in
}

// signedText is the numbers of an article's initials.
type signedText struct {
	num int32
	ids []byte // see take
}

// tree is what is kept of words with one longest initial.
type tree struct {
	ids  []uint32 // the numbers of it and its beginnings
	deep bool     // there are common words with it
}

func newSigner() *signer {
	return &signer{
		ids: map[string]uint32{}, deep: map[string]bool{},
		body: map[string]*tree{}, head: map[string]*tree{},
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

// give gives the next number, if there is one left.
func (s *signer) give(text string, ready bool) (id uint32, ok bool) {
	if s.last >= maxInitials {
		return 0, false
	}
	id = s.last + 1
	s.know(id, text)
	s.given = append(s.given, given{id, text, ready})
	return id, true
}

// signAll signs texts in their order, as far as ctx lets it.
func (s *signer) signAll(ctx context.Context, cuts []cut) []signedText {
	all := make([]signedText, 0, len(cuts))
	room := make([]byte, 0, 256*len(cuts)) // not nil: a text without words has a signature too
	for i := range cuts {
		if ctx.Err() != nil {
			break
		}
		start := len(room)
		room = s.sign(&cuts[i], room)
		all = append(all, signedText{cuts[i].num, room[start:len(room):len(room)]})
	}
	return all
}

// sign appends the numbers of an article's initials to out.
func (s *signer) sign(c *cut, out []byte) []byte {
	s.mark(c.title, s.head, titleMark)
	s.mark(c.title, s.body, "")
	s.mark(c.body, s.body, "")
	out = s.take(out)
	s.look(c)
	return out
}

// keepNumbers writes the numbers that were given.
func (t *transaction) keepNumbers(s *signer) error {
	for _, g := range s.given {
		if !g.ready {
			t.w.unfilled.Store(true)
		}
	}
	err := t.bulk("INSERT INTO initial VALUES (?, ?, ?)", len(s.given), 3, func(i int, row []driver.NamedValue) {
		g := s.given[i]
		row[0].Value, row[1].Value, row[2].Value = int64(g.id), g.text, g.ready
	}, nil)
	s.given = s.given[:0]
	return err
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
func (s *signer) mark(spaced string, known map[string]*tree, mark string) {
	for spaced != "" {
		word := spaced[:strings.IndexByte(spaced, ' ')+1]
		spaced = spaced[len(word):]
		initial := longest(word[:len(word)-1])
		kept := known[initial]
		if kept == nil {
			kept = s.learn(initial, mark)
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
func (s *signer) learn(longest, mark string) *tree {
	kept := &tree{deep: s.deep[mark+longest]}
	initials(longest, func(initial string) {
		id, ok := s.ids[mark+initial]
		if !ok {
			id, ok = s.give(mark+strings.Clone(initial), true)
		}
		if ok {
			kept.ids = append(kept.ids, id)
		}
	})
	return kept
}

// take empties the marks and appends them to out, ascending: each as its
// distance from the one before, as a varint.
func (s *signer) take(out []byte) []byte {
	last := 0
	for i, w := range s.has {
		for ; w != 0; w &= w - 1 {
			id := i*64 + bits.TrailingZeros64(w)
			out = binary.AppendUvarint(out, uint64(id-last))
			last = id
		}
		s.has[i] = 0
	}
	return out
}
