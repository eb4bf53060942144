package index

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// Store is an open database. It may be shared by goroutines.
type Store struct {
	path  string
	made  int64   // which database this is, of all that were ever at path
	temp  string  // a folder to be removed with the store; empty for none
	write *writer // the one connection that writes
	read  *sql.DB // for what takes long
	point *sql.DB // for what must not wait behind it
	facts *sql.Stmt

	pending pending
}

// How much of the database a connection keeps in memory, in KiB, and how many
// connections read. Together they stay under 30 MiB however large the database
// is.
const (
	writerCache = 8 << 10
	readerCache = 4 << 10
	readers     = 4
	pointCache  = 2 << 10
	points      = 2
)

// Open opens the store name in dir, or makes it. What cannot be used, being
// damaged or of another version, is taken away and made anew: version is that
// of what the caller keeps in it. It fails only if there can be no database at
// all, in a folder that is read-only or full; then [Temporary] may do.
func Open(dir, name, version string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	path := pathOf(dir, name)
	var s *Store
	for range fewTries {
		if s, err = open(path, version); unusable(err) {
			s, err = remake(path, version)
		}
		if !outrun(err) {
			break
		}
	}
	return s, err
}

// fewTries is how often another program may be quicker.
const fewTries = 5

// Temporary makes a store that lasts until it is closed.
func Temporary(version string) (*Store, error) {
	dir, err := os.MkdirTemp("", "dossier-index-")
	if err != nil {
		return nil, err
	}
	s, err := open(pathOf(dir, "index"), version)
	if err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	s.temp = dir
	return s, nil
}

// open opens the database at path, or makes it where there is nothing.
func open(path, version string) (*Store, error) {
	if err := registerGather(); err != nil {
		return nil, err
	}
	if err := touch(path); err != nil {
		return nil, err
	}
	made, err := prepare(path, version)
	if err != nil {
		return nil, wrap(err)
	}
	s := &Store{
		path:  path,
		made:  made,
		read:  pool(path, made, readers, readerCache),
		point: pool(path, made, points, pointCache),
	}
	s.write, err = newWriter(pool(path, made, 1, writerCache), path, made)
	if err == nil {
		s.facts, err = s.point.Prepare("SELECT data FROM facts WHERE num = ?")
	}
	if err != nil {
		s.Close()
		return nil, wrap(err)
	}
	return s, nil
}

// Close lets go of the database. What is under way elsewhere fails.
func (s *Store) Close() error {
	if s.facts != nil {
		s.facts.Close()
	}
	err := s.point.Close()
	err = firstOf(err, s.read.Close())
	err = firstOf(err, s.write.close())
	if s.temp != "" {
		err = firstOf(err, os.RemoveAll(s.temp))
	}
	return err
}

// Rev is the number of the last write, by whatever program.
func (s *Store) Rev(ctx context.Context) (int64, error) {
	var rev int64
	err := s.point.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = 'rev'").Scan(&rev)
	return rev, wrap(err)
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
