package articles

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"sync"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/search"
)

// memory keeps entries with their texts. It is for dossiers that are read
// faster than an index is opened, and where there can be none.
type memory struct {
	mu      sync.RWMutex
	entries []*entry // nil for those that are gone
	numbers map[string]int32
	ids     map[int32]string // of the articles that did not get the id they want
}

func newMemory() *memory { return &memory{numbers: map[string]int32{}} }

// Len is the number that all numbers are below.
func (m *memory) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return len(m.entries)
}

// Article returns the facts of article i.
func (m *memory) Article(i int) *model.Article {
	e, _ := m.entry(i)
	return &e.article
}

func (m *memory) entry(i int) (*entry, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if i < 0 || i >= len(m.entries) || m.entries[i] == nil {
		return gone, nil
	}
	return m.entries[i], nil
}

func (m *memory) text(i int) (model.Text, bool) {
	e, _ := m.entry(i)
	return e.parsed.text, e != gone
}

func (m *memory) known(context.Context) iter.Seq2[index.Known, error] {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var all []index.Known
	for key, i := range m.numbers {
		e := m.entries[i]
		all = append(all, index.Known{
			File: index.File{Key: key, Size: e.file.size, ModTime: e.file.stamp}, Num: i, Stage: e.stage,
		})
	}
	slices.SortFunc(all, func(a, b index.Known) int { return cmp.Compare(a.Key, b.Key) })
	return func(yield func(index.Known, error) bool) {
		for _, k := range all {
			if !yield(k, nil) {
				return
			}
		}
	}
}

func (m *memory) under(ctx context.Context, key string) iter.Seq2[index.Known, error] {
	return func(yield func(index.Known, error) bool) {
		for k := range m.known(ctx) {
			if (k.Key == key || strings.HasPrefix(k.Key, key+"/")) && !yield(k, nil) {
				return
			}
		}
	}
}

func (m *memory) put(_ context.Context, entries []*entry) ([]int32, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	nums := make([]int32, len(entries))
	for n, e := range entries {
		i, known := m.numbers[e.file.key()]
		if !known {
			i = int32(len(m.entries))
			m.numbers[e.file.key()] = i
			m.entries = append(m.entries, nil)
		}
		if id, ok := m.ids[i]; ok {
			e.article.ID = id
		}
		m.entries[i] = e
		nums[n] = i
	}
	return nums, nil
}

func (m *memory) addWords(context.Context, []int32, []*entry) error { return nil }

func (m *memory) remove(_ context.Context, nums []int32) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, i := range nums {
		if e := m.entries[i]; e != nil {
			delete(m.numbers, e.file.key())
			m.entries[i] = nil
		}
	}
	return nil
}

// settleIDs changes copies: who shows an article goes on showing what it was.
func (m *memory) settleIDs(context.Context) ([]remark, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var nums []int32
	var wanted []model.Article
	var paths []string
	for i, e := range m.entries {
		if e == nil {
			continue
		}
		nums = append(nums, int32(i))
		wanted = append(wanted, model.Article{ID: e.stated})
		paths = append(paths, e.path)
	}
	refused := assignIDs(wanted, paths)
	m.ids = map[int32]string{}
	for n, i := range nums {
		if wanted[n].ID != m.entries[i].wants() {
			m.ids[i] = wanted[n].ID
		}
		if e := m.entries[i]; e.article.ID != wanted[n].ID {
			changed := *e
			changed.article.ID = wanted[n].ID
			m.entries[i] = &changed
		}
	}
	for n := range refused {
		refused[n].article = nums[refused[n].article]
	}
	return refused, nil
}

func (m *memory) titles(context.Context) ([]int32, error) {
	return search.ByTitle(m, func(i int) bool { e, _ := m.entry(i); return e != gone }), nil
}

func (m *memory) texts() search.Texts {
	return search.InMemory(m, func(i int) string { t, _ := m.text(i); return t.Body })
}

func (m *memory) close() error { return nil }
