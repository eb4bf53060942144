package terminal

import (
	"context"
	"path"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"dossier/model/clean"
	"dossier/model/fold"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/links"
	"dossier/ui/terminal/page"
)

// Opener hands an address to a program of the system. It is asked for nothing
// but what the reader said yes to.
type Opener interface {
	// Name is what that program is called.
	Name() string
	// Open hands it the address: of http, https or mailto.
	Open(ctx context.Context, address string) error
}

// led: the article that a link leads to was looked for.
type led struct {
	id      lane.ID
	target  links.Target
	article int32 // -1 if the dossier has none at that path
	found   bool
}

// placed: the heading that a link leads to was looked for.
type placed struct {
	id lane.ID
	at int // a byte of the body; -1 if no heading is meant
}

// handed: an address was given to the system, or could not be.
type handed struct{ err error }

// openLink shows where the article's own address leads.
func (p *program) openLink() tea.Cmd {
	i, ok := p.current()
	if !ok {
		return nil
	}
	a := p.shelf.Article(i)
	if a.URL == "" {
		return p.refuse(message.Say("no address is known of this article"))
	}
	return p.followLink(a.Title, a.URL)
}

// follow goes where a link of the text leads.
func (p *program) follow(l page.Link) tea.Cmd {
	if !l.Within {
		return p.followLink(l.Text, l.URL)
	}
	i, _ := p.reader.Article()
	p.leaveTrail(nil, i)
	p.reader.BringIntoView(l.To)
	p.message = message.Say("%s goes back to where you were", p.keyFor("retrace"))
	p.sayWaiting()
	return nil
}

// followLink goes to another article of the dossier or to a place in this one.
// Of any other target it shows what it is, and asks.
func (p *program) followLink(text, url string) tea.Cmd {
	i, ok := p.reader.Article()
	if !ok {
		i, ok = p.list.Current()
	}
	if !ok {
		return nil
	}
	t := links.Parse(url, p.shelf.Article(i).Path)
	switch t.Kind {
	case links.Article:
		return p.findArticle(t)
	case links.Fragment:
		return p.findHeading(t.Fragment)
	}
	return p.showPanel(p.linkPanel(text, t))
}

// linkPanel says where a link really leads; enter opens it.
func (p *program) linkPanel(text string, t links.Target) *panel {
	pl := &panel{title: message.Say("Link · %s", clean.Line(text)), hints: choosing(message.Say("key|choose"))}
	var does []func() tea.Cmd
	if t.Kind == links.Refused {
		pl.items = append(pl.items, item{heading: message.Say("This link is not opened: %s.", t.Reason), text: t.Address, note: message.Say("enter copies it")})
		does = append(does, func() tea.Cmd { return p.copyText(message.Say("Link"), t.Address) })
	} else {
		pl.items = append(pl.items,
			item{heading: message.Say("Open %s", t.Host), text: t.Address, note: strings.Join(p.linkNotes(t), "\n")},
			item{heading: message.Say("Copy the link")})
		does = append(does,
			func() tea.Cmd { return p.hand(t) },
			func() tea.Cmd { return p.copyText(message.Say("Link"), t.Address) })
	}
	pl.choose = func(at int) tea.Cmd { return does[at]() }
	return pl
}

// linkNotes are what to know before a link is opened.
func (p *program) linkNotes(t links.Target) []string {
	var notes []string
	if t.Written != "" {
		notes = append(notes, message.Say("Beware: the text writes the host %s, in letters that may look like others.", t.Written))
	}
	if t.Login != "" {
		notes = append(notes, message.Say("Beware: %s is no host, but a name to log in with at %s.", t.Login, t.Host))
	}
	return append(notes, message.Say("enter hands it to %s; this program itself connects to nothing", p.browser().Name()))
}

func (p *program) browser() Opener {
	if p.options.Browser != nil {
		return p.options.Browser
	}
	return links.System{}
}

func (p *program) hand(t links.Target) tea.Cmd {
	browser, ctx := p.browser(), p.ctx
	p.message = message.Say("handed to %s", browser.Name())
	return func() tea.Msg { return handed{browser.Open(ctx, t.Address)} }
}

func (p *program) onHanded(msg handed) tea.Cmd {
	if msg.err != nil {
		p.refuse(msg.err.Error())
	}
	return nil
}

// findArticle looks for the article at a path.
func (p *program) findArticle(t links.Target) tea.Cmd {
	id, ctx := p.looking.Begin(p.ctx)
	index := p.shelf.index
	return func() tea.Msg {
		i, ok := articleAt(ctx, index, t.Path)
		if ctx.Err() != nil {
			return nil
		}
		return led{id, t, i, ok}
	}
}

// articleAt is the article whose file is at a path. Mostly its id is the path
// without its ending; to look at every article costs seconds where there are
// many.
func articleAt(ctx context.Context, index *search.Index, file string) (int32, bool) {
	for _, name := range [...]string{strings.TrimSuffix(file, path.Ext(file)), file} {
		i, ok, err := index.ByID(ctx, name)
		if err == nil && ok && links.Leads(file, index.Dossier().Article(int(i)).Path) {
			return i, true
		}
	}
	for i := int32(0); int(i) < index.Len() && ctx.Err() == nil; i++ {
		if index.Has(i) && links.Leads(file, index.Dossier().Article(int(i)).Path) {
			return i, true
		}
	}
	return 0, false
}

func (p *program) onLed(msg led) tea.Cmd {
	if !p.looking.Settle(msg.id) {
		return nil
	}
	if !msg.found {
		return p.refuse(message.Say("%s is no article of this dossier", clean.Line(msg.target.Path)))
	}
	return p.jump(nil, msg.article, target{at: whereLeft})
}

// findHeading looks for the heading that a fragment names.
func (p *program) findHeading(fragment string) tea.Cmd {
	t := p.reader.Text()
	if t == nil {
		return nil
	}
	id, ctx := p.looking.Begin(p.ctx)
	return func() tea.Msg {
		s, err := t.Survey(ctx)
		if err != nil {
			return nil
		}
		return placed{id, headingNamed(s.Headings, fragment)}
	}
}

// headingNamed is where a heading stands whose letters and digits are those of a
// fragment; there are many ways to make one of the other.
func headingNamed(headings []page.Heading, fragment string) int {
	want := lettersOf(fragment)
	for _, h := range headings {
		if lettersOf(h.Text) == want {
			return h.Offset
		}
	}
	return -1
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, fold.String(s))
}

func (p *program) onPlaced(msg placed) tea.Cmd {
	if !p.looking.Settle(msg.id) || p.focus != inText {
		return nil
	}
	if msg.at < 0 {
		return p.refuse(message.Say("no heading of this article is meant"))
	}
	i, _ := p.reader.Article()
	p.leaveTrail(nil, i)
	p.reader.GoTo(msg.at)
	p.sayWaiting()
	return nil
}
