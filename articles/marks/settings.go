package marks

import (
	"cmp"
	"fmt"
	"slices"
	"unicode"

	"dossier/model/clean"
	"dossier/model/mark"
)

// Settings returns what the dossier was left with.
func (s *Store) Settings() mark.Settings {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var now mark.Settings
	if r := s.rowOf("")[settings]; r != nil {
		now, _ = r.object.(mark.Settings)
	}
	return now
}

// SetSettings keeps what to go on with. Like a position it is saved within a
// second.
func (s *Store) SetSettings(to mark.Settings) error {
	_, err := s.setOther(settings, "", value{object: cleanSettings(to)}, false)
	return err
}

// Views returns the saved views, by their letters.
func (s *Store) Views() []mark.View {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var all []mark.View
	for _, key := range s.keys() {
		if r := s.rowOf(key)[view]; r != nil && r.object != nil {
			all = append(all, r.object.(mark.View))
		}
	}
	slices.SortFunc(all, func(a, b mark.View) int { return cmp.Compare(a.Letter, b.Letter) })
	return all
}

// SetView saves a view in place of the one that has its letter. It fails if that
// is none, and with an *UnsavedError like Set.
func (s *Store) SetView(v mark.View) error {
	if !isViewLetter(v.Letter) {
		return errNoLetter(string(v.Letter))
	}
	_, err := s.setOther(view, string(v.Letter), value{object: cleanView(v)}, true)
	return err
}

// DropView removes a view and reports whether there was one.
func (s *Store) DropView(letter rune) (bool, error) {
	return s.setOther(view, string(letter), value{}, true)
}

// setOther sets what is no mark, and cannot be undone.
func (s *Store) setOther(k kind, key string, to value, now bool) (changed bool, err error) {
	at := secondsOf(s.now())
	s.mu.Lock()
	if changed = !s.rowOf(key)[k].is(to); changed {
		s.stage(&record{at: at, kind: k, key: key, value: to})
	}
	s.mu.Unlock()
	return changed, s.saveSoon(now)
}

func isViewLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func errNoLetter(letter string) error {
	return fmt.Errorf("a view is saved under a letter or a digit, not under %q", clean.Line(letter))
}

func cleanView(v mark.View) mark.View {
	v.Name, v.Query = clean.Line(v.Name), clean.Line(v.Query)
	return v
}
