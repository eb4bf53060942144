package index

import (
	"context"
	"database/sql"
	"time"
)

// partSize is how much of a large value one transaction writes, in some 5 ms.
const partSize = 1 << 20

// orphaned is the age, in nanoseconds, at which parts without a value are those
// of a program that died while it wrote them.
const orphaned = int64(time.Hour)

// Blob returns the value of that name and the rev it was put at; ok is false if
// there is none.
func (s *Store) Blob(ctx context.Context, name string) (data []byte, rev int64, ok bool, err error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, 0, false, wrap(err)
	}
	defer tx.Rollback()
	var made int64
	var size int
	err = tx.QueryRowContext(ctx, "SELECT rev, made, size FROM blob WHERE name = ?", name).Scan(&rev, &made, &size)
	if err == sql.ErrNoRows {
		return nil, 0, false, nil
	}
	if err == nil {
		data, err = parts(ctx, tx, made, size)
	}
	return data, rev, err == nil, wrap(err)
}

func parts(ctx context.Context, tx *sql.Tx, made int64, size int) ([]byte, error) {
	rows, err := tx.QueryContext(ctx, "SELECT data FROM part WHERE made = ? ORDER BY nth", made)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	data := make([]byte, 0, max(0, min(size, 1<<30)))
	for rows.Next() {
		var part sql.RawBytes
		if err := rows.Scan(&part); err != nil {
			return nil, err
		}
		piece, err := unsealed(part)
		if err != nil {
			return nil, err
		}
		data = append(data, piece...)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if len(data) != size {
		return nil, ErrDamaged
	}
	return data, nil
}

// PutBlob keeps a value, made of the rows as they were at rev, in place of what
// the name had. Readers see the old value until the new one is whole. It does
// not count as a write of rows.
func (s *Store) PutBlob(ctx context.Context, name string, rev int64, data []byte) error {
	made, size := time.Now().UnixNano(), len(data)
	for nth := 0; len(data) > 0; nth++ {
		n := min(partSize, len(data))
		err := s.write.transact(ctx, aside, func(t *transaction) error {
			return t.exec("INSERT INTO part VALUES (?, ?, ?)", made, nth, sealed(data[:n]))
		})
		if err != nil {
			return err
		}
		data = data[n:]
	}
	return s.write.transact(ctx, aside, func(t *transaction) error {
		var old int64
		err := t.row("SELECT made FROM blob WHERE name = ?", name).Scan(&old)
		if err != nil && err != sql.ErrNoRows {
			return err
		}
		if err := t.exec("INSERT OR REPLACE INTO blob VALUES (?, ?, ?, ?)", name, rev, made, size); err != nil {
			return err
		}
		return t.exec("DELETE FROM part WHERE made = ? OR made < ? AND made NOT IN (SELECT made FROM blob)", old, made-orphaned)
	})
}
