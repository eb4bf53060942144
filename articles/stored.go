package articles

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"

	"dossier/articles/index"
	"dossier/model"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/model/set"
)

// stored keeps entries in an index on disk; texts are read from the articles'
// files when they are asked for.
type stored struct {
	store *index.Store
	ctx   context.Context // of the dossier, for what the screen asks
	cache cache

	drop    func() error // takes the index away; nil if it does not outlast the library
	damaged atomic.Bool  // something of it was asked for and cannot be read

	mu  sync.Mutex
	len int              // numbers are below it
	ids map[int32]string // of the articles that did not get the id they want
}

func newStored(ctx context.Context, s *index.Store) *stored {
	return &stored{store: s, ctx: ctx}
}

// Len is the number that all numbers are below.
func (s *stored) Len() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.len
}

// reach notes that there are numbers below n.
func (s *stored) reach(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.len = max(s.len, n)
}

// Article returns the facts of article i.
func (s *stored) Article(i int) *model.Article {
	e, err := s.entry(i)
	if err != nil {
		return &gone.article
	}
	return &e.article
}

func (s *stored) entry(i int) (*entry, error) {
	if e := s.cache.get(int32(i)); e != nil {
		return e, nil
	}
	facts, ok, err := s.store.Facts(int32(i))
	if err != nil || !ok {
		return gone, s.noted(err)
	}
	e, err := decodeEntry(facts)
	if err != nil {
		return gone, s.noted(fmt.Errorf("%w: %w", index.ErrDamaged, err))
	}
	if id, given := s.given(int32(i)); given {
		e.article.ID = id
	}
	s.cache.put(int32(i), e)
	return e, nil
}

func (s *stored) text(int) (model.Text, bool) { return model.Text{}, false }

func (s *stored) known(ctx context.Context) iter.Seq2[index.Known, error] {
	return s.store.Known(ctx)
}

func (s *stored) under(ctx context.Context, key string) iter.Seq2[index.Known, error] {
	return s.store.Under(ctx, key)
}

func (s *stored) put(ctx context.Context, entries []*entry) ([]int32, error) {
	rows := make([]index.Row, len(entries))
	for i, e := range entries {
		facts, err := e.encode()
		if err != nil {
			return nil, err
		}
		rows[i] = index.Row{
			File:  index.File{Key: e.file.key(), Size: e.file.size, ModTime: e.file.stamp},
			Stage: e.stage, Want: e.wants(), Stated: e.stated != "", Title: e.article.Title, Facts: facts,
		}
	}
	nums, err := s.store.Put(ctx, rows)
	if err != nil {
		return nil, err
	}
	var ids []index.ID
	for _, n := range nums {
		s.cache.drop(n)
		s.reach(int(n) + 1)
		if id, ok := s.given(n); ok {
			ids = append(ids, index.ID{Num: n, ID: id})
		}
	}
	if len(ids) > 0 {
		err = s.store.SetIDs(ctx, ids)
	}
	return nums, err
}

func (s *stored) addWords(ctx context.Context, nums []int32, entries []*entry) error {
	texts := make([]index.Text, len(entries))
	for i, e := range entries {
		texts[i] = index.Text{Num: nums[i], Title: e.article.Title, Body: e.parsed.text.Body}
	}
	return s.store.Index(ctx, texts)
}

func (s *stored) remove(ctx context.Context, nums []int32) error {
	err := s.store.Remove(ctx, nums)
	for _, n := range nums { // not before: it may be asked for meanwhile
		s.cache.drop(n)
	}
	return err
}

func (s *stored) titles(ctx context.Context) ([]int32, error) {
	var order []int32
	for t, err := range s.store.Titles(ctx) {
		if err != nil {
			return nil, err
		}
		order = append(order, t.Num)
	}
	return order, nil
}

func (s *stored) texts() search.Texts { return s }

// noted is an error, of which it is noted that the index is damaged.
func (s *stored) noted(err error) error {
	if errors.Is(err, index.ErrDamaged) {
		s.damaged.Store(true)
	}
	return err
}

// close takes a damaged index away, so that it is made anew.
func (s *stored) close() error {
	err := s.store.Close()
	if s.damaged.Load() && s.drop != nil {
		err = errors.Join(err, s.drop())
	}
	return err
}

// Match finds articles by their words; see search.Texts.
func (s *stored) Match(ctx context.Context, v query.Value, in search.Part, n int) (*set.Set, error) {
	field := index.InTitleAndBody
	if in == search.InTitle {
		field = index.InTitle
	}
	found, err := s.store.Match(ctx, v, field, n)
	return found, s.noted(err)
}

// maxRanked is how many articles are put in order by how well they match. Who
// looks further than that needs another word.
const maxRanked = 10_000

// Rank puts the articles first that match best.
func (s *stored) Rank(ctx context.Context, words []query.Value, hits []int32) error {
	best, err := s.store.Best(ctx, words, maxRanked)
	if err != nil {
		return s.noted(err)
	}
	search.PutFirst(hits, best)
	return nil
}

// ByID returns the article with an id.
func (s *stored) ByID(ctx context.Context, id string) (int32, bool, error) {
	num, ok, err := s.store.ByID(ctx, id)
	return num, ok, s.noted(err)
}

// settleIDs gives ids to the articles that want the same ones.
func (s *stored) settleIDs(ctx context.Context) (refused []remark, err error) {
	var nums []int32
	var wanted []model.Article
	var paths []string
	for c, err := range s.store.Clashes(ctx) {
		if err != nil {
			return nil, err
		}
		e, err := s.entry(int(c.Num))
		if err != nil {
			return nil, err
		}
		nums = append(nums, c.Num)
		wanted = append(wanted, model.Article{ID: e.stated})
		paths = append(paths, e.path)
	}
	refused = assignIDs(wanted, paths)
	for n := range refused {
		refused[n].article = nums[refused[n].article]
	}
	return refused, s.setIDs(ctx, nums, wanted)
}

func (s *stored) setIDs(ctx context.Context, nums []int32, wanted []model.Article) error {
	given := make(map[int32]string, len(nums))
	var ids []index.ID
	for n, num := range nums {
		e, err := s.entry(int(num))
		if err != nil {
			return err
		}
		if id := wanted[n].ID; id != e.wants() {
			given[num] = id
			ids = append(ids, index.ID{Num: num, ID: id})
		}
		s.cache.drop(num)
	}
	s.mu.Lock()
	s.ids = given
	s.mu.Unlock()
	if len(ids) == 0 {
		return nil
	}
	return s.store.SetIDs(ctx, ids)
}

// given is the id that an article has instead of the one it wants.
func (s *stored) given(i int32) (id string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, ok = s.ids[i]
	return id, ok
}

// allGiven are the ids of the articles that have others than they want.
func (s *stored) allGiven() map[int32]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ids
}

// cache holds the entries that were asked for last: those on the screen are
// asked for again and again.
type cache struct {
	mu       sync.Mutex
	now, old map[int32]*entry
}

// cacheSize is how many entries may be held: twice that.
const cacheSize = 1024

func (c *cache) get(n int32) *entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.now[n]; e != nil {
		return e
	}
	e := c.old[n]
	if e != nil {
		c.add(n, e)
	}
	return e
}

func (c *cache) put(n int32, e *entry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(n, e)
}

// add forgets the older half when there is no room.
func (c *cache) add(n int32, e *entry) {
	if c.now == nil || len(c.now) >= cacheSize {
		c.now, c.old = make(map[int32]*entry, cacheSize), c.now
	}
	c.now[n] = e
}

func (c *cache) drop(n int32) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.now, n)
	delete(c.old, n)
}
