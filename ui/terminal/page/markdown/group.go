package markdown

import (
	"strings"
	"time"

	"dossier/ui/message"
)

// group is a run of lines that must be parsed together: up to a blank line
// after which a new top-level block begins.
type group struct {
	end    int
	cut    bool          // it was too long and ends in mid-block
	fence  fence         // the fenced block it ends in, if it was cut
	reason message.Text  // why it must not be parsed; empty if it may
	work   time.Duration // that parsing it is
}

// scanner reads a group line by line.
type scanner struct {
	group
	limits
	html  string // what ends the HTML block that we are in
	blank bool   // the line before was blank
	some  bool   // there was a line that was not
	list  bool   // the first such line was an item's
}

// scan returns the group that begins at start.
func scan(body string, start, end int) group {
	s := scanner{group: group{end: start}}
	for s.end < end {
		line, next := lineAt(body, s.end, end)
		if s.blank && s.some && !s.inside() && s.ends(line, s.end-start) {
			break
		}
		s.read(line)
		s.end = next
		if size := s.end - start; size >= most && !s.inTable() || size >= mostText {
			s.cut = true
			break
		}
	}
	if !s.cut {
		s.fence = fence{}
	}
	s.reason, s.work = s.verdict(), s.parsing(s.end-start)
	return s.group
}

func (s *scanner) inside() bool { return s.fence.open() || s.html != "" }

func (s *scanner) read(line string) {
	s.blank = strings.TrimLeft(line, " \t") == ""
	s.list = s.list || !s.some && item(line)
	s.some = s.some || !s.blank
	s.longest = max(s.longest, len(line))
	switch {
	case len(line) > longestLine:
	case s.fence.open():
		if s.fence.closes(line) {
			s.fence = fence{}
		}
	case s.html != "":
		if containsFold(line, s.html) {
			s.html = ""
		}
	case s.blank:
		s.limits.block()
	default:
		if s.fence = fenceOf(line); !s.fence.open() {
			s.html = htmlEnd(line)
			s.limits.line(line)
		}
	}
}

// lineAt returns the line at pos without its end, and where the next begins.
func lineAt(body string, pos, end int) (string, int) {
	if i := strings.IndexByte(body[pos:end], '\n'); i >= 0 {
		return body[pos : pos+i], pos + i + 1
	}
	return body[pos:end], end
}

// ends reports whether a line after a blank one begins a new top-level block.
// An item may go on the list before it, which is not cut while it is short.
func (s *scanner) ends(line string, size int) bool {
	if line == "" || strings.IndexByte(" \t:", line[0]) >= 0 {
		return false
	}
	return size >= aim || !s.list || !item(line)
}

func item(line string) bool { return marker(line) > 0 && line[0] != '>' }

// fence is an open fenced code block.
type fence struct {
	mark byte // ` or ~; 0 if there is none
	len  int
}

func (f fence) open() bool { return f.mark != 0 }

// fenceOf returns the fence that a line opens. Only one without indent counts:
// that alone is sure to be no part of a list.
func fenceOf(line string) fence {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return fence{}
	}
	n := len(line) - len(strings.TrimLeft(line, line[:1]))
	if n < 3 || line[0] == '`' && strings.IndexByte(line[n:], '`') >= 0 {
		return fence{}
	}
	return fence{line[0], n}
}

// closes reports whether a line ends the fenced block.
func (f fence) closes(line string) bool {
	line = strings.TrimRight(line, " \t")
	trimmed := strings.TrimLeft(line, " ")
	return len(line)-len(trimmed) < 4 && len(trimmed) >= f.len && strings.Trim(trimmed, string(f.mark)) == ""
}

// htmlEnds are the HTML blocks that blank lines do not end.
var htmlEnds = [...][2]string{{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"},
	{"<pre", "</pre>"}, {"<textarea", "</textarea>"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}}

// htmlEnd returns what ends the HTML block that a line opens; empty if it opens
// none or ends it itself.
func htmlEnd(line string) string {
	line = strings.TrimLeft(line, " ")
	if line == "" || line[0] != '<' {
		return ""
	}
	for _, h := range htmlEnds {
		if len(line) >= len(h[0]) && strings.EqualFold(line[:len(h[0])], h[0]) && !containsFold(line[len(h[0]):], h[1]) {
			return h[1]
		}
	}
	return ""
}

func containsFold(line, part string) bool {
	for i := strings.IndexByte(line, part[0]); i >= 0; {
		line = line[i:]
		if len(line) >= len(part) && strings.EqualFold(line[:len(part)], part) {
			return true
		}
		line = line[1:]
		i = strings.IndexByte(line, part[0])
	}
	return false
}
