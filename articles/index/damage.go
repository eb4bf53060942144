package index

import (
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"database/sql"

	"modernc.org/sqlite"
)

// SQLite's result codes that matter here. Those with more detail have them in
// their lowest byte.
const (
	errorCode      = 1
	busyCode       = 5
	readOnly       = 8
	ioCode         = 10
	corruptCode    = 11
	cannotOpen     = 14
	constraintCode = 19
	mismatchCode   = 20
	notADB         = 26
)

var (
	errNew   = errors.New("the index has no tables yet")
	errOther = errors.New("the index is of another version")
)

// code is SQLite's result code in an error, 0 if there is none.
func code(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}

// wrap makes ErrDamaged of what SQLite says when a file is not as it left it.
func wrap(err error) error {
	if ruined(err) {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return err
}

func ruined(err error) bool {
	switch code(err) {
	case 0: // what a column holds is not of its type
		return err != nil && strings.HasPrefix(err.Error(), "sql: Scan error")
	case corruptCode, notADB:
		return true
	case constraintCode, mismatchCode: // nothing is written that the tables should not take
		return true
	case errorCode: // the statements are right, so the tables are not, save where it is about what is asked for
		return !strings.Contains(err.Error(), "fts5: syntax error") && !strings.Contains(err.Error(), "transaction")
	case ioCode:
		var e *sqlite.Error
		errors.As(err, &e)
		return readErrors[e.Code()]
	}
	return false
}

// readErrors are the kinds of ioCode that are about what is there. The others
// are about what is being written.
var readErrors = map[int]bool{
	ioCode | 1<<8:  true, // a sector cannot be read
	ioCode | 2<<8:  true, // the file is too short
	ioCode | 33<<8: true, // the file system found damage
}

// outrun reports that another program took a companion away that was about to be
// taken away here: both made the same database anew.
func outrun(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code() == ioCode|23<<8
}

// unusable reports that a database can only be made anew, or that something
// else is where it should be.
func unusable(err error) bool {
	switch code(err) {
	case readOnly, ioCode, cannotOpen: // its companions are no files, or not its own
		return true
	}
	return errors.Is(err, ErrDamaged) || errors.Is(err, errOther) || errors.Is(err, errInTheWay)
}

var errInTheWay = errors.New("something else is in the place of the index")

// touch makes an empty file at path if there is none: SQLite would let
// everybody read it. Its companions get the same mode.
func touch(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return errInTheWay // to open a pipe would never end
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, os.ErrNotExist) {
		if _, link := os.Readlink(path); link == nil {
			return errInTheWay // it leads nowhere
		}
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// remake makes the database at path anew. Of several programs that find it
// unusable one does, and the others then find it good: they take turns.
func remake(path, version string) (*Store, error) {
	turn, err := sql.Open("sqlite", dsn(path+".lock", "_txlock=exclusive"))
	if err != nil {
		return nil, err
	}
	defer turn.Close()
	tx, err := turn.Begin()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	s, err := open(path, version)
	if !unusable(err) {
		return s, err
	}
	if err := clearAway(path); err != nil {
		return nil, err
	}
	return open(path, version)
}

// companions are the files that SQLite keeps beside a database, in the order
// in which they must go: a log that outlives its database would be read into
// the next one.
var companions = [...]string{"-wal", "-shm", "-journal", ""}

// clearAway takes away whatever is in the place of a database. Folders are not
// this program's, so they are kept under another name.
func clearAway(path string) error {
	for _, suffix := range companions {
		if err := remove(path + suffix); err != nil {
			return err
		}
	}
	return nil
}

func remove(path string) error {
	info, err := os.Lstat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err == nil && !info.IsDir() {
		return os.Remove(path)
	}
	if err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(path), filepath.Base(path)+".aside-")
	if err != nil {
		return err
	}
	return os.Rename(path, filepath.Join(aside, filepath.Base(path)))
}

// sealed is data with a checksum: SQLite keeps none, and hands out whatever a
// failing disk made of it.
func sealed(data []byte) []byte {
	out := make([]byte, 4, 4+len(data))
	sum := crc32.Checksum(data, castagnoli)
	out[0], out[1], out[2], out[3] = byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24)
	return append(out, data...)
}

// unsealed returns the data in what sealed made.
func unsealed(b []byte) ([]byte, error) {
	if len(b) < 4 {
		return nil, ErrDamaged
	}
	sum := crc32.Checksum(b[4:], castagnoli)
	if b[0] != byte(sum) || b[1] != byte(sum>>8) || b[2] != byte(sum>>16) || b[3] != byte(sum>>24) {
		return nil, ErrDamaged
	}
	return b[4:], nil
}

// castagnoli is the polynomial that processors have an instruction for.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)
