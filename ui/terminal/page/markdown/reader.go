package markdown

import "bytes"

// reader goes through what Glamour made, and knows the look of the text at
// hand.
type reader struct {
	rest  []byte
	state []byte            // the sequences since the last reset
	looks map[string]string // one string for each look
}

// sequence takes the sequence that the rest begins with; false if there is
// none. Sequences other than for looks are dropped.
func (r *reader) sequence() bool {
	if r.rest[0] != '\x1b' {
		return false
	}
	n := 2
	if len(r.rest) > 1 && r.rest[1] == ']' {
		n = endOf(r.rest)
	} else {
		for n < len(r.rest) && (r.rest[n-1] < 0x40 || n == 2 && r.rest[1] == '[') {
			n++
		}
		r.sgr(r.rest[:min(n, len(r.rest))])
	}
	r.rest = r.rest[min(n, len(r.rest)):]
	return true
}

func (r *reader) sgr(s []byte) {
	switch {
	case len(s) < 3 || s[len(s)-1] != 'm':
	case len(s) == 3 || string(s) == "\x1b[0m":
		r.state = r.state[:0]
	default:
		r.state = append(r.state, s...)
	}
}

// endOf is the length of the OSC sequence that s begins with.
func endOf(s []byte) int {
	if i := bytes.IndexAny(s[1:], "\a\x1b"); i >= 0 {
		if s[1+i] == '\x1b' {
			i++
		}
		return i + 2
	}
	return len(s)
}

// look is what turns the look of the text at hand on.
func (r *reader) look() string {
	if s, ok := r.looks[string(r.state)]; ok {
		return s
	}
	if r.looks == nil {
		r.looks = map[string]string{}
	}
	s := string(r.state)
	r.looks[s] = s
	return s
}
