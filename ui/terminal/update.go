package terminal

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/model/query"
	"dossier/ui/message"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/reader"
	"dossier/ui/terminal/width"
	"dossier/ui/wording"
)

// Update routes a message, unless it is a piece of what the terminal answers
// late.
func (p *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	pass, cmd := p.late.take(msg)
	return p, tea.Batch(p.routeAll(pass), cmd)
}

func (p *program) routeAll(msgs []tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, msg := range msgs {
		cmds = append(cmds, p.route(msg))
	}
	return tea.Batch(cmds...)
}

// route takes what the terminal reports, then answers to their owners, then keys
// to what is in use.
func (p *program) route(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
		return tea.Batch(p.resize(), p.snip(), p.tellSeen())
	case tea.BackgroundColorMsg:
		p.paper, p.answered = msg.IsDark(), true
		return tea.Batch(p.dress(p.theme.Profile), p.late.end(answersFollow))
	case answersOver:
		p.late.over = true
		return p.routeAll(p.late.drop())
	case pieceWaited:
		if msg.held == p.late.held {
			return p.routeAll(p.late.drop())
		}
		return nil
	case tea.ColorProfileMsg:
		return p.dress(msg.Profile)
	case tea.ModeReportMsg:
		return p.onMode(msg)
	case tea.FocusMsg:
		return p.refresh()
	case stopping:
		return giveBack(p.job.stop)
	case continued:
		return giveBack(func() {})
	case loaded:
		return p.opened(msg)
	case fresh:
		return p.onFresh(msg)
	case found:
		return p.onFound(msg)
	case snipped:
		p.onSnipped(msg)
		return nil
	case laidOut:
		return p.onLaidOut(msg)
	case grown:
		return p.onGrown(msg)
	case led:
		return p.onLed(msg)
	case placed:
		return p.onPlaced(msg)
	case handed:
		return p.onHanded(msg)
	case filled:
		return p.onFilled(msg)
	case suggested:
		return p.onSuggested(msg)
	case explained:
		return p.onExplained(msg)
	case outlined:
		return p.onOutlined(msg)
	case corrected:
		return p.onCorrected(msg)
	case sought:
		return p.onSought(msg)
	case tea.KeyPressMsg:
		return p.onKey(msg)
	case tea.PasteMsg:
		return p.onPaste(msg)
	case tea.MouseWheelMsg:
		return p.onWheel(msg)
	case tea.MouseClickMsg:
		return p.onClick(msg)
	}
	return p.onKeeping(msg)
}

func (p *program) onFound(msg found) tea.Cmd {
	if !p.finding.Settle(msg.id) || msg.err != nil {
		return nil
	}
	p.settle(msg.answer)
	wait := pause
	if !p.touched {
		wait = 0 // nobody holds a key at the start
	}
	cmds := []tea.Cmd{p.showPreview(wait), p.light(inPreview), p.snip(), p.refreshPanel(), p.tellSeen()}
	if p.awaited != nil {
		cmds = append(cmds, p.awaited())
		p.awaited = nil
	}
	return tea.Batch(cmds...)
}

func (p *program) onSought(msg sought) tea.Cmd {
	switch pane := p.pane(msg.place); {
	case !p.lighting[msg.place].Settle(msg.id):
	case msg.typed:
		p.saySought(pane.Find(msg.at, p.origin))
	default:
		pane.SetHits(msg.at)
		p.land(msg.place)
	}
	return nil
}

// saySought says what came of looking for a text, where that is not seen at once.
func (p *program) saySought(wrapped bool) {
	_, of := p.reader.Hit()
	switch {
	case wrapped:
		p.message = message.Say("on from the beginning")
	case of == 0 && p.field == nil:
		p.message = message.Say("“%s” is not in this article", p.sought)
	}
	p.sayWaiting()
}

// land goes to the first place of the words that are filtered by. Who comes back
// to an article with the same words finds it as it was left.
func (p *program) land(at place) {
	i, ok := p.reader.Article()
	if at != inReader || !ok || !p.landing {
		return
	}
	p.landing = false
	if words := fmt.Sprint(p.query.Words()); p.landed[i] != words {
		p.landed[i] = words
		p.reader.FirstHit()
		p.sayWhereFound(i)
	}
}

// sayWhereFound tells a reader who finds none of the words in the text that they
// stand in the note.
func (p *program) sayWhereFound(i int32) {
	if _, of := p.reader.Hit(); of > 0 {
		return
	}
	note := p.noteOn(i)
	if slices.ContainsFunc(p.query.Words(), func(w query.Value) bool { return w.In(note) }) {
		p.message = message.Say("found in your note")
	}
}

func (p *program) pane(of place) *reader.Pane {
	if of == inPreview {
		return &p.preview
	}
	return &p.reader
}

func (p *program) lane(to place) *lane.Lane {
	if to == inPreview {
		return &p.previewing
	}
	return &p.opening
}

func (p *program) onLaidOut(msg laidOut) tea.Cmd {
	if !p.lane(msg.place).Settle(msg.id) {
		return nil
	}
	if msg.err != nil {
		if t := p.reader.Text(); t != nil {
			p.revealing.on = t.Revealed() // it stays as it is
		}
		p.message = wording.Told(msg.err.Error())
		return p.tellSeen()
	}
	if msg.place == inPreview {
		p.preview.Show(msg.text)
		return tea.Batch(p.light(inPreview), p.tellSeen())
	}
	if i := msg.text.Article(); !msg.text.Fits(p.settings(inReader, i)) {
		// The screen changed meanwhile, as it does at the start.
		return p.layOut(inReader, i, 0)
	}
	resumed := p.arrival.at == whereLeft
	if resumed {
		p.arrival.at = msg.at
	}
	before, again := p.reader.Text(), false
	if before != nil {
		again = before.SameText(msg.text)
		if before.SamePlaces(msg.text) {
			p.arrival = p.whereabouts() // the reader may have gone on meanwhile
		}
		if before.Revealed() != msg.text.Revealed() {
			p.reader.ClearHits()
		}
	}
	p.reader.Show(msg.text)
	p.arrive()
	switch {
	case again:
	case msg.text.Revealed():
		p.sayHidden(msg.hidden)
	case resumed:
		p.sayResumed(msg.text.Article())
	}
	if !again {
		p.sayFallback(0)
	}
	return tea.Batch(p.markRead(msg.text.Article()), p.lookAgain(again), p.grow(&p.opening, inReader, msg.text))
}

// lookAgain marks what is looked for or filtered by in the text shown. Where it
// is the one that was shown, laid out anew, the marks are there.
func (p *program) lookAgain(same bool) tea.Cmd {
	switch {
	case p.sought == "":
		return p.light(inReader)
	case same:
		return nil
	}
	p.origin = p.reader.Place()
	return p.find(p.sought)
}

func (p *program) onGrown(msg grown) tea.Cmd {
	if !p.lane(msg.place).Settle(msg.id) {
		return nil
	}
	told := len(p.reader.Notices())
	text := p.reader.Grow(msg.more)
	p.sayFallback(told)
	return p.grow(&p.opening, inReader, text)
}

// sayFallback tells why a part of the text is shown without markup, unless something
// else is being told or the reader was told before.
func (p *program) sayFallback(told int) {
	if all := p.reader.Notices(); p.message == "" && p.focus == inText && len(all) > told {
		p.message = all[told]
	}
}

// onMode takes in that the terminal counts cells as the library is about to.
func (p *program) onMode(msg tea.ModeReportMsg) tea.Cmd {
	if msg.Mode != ansi.ModeUnicodeCore || msg.Value == ansi.ModeNotRecognized || msg.Value == ansi.ModePermanentlyReset {
		return nil
	}
	if !width.Graphemes(true) {
		return nil
	}
	return p.resize()
}

// showPreview shows the article under the cursor beside the list.
func (p *program) showPreview(wait time.Duration) tea.Cmd {
	if p.shelf == nil || p.panes.Preview.Empty() || p.focus == inText {
		return nil
	}
	i, ok := p.list.Current()
	if !ok {
		p.previewing.Cancel()
		p.preview.Clear()
		return nil
	}
	if p.preview.Shows(i, p.settings(inPreview, i)) {
		p.previewing.Cancel()
		return nil
	}
	return p.layOut(inPreview, i, wait)
}
