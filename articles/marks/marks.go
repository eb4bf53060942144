// Package marks keeps what the reader leaves behind in a dossier: marks on its
// articles (read, star, note, position), saved views, and the settings to go on
// with. They lie in the state directory, never beside the articles.
//
// A program that shows a dossier calls, all but the first from commands:
//
//	at first  Open(Dir, Key) → Follow (of what was renamed) → All, Settings, Views
//	then      Set and Undo, SetSettings, SetView; Refresh when it gets the focus
//	at last   SetSettings, Close; when it is told to end by a signal, too
//
// Within:
//
//	Set → stage: seen by Get at once → flush: log (package journal) locked,
//	      what others wrote taken in, ours added and synced → saved
//	         └ cannot be saved: kept, said once, tried again
//	Refresh → what others wrote meanwhile
//	Follow  → marks of files that were renamed
//
// Each dossier has a log of its own. A record sets one thing: a fact of one
// article's mark, a view, the settings; the last one counts. Its number, not its
// time, says which is the last, as a clock may go back. A record that a newer
// program wrote is kept as it is.
//
// What is set is kept when the call returns without an error, save where the
// reader is (positions and settings): that is written within a second, or by
// Close, as it changes all the time. Nothing that goes wrong with the disk keeps
// marks from being set and seen: they last as long as the program then.
//
// How the values are typed and shown is left to ui, which knows of this package
// no more than an interface of the methods it uses.
package marks

import (
	"path/filepath"
	"sync"
	"time"

	"dossier/articles/marks/journal"
	"dossier/model"
	"dossier/model/mark"
)

// Store is what the reader left in one dossier. It is safe for concurrent use.
// The methods that return an error may wait for the disk, or two seconds for
// another program; the others only tell what is in memory.
type Store struct {
	disk sync.Mutex   // one of those that use the log at a time; locked before mu
	log  *journal.Log // nil: nothing is kept after this run
	// foreign reports, under disk, that what others wrote was taken in when
	// something was saved; Refresh is to tell of it.
	foreign bool

	mu      sync.RWMutex // of what follows
	saved   *ledger
	waiting waiting
	done    []step // to be undone, the latest last
	failure error  // why the latest could not be saved
	told    bool   // of the failure, or one that it follows
	timer   *time.Timer
	closed  bool

	now func() time.Time
}

// Open reads what was left in a dossier. dir is that of Dir, dossier a Key; with
// an empty one everything works, and nothing is kept. It never fails: what
// cannot be read is told by notices.
func Open(dir, dossier string) (*Store, []model.Notice) {
	s := &Store{saved: newLedger(), now: time.Now}
	s.waiting.forget()
	if dir == "" || dossier == "" {
		return s, nil
	}
	s.log = &journal.Log{Path: filepath.Join(dir, "marks", fileName(dossier)), About: dossier}
	return s, s.load()
}

// load reads the log for the first time. Damaged lines are put aside, so that
// they are told of once.
func (s *Store) load() []model.Notice {
	lines := &lines{store: s}
	if err := s.log.Load(lines); err != nil {
		return []model.Notice{s.unreadable(err)}
	}
	damaged := s.log.Damaged()
	if damaged == 0 {
		return nil
	}
	return []model.Notice{s.damaged(damaged, s.log.Heal(lines))}
}

// Close saves what waits. It fails with an *UnsavedError; what waits is lost
// then, when the program ends.
func (s *Store) Close() error {
	s.mu.Lock()
	s.closed = true
	if s.timer != nil {
		s.timer.Stop()
	}
	s.mu.Unlock()
	return s.save()
}

// Get returns what was left on an article.
func (s *Store) Get(article string) mark.Mark {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return markOf(s.rowOf(article))
}

// All returns the marks of all articles that have any, by their ids. It belongs
// to the caller.
func (s *Store) All() map[string]mark.Mark {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make(map[string]mark.Mark, len(s.saved.rows))
	for _, key := range s.keys() {
		if m := markOf(s.rowOf(key)); m != (mark.Mark{}) {
			all[key] = m
		}
	}
	return all
}

// keys are those of all rows, in no order.
func (s *Store) keys() []string {
	keys := make([]string, 0, len(s.saved.rows)+len(s.waiting.rows))
	for key := range s.saved.rows {
		keys = append(keys, key)
	}
	for key := range s.waiting.rows {
		if s.saved.rows[key] == nil {
			keys = append(keys, key)
		}
	}
	return keys
}

// rowOf is what was set under a key, saved or not. It must not be changed.
func (s *Store) rowOf(key string) *row {
	saved, waiting := s.saved.rows[key], s.waiting.rows[key]
	switch {
	case waiting == nil && saved == nil:
		return new(row)
	case waiting == nil:
		return saved
	case saved == nil:
		return waiting
	}
	both := *saved
	for k, r := range waiting {
		if r != nil {
			both[k] = r
		}
	}
	return &both
}
