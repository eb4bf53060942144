package journal

import (
	"bytes"
	"os"
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
