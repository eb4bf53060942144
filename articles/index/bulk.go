package index

import (
	"context"
	"database/sql/driver"
)

// bulk runs a statement n times. set fills the arguments of a run, of which
// there are so many; changed, if there is one, is told whether it changed a row.
// What database/sql does for each run would take as long as writing a row.
func (t *transaction) bulk(query string, n, arguments int, set func(i int, args []driver.NamedValue), changed func(i int, changed bool)) error {
	return t.w.conn.Raw(func(c any) error {
		s, err := c.(driver.ConnPrepareContext).PrepareContext(context.Background(), query)
		if err != nil {
			return err
		}
		defer s.Close()
		args := make([]driver.NamedValue, arguments)
		for i := range args {
			args[i].Ordinal = i + 1
		}
		for i := range n {
			if err := t.stop(); err != nil {
				return err
			}
			set(i, args)
			result, err := s.(driver.StmtExecContext).ExecContext(context.Background(), args)
			if err != nil {
				return err
			}
			if rows, err := result.RowsAffected(); changed != nil {
				changed(i, err == nil && rows > 0)
			}
		}
		return nil
	})
}
