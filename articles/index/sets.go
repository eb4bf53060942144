package index

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math/bits"
	"slices"
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

// settleFull settles the blocks that are worth it, after n more signatures.
func (s *Store) settleFull(ctx context.Context, n int) error {
	if s.unsettled.Add(int64(n)) < worthwhile/4 {
		return nil
	}
	s.unsettled.Store(0)
	return s.settle(ctx, worthwhile)
}

// settle settles the blocks with at least so many fresh signatures, each in a
// transaction of its own.
func (s *Store) settle(ctx context.Context, least int) error {
	blocks, err := s.fresh(ctx, least)
	if err != nil {
		return wrap(err)
	}
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
	touched block             // articles with a fresh signature
	has     map[uint32]*block // those of them with an initial
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
	c := &change{has: map[uint32]*block{}}
	return c, t.query("SELECT num, ids FROM fresh WHERE num >= ? AND num < ?", []any{b * blockSize, (b + 1) * blockSize}, func(rows *sql.Rows) error {
		var num int64
		var ids sql.RawBytes
		if err := rows.Scan(&num, &ids); err != nil {
			return err
		}
		i := int(num - b*blockSize)
		c.touched.add(i)
		signed(ids, func(id uint32) {
			if c.has[id] == nil {
				c.has[id] = new(block)
			}
			c.has[id].add(i)
		})
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
		fresh := c.has[id]
		for i := range is {
			is[i] &^= c.touched[i]
			if fresh != nil {
				is[i] |= fresh[i]
			}
		}
		delete(c.has, id)
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
	ids := make([]uint32, 0, len(c.has))
	for id := range c.has {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var buf []byte
	for _, id := range ids {
		buf = c.has[id].encode(buf[:0])
		if err := t.exec("INSERT INTO bits VALUES (?, ?, ?)", b, id, buf); err != nil {
			return err
		}
	}
	return nil
}
