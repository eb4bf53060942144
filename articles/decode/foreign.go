package decode

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// Bytes that are no UTF-8 may be UTF-8 that was damaged, another encoding, or
// lines of both, as where texts were put together. Sound sequences of several
// bytes hardly occur by chance in another encoding.
const (
	soundEach = 4 // sound sequences for each bad byte: then the bad ones are an accident
	soundLine = 8 // sound sequences, and no bad byte, that make a line UTF-8 for certain
)

// foreign decodes what is no UTF-8.
func foreign(raw []byte, said encoding.Encoding) (Text, error) {
	if soundness(raw).isDamaged() {
		return damaged(raw), nil
	}
	others, first, certain := otherLines(raw)
	g := named(said)
	if said == nil {
		g = guess(others)
	}
	if first > 0 && (certain || g.family == western) {
		return mixed(raw, g, first)
	}
	if first > 0 && said == nil {
		g = guess(raw)
	}
	t, err := convert(g.enc, g.name, raw)
	if g.doubtful || first > 0 {
		t.doubt(g.name)
	}
	return t, err
}

// doubt tells that a text may be in another encoding.
func (t *Text) doubt(name string) {
	t.Faults = append(t.Faults, Fault{0, fmt.Sprintf("nothing says how it is encoded, and it is read as %s, which may be wrong; save it as UTF-8", name)})
}

// sound counts the sequences of several bytes that are UTF-8, and the bytes that
// are none.
type sound struct{ good, bad int }

func (s sound) isDamaged() bool { return s.good > 0 && s.good >= soundEach*s.bad }

func soundness(b []byte) (s sound) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		switch _, n := utf8.DecodeRune(b[i:]); {
		case n > 1:
			s.good++
			i += n
		case s.good > 0 && !utf8.FullRune(b[i:]):
			return s // the file was cut inside a character
		default:
			s.bad++
			i++
		}
	}
	return s
}

// otherLines are the lines that are no UTF-8, and the number of the first one of
// them if there are lines that are, for certain or likely. Lines in ASCII are
// neither. Without such lines the others are all.
func otherLines(raw []byte) (others []byte, first int, certain bool) {
	n, utf8Lines := 0, false
	for line := range bytes.Lines(raw) {
		n++
		switch s := soundness(line); {
		case s.isDamaged():
			utf8Lines = true
			certain = certain || s.bad == 0 && s.good >= soundLine
		case s.bad > 0:
			if first == 0 {
				first = n
			}
			others = append(others, line...)
		}
	}
	if !utf8Lines {
		return raw, 0, false
	}
	return others, first, certain
}

// mixed decodes line by line.
func mixed(raw []byte, g guessed, first int) (Text, error) {
	var all strings.Builder
	for line := range bytes.Lines(raw) {
		if s := soundness(line); s.isDamaged() || s.bad == 0 {
			all.WriteString(strings.ToValidUTF8(string(line), "\ufffd"))
			continue
		}
		out, err := g.enc.NewDecoder().Bytes(line)
		if err != nil {
			return Text{}, err
		}
		all.WriteString(strings.ToValidUTF8(string(out), "\ufffd"))
	}
	t := Text{UTF8: all.String()}
	t.Faults = []Fault{{first, "this line is not in UTF-8, as others are, and is read as " + g.name + "; save the file as UTF-8"}}
	return t, nil
}
