package index

import (
	"encoding/binary"
	"math/bits"
)

// blockSize is how many numbers a block has. The bits of a whole block still
// fit into the page of the row, where SQLite keeps short ones.
const blockSize = 4096

// block is the articles of a block that have an initial, as bits.
type block [blockSize / 64]uint64

func (b *block) add(i int) { b[i/64] |= 1 << (i % 64) }

// encode appends b to dst: up to 255 numbers as they are, more as bits.
func (b *block) encode(dst []byte) []byte {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	if n*2 >= blockSize/8 {
		for _, w := range b {
			dst = binary.LittleEndian.AppendUint64(dst, w)
		}
		return dst
	}
	b.each(func(i int) { dst = binary.LittleEndian.AppendUint16(dst, uint16(i)) })
	return dst
}

func (b *block) each(f func(i int)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(i*64 + bits.TrailingZeros64(w))
		}
	}
}

// decode reads what encode wrote. What a failing disk made of it is read too,
// as some set or other.
func decode(data []byte) *block {
	b := new(block)
	if len(data) == blockSize/8 {
		for i := range b {
			b[i] = binary.LittleEndian.Uint64(data[i*8:])
		}
		return b
	}
	for ; len(data) >= 2; data = data[2:] {
		b.add(int(binary.LittleEndian.Uint16(data)) % blockSize)
	}
	return b
}
