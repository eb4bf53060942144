package terminal

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"dossier/model/facet"
	"dossier/model/mark"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
)

// askView waits for the letter of a saved view.
func (p *program) askView() tea.Cmd {
	if p.shelf == nil || !p.keeps() {
		return nil
	}
	p.lettering = true
	p.message = message.Say("letter of a saved view; ' lists them")
	return nil
}

// onLetter goes to a view.
func (p *program) onLetter(msg tea.KeyPressMsg) tea.Cmd {
	p.lettering = false
	switch key := msg.String(); key {
	case "esc":
		return nil
	case "'", "space":
		return p.showViews()
	default:
		v, ok := p.viewOf(key)
		if !ok {
			return p.refuse(message.Say("no view is saved under %s; '' lists views and saves them", key))
		}
		return p.goToView(v)
	}
}

// viewOf is the view with a letter.
func (p *program) viewOf(letter string) (mark.View, bool) {
	views := p.kept.Views()
	at := slices.IndexFunc(views, func(v mark.View) bool { return string(v.Letter) == letter })
	if at < 0 {
		return mark.View{}, false
	}
	return views[at], true
}

func (p *program) goToView(v mark.View) tea.Cmd {
	q, hints := query.Parse(v.Query)
	p.panel = nil
	var leave tea.Cmd
	if p.focus == inText {
		p.trail = nil
		leave = p.leaveText()
	}
	cmd := tea.Batch(leave, p.setFocus(inList), p.setQuery(q))
	p.hints = hints
	p.message = strings.TrimSpace(message.Say("view %c", v.Letter) + "  " + v.Name)
	return cmd
}

// showViews lists the saved views. A letter goes to its view, also if it would
// move in any other panel.
func (p *program) showViews() tea.Cmd {
	views := p.kept.Views()
	pl := &panel{title: message.Say("Saved views"), empty: message.Say("No view is saved yet: filter the list, then press + here.")}
	for _, v := range views {
		pl.items = append(pl.items, viewItem(v, "…"))
	}
	pl.keys = func(key string) (tea.Cmd, bool) { return p.onViewsKey(pl, views, key) }
	pl.hints = []hint{{message.Say("letter"), message.Say("key|go there")}, {"+", message.Say("key|save the filter")}, {"-", message.Say("key|drop")}, {"esc", message.Say("key|close")}}
	index, marks := p.shelf.index, p.shelf.marks()
	return tea.Batch(p.showPanel(pl), p.fill(pl, func(ctx context.Context) (c contents, err error) {
		c.does = []func(*program) tea.Cmd{}
		for _, v := range views {
			n, err := count(ctx, index, marks, v.Query)
			if err != nil {
				return c, err
			}
			c.items = append(c.items, viewItem(v, message.Count(n, "%d article", "%d articles")))
			c.does = append(c.does, func(p *program) tea.Cmd { return p.goToView(v) })
		}
		return c, nil
	}))
}

// viewKeys are the saved views among the keys.
func (p *program) viewKeys() (items []item) {
	if p.kept == nil || len(p.kept.Views()) == 0 {
		return nil
	}
	items = append(items, item{heading: message.Say("Saved views")})
	for _, v := range p.kept.Views() {
		text := orEverything(v.Query)
		if v.Name != "" {
			text = v.Name + " · " + text
		}
		items = append(items, item{label: "' " + string(v.Letter), text: text})
	}
	return append(items, item{})
}

func viewItem(v mark.View, count string) item {
	return item{heading: strings.TrimSpace(string(v.Letter) + "  " + v.Name), text: orEverything(v.Query), note: count}
}

func orEverything(q string) string {
	if q == "" {
		return message.Say("all articles")
	}
	return q
}

// count is how many articles a query lists.
func count(ctx context.Context, index *search.Index, marks search.Marks, text string) (int, error) {
	q, _ := query.Parse(text)
	answer, err := index.Find(ctx, q, marks, [facet.NumDimensions]bool{})
	return len(answer.Hits), err
}

// onViewsKey goes to a view by its letter, saves one, or drops one.
func (p *program) onViewsKey(pl *panel, views []mark.View, key string) (tea.Cmd, bool) {
	if v, ok := p.viewOf(key); ok {
		return p.goToView(v), true
	}
	switch {
	case key == "+":
		p.message = message.Say("a letter, then a name if you like")
		return p.edit(toSave, ""), true
	case key == "-" && len(views) > 0:
		return p.dropView(views[pl.cursor]), true
	case key == "'":
		p.closePanel()
		return nil, true
	}
	return nil, false
}

// dropView drops a view when it is asked for twice.
func (p *program) dropView(v mark.View) tea.Cmd {
	if p.sure != "-"+string(v.Letter) {
		p.sure = "-" + string(v.Letter)
		p.message = message.Say("- once more drops the view %c", v.Letter)
		return nil
	}
	p.sure = ""
	marks := p.kept
	then := p.later(message.Say("view %c dropped; it was %s", v.Letter, orEverything(v.Query)))
	return p.chores.add(func() tea.Msg {
		_, err := marks.DropView(v.Letter)
		return viewed{saved{err, then}}
	})
}

// saveView saves the filter under a letter, the rest being a name. Another view
// is replaced only if that is asked for twice. It reports whether it was saved.
func (p *program) saveView(text string) (tea.Cmd, bool) {
	text = strings.TrimSpace(text)
	letter, size := utf8.DecodeRuneInString(text)
	if !unicode.IsLetter(letter) && !unicode.IsDigit(letter) {
		p.message = message.Say("begin with a letter or a digit, then a name")
		return nil, false
	}
	v := mark.View{Letter: letter, Name: viewName(text, size), Query: p.query.String()}
	if other, ok := p.viewOf(string(letter)); ok && p.sure != "+"+string(letter) {
		p.sure = "+" + string(letter)
		p.message = message.Say("%c is %s; enter once more replaces it", letter, orEverything(other.Query))
		return nil, false
	}
	p.sure = ""
	marks := p.kept
	then := p.later(message.Say("view %[1]c saved: ' %[1]c goes to it", letter))
	return p.chores.add(func() tea.Msg { return viewed{saved{marks.SetView(v), then}} }), true
}

// viewName is the name in what is typed to save a view, whose letter takes size
// bytes: what comes after the letter, or all of it where the letter begins a word.
func viewName(text string, size int) string {
	rest := strings.TrimSpace(text[size:])
	if rest == "" || len(rest) < len(text)-size {
		return rest
	}
	return text
}

// viewed: a view was saved or dropped.
type viewed struct{ saved }

func (p *program) onViewed(msg viewed) tea.Cmd {
	p.onSaved(msg.saved)
	if p.panel == nil || p.panel.keys == nil {
		return nil
	}
	return p.showViews()
}
