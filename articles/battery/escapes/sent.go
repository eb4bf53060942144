package escapes

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sent is what a program wrote to a terminal that it draws on, by kinds of
// sequences. What a program does on a harmless dossier is what it may do.
type Sent struct {
	text  strings.Builder
	kinds map[string]string // with one of each
	told  []string          // of titles, targets and clipboards
	err   error
}

// Listen takes apart what was written.
func Listen(s string) *Sent {
	l := &Sent{kinds: map[string]string{}}
	for s != "" {
		n := sequence(s)
		switch r, size := utf8.DecodeRuneInString(s); {
		case n > 0:
			l.hear(s[:n])
		case r < ' ' && r != '\n' || r == 0x7f:
			n = size
			l.kinds[fmt.Sprintf("%U", r)] = s[:n]
		default:
			n = size
			l.text.WriteString(s[:n])
		}
		s = s[n:]
	}
	return l
}

// sequence is the length of the escape sequence that s begins with, or 0.
func sequence(s string) int {
	if len(s) < 2 || s[0] != 0x1b {
		return 0
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= '@' && s[i] <= '~' {
				return i + 1
			}
		}
	case ']', 'P', '_', '^', 'X', 'k':
		for i := 2; i < len(s); i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if strings.HasPrefix(s[i:], "\x1b\\") {
				return i + 2
			}
		}
	default:
		for i := 1; i < len(s); i++ {
			if s[i] >= '0' {
				return i + 1
			}
		}
	}
	return len(s)
}

func (l *Sent) hear(s string) {
	kind := s
	switch final := s[len(s)-1]; {
	case len(s) < 3 || s[1] == '[' && (s[2] == '?' || s[2] == '>'): // modes, and what is asked for
	case s[1] == '[' && final == 'm' && sgr(s) == 0:
		l.blame("a foreign look", s)
	case s[1] == '[' && strings.IndexByte("mABCDEFGHJKLMPSTX@`adefbr", final) >= 0:
		kind = "\x1b[" + string(final)
	case s[1] == ']':
		kind = l.command(s)
	}
	l.kinds[kind] = s
}

// command is the number of an OSC sequence. What it tells is judged.
func (l *Sent) command(s string) string {
	told := strings.TrimSuffix(strings.TrimSuffix(s[2:], "\a"), "\x1b\\")
	if len(told) == len(s)-2 {
		l.blame("no end", s)
	}
	number, told, _ := strings.Cut(told, ";")
	switch number {
	case "0", "1", "2":
		l.own(told, s)
	case "8":
		_, told, _ = strings.Cut(told, ";")
		if told != "" && !Target(told) {
			l.blame("a foreign target", s)
		}
	case "52":
		_, told, _ = strings.Cut(told, ";")
		decoded, err := base64.StdEncoding.DecodeString(told)
		if told = string(decoded); err != nil {
			l.blame("no base64", s)
		}
		l.own(told, s)
	default:
		return s
	}
	if err := Plain(told); err != nil || strings.Contains(told, "\n") {
		l.blame("no plain line", s)
	}
	l.told = append(l.told, told)
	return "\x1b]" + number
}

// own blames a title or a clipboard that is not one of the program's: empty, its
// name, or what stands in some place.
func (l *Sent) own(told, s string) {
	if told != "" && told != "dossier" && !strings.Contains(told, Tell) {
		l.blame("nothing of ours", s)
	}
}

func (l *Sent) blame(why, what string) {
	if l.err == nil {
		l.err = fmt.Errorf("%s: %q", why, what)
	}
}

// Told reports whether a title, a target or a clipboard was ever this.
func (l *Sent) Told(what string) bool {
	for _, t := range l.told {
		if strings.Contains(t, what) {
			return true
		}
	}
	return false
}

// Judge fails if something was sent that is never sent otherwise, or told that no
// terminal should be told.
func (l *Sent) Judge(otherwise *Sent) error {
	for kind, one := range l.kinds {
		if _, known := otherwise.kinds[kind]; !known && !moves(kind) {
			return fmt.Errorf("%q is never sent otherwise", one)
		}
	}
	if l.err != nil {
		return l.err
	}
	return Plain(l.text.String())
}

// moves reports what draws, which depends on what is on the screen, and what is
// judged by what it tells.
func moves(kind string) bool {
	return strings.HasPrefix(kind, "\x1b[") && len(kind) == 3 || kind == "\x1bM" || slices.Contains([]string{"\x1b]0", "\x1b]1", "\x1b]2", "\x1b]8", "\x1b]52"}, kind)
}
