package marks

import (
	"fmt"

	"dossier/model/clean"
	"dossier/model/mark"
)

// MaxNote bounds a note, in bytes.
const MaxNote = 64 << 10

// maxKey bounds an article's id, in bytes. True ones are paths.
const maxKey = 64 << 10

// Set makes changes, together: if one cannot be, none is. They count at once.
// It fails with an *UnsavedError if they could not be saved.
//
// Changes of read, star and note are one step for Undo. Where they are nothing
// but positions, nil means that they will be saved within a second.
func (s *Store) Set(changes ...mark.Change) error {
	records, err := s.recordsOf(changes)
	if err != nil {
		return err
	}
	now := false
	s.mu.Lock()
	var done step
	for _, r := range records {
		old := s.rowOf(r.key)[r.kind]
		if old.is(r.value) {
			continue
		}
		s.stage(r)
		if r.kind != kind(mark.FactPosition) {
			now = true
			done = append(done, reversal{old, r})
		}
	}
	s.remember(done)
	s.mu.Unlock()
	return s.saveSoon(now)
}

// saveSoon saves at once, or has it done later.
func (s *Store) saveSoon(now bool) error {
	s.mu.Lock()
	now = now || s.closed
	if !now {
		s.schedule()
	}
	s.mu.Unlock()
	if now {
		return s.save()
	}
	return s.unsaved()
}

func (s *Store) recordsOf(changes []mark.Change) ([]*record, error) {
	at := secondsOf(s.now())
	records := make([]*record, len(changes))
	for i, c := range changes {
		r, err := recordOf(c)
		if err != nil {
			return nil, err
		}
		r.at = at
		records[i] = r
	}
	return records, nil
}

func recordOf(c mark.Change) (*record, error) {
	r := &record{
		kind:    kind(c.Fact),
		key:     tidy(c.Article),
		content: tidy(c.Content),
	}
	if len(r.key)+len(r.content) > maxKey {
		return nil, fmt.Errorf("an article with an id of %d bytes cannot be marked", len(r.key))
	}
	switch c.Fact {
	case mark.FactRead, mark.FactStar:
		r.on = c.On
	case mark.FactNote:
		if r.text = clean.Text(c.Note); len(r.text) > MaxNote {
			return nil, fmt.Errorf("the note has %d bytes, %d more than can be kept; shorten it", len(r.text), len(r.text)-MaxNote)
		}
	case mark.FactPosition:
		if c.Position.Sum = tidy(c.Position.Sum); c.Position != (mark.Position{}) {
			r.object = c.Position
		}
	default:
		return nil, fmt.Errorf("there is no fact %d of a mark", c.Fact)
	}
	return r, nil
}
