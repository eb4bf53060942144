package marks

import "dossier/model/mark"

// ledger is what records come to: of each thing the last one.
type ledger struct {
	rows map[string]*row
	last uint64 // the greatest sequence number
	live int64  // bytes of the lines that count
}

// row is the records of one key.
type row [numKinds]*record

func newLedger() *ledger { return &ledger{rows: map[string]*row{}} }

// get returns nil for a thing that was never set.
func (l *ledger) get(k kind, key string) *record {
	if r := l.rows[key]; r != nil {
		return r[k]
	}
	return nil
}

// put takes a record in. Of two with the same number, as programs without locks
// may write, the one that stands later in the file counts, for everyone.
func (l *ledger) put(r *record) {
	l.last = max(l.last, r.seq)
	all := l.rows[r.key]
	if all == nil {
		all = new(row)
		l.rows[r.key] = all
	}
	old := all[r.kind]
	if old != nil && old.seq > r.seq {
		return
	}
	if old != nil {
		l.live -= lineSize(old)
	}
	l.live += lineSize(r)
	all.share(r)
	all[r.kind] = r
}

// share makes the records of a row have one key in memory, and one content.
func (all *row) share(r *record) {
	for _, other := range all {
		if other != nil {
			r.key = other.key
			if r.content == other.content {
				r.content = other.content
			}
		}
	}
}

// keepStrange counts a record that is not understood and has to stay.
func (l *ledger) keepStrange(r *record) {
	l.last = max(l.last, r.seq)
	l.live += lineSize(r)
}

// needs reports whether a line counts, or may count for a newer program.
func (l *ledger) needs(line []byte) bool {
	r, ok := decode(line)
	if !ok {
		return true
	}
	now := l.get(r.kind, r.key)
	return now == nil || now.seq <= r.seq
}

func lineSize(r *record) int64 { return int64(r.size) + 1 }

// markOf is what the records of an article come to.
func markOf(all *row) mark.Mark {
	var m mark.Mark
	if r := all[mark.FactRead]; r != nil && r.on {
		m.Read, m.ReadAt, m.Order = true, timeOf(r.readSince()), r.readOrder()
	}
	if r := all[mark.FactStar]; r != nil {
		m.Starred = r.on
	}
	if r := all[mark.FactNote]; r != nil {
		m.Note = r.text
	}
	if r := all[mark.FactPosition]; r != nil {
		m.Position, _ = r.object.(mark.Position)
	}
	return m
}

func (r *record) readSince() int64 {
	if r.since != 0 {
		return r.since
	}
	return r.at
}

func (r *record) readOrder() uint64 {
	if r.order != 0 {
		return r.order
	}
	return r.seq
}

// contentOf is what the article was when it was marked last; empty if not known.
func contentOf(all *row) (sum string) {
	seq := uint64(0)
	for k := range mark.NumFacts {
		if r := all[k]; r != nil && r.content != "" && r.seq >= seq {
			sum, seq = r.content, r.seq
		}
	}
	return sum
}
