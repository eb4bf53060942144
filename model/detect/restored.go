package detect

import (
	"strconv"

	"dossier/model"
)

// takenBack notes that a vendor took the subject back, if it says when: Restored
// is a day, a month or a year, and cannot say "some time".
func (f *finder) takenBack(s *sentence, i int) {
	if status, happened := s.status(i); !happened || status != model.Done || !f.topic.on {
		return
	}
	doers := f.takers(s, i)
	if len(doers) == 0 || s.other(i, doers[len(doers)-1]) >= 0 {
		return
	}
	day := f.takenOn(s, s.evidence(i, doers, hit{token: i}))
	for _, k := range doers {
		if v := s.ts[k].actor; f.restored[v].Compare(day) < 0 {
			f.restored[v] = day
		}
	}
}

// takers finds who took the subject back: "Apple let the app back into its store",
// "Parler is back in Apple's store".
func (f *finder) takers(s *sentence, i int) []int {
	k := s.doerBefore(i)
	if k < 0 && s.g.inverts {
		k = s.doerAfter(i)
	}
	if k < 0 {
		k = s.doerAbove(i)
	}
	if k < 0 {
		k = f.stands(s, i)
	}
	if k >= 0 {
		return s.list(k)
	}
	var doers []int
	for k := range s.ts {
		if s.ts[k].kind == vendor && s.of[k] == s.of[i] {
			if r := s.role(k); r == doer || r == origin || s.owns(k, markPlace) {
				doers = append(doers, k)
			}
		}
	}
	if len(doers) == 0 {
		doers = f.shops(s, i)
	}
	return doers
}

// takenOn is the day or month that a passage states, or, in the headline and the
// paragraph below it, which tell news, the month of the article.
func (f *finder) takenOn(s *sentence, at model.Passage) model.Date {
	if d := s.date(at, f.day); !d.IsZero() {
		return d
	}
	if d := s.month(at, f.day); !d.IsZero() {
		return d
	}
	if at.Start < f.opening && f.day.Month > 0 {
		return model.Date{Year: f.day.Year, Month: f.day.Month}
	}
	return model.Date{}
}

// month is the month that a passage names, with its year or that of the day before
// which it was last.
func (s *sentence) month(at model.Passage, day model.Date) model.Date {
	for k := range s.ts {
		m := 0
		if t := &s.ts[k]; t.has(markTime) && t.at.Start >= at.Start && t.at.Start < at.End {
			m = monthOf(t.low)
		}
		if m == 0 {
			continue
		}
		for _, j := range [...]int{k + 1, k + 2, k - 1} {
			if j >= 0 && j < len(s.ts) && len(s.ts[j].low) == 4 && isNumber(s.ts[j].low) {
				year, _ := strconv.Atoi(s.ts[j].low)
				return model.Date{Year: int16(year), Month: uint8(m)}
			}
		}
		return before(day, m)
	}
	return model.Date{}
}

// before is the last month of that number up to a day; zero if that is not known.
func before(day model.Date, month int) model.Date {
	switch {
	case day.Month == 0:
		return model.Date{}
	case month > int(day.Month):
		return model.Date{Year: day.Year - 1, Month: uint8(month)}
	}
	return model.Date{Year: day.Year, Month: uint8(month)}
}
