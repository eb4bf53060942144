package terminal

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/fault"
	"dossier/model/mark"
	"dossier/ui/message"
	"dossier/ui/terminal/lane"
	"dossier/ui/wording"
)

// Marks is what the reader leaves behind in a dossier. Methods that return an
// error may wait for the disk, so only commands call them; what they were told
// counts all the same where it could not be saved. The others tell what is in
// memory.
type Marks interface {
	// All returns what was left on each article that has any, by id.
	All() map[string]mark.Mark
	Get(article string) mark.Mark
	// Set makes changes, which are one step for Undo.
	Set(changes ...mark.Change) error
	// Undo takes the latest step of this run back, and returns how.
	Undo() ([]mark.Change, error)
	// Refresh takes in what other programs left, and reports whether they did.
	Refresh() (changed bool, err error)
	// Follow moves marks of articles that are gone to those with their content.
	Follow(present []string, content func(id string) string) (moved int, err error)

	Settings() mark.Settings
	SetSettings(mark.Settings) error
	Views() []mark.View
	SetView(mark.View) error
	DropView(letter rune) (bool, error)
}

// kept is marks that were opened, and what is to be said of them.
type kept struct {
	marks   Marks
	notices []model.Notice
}

// keeping is what the program knows of keeping what the reader leaves.
type keeping struct {
	unlocking <-chan kept
	kept      Marks          // nil until they are opened, or if nothing is kept
	notices   []model.Notice // about marks
	chores    chores
	told      string // why what is marked is not saved; empty if it is
	turn      int    // how many keys were pressed

	leftWith mark.Settings // what is kept to go on with
	touched  bool          // the reader pressed a key: it is late for going on
	reading  bool          // an article was being read when the dossier was left

	resolving   lane.Lane
	resolveCost time.Duration
	known       bool     // it is known which articles have marks
	outdated    bool     // and that is to be found again
	settled     bool     // all articles are known
	lost        []string // ids with marks that no article has
	sawLost     string   // of which the articles were sought, and among how many
}

// openMarks opens marks in the background.
func openMarks(ctx context.Context, open func(context.Context) (Marks, []model.Notice)) <-chan kept {
	done := make(chan kept, 1)
	fault.Go(func() {
		marks, notices := open(ctx)
		done <- kept{marks, notices}
	})
	return done
}

// awaitMarks waits for the marks to be opened.
func (p *program) awaitMarks() tea.Cmd {
	unlocking := p.unlocking
	return func() tea.Msg { return <-unlocking }
}

// chores are work for the disk. They are done one after the other, in the order
// in which they came, as commands are not; and those that are left when the
// program ends are done then.
type chores struct {
	doing sync.Mutex
	mu    sync.Mutex
	list  []func() tea.Msg
}

// done is what came of chores, in their order.
type done []tea.Msg

// add puts a chore behind the others, for the command that it returns.
func (c *chores) add(do func() tea.Msg) tea.Cmd {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, do)
	return c.run
}

// run does all chores that there are.
func (c *chores) run() tea.Msg {
	c.doing.Lock()
	defer c.doing.Unlock()
	var all done
	for do := c.next(); do != nil; do = c.next() {
		if msg := do(); msg != nil {
			all = append(all, msg)
		}
	}
	if all == nil {
		return nil
	}
	return all
}

func (c *chores) next() (do func() tea.Msg) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.list) > 0 {
		do, c.list = c.list[0], c.list[1:]
	}
	return do
}

// onKeeping takes in what came of keeping.
func (p *program) onKeeping(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kept:
		return p.onKept(msg)
	case done:
		return p.onDone(msg)
	case saved:
		p.onSaved(msg)
	case ticked:
		return p.onTick()
	case refreshed:
		return p.onRefreshed(msg)
	case resolved:
		return p.onResolved(msg)
	case followed:
		return p.onFollowed(msg)
	case undone:
		return p.onUndone(msg)
	case begun:
		return p.onBegun(msg)
	case edited:
		return p.onEdited(msg)
	case editorOver:
		p.editing = noEditor
	case noted:
		return p.onNoted(msg)
	case viewed:
		return p.onViewed(msg)
	}
	return nil
}

func (p *program) onDone(all done) tea.Cmd {
	var cmds []tea.Cmd
	for _, msg := range all {
		_, cmd := p.Update(msg)
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}

// saved: something was to be kept.
type saved struct {
	err  error
	then saying
}

// saying is what is said once something is saved: who reads it may rely on it.
type saying struct {
	text string
	turn int // the key that asked for it; after another one it is not said
}

// later says something when what the latest key asks for is saved.
func (p *program) later(text string) saying { return saying{text, p.turn} }

func (p *program) onSaved(msg saved) {
	p.tell(msg.err)
	if msg.then.text == "" || msg.then.turn != p.turn || p.message != "" {
		return // the reader has gone on, or something else is said
	}
	if p.message = msg.then.text; msg.err != nil {
		p.message += " · " + message.Say("not saved yet")
	}
}

// tell says that something could not be kept, and that it is at last: once, and
// among the notices.
func (p *program) tell(err error) {
	switch {
	case err == nil && p.told == "":
	case err == nil:
		p.told, p.message = "", message.Say("your marks are saved again")
	case err.Error() != p.told:
		p.told, p.message = err.Error(), wording.Told(err.Error())
		p.notices = append(p.notices, model.Notice{Path: message.Say("your marks"), Text: p.told})
	}
}

// keepEvery is how often it is kept where the reader is, so that a program that is
// killed goes on from there, and what other programs left is looked for.
const keepEvery = 2 * time.Second

// ticked: it is time for that.
type ticked struct{}

func (p *program) nextTick() tea.Cmd {
	if p.options.Marks == nil {
		return nil
	}
	return tea.Tick(keepEvery, func(time.Time) tea.Msg { return ticked{} })
}

func (p *program) onTick() tea.Cmd {
	return tea.Batch(p.refresh(), p.keepWhere(), p.askSaved(), p.nextTick())
}

func (p *program) keepWhere() tea.Cmd { return tea.Batch(p.keepPlace(), p.keepSettings()) }

// askSaved asks whether what could not be saved at once is by now.
func (p *program) askSaved() tea.Cmd {
	if p.kept == nil {
		return nil
	}
	marks, failed := p.kept, p.told != ""
	return p.chores.add(func() tea.Msg {
		err := marks.Set()
		if err == nil && !failed {
			return nil
		}
		return saved{err: err}
	})
}

// refreshed: what other programs left was looked for.
type refreshed struct {
	changed bool
	err     error
}

func (p *program) refresh() tea.Cmd {
	if p.kept == nil {
		return nil
	}
	marks := p.kept
	return p.chores.add(func() tea.Msg {
		changed, err := marks.Refresh()
		if !changed && err == nil {
			return nil
		}
		return refreshed{changed, err}
	})
}

func (p *program) onRefreshed(msg refreshed) tea.Cmd {
	if msg.err != nil {
		p.tell(msg.err)
	}
	if !msg.changed {
		return nil
	}
	return p.resolve()
}

// finish keeps what there is to be kept when the program ends, however it does:
// a note that is being written as well.
func (p *program) finish() {
	if p.writing != nil {
		p.endWriting()
	}
	p.keepWhere()
	p.chores.run()
}

// keeps reports whether there is somewhere to keep what the reader leaves, and
// says so if not.
func (p *program) keeps() bool {
	switch {
	case p.kept != nil:
		return true
	case p.options.Marks != nil:
		p.refuse(message.Say("your marks are still being read; try again in a moment"))
	default:
		p.refuse(message.Say("nothing is kept of what you leave here"))
	}
	return false
}
