package detect

import (
	"slices"

	"dossier/model"
)

// Cuts reads from body which vendors cut ties with the register's subject, at
// most one cut for each vendor, in the order of their evidence. The language
// has to be one with a lexicon, else there are none.
// day is the article's own, zero if not known: it tells
// which day "on Friday" means. A statement that something was done goes before
// a plan, and a plain one before one that the vendor denies.
func (a *Actors) Cuts(body, lang string, day model.Date) []model.Cut {
	page := PageOf(body)
	return a.newFinder(body, lang, day).all(page, page.blocks())
}

// CutsOn is Cuts for a page whose furniture is known: article is body with spaces in
// the place of that. What an article is about may stand in what was taken out alone,
// such as the questions of an interview.
func (a *Actors) CutsOn(page *Page, body, article, lang string, day model.Date) []model.Cut {
	return a.newFinder(body, lang, day).all(page, page.paragraphs(article))
}

// newFinder is nil where nothing can be found.
func (a *Actors) newFinder(body, lang string, day model.Date) *finder {
	g := grammarOf(lang)
	if g == nil || !a.hasSubject {
		return nil
	}
	f := &finder{reader: reader{Actors: a, body: body, g: g}, cutters: map[int]bool{}, denied: map[int]bool{}, strangers: map[int]bool{}, cleared: map[int]bool{}, restored: map[int]model.Date{}, day: day, lead: lead{vendor: -1}, stray: -1, last: -1, rumour: rumour{vendor: -1}}
	a.scan(body, lang, func(actor int, at model.Passage) {
		f.mentions = append(f.mentions, actorAt{actor, at})
	})
	return f
}

// all reads the whole body in its parts.
func (f *finder) all(page *Page, parts []model.Passage) []model.Cut {
	if f == nil {
		return nil
	}
	ok := true
	f.head = page.head
	if f.topic, ok = f.openTopic(); !ok {
		return nil
	}
	f.opening = f.head.End
	if i := slices.IndexFunc(parts, func(b model.Passage) bool { return b.Start >= f.head.End }); i >= 0 {
		f.opening = parts[i].End
	}
	f.sued = f.openSuit(parts)
	f.checks = f.openChecks()
	for _, block := range parts {
		f.topic.renew()
		for _, at := range sentences(f.body, block) {
			f.read(at)
		}
	}
	f.judge()
	return f.result()
}

// maxTokens bounds what is read of one sentence: the questions asked of it take
// more time than its length. Long ones are lists and data, no prose.
const maxTokens = 300

// maxEcho is how many sentences may stand between a cut and "Apple did the same".
const maxEcho = 3

// maxVictim is for how many sentences "him" is somebody whom another act was
// done to.
const maxVictim = 3

// finding is one statement of a cut.
type finding struct {
	vendor  int
	status  model.Status
	at      model.Passage
	weight  int  // the plainer the statement, the more
	claimed bool // somebody says so
	hearsay bool // and the text does not say it by itself
	now     bool // told in the present, as of what is about to happen
	dated   bool // in the present, with the hour at which it is to happen
	warned  bool // a deadline was set, no more
	earlier bool // it is told of as announced before something else
	elapsed bool // a deadline ran out
	n       int  // which sentence it stands in
	details details
	less    int // how much other statements are to be preferred
	// inferred from what speaks for it, not read by the rules
	inferred bool
	sum      float32 // what speaks for it by learnt weights
	act      int     // 1 + the token of its sentence that says so, 0 for none
}

// finder reads a body sentence by sentence.
type finder struct {
	reader
	found     []finding
	cutters   map[int]bool              // whose cuts were found
	restored  map[int]model.Date        // when vendors took the subject back
	opened    map[model.Passage][]token // of sentences that were looked at beforehand
	opening   int                       // where the first paragraph ends
	denied    map[int]bool              // vendors that say they did not
	denials   []denial                  // what vendors deny, and where
	count     int                       // of sentences read
	foretold  bool                      // the text tells of an act to come and not whose
	strangers map[int]bool              // vendors that say they never had to do with the subject
	cleared   map[int]bool              // vendors of whom the headline says that it is not true
	day       model.Date                // of the article
	topic     topic
	recent    int // where the findings of the last sentence start
	head      model.Passage
	echo      int // for how many sentences "did the same" means what was found
	lead      lead
	rumour    rumour
	victim    int       // for how many sentences "him" may be somebody else that was banned
	sued      int       // the vendor that the article says the subject sues, -1 for none
	checks    bool      // the article is about whether a rumour is true
	general   bool      // the text tells of what ends for everybody
	stray     int       // the organisation that the last sentence was about, -1 for none
	last      int       // the vendor named last, -1 for none
	readings  []reading // of the sentence
	tally     tally
	watch     func(s *sentence, p pair, all []feature) // if not nil it sees what else would be weighed
	weigher   func(v int, all []feature)               // if not nil it sees what is weighed in the end
}

// read looks for cuts in one sentence.
func (f *finder) read(at model.Passage) {
	ts, ok := f.opened[at]
	if !ok {
		ts = f.tokens(at)
	}
	ts = ts[:min(len(ts), maxTokens)]
	s := newSentence(ts, f.g, f.body)
	f.general = f.general || s.any(markGeneral)
	f.recent = len(f.found)
	f.readings = f.readings[:0]
	f.topic.hear(s)
	for i := range ts {
		if ts[i].has(acts) && ts[i].kind == word {
			f.act(s, i)
		}
	}
	f.weigh(s)
	f.gaps(s)
	f.deny(s)
	f.contest(s)
	f.tally.count(s, f.readings)
	f.count++
	f.victim = max(0, f.victim-1)
	f.echo = max(0, f.echo-1)
	if len(f.found) > f.recent {
		f.echo = maxEcho
	}
	f.lead, f.stray = s.leadOf(f.lead), f.strayOf(s)
	for k := range ts {
		if ts[k].kind == vendor && s.role(k) != source {
			f.last = ts[k].actor
		}
	}
}

func (f *finder) names(ts []token, k kind) bool {
	return slices.ContainsFunc(ts, func(t token) bool { return t.kind == k })
}

// act reads one act: who did it, to whom, and whether it happened.
func (f *finder) act(s *sentence, i int) {
	if s.ts[i].has(markBack) {
		f.takenBack(s, i)
		return
	}
	if s.denies(i) && f.claimedLast(1) >= 0 {
		return // rejects it: the claim, not the subject
	}
	doers, target := f.parties(s, i)
	f.readings = append(f.readings, reading{i, doers, target})
	if len(doers) == 0 {
		f.sue(s, i, target)
		f.carryOut(s, i, target)
		f.foretell(s, i, target)
	}
	switch {
	case target.elsewhere:
		f.turn(s, len(doers), target)
	case len(doers) == 0 && !s.ts[i].has(markNoun|markGone|markLose) && s.banned(i):
		f.victim = maxVictim // the subject itself banned somebody
	case len(doers) == 0 || target.weight == 0:
		if _, happened := s.status(i); happened && (target.weight >= byNoun || target.weight > 0 && s.ts[i].has(markEnd)) && !s.ts[i].has(markNoun) {
			f.echo = maxEcho // somebody did it
		}
	default:
		if target.weight == byName {
			f.topic.on, f.topic.another = true, false
		}
		f.note(s, i, doers, target)
	}
}

// keep adds a statement of a cut.
func (f *finder) keep(x finding) {
	x.n = f.count
	f.found = append(f.found, x)
	f.cutters[x.vendor] = true
}

// parties finds who did an act and to whom, each kind of act in its own way.
func (f *finder) parties(s *sentence, i int) ([]int, hit) {
	switch t := &s.ts[i]; {
	case t.has(markLose):
		return f.losing(s, i)
	case t.has(markNoun) && !s.participle(i):
		return f.noun(s, i)
	case t.has(markSame):
		return f.same(s, i)
	case t.has(markGone) || s.passive(i):
		return f.passive(s, i)
	}
	return f.active(s, i)
}

// turn takes notice that an act was done to somebody else, whom the text may go on
// to speak of.
func (f *finder) turn(s *sentence, doers int, target hit) {
	t := &s.ts[target.token]
	if t.kind == person || t.kind == word && t.has(markOther) && !t.has(markDeal) {
		f.victim = maxVictim
	}
	if t.kind == word && !t.rival || doers == 0 && (!t.rival || s.opensWithSubject()) {
		return
	}
	f.topic.on = false
}

// opensWithSubject: the first that the sentence names is the subject of the
// dossier, which then acts itself.
func (s *sentence) opensWithSubject() bool {
	for k := range s.ts {
		if s.ts[k].kind != word && s.ts[k].kind != point {
			return s.ts[k].kind == subject && s.acts(k)
		}
	}
	return false
}

// note keeps what an act states, unless it did not happen.
func (f *finder) note(s *sentence, i int, doers []int, target hit) {
	status, happened := s.status(i)
	happened = happened && !f.rumoured(s)
	claimed := s.any(markClaim)
	for _, k := range doers {
		v := s.ts[k].actor
		switch {
		case happened:
			at := s.evidence(i, doers, target)
			f.keep(s.told(finding{vendor: v, status: status, at: at, weight: target.weight, claimed: claimed, details: s.details(at, status, f.day), less: f.less(s, i, doers, claimed), act: i + 1}, i))
		case s.negated(i):
			f.denied[v] = true
		}
	}
}
