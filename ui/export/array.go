package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// Array writes a JSON array a value at a time, so that no answer has to fit
// into the memory. It is laid out for people, as [Encode] does.
type Array struct {
	w      io.Writer
	indent string
	begun  bool
}

// NewArray begins an array on w.
func NewArray(w io.Writer) *Array { return &Array{w: w} }

// Add writes one value.
func (a *Array) Add(v any) error {
	before := ",\n"
	if !a.begun {
		before = "[\n"
	}
	a.begun = true
	text, err := encoded(v, a.indent+"  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(a.w, before+a.indent+"  "+text)
	return err
}

// Close ends the array.
func (a *Array) Close() error {
	end := "[]"
	if a.begun {
		end = "\n" + a.indent + "]"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

// Encode writes a value as JSON that people can read too.
func Encode(w io.Writer, v any) error {
	text, err := encoded(v, "")
	if err == nil {
		_, err = io.WriteString(w, text+"\n")
	}
	return err
}

func encoded(v any, indent string) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(indent, "  ")
	err := e.Encode(v)
	return string(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), err
}
