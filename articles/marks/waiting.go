package marks

import (
	"fmt"
	"slices"
	"time"
)

// saveAfter is how long a position may wait to be written, and retryAfter how long
// what could not be written does.
const (
	saveAfter  = time.Second
	retryAfter = 5 * time.Second
)

// waiting are records that are not saved yet. They are numbered beyond all that
// are, in the order they were set in.
type waiting struct {
	*ledger
	list []*staged
	turn uint64
}

// staged is a record that waits. after is the number of the one that it
// supersedes, as far as its author could know.
type staged struct {
	record *record
	after  uint64
	late   bool // it could not be saved when it was set
}

// beyond is greater than the number of any record that is saved.
const beyond = 1 << 60

func (w *waiting) forget() { w.ledger, w.list = newLedger(), nil }

func (w *waiting) add(r *record, after uint64) {
	w.turn++
	r.seq = beyond + w.turn
	w.put(r)
	w.list = append(w.list, &staged{record: r, after: after})
}

// batch is what there is to be written; of several records of one thing the
// last, as if the others had never been.
func (w *waiting) batch() []*staged {
	w.list = slices.DeleteFunc(w.list, func(s *staged) bool { return w.get(s.record.kind, s.record.key) != s.record })
	return slices.Clone(w.list)
}

// remove takes out what was written, and leaves what was added meanwhile.
func (w *waiting) remove(written []*staged) {
	gone := make(map[*staged]bool, len(written))
	for _, s := range written {
		gone[s] = true
	}
	left := slices.DeleteFunc(w.list, func(s *staged) bool { return gone[s] })
	w.forget()
	for _, s := range left {
		w.put(s.record)
	}
	w.list = left
}

// stage makes a record count, and leaves it to be written. It has to be
// something new.
func (s *Store) stage(r *record) {
	after := uint64(0)
	if old := s.saved.get(r.kind, r.key); old != nil {
		after = old.seq
	}
	s.waiting.add(r, after)
}

// schedule has what waits written later.
func (s *Store) schedule() {
	if s.timer != nil || s.closed || len(s.waiting.list) == 0 {
		return
	}
	wait := saveAfter
	if s.failure != nil {
		wait = retryAfter
	}
	s.timer = time.AfterFunc(wait, s.saveLater)
}

func (s *Store) saveLater() {
	defer func() {
		if r := recover(); r != nil { // nobody else could restore the terminal then
			s.mu.Lock()
			s.failure = fmt.Errorf("%v", r)
			s.mu.Unlock()
		}
	}()
	s.mu.Lock()
	s.timer = nil
	s.mu.Unlock()
	s.flush() // the next change tells of a failure
}
