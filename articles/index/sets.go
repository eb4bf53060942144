package index

import (
	"context"
	"database/sql"
	"sync"
)

// The articles that have an initial are kept in blocks of numbers, so that few
// are touched by a write. An article's new signature waits in the table fresh,
// where it overrules its block, until that is worth settling:
//
//	Index, Remove → fresh → settle → bits

const (
	// worthwhile is how many signatures of a block are settled at once while
	// more may come: half of them, so that a block that is written in order is
	// settled twice, the second time when it is full.
	worthwhile = blockSize / 2
	// maxFresh bounds the signatures that wait. Each costs a query some two
	// microseconds.
	maxFresh = 2 * blockSize
)

// pending counts the signatures that this program wrote to each block since it
// was last settled.
type pending struct {
	sync.Mutex
	counts map[int64]int
	total  int
}

// add counts a signature for each number, and returns the blocks to settle.
func (p *pending) add(nums []int32) (full []int64) {
	p.Lock()
	defer p.Unlock()
	if p.counts == nil {
		p.counts = map[int64]int{}
	}
	for _, num := range nums {
		b := int64(num) / blockSize
		p.counts[b]++
		p.total++
		if p.counts[b] == worthwhile {
			full = append(full, p.forget(b))
		}
	}
	for p.total > maxFresh {
		full = append(full, p.forget(p.fullest()))
	}
	return full
}

func (p *pending) forget(b int64) int64 {
	p.total -= p.counts[b]
	delete(p.counts, b)
	return b
}

func (p *pending) fullest() (fullest int64) {
	for b, n := range p.counts {
		if n > p.counts[fullest] {
			fullest = b
		}
	}
	return fullest
}

// settle settles all blocks, if at least so many signatures wait.
func (s *Store) settle(ctx context.Context, least int) error {
	var waiting int
	err := s.point.QueryRowContext(ctx, "SELECT count(*) FROM fresh").Scan(&waiting)
	if err != nil || waiting < least {
		return wrap(err)
	}
	blocks, err := s.fresh(ctx)
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

// fresh returns the blocks with fresh signatures.
func (s *Store) fresh(ctx context.Context) (blocks []int64, err error) {
	rows, err := s.point.QueryContext(ctx, "SELECT DISTINCT num / ? FROM fresh", blockSize)
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
	touched block    // articles with a fresh signature
	nums    []uint16 // of the articles that have an initial, one after another
	has     []span   // by the number of an initial, where its articles are
}

// span is a piece of nums.
type span struct{ start, end int32 }

// signature is that of article i of a block.
type signature struct {
	i   int
	ids []byte
}

// changeOf sorts the articles of signatures by initial. Few have each of tens
// of thousands, so that lists take a tenth of what bits would.
func changeOf(signatures []signature) *change {
	c := new(change)
	total := int32(0)
	for _, s := range signatures {
		c.touched.add(s.i)
		signed(s.ids, func(id uint32) {
			for int(id) >= len(c.has) {
				c.has = append(c.has, make([]span, 1024)...)
			}
			c.has[id].end++
			total++
		})
	}
	at := int32(0)
	for id := range c.has {
		n := c.has[id].end
		c.has[id] = span{at, at}
		at += n
	}
	c.nums = make([]uint16, total)
	for _, s := range signatures {
		signed(s.ids, func(id uint32) {
			c.nums[c.has[id].end] = uint16(s.i)
			c.has[id].end++
		})
	}
	return c
}

// take returns the set of an initial and takes it out.
func (c *change) take(id uint32) (b block, some bool) {
	if int(id) >= len(c.has) {
		return b, false
	}
	s := c.has[id]
	c.has[id] = span{}
	for _, i := range c.nums[s.start:s.end] {
		b.add(int(i))
	}
	return b, s.start < s.end
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
	var signatures []signature
	err := t.query("SELECT num, ids FROM fresh WHERE num >= ? AND num < ?", []any{b * blockSize, (b + 1) * blockSize}, func(rows *sql.Rows) error {
		var num int64
		var ids []byte
		err := rows.Scan(&num, &ids)
		signatures = append(signatures, signature{int(num - b*blockSize), ids})
		return err
	})
	if err != nil {
		return nil, err
	}
	return changeOf(signatures), nil
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
		was := decode(nums)
		is, _ := c.take(id)
		for i := range is {
			is[i] |= was[i] &^ c.touched[i]
		}
		if is != *was {
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
	for id := range c.has {
		set, some := c.take(uint32(id))
		if !some {
			continue
		}
		buf = set.encode(buf[:0])
		if err := t.exec("INSERT INTO bits VALUES (?, ?, ?)", b, id, buf); err != nil {
			return err
		}
	}
	return nil
}
