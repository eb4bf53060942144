package marks

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"dossier/model/clean"
)

// Export writes the marks and the views of the dossier as JSON, for a person to
// read and for Import. It fails only if w does.
func (s *Store) Export(w io.Writer) error {
	p := s.portable()
	out := bufio.NewWriter(w)
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(p); err != nil {
		return err
	}
	return out.Flush()
}

func (s *Store) portable() *portable {
	p := &portable{Schema: schema, Exported: s.now().UTC().Truncate(1e9), Articles: []portableArticle{}}
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.log != nil {
		p.Dossier = clean.Line(s.log.About)
	}
	for _, key := range s.keys() {
		all := s.rowOf(key)
		if a, ok := portableOf(key, all); ok {
			p.Articles = append(p.Articles, a)
		}
		if all[view] != nil {
			p.Views = append(p.Views, portableViewOf(all[view]))
		}
	}
	slices.SortFunc(p.Articles, func(a, b portableArticle) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Views, func(a, b portableView) int { return cmp.Compare(a.Letter, b.Letter) })
	return p
}
