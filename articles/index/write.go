package index

import (
	"context"
	"database/sql/driver"
	"math"

	"dossier/model/fold"
)

// Put inserts rows, or replaces those with the same keys, in one transaction,
// and returns their numbers in order. A replaced row keeps its number and,
// until Index or Remove, its text. Its id is the one it wants again.
func (s *Store) Put(ctx context.Context, rows []Row) ([]int32, error) {
	var nums []int32
	err := s.write.transact(ctx, rowsToo, func(t *transaction) (err error) {
		if nums, err = t.putFiles(rows); err != nil {
			return err
		}
		return t.bulk("INSERT OR REPLACE INTO facts VALUES (?, ?)", len(rows), 2, func(i int, row []driver.NamedValue) {
			row[0].Value, row[1].Value = int64(nums[i]), sealed(rows[i].Facts)
		}, nil)
	})
	if err != nil {
		return nil, err
	}
	return nums, nil
}

// putFiles writes the table of files. Most rows are new, and to find out their
// numbers from the database would take longer than to write them.
func (t *transaction) putFiles(rows []Row) (nums []int32, err error) {
	next, err := t.next()
	if err != nil {
		return nil, err
	}
	nums = make([]int32, len(rows))
	const insert = `INSERT INTO file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NULL, ?9) ON CONFLICT (key) DO NOTHING`
	err = t.bulk(insert, len(rows), 9, func(i int, row []driver.NamedValue) {
		r := &rows[i]
		for n, v := range [...]any{int64(next), r.Key, r.Size, r.ModTime, int64(r.Stage), t.rev, r.Want, r.Stated, fold.String(r.Title)} {
			row[n].Value = v
		}
	}, func(i int, inserted bool) {
		if inserted {
			nums[i] = next
			next++
		}
	})
	for i := range rows {
		if err == nil && nums[i] == 0 {
			nums[i], err = t.replace(&rows[i])
		}
	}
	if err != nil {
		return nil, err
	}
	return nums, t.exec("UPDATE meta SET value = ? WHERE name = 'next'", next)
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

// replace writes a row in place of one with the same key.
func (t *transaction) replace(r *Row) (num int32, err error) {
	err = t.row(`UPDATE file SET size = ?2, modtime = ?3, stage = ?4, rev = ?5, want = ?6, stated = ?7, id = NULL, title = ?8
		WHERE key = ?1 RETURNING num`,
		r.Key, r.Size, r.ModTime, int64(r.Stage), t.rev, r.Want, r.Stated, fold.String(r.Title)).Scan(&num)
	return num, err
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
