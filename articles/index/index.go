// Package index keeps what was read of one dossier's files in one SQLite
// database, so that a folder is opened at once the next time and its texts are
// searched without being read.
//
//	File → Put    the facts of a file, as bytes this package does not look into
//	     → Index  the words of its text
//	     → Match  which articles have a value; Best, which have it most
//
// It is a cache and no more: whatever is lost with it can be read from the
// files again. So nothing that is wrong with it is a reader's trouble: Open
// makes a damaged database anew, and what turns out to be damaged later is
// [ErrDamaged], at which the caller closes the store, calls [Drop] and opens
// it again.
//
// Several programs may have one store open, and all may write. Readers wait
// for nobody; writers wait for each other, so they should write in portions
// of a few hundred files. Whatever is written twice ends up the same.
//
// What an article is, how its facts are written and when a file is worth
// reading again is left to package articles.
package index

import "errors"

// Stage says how far a file has been read.
type Stage uint8

// The stages, each of which includes those before it.
const (
	Listed     Stage = iota + 1 // the facts it states are known
	Searchable                  // its text can be searched
	Detected                    // the facts it does not state were looked for
)

// File is a file as the disk says.
type File struct {
	Key     string // what the file is called in its dossier, unique in the store
	Size    int64  // bytes
	ModTime int64  // nanoseconds since 1970
}

// Known is a file as the store has it.
type Known struct {
	File
	Num   int32 // from 1; a file keeps its number, and no other ever gets it
	Stage Stage
	Rev   int64 // the write that last changed the row
}

// Row is what is kept of a file.
type Row struct {
	File
	Stage  Stage
	Want   string // the id it would like
	Stated bool   // it says so itself; otherwise Want was made of its path
	Title  string
	Facts  []byte // the store does not look into them
}

// Entry is what the store hands back of a row.
type Entry struct {
	Num   int32
	Rev   int64
	Stage Stage
	Facts []byte // the caller's to keep
}

// Title is the sort key of an article's title: the title folded.
type Title struct {
	Num int32
	Key string
}

// Clash is a row that wants an id which others want too.
type Clash struct {
	Num    int32
	Key    string
	Want   string
	Stated bool
}

// ID is the id that a row was given.
type ID struct {
	Num int32
	ID  string
}

// ErrDamaged says that the database cannot be read any more, or is no longer
// the one that was opened. Nothing but making it anew helps.
var ErrDamaged = errors.New("the index is damaged")
