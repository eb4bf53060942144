package frontmatter

// Else completes f: the keys that are not there, not even empty, are taken from
// g. The lines stay those of f.
func (f Facts) Else(g Facts) Facts {
	take(&f.ID, g.ID, f.ID != "" || f.Lines["id"] > 0)
	take(&f.URL, g.URL, f.URL != "" || f.Lines["url"] > 0)
	take(&f.Title, g.Title, f.states("title"))
	take(&f.Language, g.Language, f.states("language"))
	take(&f.Date, g.Date, f.states("date"))
	take(&f.Author, g.Author, f.states("author"))
	take(&f.Source, g.Source, f.states("source"))
	take(&f.Actors, g.Actors, f.states("actors"))
	take(&f.Cuts, g.Cuts, f.states("cuts"))
	f.Stated |= g.Stated
	return f
}

func (f *Facts) states(key string) bool { return f.Stated.Has(fields[key]) }

func take[T any](to *T, from T, closed bool) {
	if !closed {
		*to = from
	}
}
