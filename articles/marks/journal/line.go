package journal

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
)

// MaxLine bounds a line, in bytes. A longer one counts as damaged.
const MaxLine = 1 << 20

const (
	opening  = `{"crc":"`
	restFrom = len(opening) + len(`1a2b3c4d",`)
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal makes a line of a JSON object that is on one line and not empty.
func seal(object []byte) []byte {
	rest := object[1:]
	line := append(make([]byte, 0, restFrom+len(object)), opening...)
	line = appendSum(line, rest)
	return append(append(line, rest...), '\n')
}

// sound reports whether a line, without its end, is as it was written.
func sound(line []byte) bool {
	if len(line) <= restFrom || string(line[:len(opening)]) != opening {
		return false
	}
	var want [restFrom]byte
	return bytes.Equal(line[len(opening):restFrom], appendSum(want[:0], line[restFrom:]))
}

func appendSum(line, rest []byte) []byte {
	sum := binary.BigEndian.AppendUint32(nil, crc32.Checksum(rest, castagnoli))
	return append(hex.AppendEncode(line, sum), `",`...)
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

const logKey = `"log":`

// isHeading reports a log's first line, which says nothing but what log it is.
func isHeading(line []byte) bool { return bytes.HasPrefix(line[restFrom:], []byte(logKey)) }
