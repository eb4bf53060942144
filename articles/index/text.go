package index

import (
	"context"
	"sync"

	"dossier/model/fold"
)

// Text is what can be searched of an article.
type Text struct {
	Num         int32
	Title, Body string // as they are; Index folds them
}

// cut is a text as its words with spaces between them.
type cut struct {
	num         int32
	title, body string
}

// Index makes texts searchable, in place of what their numbers had, in one
// transaction. A row that was only listed becomes searchable with it; a number
// without a row is passed over. Texts in the order of their numbers are kept
// with the least work.
func (s *Store) Index(ctx context.Context, texts []Text) error {
	cuts := make([]cut, len(texts))
	if err := cutAll(ctx, texts, cuts); err != nil {
		return err
	}
	err := s.each(ctx, len(cuts), func(t *transaction, i int) error { return t.index(&cuts[i]) })
	if err != nil {
		return err
	}
	if err := s.fillIn(ctx); err != nil {
		return err
	}
	nums := make([]int32, len(texts))
	for i := range texts {
		nums[i] = texts[i].Num
	}
	return s.settleBlocks(ctx, s.pending.add(nums))
}

// cutAll cuts texts on two processors, which is a tenth of the work. The rest
// is SQLite's, and it has one writer.
func cutAll(ctx context.Context, texts []Text, cuts []cut) error {
	var group sync.WaitGroup
	for half := range 2 {
		group.Go(func() {
			for i := half; i < len(texts) && ctx.Err() == nil; i += 2 {
				t := &texts[i]
				cuts[i] = cut{t.Num, spaced(t.Title), spaced(t.Body)}
			}
		})
	}
	group.Wait()
	return ctx.Err()
}

// spaced is the words of a text with spaces between them.
func spaced(text string) string {
	b := make([]byte, 0, len(text)+len(text)/8)
	for _, w := range words(fold.String(text)) {
		b = append(append(b, w...), ' ')
	}
	return string(b)
}

func (t *transaction) index(c *cut) error {
	result, err := t.result("UPDATE file SET stage = max(stage, ?), rev = ? WHERE num = ?", int64(Searchable), t.rev, c.num)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); n == 0 || err != nil {
		return err
	}
	if err := t.exec("INSERT OR REPLACE INTO words(rowid, title, body) VALUES (?, ?, ?)", c.num, c.title, c.body); err != nil {
		return err
	}
	ids, err := t.sign(c)
	if err != nil {
		return err
	}
	return t.exec("INSERT OR REPLACE INTO fresh VALUES (?, ?)", c.num, ids)
}
