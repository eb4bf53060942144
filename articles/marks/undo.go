package marks

import (
	"slices"

	"dossier/model/mark"
)

// maxSteps bounds what can be undone; a note may have 64 KiB.
const maxSteps = 1000

// step is what one call of Set did.
type step []reversal

// reversal is the record of a thing before and after; before is nil if it was
// never set.
type reversal struct{ before, after *record }

func (s *Store) remember(done step) {
	if len(done) == 0 {
		return
	}
	if len(s.done) == maxSteps {
		s.done = slices.Delete(s.done, 0, 1)
	}
	s.done = append(s.done, done)
}

// Undo takes back what the latest Set of this run did to read, star and note,
// and returns the changes that did so; none if there is nothing to undo. What
// was set anew since, as by another program, stays. Like Set it may fail with an
// *UnsavedError, and the changes count all the same.
func (s *Store) Undo() ([]mark.Change, error) {
	at := secondsOf(s.now())
	var undone []mark.Change
	s.mu.Lock()
	for len(undone) == 0 && len(s.done) > 0 {
		last := len(s.done) - 1
		undone = s.reverse(s.done[last], at)
		s.done = s.done[:last]
	}
	s.mu.Unlock()
	if len(undone) == 0 {
		return nil, nil
	}
	return undone, s.save()
}

func (s *Store) reverse(done step, at int64) (changes []mark.Change) {
	for _, d := range slices.Backward(done) {
		if !s.rowOf(d.after.key)[d.after.kind].is(d.after.value) {
			continue
		}
		r := d.after.back(d.before, at)
		s.stage(r)
		changes = append(changes, changeOf(r))
	}
	return changes
}

// back is a record that sets a thing to what it was before. An article that was
// read is so since then, not since now.
func (r *record) back(before *record, at int64) *record {
	b := &record{at: at, kind: r.kind, key: r.key, content: r.content}
	if before != nil {
		b.value = before.value
	}
	if b.on && b.kind == kind(mark.FactRead) {
		b.since, b.order = before.readSince(), before.readOrder()
	}
	return b
}

func changeOf(r *record) mark.Change {
	c := mark.Change{Article: r.key, Content: r.content, Fact: mark.Fact(r.kind), On: r.on, Note: r.text}
	c.Position, _ = r.object.(mark.Position)
	return c
}
