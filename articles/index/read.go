package index

import (
	"context"
	"database/sql"
	"iter"
)

// Facts returns the facts of a row; ok is false if there is none.
func (s *Store) Facts(num int32) (facts []byte, ok bool, err error) {
	var data []byte
	switch err := s.facts.QueryRow(num).Scan(&data); err {
	case nil:
		facts, err := unsealed(data)
		return facts, err == nil, err
	case sql.ErrNoRows:
		return nil, false, nil
	default:
		return nil, false, wrap(err)
	}
}

// Known yields the files the store has, ordered by their keys' bytes. An error
// comes last and once, here and in the other sequences.
func (s *Store) Known(ctx context.Context) iter.Seq2[Known, error] {
	return records(ctx, s.read, func(r *record) Known {
		return Known{
			File: File{Key: r.text(0), Size: r.int(1), ModTime: r.int(2)},
			Num:  r.num(3), Stage: Stage(r.int(4)), Rev: r.int(5),
		}
	}, "SELECT key, size, modtime, num, stage, rev FROM file ORDER BY key")
}

// All yields the rows written after a rev, 0 for all, ordered by number. That a
// text was indexed or an id given counts as written.
func (s *Store) All(ctx context.Context, after int64) iter.Seq2[Entry, error] {
	const columns = "SELECT num, rev, stage, data FROM file JOIN facts USING (num) "
	read := func(r *record) Entry {
		return Entry{Num: r.num(0), Rev: r.int(1), Stage: Stage(r.int(2)), Facts: r.sealed(3)}
	}
	if after <= 0 {
		return records(ctx, s.read, read, columns+"ORDER BY num")
	}
	return records(ctx, s.read, read, columns+"WHERE rev > ? ORDER BY num", after)
}

// Titles yields the sort keys of all titles, in their order.
func (s *Store) Titles(ctx context.Context) iter.Seq2[Title, error] {
	return records(ctx, s.read, func(r *record) Title {
		return Title{Num: r.num(0), Key: r.text(1)}
	}, "SELECT num, title FROM file ORDER BY title, num")
}

// Clashes yields the rows that want an id which others want too, ordered by
// that id, then by key.
func (s *Store) Clashes(ctx context.Context) iter.Seq2[Clash, error] {
	return records(ctx, s.read, func(r *record) Clash {
		return Clash{Num: r.num(0), Key: r.text(1), Want: r.text(2), Stated: r.int(3) != 0}
	}, `SELECT num, key, want, stated FROM file
		WHERE want IN (SELECT want FROM file GROUP BY want HAVING count(*) > 1) ORDER BY want, key`)
}

// ByID returns the row that was given an id, or wants it and was given none;
// ok is false if there is none.
func (s *Store) ByID(ctx context.Context, id string) (num int32, ok bool, err error) {
	err = s.point.QueryRowContext(ctx, `SELECT num FROM file WHERE id = ?1
		UNION ALL SELECT num FROM file WHERE want = ?1 AND id IS NULL LIMIT 1`, id).Scan(&num)
	if err == sql.ErrNoRows {
		return 0, false, nil
	}
	return num, err == nil, wrap(err)
}
