package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/ui/message"
)

// command is something that can be asked for: by the key that it has in the
// reader on the screen, or by a word.
type command struct {
	keys []string
	help message.Text
	do   func(s *session, rest string) error // rest is what was typed behind the key
}

// everywhere are the commands that mean the same in list and article.
func everywhere() []command {
	return []command{
		{[]string{"v", "vendors"}, "who cut ties, and when", (*session).vendors},
		{[]string{"s", "star"}, "star or not; behind it a number of the list", (*session).star},
		{[]string{"m", "mark"}, "mark read or unread", (*session).markRead},
		{[]string{"a", "note"}, "read the note and write another; or a and the note at once", (*session).note},
		{[]string{"u", "undo"}, "take back what you last marked in this run", (*session).undo},
		{[]string{"e", "evidence"}, "evidence: who cut ties, in whose words", (*session).evidence},
		{[]string{"i", "facts"}, "facts of the article", (*session).facts},
		{[]string{"'", "view"}, "saved views: ' and its letter opens one; ' lists, saves and drops them", (*session).views},
		{[]string{"!", "notices"}, "notices", (*session).notices},
		{[]string{"?", "h", "help"}, "this help", nil},
		{[]string{"q", "quit", "back"}, "back; quit at the list", func(*session, string) error { return errBack }},
	}
}

// obey does what was typed: an answer without words, a number, or a command.
func (s *session) obey(typed string, here []command, enter func() error, to func(int) error) error {
	if typed == "" {
		return enter()
	}
	if n, ok := number(typed); ok {
		return to(n)
	}
	all := append(here, everywhere()...)
	key, rest := parted(typed)
	for _, c := range all {
		for _, k := range c.keys {
			switch {
			case k != key:
			case c.do == nil:
				return s.help(all)
			default:
				return c.do(s, rest)
			}
		}
	}
	s.say("There is no command %s here; ? lists them.", key)
	return nil
}

// parted is the command of what was typed and the rest. A sign such as / needs no
// space behind it.
func parted(typed string) (key, rest string) {
	r, size := utf8.DecodeRuneInString(typed)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return typed[:size], strings.TrimSpace(typed[size:])
	}
	key, rest, _ = strings.Cut(typed, " ")
	return key, strings.TrimSpace(rest)
}

func (s *session) help(all []command) error {
	lines := []string{
		message.Say("Type a letter, or its word, and Enter."),
		message.Say("Enter alone: read on."),
		message.Say("A number: the article, or the choice, with that number."),
	}
	for _, c := range all {
		lines = append(lines, strings.Join(c.keys, ", ")+": "+c.help.String()+".")
	}
	return s.recite(lines)
}
