package search

import (
	"maps"
	"slices"
	"strings"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fold"
)

// Builder collects the facts that queries ask of articles, one article at a
// time, and makes indexes of them. It is for one goroutine; the indexes that it
// made stay as they are.
type Builder struct {
	rows      []row
	languages names
	vendors   names
	actors    names
	sources   names
	authors   names
	persons   map[string]bool // that the register does not know
}

// row is what is kept of one article.
type row struct {
	date           model.Date
	language       int32 // number of a name, as all below; 0 is none
	source, author int32
	marks          rowMarks
	actors         []int32 // vendors too
	cuts           []cutEntry
}

type rowMarks uint8

const (
	present rowMarks = 1 << iota
	detected
	evident
)

type cutEntry struct {
	vendor int32
	status model.Status
}

// names numbers strings, from 1 in the order in which they come.
type names struct {
	all    []string
	byName map[string]int32
	keys   []string // the names folded, as far as that was asked for
}

func (n *names) number(name string) int32 {
	if name == "" {
		return 0
	}
	if i, known := n.byName[name]; known {
		return i
	}
	if n.byName == nil {
		n.byName = map[string]int32{}
	}
	name = strings.Clone(name) // it may be a piece of a whole text
	n.all = append(n.all, name)
	n.byName[name] = int32(len(n.all))
	return int32(len(n.all))
}

// folded is the names folded. They are many, and asked for again and again
// while a dossier grows.
func (n *names) folded() []string {
	for _, name := range n.all[len(n.keys):] {
		n.keys = append(n.keys, fold.String(name))
	}
	return n.keys
}

// Len is the number that all articles' numbers are below.
func (b *Builder) Len() int { return len(b.rows) }

// Set takes in the facts of article i, or takes them in anew. persons are those
// of its actors who are known to be persons, though the register has them not.
func (b *Builder) Set(i int, a *model.Article, persons ...string) {
	b.grow(i + 1)
	r := row{
		date:     a.Date,
		language: b.languages.number(a.Language),
		source:   b.sources.number(a.Source),
		author:   b.authors.number(a.Author),
		marks:    present,
	}
	if a.Detected != 0 {
		r.marks |= detected
	}
	if hasEvidence(a) {
		r.marks |= evident
	}
	for _, name := range a.Actors {
		r.addActor(b.actors.number(name))
	}
	for _, c := range a.Cuts {
		r.cuts = append(r.cuts, cutEntry{b.vendors.number(c.Vendor), c.Status})
		// The evidence of a cut names its vendor.
		r.addActor(b.actors.number(c.Vendor))
	}
	b.meet(persons)
	b.rows[i] = r
}

func (b *Builder) meet(persons []string) {
	if b.persons == nil && len(persons) > 0 {
		b.persons = map[string]bool{}
	}
	for _, name := range persons {
		if !b.persons[name] {
			b.persons[strings.Clone(name)] = true
		}
	}
}

// Remove takes article i out.
func (b *Builder) Remove(i int) {
	if i < len(b.rows) {
		b.rows[i] = row{}
	}
}

func (b *Builder) grow(n int) {
	if n > len(b.rows) {
		b.rows = slices.Grow(b.rows, n-len(b.rows))[:n]
	}
}

func (r *row) addActor(n int32) {
	if n != 0 && !slices.Contains(r.actors, n) {
		r.actors = append(r.actors, n)
	}
}

func hasEvidence(a *model.Article) bool {
	for _, c := range a.Cuts {
		if len(c.Passages) > 0 {
			return true
		}
	}
	return false
}

// Index makes an index of what was taken in. titles are the numbers of the
// articles in the order of their titles; nil leaves every order to be that of
// the numbers, as while a dossier is still being read.
func (b *Builder) Index(d *model.Dossier, titles []int32, texts Texts) *Index {
	t, keys := b.table(titles)
	for dim := range t.dims {
		t.dims[dim].arrange(facet.Dimension(dim), d.Register, keys[dim])
	}
	t.markDisputed()
	t.complete()
	return newIndex(d, t, texts)
}

// Persons are the persons that were named, though the register has them not.
func (b *Builder) Persons() []string { return slices.Sorted(maps.Keys(b.persons)) }

// table lays the rows out for queries, and returns the folded names of each
// dimension's values. Names that no article has any more are left out.
func (b *Builder) table(titles []int32) (t *table, keys [facet.NumDimensions][]string) {
	t = &table{len: len(b.rows), titles: titles, persons: b.Persons()}
	for d, of := range [...]func(*row) []int32{
		facet.Language: (*row).languages, facet.Vendor: (*row).vendors, facet.Actor: func(r *row) []int32 { return r.actors },
	} {
		t.dims[d], keys[d] = b.dimension(b.namesOf(facet.Dimension(d)), of)
	}
	t.sources = b.labels(b.sources.all, func(r *row) int32 { return r.source })
	t.authors = b.labels(b.authors.all, func(r *row) int32 { return r.author })
	for i := range b.rows {
		r := &b.rows[i]
		t.dates = append(t.dates, r.date)
		t.marks = append(t.marks, r.marks)
		for _, c := range r.uniqueCuts() {
			t.statuses = append(t.statuses, c.status)
		}
	}
	return t, keys
}

func (b *Builder) namesOf(d facet.Dimension) *names {
	return [...]*names{facet.Language: &b.languages, facet.Vendor: &b.vendors, facet.Actor: &b.actors}[d]
}

// uniqueCuts are the cuts of an article, one for each vendor.
func (r *row) uniqueCuts() []cutEntry {
	for i, c := range r.cuts {
		if slices.ContainsFunc(r.cuts[:i], func(o cutEntry) bool { return o.vendor == c.vendor }) {
			return slices.CompactFunc(slices.Clone(r.cuts), func(a, b cutEntry) bool { return a.vendor == b.vendor })
		}
	}
	return r.cuts
}

func (r *row) languages() []int32 {
	if r.language == 0 {
		return nil
	}
	return []int32{r.language}
}

func (r *row) vendors() []int32 {
	var all []int32
	for _, c := range r.uniqueCuts() {
		all = append(all, c.vendor)
	}
	return all
}

func (b *Builder) dimension(all *names, of func(*row) []int32) (d dimension, keys []string) {
	used := make([]int32, len(all.all)+1) // the number a name gets, plus 1
	folded := all.folded()
	d = dimension{start: make([]uint32, 1, len(b.rows)+1)}
	for i := range b.rows {
		for _, n := range of(&b.rows[i]) {
			if used[n] == 0 {
				d.values = append(d.values, facet.Value{Name: all.all[n-1]})
				keys = append(keys, folded[n-1])
				used[n] = int32(len(d.values))
			}
			d.ids = append(d.ids, used[n]-1)
		}
		d.start = append(d.start, uint32(len(d.ids)))
	}
	return d, keys
}

func (b *Builder) labels(all []string, of func(*row) int32) labels {
	l := labels{names: append([]string{""}, all...), of: make([]int32, len(b.rows))}
	for i := range b.rows {
		l.of[i] = of(&b.rows[i])
	}
	return l
}

// Builder makes a builder that holds what x holds.
func (x *Index) Builder() *Builder {
	t := x.all().table
	b := &Builder{rows: make([]row, t.len), persons: map[string]bool{}}
	for _, name := range t.persons {
		b.persons[name] = true
	}
	b.languages.take(t.dims[facet.Language].values)
	b.vendors.take(t.dims[facet.Vendor].values)
	b.actors.take(t.dims[facet.Actor].values)
	b.sources.all, b.authors.all = t.sources.names[1:], t.authors.names[1:]
	b.sources.index()
	b.authors.index()
	cut := 0
	for i := range b.rows {
		r := &b.rows[i]
		*r = row{date: t.dates[i], marks: t.marks[i], source: t.sources.of[i], author: t.authors.of[i]}
		if l := t.dims[facet.Language].of(i); len(l) > 0 {
			r.language = l[0] + 1
		}
		for _, n := range t.dims[facet.Actor].of(i) {
			r.actors = append(r.actors, n+1)
		}
		for _, n := range t.dims[facet.Vendor].of(i) {
			r.cuts = append(r.cuts, cutEntry{n + 1, t.statuses[cut]})
			cut++
		}
	}
	return b
}

func (n *names) take(values []facet.Value) {
	for _, v := range values {
		n.all = append(n.all, v.Name)
	}
	n.index()
}

// index finds names by their strings. The slice may be an index's, which is not
// to grow under it.
func (n *names) index() {
	n.all = slices.Clip(n.all)
	n.byName = make(map[string]int32, len(n.all))
	for i, name := range n.all {
		n.byName[name] = int32(i + 1)
	}
}
