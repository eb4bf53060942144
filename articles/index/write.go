package index

import (
	"context"
	"math"

	"dossier/model/fold"
)

// Put inserts rows, or replaces those with the same keys, in one transaction,
// and returns their numbers in order. A replaced row keeps its number and,
// until Index or Remove, its text. Its id is the one it wants again.
func (s *Store) Put(ctx context.Context, rows []Row) ([]int32, error) {
	nums := make([]int32, len(rows))
	err := s.write.transact(ctx, rowsToo, func(t *transaction) error {
		next, err := t.next()
		if err != nil {
			return err
		}
		for i := range rows {
			if err := t.stop(); err != nil {
				return err
			}
			if nums[i], err = t.put(&rows[i], next); err != nil {
				return err
			}
			next = max(next, nums[i]+1)
		}
		return t.exec("UPDATE meta SET value = ? WHERE name = 'next'", next)
	})
	if err != nil {
		return nil, err
	}
	return nums, nil
}

// next is the number that no row has had yet. SQLite's own count would use one
// up for each row that is replaced.
func (t *transaction) next() (int32, error) {
	var num int64
	err := t.row("SELECT value FROM meta WHERE name = 'next'").Scan(&num)
	if err == nil && (num < 1 || num >= math.MaxInt32) {
		err = ErrDamaged
	}
	return int32(num), err
}

// put writes a row, under that number if it is new.
func (t *transaction) put(r *Row, next int32) (num int32, err error) {
	err = t.row(`INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, ?9)
		ON CONFLICT (key) DO UPDATE SET size = ?3, modtime = ?4, stage = ?5, rev = ?6, want = ?7, stated = ?8, id = NULL, title = ?9
		RETURNING num`,
		next, r.Key, r.Size, r.ModTime, int64(r.Stage), t.rev, r.Want, r.Stated, fold.String(r.Title)).Scan(&num)
	if err != nil {
		return 0, err
	}
	return num, t.exec("INSERT OR REPLACE INTO facts VALUES (?, ?)", num, sealed(r.Facts))
}

// Remove forgets rows, in one transaction.
func (s *Store) Remove(ctx context.Context, nums []int32) error {
	err := s.each(ctx, len(nums), func(t *transaction, i int) error {
		for _, query := range []string{
			"DELETE FROM file WHERE num = ?", "DELETE FROM facts WHERE num = ?", "DELETE FROM words WHERE rowid = ?",
			"INSERT OR REPLACE INTO fresh VALUES (?, x'')",
		} {
			if err := t.exec(query, nums[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.settleBlocks(ctx, s.pending.add(nums))
}

// SetIDs gives rows their ids, in one transaction.
func (s *Store) SetIDs(ctx context.Context, ids []ID) error {
	return s.each(ctx, len(ids), func(t *transaction, i int) error {
		return t.exec("UPDATE file SET id = nullif(?1, want), rev = ?2 WHERE num = ?3", ids[i].ID, t.rev, ids[i].Num)
	})
}

// each calls f for the numbers below n in one transaction.
func (s *Store) each(ctx context.Context, n int, f func(t *transaction, i int) error) error {
	return s.write.transact(ctx, rowsToo, func(t *transaction) error {
		for i := range n {
			if err := t.stop(); err != nil {
				return err
			}
			if err := f(t, i); err != nil {
				return err
			}
		}
		return nil
	})
}
