package articles

import (
	"reflect"

	"github.com/fxamacker/cbor/v2"

	"dossier/model"
)

// record is what an index keeps of an entry: all but the text, and what the
// index itself knows.
type record struct {
	Article  model.Article
	Key      string // of the file
	Size     int64
	Stamp    int64
	Stated   string
	Path     string
	People   []string       `cbor:",omitempty"`
	Notices  []model.Notice `cbor:",omitempty"`
	Unknown  []model.Notice `cbor:",omitempty"`
	BodyLine int32          `cbor:",omitempty"`
	IDLine   int32          `cbor:",omitempty"`
	IDTagged bool           `cbor:",omitempty"`
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
	return cbor.Marshal(record{
		Article: e.article, Key: e.file.key(), Size: e.file.size, Stamp: e.file.stamp, Stated: e.stated, Path: e.path,
		People: e.people, Notices: e.notices, Unknown: e.unknown,
		BodyLine: e.origin.bodyLine, IDLine: e.origin.idLine, IDTagged: e.origin.idTagged,
	})
}

// decodeEntry reads what encode wrote.
func decodeEntry(facts []byte) (*entry, error) {
	var r record
	if err := cbor.Unmarshal(facts, &r); err != nil {
		return nil, err
	}
	f := fileOf(r.Key)
	f.size, f.stamp = r.Size, r.Stamp
	return &entry{
		file:   f,
		stated: r.Stated,
		path:   r.Path,
		parsed: parsed{
			article: r.Article, people: r.People, notices: r.Notices, unknown: r.Unknown,
			origin: origin{bodyLine: r.BodyLine, idLine: r.IDLine, idTagged: r.IDTagged},
		},
	}, nil
}
