package marks

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"dossier/model"
	"dossier/model/clean"
)

// UnsavedError says that changes could not be saved, and why. They count as long
// as the program runs, and are saved as soon as that works. Its text is clean
// and says the way out.
type UnsavedError struct {
	Dir      string // where they should be
	Err      error
	Repeated bool // nothing was saved since the last such error, which should not be told again
}

func (e *UnsavedError) Error() string {
	return clean.Line(fmt.Sprintf("marks are not saved: %s. They last until you leave; they belong in %s", reason(e.Err), e.Dir))
}

func (e *UnsavedError) Unwrap() error { return e.Err }

// reason is why, without a path, and what to do.
func reason(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full; free some space"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "permission denied; make it writable"
	case errors.As(err, &p):
		return p.Err.Error()
	}
	return err.Error()
}

// save writes all that waits, and tells if that fails.
func (s *Store) save() error {
	s.flush()
	return s.unsaved()
}

// unsaved tells, to one who set something, that the latest could not be saved.
func (s *Store) unsaved() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failure == nil {
		return nil
	}
	err := &UnsavedError{Dir: s.dir(), Err: s.failure, Repeated: s.told}
	s.told = true
	return err
}

// flush writes all that waits. If that fails it goes on waiting.
func (s *Store) flush() {
	s.disk.Lock()
	defer s.disk.Unlock()
	s.mu.Lock()
	batch := s.waiting.batch()
	s.mu.Unlock()
	err := s.write(batch)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failure = err; err == nil {
		s.told = false
		s.waiting.remove(batch)
		return
	}
	for _, b := range batch {
		b.late = true
	}
	s.schedule()
}

func (s *Store) write(batch []*staged) error {
	if len(batch) == 0 {
		return nil
	}
	if s.log == nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, b := range batch {
			s.saved.put(b.record.numbered(s.saved.last + 1))
		}
		return nil
	}
	l := &lines{store: s}
	return s.log.Append(l, func() (objects [][]byte) {
		s.foreign = s.foreign || l.new > 0
		next := s.saved.last
		for _, b := range batch {
			if !s.overruled(b) {
				next++
				objects = append(objects, encode(b.record.numbered(next)))
			}
		}
		return objects
	})
}

// overruled reports that another program set the same thing meanwhile, and
// later: what waited for long must not undo that.
func (s *Store) overruled(b *staged) bool {
	now := s.saved.get(b.record.kind, b.record.key)
	return b.late && now != nil && now.seq > b.after && now.at > b.record.at
}

// numbered is the record with its final number.
func (r *record) numbered(seq uint64) *record {
	final := *r
	final.seq = seq
	if final.order > maxSeq { // it was read when nothing could be saved
		final.order = 0
	}
	return &final
}

func (s *Store) dir() string {
	if s.log == nil {
		return ""
	}
	return filepath.Dir(s.log.Path)
}

func (s *Store) unreadable(err error) model.Notice {
	return model.Notice{
		Path: clean.Line(s.log.Path),
		Text: "your marks cannot be read: " + clean.Line(reason(err)) + "; what you mark now lasts until you leave",
	}
}

// damaged tells of lines that are lost.
func (s *Store) damaged(lines int, err error) model.Notice {
	text := fmt.Sprintf("%d damaged lines of your marks are left out, all others are there", lines)
	if lines == 1 {
		text = "1 damaged line of your marks is left out, all others are there"
	}
	if err == nil {
		text += fmt.Sprintf("; see %s.damaged", filepath.Base(s.log.Path))
	}
	return model.Notice{Path: clean.Line(s.log.Path), Text: clean.Line(text)}
}
