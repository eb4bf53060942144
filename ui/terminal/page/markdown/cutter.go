package markdown

import (
	"time"

	"dossier/model"
	"dossier/ui/message"
)

const (
	// aim is when a chunk is long enough: a few screens, parsed in well under
	// a millisecond.
	aim = 4 << 10
	// most is when a chunk is cut at any line end. What goldmark and Glamour
	// need for their worst inputs grows with the square of this.
	most = 16 << 10
	// longestLine is the longest line that is parsed; no cut within a line is
	// safe.
	longestLine = 64 << 10
)

// chunk is a part of the body that is laid out by itself.
type chunk struct {
	start, end int
	form       form
	reason     message.Text // why it is shown as text; empty if it is not
	joined     bool         // goes on where the chunk before ended, in mid-block
}

// form is how a chunk is to be read.
type form uint8

const (
	marked form = iota // as Markdown
	code               // the rest of a fenced block that was cut
	asText             // as it stands: a limit was passed
)

// cutter cuts a body into chunks from the top, where top-level blocks end. It
// reads every line at most twice and looks no further than the chunk at hand.
type cutter struct {
	body     string
	pos, end int
	fence    fence         // the fenced block that pos is in
	cut      bool          // the chunk before ended in mid-block
	work     time.Duration // that laying out what came so far was
	// skip is what is left out, in order: whole top-level blocks, or the beginning
	// of one. Chunks end before it and begin behind it.
	skip []model.Passage
}

// next returns the next chunk; false at the end.
func (c *cutter) next() (chunk, bool) {
	c.pass()
	k := chunk{start: c.pos, joined: c.cut}
	if c.pos >= c.end {
		return chunk{}, false
	}
	if c.work > mostWork {
		k.form, k.reason, k.end = asText, tooMuch, c.limit()
		c.pos, c.fence = k.end, fence{}
		return k, true
	}
	if c.fence.open() {
		return c.rest(k), true
	}
	c.cut = false
	end := c.limit()
	for c.pos < end && c.pos-k.start < aim && !c.cut {
		g := scan(c.body, c.pos, end)
		if g.reason != "" && c.pos > k.start {
			break // the next chunk, by itself
		}
		c.pos, c.cut, c.fence = g.end, g.cut, g.fence
		if g.reason != "" {
			k.form, k.reason, c.fence = asText, g.reason, fence{}
			break
		}
		c.work += g.work
	}
	k.end = c.pos
	return k, true
}

// pass goes on behind what is left out here.
func (c *cutter) pass() {
	for len(c.skip) > 0 && c.skip[0].Start <= c.pos {
		if end := min(c.skip[0].End, c.end); end > c.pos {
			c.pos, c.fence, c.cut = end, fence{}, false
		}
		c.skip = c.skip[1:]
	}
}

// limit is how far a chunk may reach.
func (c *cutter) limit() int {
	if len(c.skip) > 0 {
		return min(c.skip[0].Start, c.end)
	}
	return c.end
}

// rest is the next part of a fenced block that was cut, up to the line that
// closes it. A very long line is a part of its own.
func (c *cutter) rest(k chunk) chunk {
	k.form, k.end, c.cut = code, c.pos, true
	for end := c.limit(); c.pos < end && c.pos-k.start < most; {
		line, next := lineAt(c.body, c.pos, end)
		if len(line) > longestLine {
			if c.pos == k.start {
				k.form, k.reason, k.end, c.pos = asText, longLine, next, next
			}
			return k
		}
		if c.pos = next; c.fence.closes(line) {
			c.fence, c.cut = fence{}, false
			return k
		}
		k.end = c.pos
	}
	return k
}
