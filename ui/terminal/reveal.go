package terminal

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/mark"
	"dossier/ui/message"
	"dossier/ui/terminal/reader"
	"dossier/ui/wording"
)

// revealing is how far the reader sees the text of the article's file, with what
// is hidden in it, instead of the article. Places are then in another text: they
// are not kept, and what speaks of the article's own waits until it is back.
type revealing struct {
	on    bool           // it is shown, or will be once it is read
	shown clean.Revealed // what is shown, without its text
	at    int            // the byte of the body that the reader was at
	left  mark.Position  // the same, for a body that was edited since
}

// toggleHidden shows what the article's file holds, at about the same place; and
// then the article again, where it was.
func (p *program) toggleHidden() tea.Cmd {
	i, ok := p.reader.Article()
	if !ok {
		return nil
	}
	var keep tea.Cmd
	if p.sought != "" {
		keep = p.forget()
	}
	if !p.revealing.on {
		keep = tea.Batch(keep, p.keepPlace())
		at := p.whereabouts().at
		p.revealing = revealing{on: true, at: at}
		if at > 0 {
			p.revealing.left = mark.PositionAt(p.reader.Text().Body(), at)
		}
		p.places[i] = p.lastPlace(i) // coming back to it is then no news
	} else {
		p.revealing.on = false
	}
	p.arrival, p.left, p.landing = target{at: whereLeft}, p.revealing.left, false
	return tea.Batch(keep, p.layOut(inReader, i, 0))
}

// read is a command's part: the text to lay out, and what is hidden in it.
func read(ctx context.Context, library Library, i int32, s reader.Settings) (model.Text, clean.Revealed, error) {
	if !s.Revealed {
		text, err := library.Text(ctx, int(i))
		return text, clean.Revealed{}, err
	}
	r, err := library.Reveal(ctx, int(i))
	text := model.Text{Body: r.Text, Markup: model.Plain}
	r.Text = ""
	return text, r, err
}

// sayHidden says what is hidden in the text that is shown now.
func (p *program) sayHidden(r clean.Revealed) {
	p.revealing.shown = r
	p.message = wording.Hidden(r)
}

// lightHidden marks what is hidden, as a search would.
func (p *program) lightHidden() {
	p.lighting[inReader].Cancel()
	var at []model.Passage
	for _, place := range p.revealing.shown.Places {
		at = append(at, model.Passage{Start: place.Start, End: place.End})
	}
	p.reader.SetHits(at)
}

// ofTheArticle is a key that speaks of places in the article.
func ofTheArticle(do func(*program) tea.Cmd) func(*program) tea.Cmd {
	return func(p *program) tea.Cmd {
		if p.focus == inText && p.revealing.on {
			return p.refuse(message.Say("only in the article; %s goes back to it", p.keyFor("hidden")))
		}
		return do(p)
	}
}
