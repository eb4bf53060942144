package terminal

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/reader"
)

// counting is that a number was begun in the article, which says which link the
// next key is for, or how often it counts.
type counting struct {
	typed string
	links []page.Link // in view, which bear their numbers meanwhile
}

// mostCounted bounds how often a key counts.
const mostCounted = 9999

// count begins a number with the digit that was pressed.
func (p *program) count() tea.Cmd {
	p.counting = &counting{links: p.reader.Links()}
	p.numberLinks()
	p.onDigit(p.pressed)
	return nil
}

// onDigit takes a digit into the number that is being typed; false if the key is
// none.
func (p *program) onDigit(key string) bool {
	if len(key) != 1 || key[0] < '0' || key[0] > '9' {
		return false
	}
	c := p.counting
	if n, _ := strconv.Atoi(c.typed + key); n <= mostCounted {
		c.typed += key
	}
	p.message = message.Say("%s▏ %s moves so far", c.typed, p.keyFor("down"))
	if len(c.links) > 0 {
		p.message = message.Say("%s▏ %s opens that link, %s copies it, %s moves so far",
			c.typed, p.keyFor("open-link"), p.keyFor("copy"), p.keyFor("down"))
	}
	return true
}

// onCountedKey does what a key behind a number does; esc and what is no key here
// drop the number.
func (p *program) onCountedKey(key string) tea.Cmd {
	if p.onDigit(key) {
		return nil
	}
	n, _ := strconv.Atoi(p.counting.typed)
	links := p.counting.links
	p.endHints()
	if b := p.match(inText, key); b != nil && b.action != "close" {
		return p.counted(b, n, links)
	}
	return nil
}

// numberLinks shows the number of each link in view.
func (p *program) numberLinks() {
	for i, l := range p.counting.links {
		at := model.Passage{Start: l.Start, End: l.End}
		p.reader.Hints = append(p.reader.Hints, reader.Hint{At: at, Label: strconv.Itoa(i + 1)})
	}
}

// counted does what a key does, as a number before it says: o and y mean the link
// with that number, a key that moves goes so often as far.
func (p *program) counted(b *binding, n int, links []page.Link) tea.Cmd {
	switch {
	case b.action == "open-link", b.action == "copy":
		if n > len(links) {
			return p.refuse(message.Say("there is no link %d in view", n))
		}
		l := links[n-1]
		switch {
		case b.action == "open-link":
			return p.follow(l)
		case l.Within:
			return p.refuse(message.Say("%s leads to a place in this article: there is nothing to copy", l.Text))
		}
		return p.copyText(message.Say("Link"), l.URL)
	case b.action == "next-article":
		return p.step(n, nil)
	case b.action == "previous-article":
		return p.step(-n, nil)
	case !slices.Contains(countable, b.action):
		return b.do(p)
	}
	var cmds []tea.Cmd
	for range n {
		cmds = append(cmds, b.do(p))
	}
	return tea.Batch(cmds...)
}

// countable are the actions that may be done several times at once.
var countable = []action{"down", "up", "half-page-down", "half-page-up", "page-down", "page-up",
	"next-hit", "previous-hit", "next-heading", "previous-heading"}
