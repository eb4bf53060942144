package marks

import (
	"slices"
	"strings"

	"dossier/model/mark"
)

// Follow moves marks whose article is gone to the one that has its content now:
// the file was renamed. present are the ids of all articles of the dossier;
// content returns the mark.Sum of one's body, empty if it is not known. It is
// asked only if a mark has lost its article, and of articles without a mark. A
// mark that finds no article stays where it is.
func (s *Store) Follow(present []string, content func(id string) string) (moved int, err error) {
	lost, marked := s.lost(present)
	if len(lost) == 0 {
		return 0, nil
	}
	var pairs [][2]string
	for _, id := range present {
		if marked[id] {
			continue
		}
		sum := content(id)
		if from := lost[sum]; len(from) > 0 {
			pairs = append(pairs, [2]string{from[0], id})
			lost[sum] = from[1:]
		}
	}
	if len(pairs) == 0 {
		return 0, nil
	}
	s.move(pairs)
	return len(pairs), s.save()
}

// lost returns the ids with marks and without an article, by content and in
// order, and which ids have marks.
func (s *Store) lost(present []string) (lost map[string][]string, marked map[string]bool) {
	here := make(map[string]bool, len(present))
	for _, id := range present {
		here[id] = true
	}
	lost, marked = map[string][]string{}, map[string]bool{}
	s.mu.RLock()
	defer s.mu.RUnlock()
	for _, key := range s.keys() {
		all := s.rowOf(key)
		if markOf(all) == (mark.Mark{}) {
			continue
		}
		marked[key] = true
		if sum := contentOf(all); sum != "" && !here[key] {
			lost[sum] = append(lost[sum], key)
		}
	}
	for _, keys := range lost {
		slices.SortFunc(keys, strings.Compare)
	}
	return lost, marked
}

// move sets what was set of one article for another, as old as it is, and
// nothing for the first.
func (s *Store) move(pairs [][2]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range pairs {
		all := s.rowOf(p[0])
		sum := contentOf(all)
		for k := range mark.NumFacts {
			if r := all[k]; !r.is(value{}) {
				there := &record{at: r.at, kind: r.kind, key: p[1], content: sum, value: r.value}
				if r.on && r.kind == kind(mark.FactRead) {
					there.since, there.order = r.readSince(), r.readOrder()
				}
				s.stage(there)
				s.stage(&record{at: r.at, kind: r.kind, key: p[0]})
			}
		}
	}
}
