package index

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"iter"
	"math"
)

// record is a row as the driver hands it over. To have database/sql convert it
// would take as long again.
type record struct {
	values []driver.Value
	err    error // some value was not what its column holds
}

func (r *record) int(i int) int64 {
	n, ok := r.values[i].(int64)
	if !ok {
		r.err = ErrDamaged
	}
	return n
}

// num is an article's number.
func (r *record) num(i int) int32 {
	n := r.int(i)
	if n < 1 || n > math.MaxInt32 {
		r.err = ErrDamaged
	}
	return int32(n)
}

func (r *record) text(i int) string {
	s, ok := r.values[i].(string)
	if !ok {
		r.err = ErrDamaged
	}
	return s
}

// sealed is what was kept with a checksum.
func (r *record) sealed(i int) []byte {
	sealed, _ := r.values[i].([]byte)
	data, err := unsealed(sealed)
	if err != nil {
		r.err = err
	}
	return data
}

// records yields what read makes of each row of a query.
func records[T any](ctx context.Context, db *sql.DB, read func(*record) T, query string, args ...any) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := rows(ctx, db, query, args, func(r *record) bool {
			v := read(r)
			return r.err == nil && yield(v, nil)
		})
		if err != nil {
			var none T
			yield(none, err)
		}
	}
}

// rows calls f for each row of a query, until it returns false.
func rows(ctx context.Context, db *sql.DB, query string, args []any, f func(*record) bool) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return wrap(err)
	}
	defer conn.Close()
	return wrap(conn.Raw(func(c any) error {
		rows, err := c.(driver.QueryerContext).QueryContext(ctx, query, named(args))
		if err != nil {
			return err
		}
		defer rows.Close()
		r := &record{values: make([]driver.Value, len(rows.Columns()))}
		for ctx.Err() == nil {
			if err := rows.Next(r.values); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			if !f(r) {
				return r.err
			}
		}
		return ctx.Err()
	}))
}

// named is arguments, of the types that a driver takes, in its form.
func named(args []any) []driver.NamedValue {
	values := make([]driver.NamedValue, len(args))
	for i, arg := range args {
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: arg}
	}
	return values
}
