package detect

// losing: Parler lost access to Twilio and Slack.
func (f *finder) losing(s *sentence, i int) ([]int, hit) {
	target, ok := f.lastTarget(s, 0, i)
	if !ok || target.elsewhere {
		target, ok = f.clauseSubject(s, i)
	}
	if !ok && s.g.inverts {
		target, ok = f.firstTarget(s, i+1, min(len(s.ts), i+5), s.of[i])
	}
	if !ok && s.opensStretch(i) && f.names(s.ts, subject) {
		target, ok = hit{weight: byName, token: i}, true // Stripped of its servers by Amazon, Parler
	}
	if !ok || target.elsewhere {
		return nil, hit{}
	}
	var doers []int
	for k := target.token + 1; k < len(s.ts); k++ {
		if s.ts[k].kind == vendor && s.of[k] == s.of[i] && s.reaches(i, k) && s.role(k) != source {
			doers = append(doers, k)
		}
	}
	return doers, target
}

// clauseSubject finds the subject of the dossier before an act, whatever stands
// between.
func (f *finder) clauseSubject(s *sentence, i int) (hit, bool) {
	for k := i - 1; k >= 0; k-- {
		if s.of[k] == s.of[i] && (s.ts[k].kind == subject || s.ts[k].has(markSubject|markPronoun) && f.topic.on) {
			if h, ok := f.target(s, k); ok && h.weight > 0 {
				return h, true
			}
		}
	}
	return hit{}, false
}
