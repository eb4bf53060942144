// Package journal keeps records in a file that is only ever added to: a log of
// JSON Lines, each with a checksum. It outlives a program that is killed, a disk
// that is full and a file that was damaged, of which it loses only the damaged
// lines; several programs may write at once. What the records mean is left to
// the caller: [Contents].
//
//	Load    open → the same file as before? → its new lines → Contents.Apply
//	Append  lock → Load → what to add → one write, sync → Load
//	                                → grown? → compact: what Contents.Keep wants
//	                                           to a new file, in the old one's place
//	Heal    damaged? → lock → compact
//
// Beside the log lie, by its name and an ending: `.lock`, `.bak` (the log before
// it was last compacted) and `.damaged` (lines that were taken out of it).
//
// A line is `{"crc":"1a2b3c4d",` and the rest of a JSON object; the checksum,
// CRC-32C, is of that rest. A line keeps this form for ever, so that a program
// can tell a line of a newer one, which it does not understand, from a damaged
// one.
package journal

import (
	"os"
	"time"
)

// Log is a journal in a file, which need not be there yet. It is not safe for
// concurrent use; several Logs of one file are.
type Log struct {
	Path      string
	About     string // what the log is about, for a person who looks into the file
	Smallest  int64  // a log of fewer bytes is not compacted; 0 means 1 MiB
	seen      seen
	compactAt int64 // after a failure: not before the log has that many bytes

	last      time.Time // when the lock was let go
	contended bool      // another program had it then

	patience time.Duration                       // for other programs, in a test; 0 is the usual one
	write    func(*os.File, []byte) (int, error) // a disk that fails, in a test; nil is the file's own
	hasty    bool                                // nothing is synced, in a test that opens thousands of files
}

// seen is how far the file was read.
type seen struct {
	head     []byte // its first bytes, by which it is known again
	offset   int64  // the end of the last whole line
	size     int64
	modified time.Time
	damaged  int // lines
}

// Contents is what a log's lines come to, in the caller's terms.
type Contents interface {
	Reset()                // forgets all: another file took the log's place
	Apply(line []byte)     // takes in a sound line, a JSON object; its bytes are not its own
	Loaded()               // the file was read to its end
	Keep(line []byte) bool // whether the line is still needed, after all were applied
	Live() int64           // how many bytes the lines have that Keep wants
}

// Damaged is how many lines of the log could not be read.
func (l *Log) Damaged() int { return l.seen.damaged }

// Stale reports whether the file is another than at the last Load, by its size
// and time. A file that cannot be looked at is taken to be the same.
func (l *Log) Stale() bool {
	info, err := os.Stat(l.Path)
	if os.IsNotExist(err) {
		return l.seen.head != nil
	}
	return err == nil && (info.Size() != l.seen.size || !info.ModTime().Equal(l.seen.modified))
}
