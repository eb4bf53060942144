package search

import (
	"encoding/binary"
	"errors"
	"slices"

	"dossier/model"
	"dossier/model/facet"
)

// ErrEncoding is that bytes are no columns of an index.
var ErrEncoding = errors.New("not the columns of an index")

// columnsVersion changes with the encoding.
const columnsVersion = 1

// Columns writes what the index holds, save its dossier and its texts, for Load
// to read. Its size is about a byte for each value of each article.
func (x *Index) Columns() []byte {
	e := encoder{out: make([]byte, 0, 16*x.len+1024)}
	e.number(columnsVersion)
	e.number(x.len)
	for i := range x.len {
		e.number(int(x.dates[i].Year))
		e.out = append(e.out, x.dates[i].Month, x.dates[i].Day, byte(x.marks[i]))
	}
	for d := range x.dims {
		e.dimension(&x.dims[d], x.len)
	}
	for _, s := range x.statuses {
		e.out = append(e.out, byte(s))
	}
	for _, l := range [...]*labels{&x.sources, &x.authors} {
		e.strings(l.names)
		e.numbers(l.of)
	}
	e.strings(x.persons)
	e.number(len(x.titles))
	e.numbers(x.titles)
	return e.out
}

type encoder struct{ out []byte }

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

func (e *encoder) dimension(d *dimension, articles int) {
	var names []string
	for _, v := range d.values {
		names = append(names, v.Name)
	}
	e.strings(names)
	for i := range articles {
		e.number(len(d.of(i)))
	}
	e.number(len(d.ids))
	e.numbers(d.ids)
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
	t.dates, t.marks = make([]model.Date, t.len), make([]rowMarks, t.len)
	for i := range t.len {
		t.dates[i] = model.Date{Year: int16(d.number()), Month: d.byte(), Day: d.byte()}
		t.marks[i] = rowMarks(d.byte())
	}
	for n := range t.dims {
		t.dims[n] = d.dimension(t.len)
	}
	for range t.dims[facet.Vendor].ids {
		t.statuses = append(t.statuses, model.Status(min(int(d.byte()), numStatuses-1)))
	}
	t.sources, t.authors = d.labels(t.len), d.labels(t.len)
	t.persons = d.strings()
	if n := d.count(1); n > 0 {
		t.titles = d.numbers(n, t.len)
	}
	if d.failed || len(d.in) > 0 {
		return nil, ErrEncoding
	}
	return t, nil
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
			d.failed, v = true, 0
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

func (d *decoder) dimension(articles int) dimension {
	dim := dimension{start: make([]uint32, articles+1)}
	for _, name := range d.strings() {
		dim.values = append(dim.values, facet.Value{Name: name})
	}
	for i := range articles {
		dim.start[i+1] = dim.start[i] + uint32(d.number())
	}
	n := d.count(1)
	if n != int(dim.start[articles]) || !slices.IsSorted(dim.start) {
		d.failed = true
		return dimension{start: make([]uint32, articles+1)}
	}
	dim.ids = d.numbers(n, len(dim.values))
	return dim
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
