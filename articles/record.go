package articles

import (
	"reflect"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"dossier/model"
)

// record is what an index keeps of an entry: all but the text, and what the
// index itself knows. What follows from the rest is left out: of tens of
// thousands of files, writing is most of the work of listing them.
type record struct {
	_        struct{} `cbor:",toarray"`
	Follows  follows
	Key      string // of the file
	Size     int64
	Stamp    int64
	Stated   string
	Path     string
	ID       string
	Shown    string // the article's path
	Title    string
	Language string
	Date     uint32 // see packed
	Author   string
	Source   string
	URL      string
	Actors   []string
	Cuts     []model.Cut
	Possible []model.Cut
	Detected model.Fields
	People   []string
	Notices  []model.Notice
	Unknown  []unknown
	BodyLine int32
	IDLine   int32
	IDTagged bool
}

// follows says which fields of a record are empty because they are like others.
type follows uint8

const (
	pathIsName follows = 1 << iota // of the file
	idIsWanted
	shownIsPath
)

// unknown is a notice of a name that the register has not.
type unknown struct {
	_         struct{} `cbor:",toarray"`
	Elsewhere string   // its path, if that is not the article's
	Line      int
	Kind      model.NoticeKind
	Text      string // without unknownHint
}

// recordVersion changes with what a record holds, so that an index of other
// records is made anew.
var recordVersion = shape(reflect.TypeFor[record]())

// shape names the fields of a type, down to the last one.
func shape(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "[]" + shape(t.Elem())
	case reflect.Struct:
		s := t.Name() + "{"
		for i := range t.NumField() {
			s += t.Field(i).Name + " " + shape(t.Field(i).Type) + ";"
		}
		return s + "}"
	}
	return t.Kind().String()
}

// encode writes an entry for an index.
func (e *entry) encode() ([]byte, error) {
	a := &e.article
	r := record{
		Key: e.file.key(), Size: e.file.size, Stamp: e.file.stamp, Stated: e.stated,
		Title: a.Title, Language: a.Language, Date: packed(a.Date), Author: a.Author, Source: a.Source, URL: a.URL,
		Actors: a.Actors, Cuts: a.Cuts, Possible: a.Possible, Detected: a.Detected,
		People: e.people, Notices: e.notices,
		BodyLine: e.origin.bodyLine, IDLine: e.origin.idLine, IDTagged: e.origin.idTagged,
	}
	r.Path = r.unless(e.path, e.file.name, pathIsName)
	r.ID = r.unless(a.ID, e.wants(), idIsWanted)
	r.Shown = r.unless(a.Path, e.path, shownIsPath)
	for _, n := range e.unknown {
		u := unknown{Elsewhere: n.Path, Line: n.Line, Kind: n.Kind}
		if n.Path == a.Path {
			u.Elsewhere = ""
		}
		u.Text, _ = strings.CutSuffix(n.Text, unknownHint)
		r.Unknown = append(r.Unknown, u)
	}
	return cbor.Marshal(r)
}

// unless is s, or empty with a mark if it is like another.
func (r *record) unless(s, like string, mark follows) string {
	if s != like {
		return s
	}
	r.Follows |= mark
	return ""
}

// decodeEntry reads what encode wrote.
func decodeEntry(facts []byte) (*entry, error) {
	var r record
	if err := cbor.Unmarshal(facts, &r); err != nil {
		return nil, err
	}
	f := fileOf(r.Key)
	f.size, f.stamp = r.Size, r.Stamp
	e := &entry{file: f, stated: r.Stated}
	e.path = r.like(f.name, r.Path, pathIsName)
	e.parsed = parsed{
		article: model.Article{
			ID: r.like(e.wants(), r.ID, idIsWanted), Path: r.like(e.path, r.Shown, shownIsPath),
			Title: r.Title, Language: r.Language, Date: unpacked(r.Date), Author: r.Author, Source: r.Source, URL: r.URL,
			Actors: r.Actors, Cuts: r.Cuts, Possible: r.Possible, Detected: r.Detected,
		},
		people: r.People, notices: r.Notices,
		origin: origin{bodyLine: r.BodyLine, idLine: r.IDLine, idTagged: r.IDTagged},
	}
	for _, u := range r.Unknown {
		n := model.Notice{Path: u.Elsewhere, Line: u.Line, Kind: u.Kind, Text: u.Text + unknownHint}
		if u.Elsewhere == "" {
			n.Path = e.article.Path
		}
		e.unknown = append(e.unknown, n)
	}
	return e, nil
}

func (r *record) like(other, s string, mark follows) string {
	if r.Follows&mark != 0 {
		return other
	}
	return s
}

// packed is a date as a number: its year, month and day.
func packed(d model.Date) uint32 {
	return uint32(uint16(d.Year))<<16 | uint32(d.Month)<<8 | uint32(d.Day)
}

func unpacked(n uint32) model.Date {
	return model.Date{Year: int16(n >> 16), Month: uint8(n >> 8), Day: uint8(n)}
}
