package index

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"os"
	"sync/atomic"
)

// writer is the one connection of a store that writes, and its turns.
type writer struct {
	db     *sql.DB
	path   string
	file   os.FileInfo // what stood at path when the store was opened
	made   int64
	turn   chan struct{}
	conn   *sql.Conn
	stmts  map[string]*sql.Stmt
	signer *signer

	unfilled atomic.Bool // there may be common words that are not ready
}

func newWriter(db *sql.DB, path string, made int64) (*writer, error) {
	file, err := os.Stat(path)
	w := &writer{db: db, path: path, file: file, made: made, turn: make(chan struct{}, 1)}
	w.unfilled.Store(true) // of a program that was killed
	return w, err
}

func (w *writer) close() error {
	w.turn <- struct{}{}
	w.drop()
	err := w.db.Close()
	<-w.turn
	return err
}

// drop gives the connection up. The next write makes another.
func (w *writer) drop() {
	for _, s := range w.stmts {
		s.Close()
	}
	if w.conn != nil {
		w.conn.Raw(func(any) error { return driver.ErrBadConn }) // not back to the pool
		w.conn.Close()
	}
	w.conn, w.stmts = nil, nil
}

// What a transaction changes.
const (
	rowsToo = true  // rows: it has a number of its own
	aside   = false // what is not read by number
)

// transact runs f in a transaction, which is undone if f fails.
func (w *writer) transact(ctx context.Context, counts bool, f func(t *transaction) error) error {
	select {
	case w.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-w.turn }()
	if err := w.begin(ctx); err != nil {
		w.drop() // a connection that was interrupted is not used again
		return wrap(err)
	}
	t := &transaction{w: w, ctx: ctx}
	err := t.number(counts)
	if err == nil {
		err = f(t)
	}
	if err == nil {
		err = t.exec("COMMIT")
	}
	if err != nil {
		w.signer = nil
		if t.exec("ROLLBACK") != nil {
			w.drop()
		}
	}
	return wrap(err)
}

// begin makes sure first that the file is still there: a database that another
// program took away could be written to all the same, for nobody.
func (w *writer) begin(ctx context.Context) (err error) {
	if file, err := os.Stat(w.path); err != nil || !os.SameFile(file, w.file) {
		return ErrDamaged
	}
	if w.conn == nil {
		if w.conn, err = w.db.Conn(ctx); err != nil {
			w.conn = nil
			return err
		}
		w.stmts = map[string]*sql.Stmt{}
	}
	_, err = w.conn.ExecContext(ctx, "BEGIN IMMEDIATE")
	return err
}

// transaction is a write under way. Its statements cannot be interrupted: the
// driver would start a goroutine for each. They take microseconds, and between
// them stop says whether to go on.
type transaction struct {
	w     *writer
	ctx   context.Context
	rev   int64
	signs bool // the writer's signer knows what other programs added
}

// stop returns an error once nobody waits for the write any more.
func (t *transaction) stop() error { return t.ctx.Err() }

// number counts the write. It fails if the database is no longer the one that
// was opened.
func (t *transaction) number(counts bool) error {
	query := "SELECT value FROM meta WHERE name = 'rev' AND (" + selectMade + ") = ?"
	if counts {
		query = "UPDATE meta SET value = value + 1 WHERE name = 'rev' AND (" + selectMade + ") = ? RETURNING value"
	}
	err := t.row(query, t.w.made).Scan(&t.rev)
	if err == sql.ErrNoRows {
		return ErrDamaged
	}
	return err
}

func (t *transaction) stmt(query string) (*sql.Stmt, error) {
	if s, ok := t.w.stmts[query]; ok {
		return s, nil
	}
	s, err := t.w.conn.PrepareContext(context.Background(), query)
	if err == nil {
		t.w.stmts[query] = s
	}
	return s, err
}

func (t *transaction) exec(query string, args ...any) error {
	_, err := t.result(query, args...)
	return err
}

func (t *transaction) result(query string, args ...any) (sql.Result, error) {
	s, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return s.Exec(args...)
}

func (t *transaction) row(query string, args ...any) *sql.Row {
	s, err := t.stmt(query)
	if err != nil {
		return t.w.conn.QueryRowContext(context.Background(), query, args...) // fails the same way
	}
	return s.QueryRow(args...)
}

// query calls f for each row.
func (t *transaction) query(query string, args []any, f func(*sql.Rows) error) error {
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.Query(args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
