package journal

import (
	"bufio"
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const tmpEnding = ".tmp-"

// grown reports a log that is large, and most of it superseded.
func (l *Log) grown(live int64) bool {
	size := l.seen.size
	return size > l.smallest() && size > 4*live && size >= l.compactAt
}

func (l *Log) smallest() int64 { return cmp.Or(l.Smallest, 1<<20) }

// Heal takes damaged lines out of the log and puts them beside it, so that they
// are told of once. If it fails, the log is as it was.
func (l *Log) Heal(c Contents) error {
	if l.seen.damaged == 0 {
		return nil
	}
	unlock, locked, err := l.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := l.Load(c); err != nil || l.seen.damaged == 0 {
		return err
	}
	if !locked {
		return errNoLock
	}
	return l.compact(c)
}

var errNoLock = errors.New("files cannot be locked there")

// compact puts a new file with what is still needed in the log's place, and
// loads it. The log has to be locked, and loaded.
func (l *Log) compact(c Contents) (err error) {
	l.clearAway()
	tmp, err := os.CreateTemp(filepath.Dir(l.Path), filepath.Base(l.Path)+tmpEnding+"*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	damaged, err := l.copyTo(tmp, c)
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	if err := l.setAside(damaged); err != nil {
		return err
	}
	l.backUp()
	if err := os.Rename(tmp.Name(), l.Path); err != nil {
		return err
	}
	l.syncFolder()
	return l.Load(c)
}

// copyTo writes what is still needed, and returns what is damaged.
func (l *Log) copyTo(tmp *os.File, c Contents) (damaged []byte, err error) {
	f, info, err := openFile(l.Path, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := bufio.NewWriter(tmp)
	out.Write(l.heading())
	keep := func(line []byte) {
		if c.Keep(line) {
			out.Write(line)
			out.WriteByte('\n')
		}
	}
	_, err = scan(f, 0, info.Size(), func(p piece) {
		p.sift(keep, func(part []byte) { damaged = append(append(damaged, part...), '\n') })
	})
	return damaged, errors.Join(err, out.Flush(), l.syncFile(tmp))
}

// setAside keeps damaged lines in case a person can make something of them.
func (l *Log) setAside(lines []byte) error {
	if len(lines) == 0 {
		return nil
	}
	f, _, err := openFile(l.Path+".damaged", os.O_WRONLY|os.O_APPEND|os.O_CREATE)
	if err != nil {
		return err
	}
	_, err = f.Write(lines)
	return errors.Join(err, l.syncFile(f), f.Close())
}

// backUp keeps the log as it is once more. Where a file cannot have two names
// there is no such copy, and nothing else is lost.
func (l *Log) backUp() {
	os.Remove(l.Path + ".bak")
	os.Link(l.Path, l.Path+".bak")
}

// clearAway removes what programs left that were killed while they compacted.
func (l *Log) clearAway() {
	dir, mine := filepath.Split(l.Path + tmpEnding)
	files, _ := os.ReadDir(dir)
	for _, f := range files {
		info, err := f.Info()
		if err == nil && strings.HasPrefix(f.Name(), mine) && time.Since(info.ModTime()) > 24*time.Hour {
			os.Remove(dir + f.Name())
		}
	}
}
