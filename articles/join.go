package articles

import (
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/search"
)

// join makes one dossier of what was read.
func join(all []*place, about about, register *model.Register, files []source) (*Library, error) {
	l := &Library{dossier: model.Dossier{Register: register}}
	for _, n := range about.notices {
		l.tell(-1, n)
	}
	for _, p := range all {
		for _, n := range p.notices {
			n.Path = p.path(n.Path)
			l.tell(-1, n)
		}
	}
	paths, err := l.list(files)
	if err != nil {
		return nil, err
	}
	if len(l.texts) == 0 {
		return nil, &EmptyError{calledAll(all), l.dossier.Notices}
	}
	l.noticeEmpty(all)
	l.meet(files)
	l.dossier.Articles = l.articles
	for _, r := range assignIDs(l.articles, paths) {
		r.Path, r.Line = l.idAt(r.article)
		l.tell(int(r.article), r.Notice)
	}
	if l.dossier.Title = about.title; about.title == "" {
		l.dossier.Title = titleOf(all, l.articles)
	}
	l.publish()
	return l, nil
}

// publish makes the facts answer queries.
func (l *Library) publish() {
	d := l.dossier
	l.index.Store(search.New(&d, func(i int) string { return l.texts[i].Body }))
}

// list takes the articles in, each file once, and tells of the files that could
// not be read. It returns the articles' paths as their ids are made of.
func (l *Library) list(files []source) (paths []string, err error) {
	targets := make(map[identity]bool, len(files))
	for i := range files {
		targets[files[i].same] = targets[files[i].same] || !files[i].link
	}
	listed := make(map[identity]bool, len(files))
	for i := range files {
		s := &files[i]
		switch {
		case s.err != nil && s.place.named():
			return nil, &PathError{s.place.called(s.name), s.err}
		case s.err != nil:
			l.notice(s.place.path(s.name), reason(s.err))
		case listed[s.same] || s.link && targets[s.same]:
		default:
			listed[s.same] = true
			paths = append(paths, s.place.path(s.name))
			l.add(s)
		}
	}
	return paths, nil
}

// meet extends the register by the people that the texts name. What a person
// stated was judged by the register without them.
func (l *Library) meet(files []source) {
	r := l.dossier.Register
	seen := map[string]bool{}
	all := slices.Clone(r.Actors())
	for i := range files {
		for _, name := range files[i].people {
			if _, known := r.Find(name); !known && !seen[name] {
				seen[name] = true
				all = append(all, model.Actor{Name: name, Kind: model.Person})
			}
		}
	}
	if len(seen) > 0 {
		l.dossier.Register = model.NewRegister(r.Subject(), all)
	}
}

func (l *Library) add(s *source) {
	i := len(l.texts)
	l.articles = append(l.articles, s.article)
	l.texts = append(l.texts, s.text)
	s.origin.place, s.origin.file = s.place, s.name
	l.origins = append(l.origins, s.origin)
	for _, n := range s.parsed.notices {
		l.tell(i, n)
	}
	for _, n := range s.unknown {
		l.remarks = append(l.remarks, remark{int32(i), n})
	}
}

// notice tells of a file that is no article.
func (l *Library) notice(path, text string) { l.tell(-1, model.Notice{Path: path, Text: text}) }

// noticeEmpty tells of folders that gave nothing to a dossier of several.
func (l *Library) noticeEmpty(all []*place) {
	for _, p := range all {
		if len(p.files) == 0 {
			l.notice(p.given, "no article is in it; it can be left out")
		}
	}
}

func calledAll(all []*place) []string {
	var paths []string
	for _, p := range all {
		paths = append(paths, p.given)
	}
	return paths
}

// titleOf names a dossier that does not name itself: by its only article, if
// that was named, else by its folders.
func titleOf(all []*place, articles []model.Article) string {
	if len(articles) == 1 && len(all) == 1 && all[0].named() {
		return articles[0].Title
	}
	var names []string
	for _, p := range all {
		if p.folder != nil && !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	if title := line(strings.Join(names, ", ")); title != "" {
		return title
	}
	return articles[0].Title
}
