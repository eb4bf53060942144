package journal

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// piece is a line without its end, or a part of one that is too long.
type piece struct {
	text  []byte
	ended bool // the line's end is there
	long  bool // it is a part, and not the last
}

// scan reads the pieces of a file from one byte up to another. It returns how
// many bytes belong to those that ended.
func scan(f io.ReaderAt, from, to int64, each func(piece)) (n int64, err error) {
	left := max(to-from, 0)
	in := bufio.NewReaderSize(io.NewSectionReader(f, from, left), int(min(MaxLine, left)+1))
	for {
		text, err := in.ReadSlice('\n')
		long := errors.Is(err, bufio.ErrBufferFull)
		ended := err == nil || long
		if ended {
			n += int64(len(text))
		}
		if text = bytes.TrimSuffix(text, []byte("\n")); len(text) > 0 {
			each(piece{text, ended, long})
		}
		if err == io.EOF {
			return n, nil
		}
		if !ended {
			return n, err
		}
	}
}

// sift parts what is sound, save the heading, from what is damaged. It finds
// lines that became one because the end between them was lost: how a line begins
// cannot stand inside one, where quotation marks are escaped.
func (p piece) sift(found, damaged func([]byte)) {
	for rest := p.text; len(rest) > 0; {
		next := bytes.Index(rest[1:], []byte(opening)) + 1
		if next == 0 {
			next = len(rest)
		}
		line, end := rest[:next], rest[:next-1]
		rest = rest[next:]
		if sound(end) { // its end became another byte
			line = end
		}
		switch {
		case !sound(line):
			damaged(line)
		case !isHeading(line):
			found(line)
		}
	}
}
