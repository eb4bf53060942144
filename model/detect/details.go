package detect

import (
	"cmp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// details are what a statement of a cut says besides that it was made.
type details struct {
	date   model.Date
	reason string
}

// details reads them from the sentence of an act; day is that of the article.
func (s *sentence) details(at model.Passage, status model.Status, day model.Date) details {
	d := details{reason: s.reason()}
	if status == model.Done {
		d.date = s.date(at, day)
	}
	return d
}

// supplied lists the services by their names in this program, each with the
// words that stand for it in any language.
var supplied = sync.OnceValue(func() (all []slot) {
	entries("supplied.txt", func(entry string) {
		name, words, _ := strings.Cut(entry, ":")
		any := []string{name}
		for w := range strings.SplitSeq(words, ";") {
			any = append(any, strings.TrimSpace(w))
		}
		all = append(all, slot{any: any})
	})
	return all
})

// service names what the vendor supplied by the first of its words in text.
func service(text string) string {
	low := " " + strings.ToLower(text)
	for _, s := range supplied() {
		for _, w := range s.any[1:] {
			if startsWord(low, w) {
				return s.any[0]
			}
		}
	}
	return ""
}

// startsWord reports that some word of text, or in a script without spaces some
// part of it, starts with w.
func startsWord(text, w string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:from+i])
		first, _ := utf8.DecodeRuneInString(w)
		if classOf(before) == none || classOf(first) == unspaced {
			return true
		}
		from += i + len(w)
	}
}

// maxReason is how many characters a reason may have.
const maxReason = 80

// reason is the stretch behind "because of", with those words, up to what
// ends it; empty where it would be too long.
func (s *sentence) reason() string {
	if s.g.after || s.g.final && s.g.free {
		return ""
	}
	for k := range s.ts {
		if !s.ts[k].has(markWhy) || s.ts[k].kind != word {
			continue
		}
		last := k
		for last+1 < len(s.ts) && !s.endsReason(last+1) {
			last++
		}
		for last > k && s.ts[last].kind == point {
			last--
		}
		text := s.body[s.ts[k].at.Start:s.ts[last].at.End]
		if last > k && utf8.RuneCountInString(text) <= maxReason && !strings.Contains(text, "\n") {
			return text
		}
	}
	return ""
}

// endsReason: punctuation, a verb of ending a service, or the place it is ended at.
func (s *sentence) endsReason(k int) bool {
	t := &s.ts[k]
	if t.kind == point {
		return isBoundary(s.ts, k) || t.low == "." || t.low == "!"
	}
	return t.has(acts&^markNoun) && t.kind == word && t.until > k || t.has(markFrom) && !t.has(markOf)
}

// date is the day that the evidence states, in full or as a weekday of the week
// before the article's day; zero where it names several.
func (s *sentence) date(at model.Passage, day model.Date) model.Date {
	if d := s.stated(at); !d.IsZero() || day.Day == 0 {
		return d
	}
	if d, ok := s.dayOfMonth(at, day); ok {
		return d
	}
	named := -1
	for k := range s.ts {
		if !s.ts[k].has(markTime) || s.ts[k].at.Start < at.Start || s.ts[k].at.End > at.End {
			continue
		}
		switch w := weekday(s.ts[k].low); {
		case w < 0:
		case named >= 0:
			return model.Date{}
		default:
			named = w
		}
	}
	if named < 0 {
		return model.Date{}
	}
	return lastWeekday(day, time.Weekday(named))
}

// stated is the full date in a passage. Most have no number at all, and that is soon
// seen.
func (s *sentence) stated(at model.Passage) model.Date {
	text := s.body[at.Start:at.End]
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return model.Date{}
	}
	return cmp.Or(dateIn(text), s.fullDate(at))
}

// fullDate is a day with month and year in scripts and languages that join
// something to its numbers: 2021年5月17日, 2021. május 17-én.
func (s *sentence) fullDate(at model.Passage) model.Date {
	var n []int // the numbers in order, months by name as negative ones
	for k := range s.ts {
		if t := &s.ts[k]; t.at.Start >= at.Start && t.at.Start < at.End {
			if v, ok := leading(s.body[t.at.Start:t.at.End]); ok {
				n = append(n, v)
			} else if m := s.monthAt(k); m > 0 {
				n = append(n, -m)
			}
		}
	}
	for i := 0; i+2 < len(n); i++ {
		if n[i] > 1900 && n[i+1] < 0 {
			n[i+1] = -n[i+1]
		}
		if d := dateOf(n[i], n[i+1], n[i+2]); !d.IsZero() {
			return d
		}
	}
	return model.Date{}
}

// monthAt is the month that a word names, 0 for another word. That the lexicon has
// it as a word of time is asked first, being far cheaper.
func (s *sentence) monthAt(k int) int {
	if !s.ts[k].has(markTime) {
		return 0
	}
	return monthOf(s.ts[k].low)
}

// leading is the number that a word starts with.
func leading(word string) (int, bool) {
	if i := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }); i >= 0 {
		word = word[:i]
	}
	v, err := strconv.Atoi(word)
	return v, err == nil
}

// dayOfMonth is a day without its year, the last before the article's: "on
// January 9". It also answers, with no date, a month without a day.
func (s *sentence) dayOfMonth(at model.Passage, day model.Date) (model.Date, bool) {
	for k := range s.ts {
		if !s.ts[k].has(markTime) || s.ts[k].at.Start < at.Start || s.ts[k].at.Start > at.End+len(", ") {
			continue
		}
		m := s.monthAt(k)
		if m == 0 {
			continue
		}
		year := int(day.Year)
		if m > int(day.Month) && day.Month > 0 {
			year--
		}
		for _, j := range [...]int{k - 1, k - 2, k + 1, k + 2} {
			if j >= 0 && j < len(s.ts) && s.ts[j].low != "" && len(s.ts[j].low) <= 2 && isNumber(s.ts[j].low) {
				n, _ := strconv.Atoi(s.ts[j].low)
				return valid(year, m, n), true
			}
		}
		return model.Date{}, true
	}
	return model.Date{}, false
}

// lastWeekday is the day with that name on or before another.
func lastWeekday(day model.Date, w time.Weekday) model.Date {
	t := time.Date(int(day.Year), time.Month(day.Month), int(day.Day), 0, 0, 0, 0, time.UTC)
	t = t.AddDate(0, 0, -int((t.Weekday()-w+7)%7))
	return model.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
}

var weekdays = sync.OnceValue(func() (all []slot) {
	entries("weekdays.txt", func(entry string) { all = append(all, slot{any: strings.Split(entry, "/")}) })
	return all
})

// weekday returns the number of a weekday by its name, Sunday 0; -1 for another
// word.
func weekday(low string) int {
	for i, d := range weekdays() {
		if d.fits(low) {
			return i
		}
	}
	return -1
}
