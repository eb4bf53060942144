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

// Known yields the files the store has, ordered by their keys' bytes. The error
// comes last and once.
func (s *Store) Known(ctx context.Context) iter.Seq2[Known, error] {
	return each(s.read, ctx, func(rows *sql.Rows) (k Known, err error) {
		err = rows.Scan(&k.Key, &k.Size, &k.ModTime, &k.Num, &k.Stage, &k.Rev)
		return k, err
	}, "SELECT key, size, modtime, num, stage, rev FROM file ORDER BY key")
}

// Under yields the file that is called key and, if it is a folder, those in it,
// ordered like Known.
func (s *Store) Under(ctx context.Context, key string) iter.Seq2[Known, error] {
	return each(s.read, ctx, func(rows *sql.Rows) (k Known, err error) {
		err = rows.Scan(&k.Key, &k.Size, &k.ModTime, &k.Num, &k.Stage, &k.Rev)
		return k, err
	}, `SELECT key, size, modtime, num, stage, rev FROM file
		WHERE key = ?1 OR key > ?1 || '/' AND key < ?1 || '0' ORDER BY key`, key)
}

// All yields the rows written after a rev, 0 for all, ordered by number. That a
// text was indexed or an id given counts as written.
func (s *Store) All(ctx context.Context, after int64) iter.Seq2[Entry, error] {
	const columns = "SELECT num, rev, stage, data FROM file JOIN facts USING (num) "
	scan := func(rows *sql.Rows) (e Entry, err error) {
		var data []byte
		if err := rows.Scan(&e.Num, &e.Rev, &e.Stage, &data); err != nil {
			return e, err
		}
		e.Facts, err = unsealed(data)
		return e, err
	}
	if after <= 0 {
		return each(s.read, ctx, scan, columns+"ORDER BY num")
	}
	return each(s.read, ctx, scan, columns+"WHERE rev > ? ORDER BY num", after)
}

// Titles yields the sort keys of all titles, in their order.
func (s *Store) Titles(ctx context.Context) iter.Seq2[Title, error] {
	return each(s.read, ctx, func(rows *sql.Rows) (t Title, err error) {
		err = rows.Scan(&t.Num, &t.Key)
		return t, err
	}, "SELECT num, title FROM file ORDER BY title, num")
}

// Clashes yields the rows that want an id which others want too, ordered by
// that id, then by key.
func (s *Store) Clashes(ctx context.Context) iter.Seq2[Clash, error] {
	return each(s.read, ctx, func(rows *sql.Rows) (c Clash, err error) {
		err = rows.Scan(&c.Num, &c.Key, &c.Want, &c.Stated)
		return c, err
	}, `SELECT num, key, want, stated FROM file
		WHERE want IN (SELECT want FROM file GROUP BY want HAVING count(*) > 1) ORDER BY want, key`)
}

// ByID returns the row that was given an id, or wants it and was given none.
func (s *Store) ByID(ctx context.Context, id string) (num int32, ok bool, err error) {
	err = s.point.QueryRowContext(ctx, `SELECT num FROM file WHERE id = ?1
		UNION ALL SELECT num FROM file WHERE want = ?1 AND id IS NULL LIMIT 1`, id).Scan(&num)
	if err == sql.ErrNoRows {
		return 0, false, nil
	}
	return num, err == nil, wrap(err)
}

// each yields what scan makes of each row of a query.
func each[T any](db *sql.DB, ctx context.Context, scan func(*sql.Rows) (T, error), query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		rows, err := db.QueryContext(ctx, query, args...)
		if err != nil {
			var none T
			yield(none, wrap(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			v, err := scan(rows)
			if !yield(v, wrap(err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			var none T
			yield(none, wrap(err))
		}
	}
}
