package reader

// wish is a place that the reader asked for and that is not laid out yet. It is
// gone to as soon as it is, unless the reader goes elsewhere before.
type wish struct {
	wanted bool
	at     int  // a byte of the body
	top    bool // it shall stand at the top; else well in view
	end    bool // it is the end, to be shown as far as it is laid out
}

// wait keeps a place for later if it is not laid out, and reports whether it is
// not.
func (p *Pane) wait(at int, top bool) bool {
	if p.text == nil || p.text.Whole || at < p.text.Done {
		return false
	}
	p.wish = wish{wanted: true, at: at, top: top}
	return true
}

// Wanted is the place that was asked for and is not laid out yet, if there is
// one.
func (p *Pane) Wanted() (at int, ok bool) { return p.wish.at, p.wish.wanted }

// grant goes to the place that was wished for, if it is there by now.
func (p *Pane) grant() {
	w := p.wish
	switch {
	case w.wanted && w.end:
		p.Last()
	case !w.wanted || !p.text.Whole && w.at >= p.text.Done:
	case w.top:
		p.wish = wish{}
		p.GoTo(w.at)
	default:
		p.wish = wish{}
		p.BringIntoView(w.at)
	}
}
