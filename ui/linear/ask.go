package linear

import (
	"bufio"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dossier/model/clean"
	"dossier/ui/message"
)

// mostTyped bounds an answer, in bytes: what is longer was meant for another
// program.
const mostTyped = 64 << 10

// readLines reads answers in the background, so that an interrupt need not wait
// for the next one. The channel is closed at their end.
func readLines(in io.Reader) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		scanner := bufio.NewScanner(in)
		scanner.Buffer(nil, mostTyped)
		for scanner.Scan() {
			lines <- scanner.Text()
		}
	}()
	return lines
}

// say writes a message as a line.
func (s *session) say(t message.Text, values ...any) { s.line(message.Say(t, values...)) }

// line is the one door out: whatever foreign text is in it, it is one line.
func (s *session) line(text string) {
	text = strings.TrimRight(clean.Line(text), " ")
	s.written += s.rows(text)
	s.out.WriteString(text + "\n")
}

// rows is how many lines of the screen a text takes.
func (s *session) rows(text string) int {
	if s.Width <= 0 {
		return 1
	}
	return max(1, (ansi.StringWidth(text)+s.Width-1)/s.Width)
}

// longestQuestion is the width of one, in cells.
const longestQuestion = 120

// room is how many lines may be written before the next question, which has a
// blank line above it and one below for the answer; where nothing scrolls away
// there is no end of it.
func (s *session) room() int {
	if s.Height <= 0 {
		return 1 << 30
	}
	return max(s.Height-s.rows(strings.Repeat("x", longestQuestion))-2, 1)
}

// ask puts a question that says what may be answered, and returns the answer. Its
// error ends the talk.
func (s *session) ask(question string) (string, error) {
	s.keepWhere()
	s.line("")
	s.line(question)
	s.out.WriteString("> ")
	if err := s.out.Flush(); err != nil {
		return "", err
	}
	select {
	case <-s.ctx.Done():
		s.out.WriteString("\n")
		return "", s.ctx.Err()
	case typed, ok := <-s.lines:
		if !ok {
			s.out.WriteString("\n")
			return "", io.EOF
		}
		typed = strings.TrimSpace(clean.Line(typed))
		if !s.Keyboard {
			s.out.WriteString(typed + "\n")
		}
		s.written = 0
		return typed, nil
	}
}

// more asks whether to go on where the screen is full. It returns false if the
// reader has enough.
func (s *session) more(next string) (bool, error) {
	if s.written == 0 || s.written+s.rows(next) <= s.room() {
		return true, nil
	}
	typed, err := s.ask(message.Say("Enter for more, q to stop"))
	return typed != "q", err
}

// recite writes lines, a screen at a time.
func (s *session) recite(lines []string) error {
	for _, l := range lines {
		on, err := s.more(l)
		if err != nil || !on {
			return err
		}
		s.line(l)
	}
	return nil
}
