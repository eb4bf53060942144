package marks

import (
	"bytes"
	"encoding/json"
	"time"
	"unicode/utf8"

	"dossier/model/clean"
	"dossier/model/mark"
)

// version is that of the records below. One with a greater version is kept as it
// is, and not understood.
const version = 1

// maxSeq bounds sequence numbers to those that every reader of JSON can hold.
const maxSeq = 1 << 53

// kind is what a record sets. The first ones are the facts of a mark.
type kind uint8

const (
	settings = kind(mark.NumFacts) + iota
	view
	numKinds
)

var kindNames = [numKinds]string{"read", "star", "note", "position", "settings", "view"}

// record is one thing that the reader set.
type record struct {
	seq     uint64 // of two records of the same thing, the one with the greater one counts
	at      int64  // when it was set, in Unix seconds
	kind    kind
	key     string // of a mark the article's id, of a view its letter
	content string // mark.Sum of the article's body; empty if not known
	value
	since int64  // of an article that is read, when it was; 0 means at
	order uint64 // its place among those that are read; 0 means seq
	size  int    // of its line, in bytes; 0 if it has none yet
}

// value is what a record's thing is set to: on for read and star, text for a
// note, object for a mark.Position, mark.Settings or mark.View, nil if it was
// taken away.
type value struct {
	on     bool
	text   string
	object any
}

// is reports whether the record sets its thing to a value. Nothing is the same
// as a zero value.
func (r *record) is(v value) bool {
	if r == nil {
		return v == value{}
	}
	return r.value == v
}

// wire is a record in JSON.
type wire struct {
	Version  int           `json:"v"`
	Seq      uint64        `json:"seq"`
	Time     time.Time     `json:"time"`
	Kind     string        `json:"kind"`
	Key      string        `json:"key,omitempty"`
	Content  string        `json:"content,omitempty"`
	On       bool          `json:"on,omitempty"`
	Since    time.Time     `json:"since,omitzero"`
	Order    uint64        `json:"order,omitempty"`
	Text     string        `json:"text,omitempty"`
	Position *wirePosition `json:"position,omitempty"`
	Settings *wireSettings `json:"settings,omitempty"`
	View     *wireView     `json:"view,omitempty"`
}

type wirePosition struct {
	Paragraph int    `json:"paragraph"`
	Into      int    `json:"into,omitempty"`
	Sum       string `json:"sum"`
}

type wireSettings struct {
	Query  string `json:"query,omitempty"`
	Sort   string `json:"sort,omitempty"`
	Focus  string `json:"focus,omitempty"`
	Theme  string `json:"theme,omitempty"`
	Width  int    `json:"width,omitempty"`
	Cursor string `json:"cursor,omitempty"`
}

type wireView struct {
	Name  string `json:"name,omitempty"`
	Query string `json:"query,omitempty"`
}

// encode makes a JSON object of a record, on one line.
func encode(r *record) []byte {
	w := wire{
		Version: version, Seq: r.seq, Time: timeOf(r.at), Kind: kindNames[r.kind], Key: r.key, Content: r.content,
		On: r.on, Since: timeOf(r.since), Order: r.order, Text: r.text,
	}
	switch o := r.object.(type) {
	case mark.Position:
		w.Position = new(wirePosition(o))
	case mark.Settings:
		w.Settings = new(wireSettings(o))
	case mark.View:
		w.View = &wireView{o.Name, o.Query}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // six bytes for every < and > of a note
	if err := e.Encode(w); err != nil {
		panic(err) // strings, numbers and times of this age
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// decode reads a line. It reports false for a record that it does not
// understand, of which the sequence number may be known.
func decode(line []byte) (*record, bool) {
	if r, ok := decodeQuickly(line); ok {
		return r, true
	}
	return decodeJSON(line)
}

func decodeJSON(line []byte) (*record, bool) {
	var w wire
	if err := json.Unmarshal(line, &w); err != nil || w.Seq == 0 || w.Seq > maxSeq {
		return &record{size: len(line)}, false
	}
	r := &record{
		seq: w.Seq, at: secondsOf(w.Time), kind: kindOf(w.Kind), key: tidy(w.Key), content: tidy(w.Content),
		since: secondsOf(w.Since), order: w.Order, size: len(line),
	}
	if w.Version > version || r.kind == numKinds {
		return r, false
	}
	return r, r.setValue(&w)
}

// setValue takes the value over that belongs to the record's kind. What another
// program left here is cleaned like anything foreign.
func (r *record) setValue(w *wire) bool {
	switch r.kind {
	case kind(mark.FactRead), kind(mark.FactStar):
		r.on = w.On
	case kind(mark.FactNote):
		r.text = clean.Text(w.Text)
	case kind(mark.FactPosition):
		if w.Position != nil {
			w.Position.Sum = tidy(w.Position.Sum)
			r.object = mark.Position(*w.Position)
		}
	case settings:
		if w.Settings != nil {
			r.object = cleanSettings(mark.Settings(*w.Settings))
		}
	case view:
		letter, size := utf8.DecodeRuneInString(r.key)
		if w.View != nil {
			r.object = cleanView(mark.View{Letter: letter, Name: w.View.Name, Query: w.View.Query})
		}
		return size > 0 && size == len(r.key)
	}
	return true
}

func cleanSettings(s mark.Settings) mark.Settings {
	for _, text := range []*string{&s.Query, &s.Sort, &s.Focus, &s.Theme, &s.Cursor} {
		*text = clean.Line(*text)
	}
	return s
}

// tidy cleans ids and checksums, which are clean unless somebody meant harm.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	return clean.Line(s)
}

func isTidy(s string) bool { return clean.Printable(s) == len(s) }

func kindOf(name string) kind {
	for k, n := range kindNames {
		if n == name {
			return kind(k)
		}
	}
	return numKinds
}

// timeOf is zero for zero seconds, which nobody means.
func timeOf(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// secondsOf takes a time that a clock cannot show, or JSON cannot hold, for the
// nearest that they can.
func secondsOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return min(max(t.Unix(), 1), lastSecond)
}

const lastSecond = 253402300799 // of the year 9999
