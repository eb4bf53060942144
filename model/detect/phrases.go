package detect

// acts are the marks of words that say what was done.
const acts = markWarn | markGone | markCut | markEnd | markLose | markNoun | markSame | markBack

// wordMarks returns what the lexicon says of a single word.
func (g *grammar) wordMarks(low string) mark {
	var m mark
	g.each(low, func(p phrase) {
		if len(p.words) == 1 {
			m |= p.mark
		}
	})
	return m
}

// knows reports whether a phrase starts with a word.
func (g *grammar) knows(low string) bool {
	found := false
	g.each(low, func(phrase) { found = true })
	return found
}

// each calls yield with the phrases that may start with a word.
func (g *grammar) each(low string, yield func(phrase)) {
	for i := range low {
		if i > 0 {
			g.stem(low[:i], low, yield)
		}
	}
	g.stem(low, low, yield)
	if len(g.byTail) > 0 {
		g.tails(low, yield)
	}
}

// tails finds the heads of compounds: Suchmaschinenkonzern is a Konzern.
func (g *grammar) tails(low string, yield func(phrase)) {
	for i := range low {
		if i >= 3 {
			for _, p := range g.byTail[low[i:]] {
				yield(p)
			}
		}
	}
}

func (g *grammar) stem(stem, low string, yield func(phrase)) {
	for _, p := range g.byStem[stem] {
		if p.words[0].fits(low) {
			yield(p)
		}
	}
}

// mark finds the phrases of the lexicon. A phrase of several words takes its
// words from shorter ones that start in it.
func (r *reader) mark(ts []token) {
	for i := range ts {
		if ts[i].kind != word || ts[i].low == "" || ts[i].until < 0 {
			continue
		}
		r.g.each(ts[i].low, func(p phrase) {
			if end, ok := match(ts, i, p, nil); ok {
				r.apply(ts, i, end, p)
			}
		})
	}
}

func (r *reader) apply(ts []token, i, end int, p phrase) {
	long := len(p.words)
	if p.mark == markNone {
		if ts[i].has(acts) && ts[i].until > end {
			return
		}
		ts[i].barred = max(ts[i].barred, end)
		void := func(k int) { ts[k].marks, ts[k].until = 0, -1 }
		void(i)
		match(ts, i, p, void)
		return
	}
	if ts[i].until < 0 && (p.mark&acts == 0 || end <= ts[i].barred) {
		return
	}
	if p.mark&(markPlan|markClaim|markWish|markNot) != 0 && long > 1 {
		ts[i].barred = max(ts[i].barred, end)
		if ts[i].until <= end {
			ts[i].marks &^= acts
		}
	}
	if p.mark&acts != 0 {
		if end <= ts[i].barred || ts[i].has(acts) && ts[i].until > end {
			return
		}
		if ts[i].has(markEnd) && p.mark == markCut && end-ts[i].until <= 1 {
			ts[i].until = end // it says as much, and needs no object
			return
		}
		ts[i].marks = ts[i].marks&^acts | p.mark
		ts[i].until = end
		match(ts, i, p, func(k int) { ts[k].inside = true })
		for k := i + 1; k < end && p.mark == markBack; k++ {
			ts[k].barred = max(ts[k].barred, end) // lifted its ban
		}
		return
	}
	if long == 1 && ts[i].linked && p.mark&(markWish|markSub) != 0 {
		return // net als
	}
	ts[i].marks |= p.mark
	if long > 1 && p.mark == markPlace {
		ts[i].marks |= markCompound
	}
	if long > 1 && p.mark&(markPlace|markOther|markSubject|markNot|markSource|markBy|markDeny|markFollow) != 0 {
		for k := i + 1; k < end; k++ {
			if ts[k].kind == word {
				ts[k].linked = p.mark&(markFollow|markBy) != 0
				ts[k].marks |= p.mark & (markPlace | markSource | markBy | markFollow)
				if p.mark == markPlace {
					ts[k].marks |= markCompound
				}
			}
		}
	}
}

// match reports where a phrase ends that starts at token i. It calls found, if
// not nil, with each further word.
func match(ts []token, i int, p phrase, found func(k int)) (end int, ok bool) {
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
		limit := min(len(ts), i+maxGap)
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
