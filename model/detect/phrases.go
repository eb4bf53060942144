package detect

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// acts are the marks of words that say what was done.
const acts = markWarn | markGone | markCut | markEnd | markLose | markNoun | markSame | markBack

// wordMarks returns what the lexicon says of a single word.
func (g *grammar) wordMarks(low string) mark {
	var m mark
	g.each(low, func(p *phrase) {
		if len(p.words) == 1 {
			m |= p.mark
		}
	})
	return m
}

// knows reports whether a phrase starts with a word.
func (g *grammar) knows(low string) bool {
	found := false
	g.each(low, func(*phrase) { found = true })
	return found
}

// each calls yield with the phrases that may start with a word.
func (g *grammar) each(low string, yield func(*phrase)) {
	g.begun(low, yield)
	if len(g.byTail) > 0 {
		g.tails(low, yield)
	}
}

// begun finds the phrases by what a word begins with.
func (g *grammar) begun(low string, yield func(*phrase)) {
	for i := range low {
		if i == 0 {
			continue
		}
		s := g.stems[low[:i]]
		if s == nil {
			return // no key begins so
		}
		for i := range s.open {
			yield(&s.open[i])
		}
	}
	if s := g.stems[low]; s != nil {
		for i := range s.open {
			yield(&s.open[i])
		}
		for i := range s.exact {
			yield(&s.exact[i])
		}
	}
}

// tails finds the heads of compounds: Suchmaschinenkonzern is a Konzern.
func (g *grammar) tails(low string, yield func(*phrase)) {
	for i := range low {
		if i >= 3 {
			tails := g.byTail[low[i:]]
			for k := range tails {
				yield(&tails[k])
			}
		}
	}
}

// mark finds the phrases of the lexicon. A phrase of several words takes its
// words from shorter ones that start in it.
func (r *reader) mark(ts []token) {
	r.ahead.read(ts)
	for i := range ts {
		if ts[i].kind != word || ts[i].low == "" || ts[i].until < 0 {
			continue
		}
		next, reach := r.ahead.behind(i)
		r.g.each(ts[i].low, func(p *phrase) {
			if !p.allow(next, reach) {
				return
			}
			if end, ok := match(ts, i, p, nil); ok {
				r.apply(ts, i, end, p)
			}
		})
	}
}

func (r *reader) apply(ts []token, i, end int, p *phrase) {
	t := &ts[i]
	if p.called != "" {
		r.call(ts, i, end, p)
		return
	}
	if p.mark == markNone {
		voidPhrase(ts, i, end, p)
		return
	}
	if t.until < 0 && p.mark != markElapsed && (p.mark&acts == 0 || end <= t.barred) {
		return
	}
	if p.mark == markElapsed {
		t.barred = max(t.barred, end)
	}
	if p.mark&(markPlan|markClaim|markWish|markNot) != 0 && len(p.words) > 1 {
		t.barred = max(t.barred, end)
		if t.until <= end {
			t.marks &^= acts
		}
	}
	switch {
	case p.mark&acts != 0:
		markAct(ts, i, end, p)
	case len(p.words) == 1 && t.linked && p.mark&(markWish|markSub) != 0: // net als
	default:
		t.marks |= p.mark
		if len(p.words) > 1 {
			markFurther(ts, i, end, p.mark)
		}
	}
}

// call makes a vendor of what it is called: "the iPhone maker". Only one that the
// text names too is meant for sure.
func (r *reader) call(ts []token, i, end int, p *phrase) {
	v := slices.IndexFunc(r.mentions, func(m actorAt) bool { return r.names[m.actor] == p.called })
	if v < 0 || ts[i].kind != word || i > 0 && ts[i-1].has(markSelf) || names(ts[end:min(len(ts), end+2)], r.mentions[v].actor) {
		return // its chat service; the payment service Stripe
	}
	void := func(k int) { ts[k].marks, ts[k].until = 0, -1 }
	void(i)
	match(ts, i, p, void)
	ts[i].kind, ts[i].actor, ts[i].until = vendor, r.mentions[v].actor, 0
	ts[i].at.End = max(ts[i].at.End, ts[end-1].at.End)
}

func names(ts []token, v int) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.kind == vendor && t.actor == v })
}

// voidPhrase takes their marks from words that only look like an act: all but that
// something is over, which phrases that begin with the same words may say.
func voidPhrase(ts []token, i, end int, p *phrase) {
	if ts[i].has(acts) && ts[i].until > end {
		return
	}
	ts[i].barred = max(ts[i].barred, end)
	void := func(k int) { ts[k].marks, ts[k].until = ts[k].marks&markElapsed, -1 }
	void(i)
	match(ts, i, p, void)
}

// markAct marks an act, unless a longer phrase says something else.
func markAct(ts []token, i, end int, p *phrase) {
	t := &ts[i]
	switch {
	case end <= t.barred || t.has(acts) && t.until > end:
		return
	case t.has(markEnd) && p.mark == markCut && end-t.until <= 1:
		t.until = end // it says as much, and needs no object
		return
	}
	t.marks, t.until = t.marks&^acts|p.mark, end
	match(ts, i, p, func(k int) { ts[k].inside = true })
	for k := i + 1; k < end && p.mark == markBack; k++ {
		ts[k].barred = max(ts[k].barred, end) // lifted its ban
	}
}

// markFurther gives the further words of a phrase what they have from it.
func markFurther(ts []token, i, end int, m mark) {
	if m == markPlace {
		ts[i].marks |= markCompound
	}
	if m&(markPlace|markOther|markSubject|markNot|markSource|markBy|markDeny|markFollow) == 0 {
		return
	}
	for k := i + 1; k < end; k++ {
		if ts[k].kind != word {
			continue
		}
		ts[k].linked = m&(markFollow|markBy) != 0
		ts[k].marks |= m & (markPlace | markSource | markBy | markFollow)
		if m == markPlace {
			ts[k].marks |= markCompound
		}
	}
}

// match reports where a phrase ends that starts at token i. It calls found, if
// not nil, with each further word.
func match(ts []token, i int, p *phrase, found func(k int)) (end int, ok bool) {
	for k := 1; k < len(p.words); k++ {
		i++
		if !p.words[k].gap {
			if i >= len(ts) || !p.words[k].fits(ts[i].low) {
				return 0, false
			}
			if found != nil {
				found(i)
			}
			continue
		}
		limit := p.words[k].limit(ts, i)
		for i < limit && !(ts[i].kind == word && p.words[k].fits(ts[i].low)) {
			i++
		}
		if i >= limit {
			return 0, false
		}
		if found != nil {
			found(i)
		}
	}
	return i + 1, true
}

// limit is up to where a word behind a gap may stand that opens at token i.
func (s *slot) limit(ts []token, i int) int {
	if !s.near {
		return min(len(ts), i+maxGap)
	}
	n := maxNear
	if i < len(ts) && ts[i].kind == word && isUnspaced(ts[i].low) {
		n *= 2 // of which each is a character
	}
	end := min(len(ts), i+n)
	for k := i; k < end; k++ {
		if ts[k].kind == point && isBreak(ts[k].low) {
			return k
		}
	}
	return end
}

func isBreak(low string) bool {
	return strings.Contains(",;:()–—、，；：（）،؛", low)
}

func isUnspaced(low string) bool {
	r, _ := utf8.DecodeRuneInString(low)
	return classOf(r) == unspaced
}
