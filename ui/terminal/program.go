package terminal

import (
	"cmp"
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/terminal/facets"
	"dossier/ui/terminal/lane"
	"dossier/ui/terminal/layout"
	"dossier/ui/terminal/list"
	"dossier/ui/terminal/reader"
	"dossier/ui/terminal/theme"
	widths "dossier/ui/terminal/width"
)

// program is the whole state of the reader. Its parts are facts that may hold
// in any mix: what is open, what is focused, what is being waited for.
type program struct {
	ctx     context.Context
	options Options
	keys    []binding
	job     *job
	late    lateAnswers

	loading  <-chan loaded
	early    *loaded        // the dossier, if it was there before the first frame
	shelf    *shelf         // nil until the dossier is open
	failure  error          // why it cannot be opened
	progress model.Progress // of reading it

	query  query.Query
	hints  []query.Hint
	typed  string // the query as the filter line has it
	all    [facet.NumDimensions]bool
	answer search.Answer

	awaited func() tea.Cmd // what to do once the query is answered

	finding, opening, previewing lane.Lane
	snippets                     snippets
	looking                      lane.Lane // through a whole text
	completing, explaining       lane.Lane
	lighting                     [2]lane.Lane // by place

	sought string // what is looked for in the article; empty if nothing is
	origin int    // where in the body looking for it began

	keeping
	revealing revealing

	theme      *theme.Theme
	paper      bool   // the terminal is dark
	answered   bool   // the terminal said whether it is
	chosen     string // the theme that the reader chose; empty is the usual one
	w, h       int
	frame      layout.Frame
	panes      layout.Panes
	focus      scope // inList, inFacets or inText
	list       list.Pane
	facets     facets.Pane
	reader     reader.Pane
	preview    reader.Pane
	field      *field // the text field in use, if any
	panel      *panel // what lies over the panes, if anything
	hinting    *hinting
	counting   *counting   // the number that is typed in the article, if any
	pressed    string      // the latest key
	writing    *writing    // the note that is written on the screen, if any
	editing    editing     // the note that is written in an editor, if any
	lettering  bool        // the next key is the letter of a view
	sure       string      // what is done if it is asked for once more
	completion *completion // of what is typed in the filter line; nil if it is not open
	words      string      // the query in words, while it is edited

	arrival target                  // where in the article that is being opened to go
	landing bool                    // the first place of the words that are filtered by is to be gone to
	landed  map[int32]string        // with which words each article was opened last
	left    mark.Position           // where the reader left it
	trail   []spot                  // where the reader was before each jump, the latest last
	places  map[int32]mark.Position // where the reader left articles in this run
	measure int                     // the greatest width of the text, in cells
	zen     bool                    // only the text is shown
	whole   bool                    // page furniture is shown too
	message string                  // said once, until the next key
	refused bool                    // it says why that key did nothing
}

// target is a place in a text.
type target struct {
	at      int  // a byte of the body
	passage bool // it begins a passage, to be shown with what stands around it
	end     bool // it is the end, to be seen at the bottom
}

func newProgram(ctx context.Context, o Options) *program {
	th := theme.Named(cmp.Or(o.Theme, o.Config.Theme), true, colorprofile.TrueColor)
	p := &program{
		ctx:     ctx,
		options: o,
		keys:    bound(o.Config),
		job:     newJob(),
		query:   o.Query,
		typed:   o.Query.String(),
		theme:   th,
		paper:   true,
		focus:   inList,
		list:    list.New(th),
		facets:  facets.New(th),
		reader:  reader.New(th),
		preview: reader.New(th),
		landed:  map[int32]string{},
		places:  map[int32]mark.Position{},
	}
	p.measure = p.measures()[0]
	p.notices = slices.Clone(o.Notices)
	p.preview.Glance = true
	return p
}

// Init asks the terminal for its background; an answer may never come, and
// nothing waits for it. It does wait for the dossier, which is opened while the
// terminal is made ready.
func (p *program) Init() tea.Cmd {
	p.waitFor(patience)
	cmds := []tea.Cmd{tea.RequestBackgroundColor, p.late.end(answersCome)}
	if p.kept != nil {
		cmds = append(cmds, p.nextTick())
	} else if p.unlocking != nil {
		cmds = append(cmds, p.awaitMarks())
	}
	if p.early == nil {
		return tea.Batch(append(cmds, p.awaitLoading())...)
	}
	return tea.Batch(append(cmds, p.opened(*p.early))...)
}

// smallDossier is how many articles are filtered at once when the dossier is
// there before the first frame.
const smallDossier = 2000

// opened takes in the dossier.
func (p *program) opened(l loaded) tea.Cmd {
	p.early = nil
	if l.err != nil {
		p.failure = l.err
		return nil
	}
	p.shelf = l.shelf
	p.list.SetSource(l.shelf)
	var resume tea.Cmd
	if p.kept != nil {
		resume = p.resume()
	}
	if p.shelf.index.Len() > smallDossier {
		return tea.Batch(resume, p.ask(), p.resolve(), p.awaitNews())
	}
	cursor, marked := p.resolveNow()
	p.findNow()
	if p.alone() && len(p.answer.Hits) == 1 {
		return tea.Batch(resume, marked, p.open(), p.awaitNews())
	}
	return tea.Batch(resume, marked, p.showPreview(0), p.goOn(cursor), p.snip(), p.tellSeen(), p.awaitNews())
}

// onFresh shows what is known now. The cursor, the text that is read and the
// place in it stay.
func (p *program) onFresh(msg fresh) tea.Cmd {
	p.progress = msg.progress
	var cmds []tea.Cmd
	if p.shelf.renew() {
		cmds = append(cmds, p.askAgain(), p.layOutAgain(), p.resolve())
	}
	if p.settled = p.progress.Pass == model.Idle; p.settled {
		cmds = append(cmds, p.followRenamed())
	}
	if msg.more {
		cmds = append(cmds, p.awaitNews())
	}
	return tea.Batch(cmds...)
}

// resize tells every pane its size.
func (p *program) resize() tea.Cmd {
	p.endHints() // of links that may be out of view now
	p.frame = layout.Rows(p.w, p.h, p.field != nil)
	if p.zen && p.focus == inText {
		p.frame = layout.Frame{Body: layout.Rect{W: p.w, H: p.h}}
	}
	p.sizeWriting()
	p.panes = layout.Split(p.frame.Body, p.focus == inFacets)
	p.list.SetSize(p.panes.List.W, p.panes.List.H)
	p.facets.SetSize(p.panes.Facets.W, p.panes.Facets.H)
	p.reader.SetSize(p.frame.Body.W, p.frame.Body.H)
	p.preview.SetSize(p.panes.Preview.W, p.panes.Preview.H)
	if p.panel != nil {
		p.panel.setSize(p.frame.Body.W, p.frame.Body.H)
	}
	return p.layOutAgain()
}

// settings are what the look of article i hangs on, in a place on the screen.
func (p *program) settings(to place, i int32) reader.Settings {
	width := layout.Measure(p.frame.Body, p.measure).W
	if to == inPreview {
		width = min(p.panes.Preview.W-reader.Margin, p.measure)
	}
	return reader.Settings{
		Width:   width,
		Counted: widths.InGraphemes(),
		Theme:   p.theme,
		Facts:   p.shelf.Article(i),
		Whole:   p.whole,
		Subject: p.shelf.index.Dossier().Register.Subject().Name,
		Note:    p.noteOn(i),

		Revealed: to == inReader && p.revealing.on,
	}
}

// whereabouts is where the reader is in a text, or will be once it is laid out so
// far.
func (p *program) whereabouts() target {
	if at, ok := p.reader.Wanted(); ok {
		return target{at: at, passage: at == p.reader.Passage(), end: p.reader.AtEnd()}
	}
	return target{at: p.reader.Place(), end: p.reader.AtEnd()}
}

// layOutAgain lays out what is shown anew where its settings have changed. The
// old lines stay on the screen until the new ones are there, and the paragraph
// stays in place.
func (p *program) layOutAgain() tea.Cmd {
	var cmds []tea.Cmd
	if i, ok := p.reader.Article(); ok && p.focus == inText && !p.reader.Fits(p.settings(inReader, i)) {
		if p.reader.Text().Revealed() == p.revealing.on { // else the arrival is known
			p.arrival = p.whereabouts()
		}
		if _, here, ok := p.here(); ok && !p.revealing.on && here != (mark.Position{}) {
			p.arrival.at, p.left = whereLeft, here // the body may be another one now
		}
		cmds = append(cmds, p.layOut(inReader, i, 0))
	}
	cmds = append(cmds, p.showPreview(0))
	return tea.Batch(cmds...)
}
