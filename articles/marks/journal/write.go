package journal

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Append adds what compose returns, JSON objects on one line each, and syncs it
// to the disk. Compose is called with the file locked, after everything in it
// was loaded; what it returns is loaded afterwards like the lines of others.
// Where locks do not work, it goes on without one.
//
// If it returns nil, the lines are kept. If it fails, all or some may be.
func (l *Log) Append(c Contents, compose func() [][]byte) error {
	unlock, locked, err := l.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if err := l.Load(c); err != nil {
		return err
	}
	if err := l.add(compose(), locked); err != nil {
		return err
	}
	if err := l.Load(c); err != nil {
		return err
	}
	if locked && l.grown(c.Live()) && l.compact(c) != nil {
		l.compactAt = l.seen.size + l.smallest() // it is tried again, but not at once
	}
	return nil
}

func (l *Log) add(objects [][]byte, locked bool) error {
	if len(objects) == 0 {
		return nil
	}
	f, info, err := openFile(l.Path, os.O_RDWR|os.O_APPEND|os.O_CREATE)
	if err != nil {
		return err
	}
	defer f.Close()
	size := info.Size()
	if locked {
		size = l.cutTail(f, size)
	}
	if err := l.addTo(f, size, objects); err != nil {
		return err
	}
	if size == 0 {
		l.syncFolder()
	}
	return nil
}

// cutTail takes away the beginning of a line whose writer was killed: nobody was
// told that it is kept, so nobody need be told that it is not. It returns the
// file's size.
func (l *Log) cutTail(f *os.File, size int64) int64 {
	tail := make([]byte, min(max(size-l.seen.offset, 0), MaxLine))
	if _, err := f.ReadAt(tail, l.seen.offset); err != nil || len(tail) == 0 || sound(tail) {
		return size
	}
	if l.setAside(append(tail, '\n')) != nil || f.Truncate(l.seen.offset) != nil {
		return size
	}
	return l.seen.offset
}

func (l *Log) addTo(f *os.File, size int64, objects [][]byte) error {
	var text bytes.Buffer
	switch last, err := lastByte(f, size); {
	case err != nil:
		return err
	case size == 0:
		text.Write(l.heading())
	case last != '\n': // the end of a line is missing
		text.WriteByte('\n')
	}
	for _, o := range objects {
		text.Write(seal(o))
	}
	n, err := l.writeTo(f, text.Bytes())
	if err != nil {
		takeBack(f, size, n)
		return err
	}
	return l.syncFile(f)
}

func lastByte(f *os.File, size int64) (byte, error) {
	var last [1]byte
	if size == 0 {
		return 0, nil
	}
	_, err := f.ReadAt(last[:], size-1)
	return last[0], err
}

func (l *Log) writeTo(f *os.File, text []byte) (int, error) {
	if l.write != nil {
		return l.write(f, text)
	}
	return f.Write(text)
}

// takeBack removes what was written before the disk was full, unless another
// program, without a lock, has written behind it.
func takeBack(f *os.File, size int64, n int) {
	if info, err := f.Stat(); n > 0 && err == nil && info.Size() == size+int64(n) {
		f.Truncate(size)
	}
}

// heading is a new log's first line. Its random name tells this file from those
// that were in its place before.
func (l *Log) heading() []byte {
	heading := struct {
		Log   string `json:"log"`
		About string `json:"about"`
	}{rand.Text(), l.About}
	object, err := json.Marshal(heading)
	if err != nil {
		panic(err) // two strings
	}
	return seal(object)
}

// syncFile tolerates file systems that cannot.
func (l *Log) syncFile(f *os.File) error {
	if l.hasty {
		return nil
	}
	err := f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// syncFolder makes a new name outlive a loss of power. Some systems cannot; the
// files are whole there all the same.
func (l *Log) syncFolder() {
	if l.hasty {
		return
	}
	if d, err := os.Open(filepath.Dir(l.Path)); err == nil {
		d.Sync()
		d.Close()
	}
}

func makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	err := os.MkdirAll(dir, 0o700)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}
