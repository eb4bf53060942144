package journal

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// maxHead is how many bytes at its beginning a file is known by: enough for the
// random name in its first line.
const maxHead = 256

var errNoFile = errors.New("it is no regular file; put it out of the way")

// Load takes in what was added since the last Load; all of it if another file
// took the log's place. It needs no lock: of a line that is just being written
// it waits for the end. After an error the next Load begins anew.
func (l *Log) Load(c Contents) (err error) {
	f, info, err := openFile(l.Path, os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		if l.seen.head != nil {
			c.Reset()
			c.Loaded()
		}
		l.seen = seen{}
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	defer func() {
		if err != nil {
			l.seen = seen{head: []byte("unknown")}
		}
	}()
	if err := l.recognize(f, info, c); err != nil {
		return err
	}
	n, err := scan(f, l.seen.offset, info.Size(), func(p piece) {
		p.sift(c.Apply, func([]byte) {
			if p.ended && !p.long { // one that has no end is still being written
				l.seen.damaged++
			}
		})
	})
	if err != nil {
		return err
	}
	l.seen.offset += n
	l.seen.size, l.seen.modified = info.Size(), info.ModTime()
	c.Loaded()
	return nil
}

// openFile opens a regular file. O_NONBLOCK keeps a pipe in its place from
// blocking for ever.
func openFile(path string, flags int) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(path, flags|syscall.O_NONBLOCK, 0o600)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: errNoFile}
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// recognize begins anew if this is another file than before, or a shorter one.
// Its number cannot tell: the system gives that of a removed file to a new one.
func (l *Log) recognize(f *os.File, info fs.FileInfo, c Contents) error {
	head := make([]byte, min(maxHead, info.Size()))
	if _, err := f.ReadAt(head, 0); err != nil {
		return err
	}
	if !bytes.HasPrefix(head, l.seen.head) || info.Size() < l.seen.offset {
		c.Reset()
		l.seen = seen{}
	}
	l.seen.head = head
	return nil
}
