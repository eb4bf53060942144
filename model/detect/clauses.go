package detect

import "strings"

// clause is a part of a sentence with a verb of its own, as far as punctuation
// and conjunctions tell: the words of a main clause on both sides of a relative
// clause belong together.
type clause struct {
	words  []int // indexes of tokens
	parent int   // the clause it stands in; -1 for none
	rel    bool  // about the word before it
	opened bool  // by a conjunction
	size   int   // how many words it has
}

// clauses groups the tokens of a sentence and returns for each token its clause
// and its segment, the stretch between two boundaries.
func clauses(ts []token, final bool) (all []clause, of, segment []int) {
	room := make([]int, 3*len(ts))
	of, segment = room[:len(ts):len(ts)], room[len(ts):2*len(ts):2*len(ts)]
	all = []clause{{parent: -1}}
	current, seg := 0, 0
	for i := range ts {
		switch {
		case ts[i].low == "(" || ts[i].low == "（":
			seg++
			all = append(all, clause{parent: current, rel: true, opened: true})
			current = len(all) - 1
		case ts[i].low == ":" && !clock(ts, i) || ts[i].low == ";" || ts[i].low == "：" || ts[i].low == "；":
			seg++
			all = append(all, clause{parent: -1})
			current = len(all) - 1
		case ts[i].kind == point && isBoundary(ts, i):
			seg++
			if !opens(ts, i+1, final) {
				current = resume(&all, current, final)
			}
		case opensAt(ts, i, final) && (all[current].size > 0 || ts[i].has(markRel)):
			if i == 0 || ts[i-1].kind != point {
				seg++
			}
			all = append(all, clause{parent: current, rel: relative(ts, i), opened: true})
			current = len(all) - 1
		case opensAt(ts, i, final) && all[current].parent < 0:
			all[current].opened = true
		}
		of[i], segment[i] = current, seg
		all[current].size++
	}
	fill(all, of, room[2*len(ts):])
	return all, of, segment
}

// fill gives each clause its words, in one piece of room for all.
func fill(all []clause, of, room []int) {
	for i := range all {
		all[i].words, room = room[:0:all[i].size], room[all[i].size:]
	}
	for i, c := range of {
		all[c].words = append(all[c].words, i)
	}
}

// resume goes back to the clause that a relative or adverbial clause broke off,
// or opens a new one where the sentence began with such a clause.
func resume(all *[]clause, current int, final bool) int {
	if p := (*all)[current].parent; p >= 0 {
		return p
	}
	if final && (*all)[current].opened {
		*all = append(*all, clause{parent: -1})
		(*all)[current].parent = len(*all) - 1
		return len(*all) - 1
	}
	return current
}

// isBoundary: a comma in a list of names is none.
func isBoundary(ts []token, i int) bool {
	switch ts[i].low {
	case ",", "،", "、", "，":
		return !inList(ts, i) && !inDate(ts, i)
	case ":":
		return !clock(ts, i)
	case ";", "(", ")", "–", "—", "；", "：", "（", "）", "؛":
		return true
	}
	return false
}

// inList: "Apple, Google", "Apple Inc, and Google".
func inList(ts []token, i int) bool {
	if !named(ts, i-1, -1) || !named(ts, i+1, 1) || follows(ts, i) {
		return false
	}
	if !ts[i+1].has(markAnd) {
		return !closed(ts, i)
	}
	for k := max(0, i-5); k < i; k++ {
		if ts[k].kind == point && isComma(&ts[k]) {
			return true // a comma before "and" only ends a longer list
		}
	}
	return false
}

// follows reports "like Google" before a comma: another name behind it acts.
func follows(ts []token, i int) bool {
	for k := i - 1; k >= max(0, i-4) && ts[k].kind != point; k-- {
		if ts[k].has(markFollow) && ts[k].kind == word {
			return true
		}
	}
	return false
}

// closed reports that the list before i has its "and" already: "Apple and Google,
// Amazon" are two lists.
func closed(ts []token, i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if ts[k].has(markAnd) && named(ts, k-1, -1) && named(ts, k+1, 1) {
			return true
		}
	}
	return false
}

func named(ts []token, i, step int) bool {
	for n := 0; n < 3 && i >= 0 && i < len(ts); n++ {
		if ts[i].kind == vendor {
			return true
		}
		if ts[i].kind != word || ts[i].has(acts|markSub|markRel|markPassive) || step < 0 && ts[i].has(markClaim) {
			return false
		}
		i += step
	}
	return false
}

// opens reports whether a clause of its own starts at i, a preposition before
// its conjunction aside: "in which".
func opens(ts []token, i int, final bool) bool {
	for n := 0; n < 2 && i < len(ts); n++ {
		if opensAt(ts, i, final) {
			return true
		}
		if !ts[i].has(markFrom | markBy | markOf | markAnd) {
			return false
		}
		i++
	}
	return false
}

// opensAt: relative words count only behind a comma or a preposition, being
// articles elsewhere in German.
func opensAt(ts []token, i int, final bool) bool {
	t := &ts[i]
	if t.kind != word {
		return false
	}
	if t.has(markSub) {
		return !final || i == 0 || ts[i-1].kind == point && ts[i-1].low != ")" || ts[i-1].has(markAnd)
	}
	if final && infinitive(ts, i) {
		return false
	}
	return t.has(markRel) && i > 0 && (ts[i-1].kind == point || ts[i-1].has(markFrom|markBy|markOf) && i > 1 && ts[i-2].kind == point)
}

// infinitive: ", die App zu sperren" holds an article, no relative pronoun.
func infinitive(ts []token, i int) bool {
	for k := i + 1; k < len(ts) && ts[k].kind != point; k++ {
		if ts[k].has(markInf) || ts[k].has(acts) && len(ts[k].low) > 6 && strings.Contains(ts[k].low[2:], "zu") {
			return true
		}
	}
	return false
}

// relative tells "the company that" from "demanding that".
func relative(ts []token, i int) bool {
	for k := i - 1; ts[i].has(markSub) && k >= max(0, i-6) && ts[k].kind != point; k-- {
		if ts[k].has(markWish) || k >= i-5 && ts[k].has(markClaim|markPlan|markDeny) {
			return false
		}
	}
	return ts[i].has(markRel)
}

// clock: the colon of a time of day, 11:59.
func clock(ts []token, i int) bool {
	return i > 0 && i+1 < len(ts) && isNumber(ts[i-1].low) && isNumber(ts[i+1].low) && ts[i+1].at.Start == ts[i].at.End
}

// inDate: the comma of January 9, 2021.
func inDate(ts []token, i int) bool {
	return i > 0 && i+1 < len(ts) && len(ts[i-1].low) <= 2 && isNumber(ts[i-1].low) && len(ts[i+1].low) == 4 && isNumber(ts[i+1].low)
}
