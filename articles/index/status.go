package index

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Info is what can be said of a store without opening it.
type Info struct {
	Path       string
	Bytes      int64  // on disk, with what is still to be merged into the database
	Version    string // of what the caller keeps in it; empty if the database cannot be read
	Files      int
	Searchable int // files whose text can be searched
	Detected   int // of those, files whose unstated facts were looked for
}

func pathOf(dir, name string) string { return filepath.Join(dir, name+".db") }

// Exists reports whether there is a store name in dir.
func Exists(dir, name string) bool {
	_, err := os.Stat(pathOf(dir, name))
	return err == nil
}

// Status tells of the store name in dir. Nothing there is os.ErrNotExist, a
// database that cannot be read [ErrDamaged].
func Status(dir, name string) (Info, error) {
	info := Info{Path: pathOf(dir, name)}
	if _, err := os.Stat(info.Path); err != nil {
		return info, err
	}
	for _, suffix := range companions {
		if f, err := os.Stat(info.Path + suffix); err == nil {
			info.Bytes += f.Size()
		}
	}
	path, err := filepath.Abs(info.Path)
	if err == nil {
		err = info.read(path)
	}
	return info, wrap(err)
}

// read asks without leaving a trace: a database that nobody has open has no log
// yet, and SQLite would make one unless told that nobody writes.
func (i *Info) read(path string) error {
	options := []string{"mode=ro"}
	if _, err := os.Stat(path + "-wal"); err != nil {
		options = append(options, "immutable=1")
	}
	db, err := sql.Open("sqlite", dsn(path, options...))
	if err != nil {
		return err
	}
	defer db.Close()
	var version string
	if err := db.QueryRow("SELECT value FROM meta WHERE name = 'version'").Scan(&version); err != nil {
		return err
	}
	if _, after, ok := strings.Cut(version, " "); ok {
		i.Version = after
	}
	return db.QueryRow("SELECT count(*), count(*) FILTER (WHERE stage >= ?), count(*) FILTER (WHERE stage >= ?) FROM file",
		Searchable, Detected).Scan(&i.Files, &i.Searchable, &i.Detected)
}

// Drop takes the store name in dir away. A program that has it open finds it
// damaged. Nothing to take away is no error.
func Drop(dir, name string) error {
	path := pathOf(dir, name)
	if _, err := os.Lstat(dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return clearAway(path)
}
