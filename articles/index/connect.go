package index

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// patience is how long a writer waits for another, in milliseconds.
const patience = 20_000

// pool returns up to n connections to the database at path. Each makes sure
// that it still is the one called made: a file that another program put in its
// place has other rows under the same numbers.
func pool(path string, made int64, n, cacheKiB int, options ...string) *sql.DB {
	options = append(options, fmt.Sprintf("_pragma=cache_size(-%d)", cacheKiB))
	db := sql.OpenDB(connector{dsn(path, options...), made})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

// dsn names the database at an absolute path to the driver.
func dsn(path string, options ...string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	// A log that grew while somebody read for long is cut when it starts anew.
	// Without synchronous writes a power cut could damage the file; NORMAL
	// loses the last moments at worst.
	options = append(options, fmt.Sprintf("_pragma=busy_timeout(%d)", patience),
		"_pragma=synchronous(NORMAL)", "_pragma=journal_size_limit(16777216)")
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: strings.Join(options, "&")}).String()
}

type connector struct {
	dsn  string
	made int64
}

// Connect opens a connection; see driver.Connector.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	base, err := sqlite.NewConnector(c.dsn)
	if err != nil {
		return nil, err
	}
	conn, err := base.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if made, err := madeOf(conn); err != nil || made != c.made {
		conn.Close()
		return nil, firstOf(err, ErrDamaged)
	}
	return conn, nil
}

// Driver is that of the connections; see driver.Connector.
func (c connector) Driver() driver.Driver { return new(sqlite.Driver) }

func madeOf(conn driver.Conn) (int64, error) {
	rows, err := conn.(driver.QueryerContext).QueryContext(context.Background(), selectMade, nil)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	value := make([]driver.Value, 1)
	if err := rows.Next(value); err != nil {
		return 0, ErrDamaged
	}
	made, _ := value[0].(int64)
	return made, nil
}

const selectMade = "SELECT value FROM meta WHERE name = 'made'"

// prepare makes the tables in a new database, and looks whether an old one is
// of the right version. It returns which database it is.
func prepare(path, version string) (made int64, err error) {
	db, err := sql.Open("sqlite", dsn(path, "_txlock=immediate"))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := setWAL(db); err != nil {
		return 0, err
	}
	if made, err = verify(db, version); err != errNew {
		return made, err
	}
	return create(db, version)
}

// setWAL lets readers and a writer work side by side. SQLite does not wait for
// another program that is just doing the same, so this does.
func setWAL(db *sql.DB) (err error) {
	for range 200 {
		var mode string
		err = db.QueryRow("PRAGMA journal_mode = WAL").Scan(&mode)
		if code(err) != busyCode {
			return err
		}
		time.Sleep(10 * time.Millisecond)
	}
	return err
}

// querier is a database or a transaction.
type querier interface {
	QueryRow(query string, args ...any) *sql.Row
}

// verify returns which database this is, errNew if it has no tables yet.
func verify(db querier, version string) (made int64, err error) {
	var tables int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return 0, err
	}
	if tables == 0 {
		return 0, errNew
	}
	var has string
	err = db.QueryRow("SELECT value, ("+selectMade+") FROM meta WHERE name = 'version'").Scan(&has, &made)
	if err != nil && code(err) != busyCode {
		return 0, ErrDamaged // another program's database, or half a one
	}
	if err == nil && has != format+" "+version {
		err = errOther
	}
	return made, err
}

// create makes the tables, unless another program has done so meanwhile.
func create(db *sql.DB, version string) (made int64, err error) {
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	if made, err = verify(tx, version); err != errNew {
		return made, err
	}
	made = rand.Int64()
	if _, err := tx.Exec(schema); err != nil {
		return 0, err
	}
	_, err = tx.Exec("INSERT INTO meta VALUES ('version', ?), ('made', ?), ('rev', 0), ('next', 1)", format+" "+version, made)
	if err != nil {
		return 0, err
	}
	return made, tx.Commit()
}
