package terminal

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/model/mark"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/terminal/lane"
	"dossier/ui/wording"
)

// current is the article that the reader looks at.
func (p *program) current() (int32, bool) {
	if p.shelf == nil {
		return 0, false
	}
	if p.focus == inText {
		return p.reader.Article()
	}
	return p.list.Current()
}

// toggleRead marks the article in view, or else under the cursor. Its row stays
// where it is, also under is:unread, until the filter changes.
func (p *program) toggleRead() tea.Cmd {
	i, ok := p.current()
	if !ok || !p.keeps() {
		return nil
	}
	on := !p.shelf.IsRead(i)
	said := message.Say("marked unread")
	if on {
		said = message.Say("marked read")
	}
	return p.keepMark(i, mark.Change{Fact: mark.FactRead, On: on}, said)
}

// markRead marks an article whose text is shown.
func (p *program) markRead(i int32) tea.Cmd {
	if p.kept == nil || p.shelf.IsRead(i) {
		return nil
	}
	return p.keepMark(i, mark.Change{Fact: mark.FactRead, On: true}, "")
}

// toggleStar stars the article in view, or else under the cursor.
func (p *program) toggleStar() tea.Cmd {
	i, ok := p.current()
	if !ok || !p.keeps() {
		return nil
	}
	on := !p.shelf.IsStarred(i)
	said := message.Say("star taken away")
	if on {
		said = message.Say("starred; is:starred lists what is")
	}
	return p.keepMark(i, mark.Change{Fact: mark.FactStar, On: on}, said)
}

// keepMark makes a change to the mark of article i, whose id and content it adds,
// and says so once it is saved.
func (p *program) keepMark(i int32, c mark.Change, said string) tea.Cmd {
	p.shelf.mark(i, c)
	then := p.later(said)
	c.Article = p.shelf.Article(i).ID
	ctx, marks, library := p.ctx, p.kept, p.shelf.library
	return p.chores.add(func() tea.Msg {
		// Without a text the mark is kept all the same; it could not follow the
		// file if that were renamed.
		if text, err := library.Text(ctx, int(i)); err == nil {
			c.Content = mark.Sum(text.Body)
		}
		return saved{marks.Set(c), then}
	})
}

// undone: the latest change of this run was taken back.
type undone struct {
	changes  []mark.Change
	articles []int32 // of the changes; -1 for one that is gone
	err      error
}

// undo takes back what the reader last did to a mark.
func (p *program) undo() tea.Cmd {
	if p.shelf == nil || !p.keeps() {
		return nil
	}
	ctx, marks, index := p.ctx, p.kept, p.shelf.index
	return p.chores.add(func() tea.Msg {
		msg := undone{}
		msg.changes, msg.err = marks.Undo()
		for _, c := range msg.changes {
			i, ok, err := index.ByID(ctx, c.Article)
			if !ok || err != nil {
				i = -1
			}
			msg.articles = append(msg.articles, i)
		}
		return msg
	})
}

func (p *program) onUndone(msg undone) tea.Cmd {
	if len(msg.changes) == 0 {
		return p.refuse(message.Say("nothing that you marked in this run is left to undo"))
	}
	said := ""
	for n, c := range msg.changes {
		name := c.Article
		if i := msg.articles[n]; i >= 0 {
			p.shelf.mark(i, c)
			name = p.shelf.Article(i).Title
		}
		said = message.Say("undone: %s", wording.Undone(c)) + " · " + name
	}
	p.message = ""
	p.onSaved(saved{msg.err, p.later(said)})
	return p.layOutAgain()
}

// resolved: it was found which articles have marks.
type resolved struct {
	id      lane.ID
	marks   search.Marks
	lost    []string // ids with marks that no article has
	changes int      // that the reader had made by then
	cursor  int32    // the article that the reader left last time; -1 if none
	cost    time.Duration
	done    done
}

// resolveShare is the part of the time that may be spent on finding the articles
// of marks again and again, while a dossier is read or changes.
const resolveShare = 10

// resolve finds which articles have marks. It takes a look-up for each mark.
func (p *program) resolve() tea.Cmd {
	if p.kept == nil || p.shelf == nil {
		return nil
	}
	if p.outdated = p.resolving.Busy(); p.outdated {
		return nil
	}
	id, ctx := p.resolving.Begin(p.ctx)
	wait := resolveShare * p.resolveCost
	find := p.finder(len(p.shelf.changes))
	return func() tea.Msg {
		if wait > 0 && !sleep(ctx, wait) {
			return nil
		}
		msg := find()
		msg.id = id
		return msg
	}
}

// finder returns what finds the articles of marks that the first so many changes
// of the reader are in.
func (p *program) finder(changes int) func() resolved {
	ctx, marks, library, cursor := p.ctx, p.kept, p.shelf.library, p.leftWith.Cursor
	return func() resolved {
		msg := resolved{changes: changes, cursor: -1}
		msg.done, _ = p.chores.run().(done)
		began := time.Now()
		index := library.Index()
		var err error
		if msg.marks, msg.lost, err = index.Marks(ctx, marks.All()); err != nil {
			msg.marks = search.Marks{}
		}
		if i, ok, err := index.ByID(ctx, cursor); ok && err == nil && cursor != "" {
			msg.cursor = i
		}
		msg.cost = time.Since(began)
		return msg
	}
}

// resolveNow finds which articles have marks before the first frame, if that
// takes no time; otherwise a command does. It returns the article that the
// reader left last time, -1 if it is not known.
func (p *program) resolveNow() (cursor int32, cmd tea.Cmd) {
	if p.kept == nil {
		return -1, nil
	}
	if len(p.kept.All()) > smallDossier {
		return -1, p.resolve()
	}
	msg := p.finder(0)()
	return msg.cursor, p.takeMarks(msg)
}

func (p *program) onResolved(msg resolved) tea.Cmd {
	cmd := p.onDone(msg.done)
	if !p.resolving.Settle(msg.id) {
		return cmd
	}
	first := !p.known
	cmd = tea.Batch(cmd, p.takeMarks(msg))
	if !first {
		return cmd
	}
	cmd = tea.Batch(cmd, p.goOn(msg.cursor))
	if p.needsMarks() {
		cmd = tea.Batch(cmd, p.ask())
	}
	if i, ok := p.reader.Article(); ok && p.focus == inText {
		cmd = tea.Batch(cmd, p.markRead(i))
	}
	return cmd
}

// takeMarks takes in which articles have marks.
func (p *program) takeMarks(msg resolved) tea.Cmd {
	p.resolveCost, p.lost = msg.cost, msg.lost
	if msg.marks.Read != nil {
		p.known = true
		p.shelf.take(msg.marks, msg.changes)
	}
	// What the list shows of texts was looked for before it was known that the
	// reader's own words are there.
	for i := range p.shelf.marked.Noted.All {
		delete(p.list.Snippets, int32(i))
	}
	cmds := []tea.Cmd{p.layOutAgain(), p.followRenamed(), p.snip()}
	if p.outdated {
		cmds = append(cmds, p.resolve())
	}
	return tea.Batch(cmds...)
}
