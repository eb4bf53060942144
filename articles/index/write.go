package index

import (
	"context"
	"database/sql"

	"dossier/model/fold"
)

// Put inserts rows, or replaces those with the same keys, in one transaction,
// and returns their numbers in order. A replaced row keeps its number and,
// until Index or Remove, its text. Its id is the one it wants again.
func (s *Store) Put(ctx context.Context, rows []Row) ([]int32, error) {
	nums := make([]int32, len(rows))
	err := s.write.transact(ctx, rowsToo, func(t *transaction) (err error) {
		for i := range rows {
			if err := t.stop(); err != nil {
				return err
			}
			if nums[i], err = t.put(&rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return nums, nil
}

func (t *transaction) put(r *Row) (int32, error) {
	num, err := t.putFile(r)
	if err != nil {
		return 0, err
	}
	return num, t.exec("INSERT OR REPLACE INTO facts VALUES (?, ?)", num, sealed(r.Facts))
}

// putFile updates first: an upsert would use up a number where it replaces.
func (t *transaction) putFile(r *Row) (num int32, err error) {
	args := []any{r.Size, r.ModTime, int64(r.Stage), t.rev, r.Want, r.Stated, fold.String(r.Title), r.Key}
	err = t.row(`UPDATE file SET size = ?, modtime = ?, stage = ?, rev = ?, want = ?, stated = ?, id = NULL, title = ?
		WHERE key = ? RETURNING num`, args...).Scan(&num)
	if err != sql.ErrNoRows {
		return num, err
	}
	result, err := t.result("INSERT INTO file(size, modtime, stage, rev, want, stated, title, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", args...)
	if err != nil {
		return 0, err
	}
	last, err := result.LastInsertId()
	return int32(last), err
}

// Remove forgets rows, in one transaction.
func (s *Store) Remove(ctx context.Context, nums []int32) error {
	return s.each(ctx, len(nums), func(t *transaction, i int) error {
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
