package detect

// What is said of an act.
var (
	actFeatures = [...]struct {
		mark mark
		of   feature
	}{
		{markCut, featureOf("act-cut")}, {markEnd, featureOf("act-end")}, {markLose, featureOf("act-lose")}, {markNoun, featureOf("act-noun")},
		{markSame, featureOf("act-same")}, {markGone, featureOf("act-gone")}, {markWarn, featureOf("act-warn")},
	}
	isGuess      = featureOf("act-unknown")
	isKin        = featureOf("act-kin")
	isPart       = featureOf("act-part")
	isPhrase     = featureOf("act-phrase")
	isOnlyAct    = featureOf("act-only")
	isPassive    = featureOf("passive")
	isWished     = featureOf("wish")
	isPlanned    = featureOf("plan")
	isDenied     = featureOf("deny")
	isClaimed    = featureOf("claim")
	isNegated    = featureOf("negated")
	isAsked      = featureOf("asked")
	isDoubtful   = featureOf("not-happened")
	isOn         = featureOf("topic-on")
	isCentral    = featureOf("topic-central")
	isAnother    = featureOf("topic-another")
	isHeadline   = featureOf("headline")
	isEcho       = featureOf("echo")
	subjectActs  = featureOf("subject-acts")
	namesSubject = featureOf("sentence-names-subject")
	namesBack    = featureOf("sentence-restores")

	targetElsewhere = featureOf("target-elsewhere")
	targetFeatures  = [...]feature{byName: featureOf("target-name"), byNoun: featureOf("target-noun"), byPronoun: featureOf("target-pronoun"), unsaid: featureOf("target-unsaid")}

	clauseNames   = featureOf("clause-subject")
	clausePerson  = featureOf("clause-person")
	clauseRival   = featureOf("clause-rival")
	clauseNoun    = featureOf("clause-noun")
	clausePronoun = featureOf("clause-pronoun")
	clauseDeal    = featureOf("clause-deal")
	clausePlace   = featureOf("clause-place")
	clauseOther   = featureOf("clause-other")
	clauseOwn     = featureOf("clause-own")
	clauseTime    = featureOf("clause-time")
	clauseWish    = featureOf("clause-wish")
	clausePlan    = featureOf("clause-plan")
	clauseNot     = featureOf("clause-not")
	clauseInsider = featureOf("clause-insider")
	wishBefore    = featureOf("sentence-wish-before")
	planBefore    = featureOf("sentence-plan-before")
	claimBefore   = featureOf("sentence-claim-before")
)

// What is said of a vendor and an act.
var (
	roleFeatures = [...]feature{plain: featureOf("role-plain"), doer: featureOf("role-doer"), source: featureOf("role-source"), origin: featureOf("role-origin"), modifier: featureOf("role-modifier"), followed: featureOf("role-followed"), addressed: featureOf("role-addressed")}

	isCarried            = featureOf("carried")
	isClear              = featureOf("carried-clear")
	isOld                = featureOf("carried-long")
	isLast               = featureOf("carried-last")
	isSilent             = featureOf("carried-silent")
	isRival              = featureOf("rival")
	isSupplier           = featureOf("supplier")
	isNoSupplier         = featureOf("no-supplier")
	isOfOthers           = featureOf("of-others")
	ownsShop             = featureOf("owns-shop")
	isPatient            = featureOf("patient")
	isRead               = featureOf("read")
	isReadOfOther        = featureOf("read-of-other")
	areSeveral           = featureOf("several-vendors")
	standsBefore         = featureOf("before")
	standsBeforeInClause = featureOf("before-in-clause")
	standsFarBefore      = featureOf("before-clause")
	standsBehind         = featureOf("behind")
	standsBehindInClause = featureOf("behind-in-clause")
	standsFarBehind      = featureOf("behind-clause")
	isNear               = featureOf("near")
	isFar                = featureOf("far")
	vendorBetween        = featureOf("vendor-between")
	subjectBetween       = featureOf("subject-between")
	actBetween           = featureOf("act-between")
	isClean              = featureOf("clean")
	isCleanBehind        = featureOf("clean-behind")
)

// What stands at once behind an act, and before it.
var (
	objectFeatures = [...]feature{objectSubject: featureOf("object-subject"), objectNoun: featureOf("object-noun"), objectPronoun: featureOf("object-pronoun"), objectDeal: featureOf("object-deal"), objectPlace: featureOf("object-place"), objectOther: featureOf("object-other"), objectPerson: featureOf("object-person"), objectVendor: featureOf("object-vendor"), objectStranger: featureOf("object-stranger")}
	aheadFeatures  = [...]feature{objectSubject: featureOf("ahead-subject"), objectNoun: featureOf("ahead-noun"), objectPronoun: featureOf("ahead-pronoun"), objectDeal: featureOf("ahead-deal"), objectPlace: featureOf("ahead-place"), objectOther: featureOf("ahead-other"), objectPerson: featureOf("ahead-person"), objectVendor: featureOf("ahead-vendor"), objectStranger: featureOf("ahead-stranger")}
)

// object is what an act may be done to.
type object int

const (
	objectSubject object = iota
	objectNoun
	objectPronoun
	objectDeal
	objectPlace
	objectOther
	objectPerson
	objectVendor
	objectStranger
)

// objectAt is what a token can be as an object; false for a mere word.
func (s *sentence) objectAt(k int) (object, bool) {
	t := &s.ts[k]
	switch {
	case t.kind == subject && s.owns(k, markOther):
		return objectOther, true
	case t.kind == subject:
		return objectSubject, true
	case t.kind == person:
		return objectPerson, true
	case t.kind == vendor:
		return objectVendor, true
	case t.kind == point:
		return 0, false
	case t.has(markDeal):
		return objectDeal, true
	case t.has(markOther):
		return objectOther, true
	case t.has(markPlace):
		return objectPlace, true
	case t.has(markSubject):
		return objectNoun, true
	case t.has(markPronoun | markClitic | markThem):
		return objectPronoun, true
	case s.strange(k) && !s.g.final:
		return objectStranger, true
	}
	return 0, false
}

// objectBehind is what stands first behind an act in its stretch.
func (s *sentence) objectBehind(i int) (object, bool) {
	for k := i + 1; k < min(len(s.ts), max(s.ts[i].until, i+1)+4) && s.segment[k] == s.segment[i]; k++ {
		if o, ok := s.objectAt(k); ok && o != objectVendor {
			return o, true
		}
	}
	return 0, false
}

// objectAhead is what stands last before an act in its stretch.
func (s *sentence) objectAhead(i int) (object, bool) {
	for k := i - 1; k >= max(0, i-5) && s.segment[k] == s.segment[i]; k-- {
		if o, ok := s.objectAt(k); ok && o != objectVendor {
			return o, true
		}
	}
	return 0, false
}

// ofAct is what an act and its sentence say by themselves.
func (f *finder) ofAct(s *sentence, r reading) (out []feature) {
	i := r.act
	t := &s.ts[i]
	add := func(x feature, holds bool) {
		if holds {
			out = append(out, x)
		}
	}
	for _, a := range actFeatures {
		add(a.of, t.has(a.mark))
	}
	_, happened := s.status(i)
	asked := s.asks()
	add(isPhrase, t.until > i+1)
	add(isOnlyAct, len(f.readings) == 1)
	add(isPassive, s.passive(i))
	add(isWished, s.around(i, markWish))
	add(isPlanned, s.around(i, markPlan))
	add(isDenied, s.deniedAround(i))
	add(isClaimed, s.any(markClaim))
	add(isNegated, s.negated(i))
	add(isAsked, asked)
	add(isDoubtful, (!happened && !asked) || f.rumoured(s))
	add(isOn, f.topic.on)
	add(isCentral, f.topic.central)
	add(isAnother, f.topic.another)
	add(isHeadline, s.ts[0].at.Start < f.head.End)
	add(isEcho, f.echo > 0)
	add(subjectActs, s.subjectActs(i))
	add(namesSubject, f.names(s.ts, subject))
	add(namesBack, s.any(markBack))
	switch h := r.target; {
	case h.elsewhere:
		out = append(out, targetElsewhere)
	case h.weight > 0:
		out = append(out, targetFeatures[h.weight])
	}
	if o, ok := s.objectBehind(i); ok {
		out = append(out, objectFeatures[o])
	}
	if o, ok := s.objectAhead(i); ok {
		out = append(out, aheadFeatures[o])
	}
	return f.aroundAct(s, out, i)
}

// aroundAct adds what stands in the clause of an act.
func (f *finder) aroundAct(s *sentence, out []feature, i int) []feature {
	var subjects, insiders, persons, rivals, own bool
	var marks, before mark
	for k := range s.ts {
		t := &s.ts[k]
		if k < i {
			before |= t.marks
		}
		if s.of[k] != s.of[i] || k == i {
			continue
		}
		insider := t.kind == person && f.insiders[t.actor]
		subjects, persons, rivals = subjects || t.kind == subject, persons || t.kind == person && !insider, rivals || t.rival
		insiders = insiders || insider
		if t.kind == word && !t.inside {
			own = own || t.has(markSelf) && k+2 < len(s.ts) && (s.ts[k+1].has(markPlace|markDeal) || s.ts[k+2].has(markPlace|markDeal))
			m := t.marks
			if m&markDeal != 0 {
				m &^= markOther
			}
			marks |= m
		}
	}
	for _, x := range [...]struct {
		holds bool
		of    feature
	}{{subjects, clauseNames}, {persons, clausePerson}, {rivals, clauseRival}, {own, clauseOwn}, {marks&markSubject != 0, clauseNoun}, {marks&(markPronoun|markClitic) != 0, clausePronoun},
		{marks&markDeal != 0, clauseDeal}, {marks&markPlace != 0, clausePlace}, {marks&markOther != 0, clauseOther}, {marks&markTime != 0, clauseTime}, {marks&markWish != 0, clauseWish}, {marks&markPlan != 0, clausePlan}, {marks&markNot != 0, clauseNot},
		{insiders, clauseInsider}, {before&markWish != 0, wishBefore}, {before&markPlan != 0, planBefore}, {before&markClaim != 0, claimBefore}} {
		if x.holds {
			out = append(out, x.of)
		}
	}
	return out
}

// subjectActs reports that the subject of the dossier stands before an active verb
// as who acts.
func (s *sentence) subjectActs(i int) bool {
	if s.ts[i].has(markLose|markGone) || s.passive(i) {
		return false
	}
	for k := i - 1; k >= 0 && s.of[k] == s.of[i]; k-- {
		switch s.ts[k].kind {
		case vendor:
			return false
		case subject:
			return s.acts(k)
		}
	}
	return false
}
