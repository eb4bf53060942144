package index

import (
	"context"
	"database/sql/driver"
	"sync"

	"dossier/model/fault"
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
	err := s.write.transact(ctx, rowsToo, func(t *transaction) error { return t.index(cuts) })
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
			defer fault.Catch()
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

// index writes texts to the full text while another processor signs them.
func (t *transaction) index(cuts []cut) error {
	signer, err := t.signer()
	if err != nil {
		return err
	}
	var signed []signedText
	var signing sync.WaitGroup
	signing.Go(func() { signed = signer.signAll(t.ctx, cuts) })
	there, err := t.searchable(cuts)
	if err == nil {
		err = t.words(there)
	}
	signing.Wait()
	if err != nil {
		return err
	}
	if err := t.stop(); err != nil {
		return err
	}
	return t.sign(signer, signed, there)
}

// searchable notes that rows are, and returns the texts of those that there are.
func (t *transaction) searchable(cuts []cut) (there []*cut, err error) {
	const update = "UPDATE file SET stage = max(stage, ?), rev = ? WHERE num = ?"
	err = t.bulk(update, len(cuts), 3, func(i int, row []driver.NamedValue) {
		row[0].Value, row[1].Value, row[2].Value = int64(Searchable), t.rev, int64(cuts[i].num)
	}, func(i int, changed bool) {
		if changed {
			there = append(there, &cuts[i])
		}
	})
	return there, err
}

func (t *transaction) words(cuts []*cut) error {
	const insert = "INSERT OR REPLACE INTO words(rowid, title, body) VALUES (?, ?, ?)"
	return t.bulk(insert, len(cuts), 3, func(i int, row []driver.NamedValue) {
		row[0].Value, row[1].Value, row[2].Value = int64(cuts[i].num), cuts[i].title, cuts[i].body
	}, nil)
}

// sign keeps the signatures of the rows that there are, and what has a number
// since they were made.
func (t *transaction) sign(s *signer, signed []signedText, there []*cut) error {
	if err := t.keepNumbers(s); err != nil {
		return err
	}
	kept := signed[:0]
	for _, c := range signed {
		if len(there) > 0 && there[0].num == c.num {
			kept, there = append(kept, c), there[1:]
		}
	}
	return t.bulk("INSERT OR REPLACE INTO fresh VALUES (?, ?)", len(kept), 2, func(i int, row []driver.NamedValue) {
		row[0].Value, row[1].Value = int64(kept[i].num), kept[i].ids
	}, nil)
}
