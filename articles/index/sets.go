package index

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math/bits"
	"sync"
)

// The articles that have an initial are kept in blocks of numbers, so that few
// are touched by a write. An article's new signature waits in the table fresh,
// where it overrules its block, until that is worth settling:
//
//	Index, Remove → fresh → settle → bits

const (
	blockSize = 4096 // a whole block of bits fits where SQLite keeps short rows
	// worthwhile is how many signatures of a block are settled at once while
	// more may come. Reading one that is not costs a query a microsecond.
	worthwhile = blockSize / 2
)

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

// pending counts the signatures that this program wrote to each block since it
// was last settled.
type pending struct {
	sync.Mutex
	counts map[int64]int
}

// add counts a signature for each number, and returns the blocks worth settling.
func (p *pending) add(nums []int32) (full []int64) {
	p.Lock()
	defer p.Unlock()
	if p.counts == nil {
		p.counts = map[int64]int{}
	}
	for _, num := range nums {
		b := int64(num) / blockSize
		if p.counts[b]++; p.counts[b] == worthwhile {
			p.counts[b] = 0
			full = append(full, b)
		}
	}
	return full
}

// settle settles the blocks with at least so many fresh signatures.
func (s *Store) settle(ctx context.Context, least int) error {
	blocks, err := s.fresh(ctx, least)
	if err != nil {
		return wrap(err)
	}
	return s.settleBlocks(ctx, blocks)
}

// settleBlocks settles blocks, each in a transaction of its own.
func (s *Store) settleBlocks(ctx context.Context, blocks []int64) error {
	for _, b := range blocks {
		err := s.write.transact(ctx, aside, func(t *transaction) error { return t.settle(b) })
		if err != nil {
			return err
		}
	}
	return nil
}

// fresh returns the blocks with at least so many fresh signatures.
func (s *Store) fresh(ctx context.Context, least int) (blocks []int64, err error) {
	rows, err := s.point.QueryContext(ctx, "SELECT num / ? AS block FROM fresh GROUP BY block HAVING count(*) >= ?", blockSize, least)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var b int64
		if err := rows.Scan(&b); err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
	}
	return blocks, rows.Err()
}

// change is what fresh signatures make of a block.
type change struct {
	touched block   // articles with a fresh signature
	places  []int32 // by the number of an initial, its place in sets, from 1
	sets    []block // those of the articles that have it
}

// set returns the set of an initial, nil if it has none or was taken out.
func (c *change) set(id uint32) *block {
	if int(id) >= len(c.places) || c.places[id] == 0 {
		return nil
	}
	return &c.sets[c.places[id]-1]
}

func (c *change) add(id uint32, i int) {
	for int(id) >= len(c.places) {
		c.places = append(c.places, make([]int32, 1+len(c.places))...)
	}
	if c.places[id] == 0 {
		c.sets = append(c.sets, block{})
		c.places[id] = int32(len(c.sets))
	}
	c.sets[c.places[id]-1].add(i)
}

func (t *transaction) settle(b int64) error {
	c, err := t.freshIn(b)
	if err != nil {
		return err
	}
	if err := t.overwrite(b, c); err != nil {
		return err
	}
	if err := t.add(b, c); err != nil {
		return err
	}
	if err := t.exec("INSERT OR IGNORE INTO block VALUES (?)", b); err != nil {
		return err
	}
	return t.exec("DELETE FROM fresh WHERE num >= ? AND num < ?", b*blockSize, (b+1)*blockSize)
}

func (t *transaction) freshIn(b int64) (*change, error) {
	c := &change{}
	return c, t.query("SELECT num, ids FROM fresh WHERE num >= ? AND num < ?", []any{b * blockSize, (b + 1) * blockSize}, func(rows *sql.Rows) error {
		var num int64
		var ids sql.RawBytes
		if err := rows.Scan(&num, &ids); err != nil {
			return err
		}
		i := int(num - b*blockSize)
		c.touched.add(i)
		signed(ids, func(id uint32) { c.add(id, i) })
		return nil
	})
}

// overwrite changes the sets that the block has, and takes those out of c.
func (t *transaction) overwrite(b int64, c *change) error {
	type row struct {
		id   uint32
		nums []byte
	}
	var changed []row
	err := t.query("SELECT id, nums FROM bits WHERE block = ?", []any{b}, func(rows *sql.Rows) error {
		var id uint32
		var nums sql.RawBytes
		if err := rows.Scan(&id, &nums); err != nil {
			return err
		}
		was := *decode(nums)
		is := was
		fresh := c.set(id)
		for i := range is {
			is[i] &^= c.touched[i]
			if fresh != nil {
				is[i] |= fresh[i]
			}
		}
		if fresh != nil {
			c.places[id] = 0
		}
		if is != was {
			changed = append(changed, row{id, is.encode(nil)})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range changed {
		if err := t.change(b, r.id, r.nums); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) change(b int64, id uint32, nums []byte) error {
	if len(nums) == 0 {
		return t.exec("DELETE FROM bits WHERE block = ? AND id = ?", b, id)
	}
	return t.exec("UPDATE bits SET nums = ? WHERE block = ? AND id = ?", nums, b, id)
}

// add inserts the sets that the block has not had.
func (t *transaction) add(b int64, c *change) error {
	var buf []byte
	for id := range c.places {
		set := c.set(uint32(id))
		if set == nil {
			continue
		}
		buf = set.encode(buf[:0])
		if err := t.exec("INSERT INTO bits VALUES (?, ?, ?)", b, id, buf); err != nil {
			return err
		}
	}
	return nil
}
