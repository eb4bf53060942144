package marks

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"dossier/model/clean"
)

// parseExport reads what Export wrote. An error names the line.
func parseExport(raw []byte) ([]*record, error) {
	file := part{raw, 0}
	var top struct {
		portable
		Articles []json.RawMessage `json:"articles"`
		Views    []json.RawMessage `json:"views"`
	}
	if err := file.decode(&top); err != nil {
		return nil, err
	}
	switch {
	case top.Schema > schema:
		return nil, file.errorAt(`"schema"`, fmt.Errorf("schema %d is that of a newer dossier; this one reads up to %d", top.Schema, schema))
	case top.Schema < 1:
		return nil, file.errorAt(`"schema"`, errors.New(`it has no "schema"; is it an export of marks?`))
	}
	articles, err := parseEach(file, top.Articles, parseArticle)
	if err != nil {
		return nil, err
	}
	views, err := parseEach(file, top.Views, parseView)
	return append(articles, views...), err
}

func parseArticle(p part) ([]*record, error) {
	var a portableArticle
	if err := p.decode(&a); err != nil {
		return nil, err
	}
	all, err := a.records()
	return all, p.wrap(err)
}

func parseView(p part) ([]*record, error) {
	var v portableView
	if err := p.decode(&v); err != nil {
		return nil, err
	}
	r, err := v.record()
	return []*record{r}, p.wrap(err)
}

// parseEach parses the parts of a list, which stand in the file in that order.
func parseEach(file part, list []json.RawMessage, parse func(part) ([]*record, error)) (all []*record, err error) {
	at, line := 0, 0
	for _, raw := range list {
		next := at + max(bytes.Index(file.raw[at:], raw), 0)
		line += bytes.Count(file.raw[at:next], []byte("\n"))
		records, err := parse(part{raw, line})
		if err != nil {
			return nil, err
		}
		all = append(all, records...)
		at, line = next+len(raw), line+bytes.Count(raw, []byte("\n"))
	}
	return all, nil
}

// part is JSON that stands in a file below so many lines.
type part struct {
	raw  []byte
	line int
}

// decode is strict: a misspelt key must not lose a mark.
func (p part) decode(into any) error {
	d := json.NewDecoder(bytes.NewReader(p.raw))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, err := d.Token(); err != io.EOF {
			return p.errorAtByte(int(d.InputOffset()), errors.New("there is more behind the end"))
		}
		return nil
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var moment *time.ParseError
	switch {
	case errors.As(err, &syntax):
		return p.errorAtByte(int(syntax.Offset), fmt.Errorf("this is no JSON: %w", err))
	case errors.As(err, &kind):
		return p.errorAtByte(int(kind.Offset), fmt.Errorf("%s takes %s, and is of type %s", cmp.Or(kind.Field, "this"), wanted(kind.Type), kind.Value))
	case errors.As(err, &moment):
		value := strings.Trim(moment.Value, `"`)
		return p.errorAt(value, fmt.Errorf("%q is no time like 2026-01-31T12:00:00Z", value))
	case strings.HasPrefix(err.Error(), unknownKey):
		key := strings.TrimPrefix(err.Error(), unknownKey)
		return p.errorAt(key, fmt.Errorf("nobody knows the key %s; correct it or take it out", key))
	}
	return p.errorAtByte(len(p.raw), fmt.Errorf("this is no whole JSON: %w", err))
}

// unknownKey begins the one error of encoding/json that has no type.
const unknownKey = "json: unknown field "

func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	return "text"
}

// wrap says on which line the part begins.
func (p part) wrap(err error) error {
	if err == nil {
		return nil
	}
	return p.errorAtByte(0, err)
}

// errorAt says on which line something stands.
func (p part) errorAt(what string, err error) error {
	return p.errorAtByte(max(bytes.Index(p.raw, []byte(what)), 0), err)
}

func (p part) errorAtByte(at int, err error) error {
	line := p.line + 1 + bytes.Count(p.raw[:min(at, len(p.raw))], []byte("\n"))
	return errors.New(clean.Line(fmt.Sprintf("line %d: %v", line, err)))
}
