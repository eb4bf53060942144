package linear

import "dossier/model/query"

// resume goes on with the filter that the dossier was left with, unless another is
// asked for, and reports whether there was one. A script gets what it asks for alone.
func (s *session) resume() bool {
	if s.Marks == nil || !s.Keyboard || !s.query.Empty() || s.query.Sort != query.ByDefault {
		return false
	}
	left := s.Marks.Settings()
	s.query, _ = query.Parse(left.Query)
	if left.Sort != "" {
		ordered, _ := query.Parse("sort:" + left.Sort)
		s.query.Sort = ordered.Sort
	}
	if s.query.Empty() {
		return false
	}
	s.say("On with the filter that you left: %s. X drops it.", s.inWords())
	return true
}

// keepWhere keeps what to go on with before each question: the reader may answer by
// closing the window.
func (s *session) keepWhere() {
	if s.open != nil {
		s.keepPlace()
	}
	s.keepSettings()
}

// keepSettings keeps the filter and the article to go on with.
func (s *session) keepSettings() {
	if s.Marks == nil || !s.Keyboard {
		return
	}
	now := s.Marks.Settings()
	before, q := now, s.query
	q.Sort = query.ByDefault
	now.Query, now.Sort = q.String(), string(s.query.Sort)
	if s.last >= 0 {
		now.Cursor = s.index.Dossier().Article(int(s.last)).ID
	}
	if now != before {
		s.toldOnce(s.Marks.SetSettings(now))
	}
}
