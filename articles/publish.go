package articles

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"dossier/model"
	"dossier/model/clean"
)

// publish makes what is known answer queries, and makes what the first of them
// would have to wait for.
func (k *keeper) publish() {
	k.publishCold()
	k.Index().Warm()
}

func (k *keeper) publishCold() {
	start := time.Now()
	k.Library.publish()
	k.publishedOf = k.changes
	k.published, k.cost = time.Now(), time.Since(start)
	k.show()
}

// How often what is known is shown while it grows: so often that it can be
// seen, and so that it takes a tenth of the time at most.
const (
	publishEvery = 150 * time.Millisecond
	costShare    = 10
)

func (k *keeper) publishIfDue() {
	if k.options.Live && time.Since(k.published) >= max(publishEvery, costShare*k.cost) {
		if k.publishedOf == k.changes && k.Index() != nil {
			k.publishWords()
			return
		}
		k.publishCold()
	}
}

// publishWords makes texts answer queries that can be searched only now.
func (k *keeper) publishWords() {
	x := k.Index()
	k.index.CompareAndSwap(x, x.Again())
	k.published = time.Now()
	k.show()
}

// show says that there is something to be shown.
func (k *keeper) show() {
	select {
	case <-k.shown:
	default:
		now := time.Now()
		k.showing.Store(&now)
		close(k.shown)
	}
	k.tell()
}

// tell says that something is new, to whoever waits for news or does next.
func (l *Library) tell() {
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// publish makes an index of what is known.
func (l *Library) publish() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.build()
	d := l.dossier(l.builder.Persons())
	l.index.Store(l.builder.Index(d, l.titles, l.stock().texts()))
}

// titleOf names a dossier that does not name itself: by its only article, if
// that was named, else by its folders.
func (l *Library) titleOf() string {
	first, _ := l.stock().entry(l.firstNumber())
	if all := l.places.all; l.stock().Len() == 1 && len(all) == 1 && all[0].named() {
		return first.article.Title
	}
	var names []string
	for _, p := range l.places.all {
		if p.folder != nil && !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	return cmp.Or(line(strings.Join(names, ", ")), first.article.Title)
}

func (l *Library) firstNumber() int {
	if len(l.titles) > 0 {
		return int(slices.Min(l.titles))
	}
	return 0
}

// notices are what every reader is told: about the dossier, about files that
// are no articles, about articles.
func (l *Library) notices() []model.Notice {
	all := append(l.general(), l.emptyPlaces()...)
	for _, i := range slices.Sorted(maps.Keys(l.told)) {
		all = append(all, l.told[i]...)
	}
	for _, r := range l.refused {
		all = append(all, l.located(r))
	}
	for i := range all {
		all[i].Path, all[i].Text = clean.Line(all[i].Path), clean.Line(all[i].Text)
	}
	slices.SortStableFunc(all, func(a, b model.Notice) int { return cmp.Compare(a.Path, b.Path) })
	return all
}

// general are the notices that are about no article.
func (l *Library) general() []model.Notice {
	all := slices.Clone(l.about.notices)
	for _, p := range l.places.all {
		for _, n := range slices.Concat(p.tagNotices, p.strangers, p.survey.notices) {
			n.Path = p.path(n.Path)
			all = append(all, n)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.unread)) {
		all = append(all, l.unread[key])
	}
	return all
}

// emptyPlaces tells of folders that gave nothing to a dossier of several.
func (l *Library) emptyPlaces() (all []model.Notice) {
	for _, p := range l.places.all {
		if p.survey.empty && len(l.places.all) > 1 {
			all = append(all, model.Notice{Path: p.given, Text: "no article is in it; it can be left out"})
		}
	}
	return all
}

// empty says that there is nothing to open.
func (l *Library) empty() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return &EmptyError{calledAll(l.places.all), l.general()}
}

func calledAll(all []*place) []string {
	var paths []string
	for _, p := range all {
		paths = append(paths, p.given)
	}
	return paths
}
