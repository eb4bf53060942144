package linear

import (
	"strconv"
	"strings"

	"dossier/ui/message"
)

// menu is numbered choices.
type menu struct {
	items []string
	may   string // what may be answered besides a number, Enter and q
	next  int    // the first item that was not read yet
}

// pageOf is how many items of a menu are read at once where no screen says it.
const pageOf = 10

// page reads the next items.
func (s *session) page(m *menu) {
	for n := 0; m.next < len(m.items); n++ {
		text := strconv.Itoa(m.next+1) + ". " + m.items[m.next]
		if n > 0 && (s.Height <= 0 && n >= pageOf || s.written+s.rows(text) > s.room()) {
			return
		}
		s.line(text)
		m.next++
	}
}

// choose reads items and asks for one of them. Another answer than a number is
// returned as it was typed, with -1. Enter goes on to the next items; behind the
// last one, and by q, it goes back: errBack.
func (s *session) choose(m *menu) (at int, typed string, err error) {
	if m.next == 0 {
		s.page(m)
	}
	for {
		typed, err := s.ask(m.question())
		switch n, isNumber := number(typed); {
		case err != nil:
			return -1, "", err
		case typed == "" && m.next < len(m.items):
			s.page(m)
		case typed == "", isBack(typed):
			return -1, "", errBack
		case !isNumber:
			return -1, typed, nil
		case n < 1 || n > len(m.items):
			s.say("There is no number %d; there are %d.", n, len(m.items))
		default:
			return n - 1, "", nil
		}
	}
}

func (m *menu) question() string {
	rest := message.Say("q back")
	if m.next < len(m.items) {
		rest = message.Say("Enter for more (%d of %d read), q back", m.next, len(m.items))
	}
	if m.may != "" {
		rest = m.may + ", " + rest
	}
	return message.Say("Number to choose, %s", rest)
}

// number is what was typed, if it is digits alone.
func number(typed string) (n int, ok bool) {
	if strings.Trim(typed, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(typed)
	return n, err == nil
}

func isBack(typed string) bool { return typed == "q" || typed == "back" || typed == "quit" }
