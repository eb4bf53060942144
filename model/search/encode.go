package search

import (
	"encoding/binary"
	"errors"
	"slices"
	"sync"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/fault"
)

// ErrEncoding is that bytes are no columns of an index.
var ErrEncoding = errors.New("not the columns of an index")

// columnsVersion changes with the encoding.
const columnsVersion = 2

// Columns writes what the index holds, save its dossier and its texts, for Load
// to read. Its size is about a byte for each value of each article.
func (x *Index) Columns() []byte { return x.all().columns() }

func (x *table) columns() []byte {
	e := encoder{out: make([]byte, 0, 24*x.len+1024)}
	e.number(columnsVersion)
	e.number(x.len)
	e.section(func(e *encoder) {
		for i := range x.len {
			e.number(int(x.dates[i].Year))
			e.out = append(e.out, x.dates[i].Month, x.dates[i].Day, byte(x.marks[i]))
		}
	})
	for d := range x.dims {
		e.section(func(e *encoder) { e.dimension(&x.dims[d], x.len) })
	}
	e.section(func(e *encoder) {
		for _, s := range x.statuses {
			e.out = append(e.out, byte(s))
		}
	})
	for _, l := range [...]*labels{&x.sources, &x.authors} {
		e.section(func(e *encoder) { e.strings(l.names); e.numbers(l.of) })
	}
	e.section(func(e *encoder) { e.strings(x.persons) })
	e.section(func(e *encoder) { e.number(len(x.titles)); e.numbers(x.titles) })
	return e.out
}

type encoder struct{ out []byte }

// section writes a part with its length before it, so that parts can be read
// side by side.
func (e *encoder) section(write func(*encoder)) {
	var part encoder
	write(&part)
	e.number(len(part.out))
	e.out = append(e.out, part.out...)
}

func (e *encoder) number(n int) { e.out = binary.AppendUvarint(e.out, uint64(n)) }

func (e *encoder) numbers(all []int32) {
	for _, n := range all {
		e.number(int(n))
	}
}

func (e *encoder) strings(all []string) {
	e.number(len(all))
	for _, s := range all {
		e.number(len(s))
		e.out = append(e.out, s...)
	}
}

// values writes what the values of a facet are, but not which article has them.
func (e *encoder) values(values []facet.Value) {
	var names []string
	for _, v := range values {
		names = append(names, v.Name)
	}
	e.strings(names)
	for _, v := range values {
		e.out = append(e.out, byte(v.Kind)<<1|flag(v.Disputed))
	}
}

func (e *encoder) dimension(d *dimension, articles int) {
	e.values(d.values)
	for i := range articles {
		e.number(len(d.of(i)))
	}
	e.number(len(d.ids))
	e.numbers(d.ids)
}

func flag(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// Load makes an index of what Columns wrote. dossier is asked for the dossier
// of those articles, given the persons that they name and its register does not
// know; texts are theirs. It fails with ErrEncoding.
func Load(columns []byte, dossier func(persons []string) *model.Dossier, texts Texts) (*Index, error) {
	t, err := decode(columns)
	if err != nil {
		return nil, err
	}
	t.complete()
	return newIndex(dossier(t.persons), t, texts), nil
}

func decode(columns []byte) (*table, error) {
	d := decoder{in: columns}
	if d.number() != columnsVersion {
		return nil, ErrEncoding
	}
	t := &table{len: d.count(4)}
	parts := []func(*decoder){t.readDates}
	for n := range t.dims {
		parts = append(parts, func(d *decoder) { t.dims[n] = d.dimension(t.len) })
	}
	parts = append(parts,
		func(d *decoder) { t.statuses = d.statuses() },
		func(d *decoder) { t.sources = d.labels(t.len) },
		func(d *decoder) { t.authors = d.labels(t.len) },
		func(d *decoder) { t.persons = d.strings() },
		func(d *decoder) { t.titles = d.titles(t.len) })
	if !d.sections(parts) || len(t.statuses) != len(t.dims[facet.Vendor].ids) {
		return nil, ErrEncoding
	}
	return t, nil
}

func (t *table) readDates(d *decoder) {
	t.dates, t.marks = make([]model.Date, t.len), make([]rowMarks, t.len)
	for i := range t.len {
		t.dates[i] = model.Date{Year: int16(d.number()), Month: d.byte() % 16, Day: d.byte() % 32}
		t.marks[i] = rowMarks(d.byte())
	}
}

// sections reads parts, each in a goroutine of its own, and reports whether
// all were whole and nothing is behind them.
func (d *decoder) sections(parts []func(*decoder)) bool {
	var reading sync.WaitGroup
	readers := make([]decoder, len(parts))
	for n, read := range parts {
		size := d.count(1)
		readers[n] = decoder{in: d.in[:size:size]}
		d.in = d.in[size:]
		reading.Go(func() {
			defer fault.Catch()
			read(&readers[n])
		})
	}
	reading.Wait()
	bad := func(r decoder) bool { return r.failed || len(r.in) > 0 }
	return !bad(*d) && !slices.ContainsFunc(readers, bad)
}

// decoder reads what an encoder wrote. Once something is wrong it reads zeros.
type decoder struct {
	in     []byte
	failed bool
}

func (d *decoder) number() int {
	n, size := binary.Uvarint(d.in)
	if size <= 0 || n > 1<<31 {
		d.in, d.failed = nil, true
		return 0
	}
	d.in = d.in[size:]
	return int(n)
}

func (d *decoder) byte() byte {
	if len(d.in) == 0 {
		d.failed = true
		return 0
	}
	b := d.in[0]
	d.in = d.in[1:]
	return b
}

// count reads how many things follow that have at least size bytes each.
func (d *decoder) count(size int) int {
	n := d.number()
	if n*size > len(d.in) {
		d.in, d.failed = nil, true
		return 0
	}
	return n
}

// numbers reads n numbers below limit.
func (d *decoder) numbers(n, limit int) []int32 {
	all := make([]int32, n)
	for i := range all {
		v := d.number()
		if v >= limit {
			d.failed = true
			return make([]int32, n)
		}
		all[i] = int32(v)
	}
	return all
}

func (d *decoder) strings() []string {
	all := make([]string, d.count(1))
	for i := range all {
		n := d.count(1)
		all[i] = string(d.in[:n])
		d.in = d.in[n:]
	}
	return all
}

func (d *decoder) values() (values []facet.Value) {
	for _, name := range d.strings() {
		values = append(values, facet.Value{Name: name})
	}
	for n := range values {
		b := d.byte()
		values[n].Kind, values[n].Disputed = model.Kind(b>>1&1), b&1 != 0
	}
	return values
}

func (d *decoder) dimension(articles int) dimension {
	dim := dimension{values: d.values(), start: make([]uint32, articles+1)}
	for i := range articles {
		dim.start[i+1] = dim.start[i] + uint32(d.number())
	}
	n := d.count(1)
	if n != int(dim.start[articles]) || !slices.IsSorted(dim.start) {
		d.failed = true
		return dimension{start: make([]uint32, articles+1)}
	}
	dim.ids = d.numbers(n, len(dim.values))
	if d.failed {
		return dimension{start: make([]uint32, articles+1)}
	}
	for _, v := range dim.ids {
		dim.values[v].Total++
	}
	return dim
}

func (d *decoder) statuses() []model.Status {
	all := make([]model.Status, len(d.in))
	for n := range all {
		all[n] = model.Status(min(int(d.byte()), numStatuses-1))
	}
	return all
}

func (d *decoder) titles(articles int) []int32 {
	if n := d.count(1); n > 0 {
		return d.numbers(n, articles)
	}
	return nil
}

func (d *decoder) labels(articles int) labels {
	l := labels{names: d.strings()}
	if len(l.names) == 0 {
		d.failed = true
		l.names = []string{""}
	}
	l.of = d.numbers(articles, len(l.names))
	return l
}
