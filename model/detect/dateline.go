package detect

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/model"
)

// Date returns the day or month that a line around the article states: one put
// before the text by a program, a short line above it such as "8 January 2021",
// the mark of an agency before its first sentence, or "Published on 8 January
// 2021" behind it. It never reads running prose. The zero Date means no line says
// so.
func (p *Page) Date() model.Date {
	for _, word := range strings.Fields(p.body[:p.prefix]) {
		if d := isoDate(word); !d.IsZero() {
			return d
		}
	}
	for _, l := range p.around() {
		if isDateLine(l.text) {
			return dateIn(l.text)
		}
	}
	for _, l := range p.around() {
		if d := monthIn(l.text); !d.IsZero() {
			return d
		}
	}
	if mark, _ := p.mark(); mark != "" {
		if d := dateIn(mark); !d.IsZero() {
			return d
		}
	}
	return p.dateBelow()
}

// dateBelow reads a line behind the text that says when it was published.
func (p *Page) dateBelow() model.Date {
	for _, l := range lastLines(p.body, footLines) {
		low := strings.TrimLeft(strings.ToLower(l), bullets)
		if columns(l) <= dateColumns && isDated(low) {
			if d := dateIn(l); !d.IsZero() {
				return d
			}
		}
	}
	return model.Date{}
}

const (
	dateColumns = 100 // how long a line with a date may be
	dateExtras  = 5   // how many words of it may be no part of the date
	footLines   = 8   // how many lines behind the text are looked at
)

// isDateLine reports a short line that is little more than a date, or that says
// itself that it is one.
func isDateLine(s string) bool {
	if columns(s) > dateColumns || ends(s) && words(s) > 7 || !strings.ContainsFunc(s, unicode.IsDigit) || dateIn(s).IsZero() {
		return false
	}
	low := strings.TrimLeft(strings.ToLower(s), bullets)
	s, _ = dateBy(s)
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") && !dateIn(s[:open]).IsZero() {
		s = s[:open] // (Mexico City time)
	}
	return words(lettersOnly(s)) <= dateExtras || beginsWith(low, furnitureWords().dated) != "" || beginsWith(low, furnitureWords().bys) != ""
}

// lettersOnly is s without its figures.
func lettersOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '年' || r == '月' || r == '日' {
			return ' '
		}
		return r
	}, s)
}

func isoDate(word string) model.Date {
	for _, n := range [...]int{len("2021-01-08"), len("2021-01")} {
		if len(word) >= n {
			if d, err := model.ParseDate(word[:n]); err == nil {
				return d
			}
		}
	}
	return model.Date{}
}

// dateIn finds a full date in a short line: 2021-01-08, 08.01.2021, 8 January
// 2021, January 8, 2021, 2021年1月8日.
func dateIn(s string) model.Date {
	if !strings.ContainsFunc(s, unicode.IsDigit) {
		return model.Date{}
	}
	for word := range strings.FieldsSeq(s) {
		if d := isoDate(word); d.Day > 0 {
			return d
		}
	}
	n := datePartsOf(s)
	for i := 0; i+2 < len(n); i++ {
		if d := dateOf(n[i], n[i+1], n[i+2]); !d.IsZero() {
			return d
		}
	}
	return model.Date{}
}

// datePartsOf lists the numbers of a line in order, months by name as negative
// ones.
func datePartsOf(s string) (n []int) {
	isBetween := func(r rune) bool { return !isWordRune(r) || strings.ContainsRune("年月日년월일", r) }
	for _, word := range strings.FieldsFunc(strings.ToLower(westernDigits(s)), isBetween) {
		if v, err := strconv.Atoi(word); err == nil {
			if strings.Contains(s, word+"年") && v > minguo.from && v < minguo.to {
				v += minguo.epoch
			}
			n = append(n, v)
		} else if v, err := strconv.Atoi(strings.TrimRight(word, "thsndrº")); err == nil {
			n = append(n, v) // 8th, 1st, 1er
		} else if m := monthOf(word); m > 0 {
			n = append(n, -m)
		}
	}
	return n
}

// minguo is how Taiwan counts its years, as far as newspapers on the web do.
var minguo = struct{ from, to, epoch int }{80, 200, 1911}

// westernDigits writes the digits of Arabic, Persian and full width as 0 to 9.
func westernDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		for _, zero := range [...]rune{'٠', '۰', '０'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, s)
}

// dateOf tries the orders in which a date is written. Of two numbers that may
// both be the month the day is taken to stand first, as most of the world has it.
func dateOf(a, b, c int) model.Date {
	switch {
	case b < 0 && a > 1900:
		return valid(a, -b, c)
	case b < 0:
		return valid(c, -b, a)
	case a < 0:
		return valid(c, -a, b)
	case a > 1900:
		return valid(a, b, c)
	case b > 12:
		return valid(c, a, b)
	}
	return valid(c, b, a)
}

func valid(year, month, day int) model.Date {
	if year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 {
		return model.Date{}
	}
	d, err := model.ParseDate(model.Date{Year: int16(year), Month: uint8(month), Day: uint8(day)}.String())
	if err != nil {
		return model.Date{}
	}
	return d
}

// monthTable knows the names of months: whole words, and stems by their first letter.
type monthTable struct {
	words map[string]int
	stems map[rune][]monthStem
}

type monthStem struct {
	stem  string
	month int
}

var months = sync.OnceValue(func() *monthTable {
	t := &monthTable{words: map[string]int{}, stems: map[rune][]monthStem{}}
	month := 0
	entries("months.txt", func(entry string) {
		month++
		for name := range strings.SplitSeq(entry, "/") {
			t.add(name, month)
		}
	})
	return t
})

func (t *monthTable) add(name string, month int) {
	stem, open := strings.CutSuffix(name, "*")
	if !open {
		t.words[name] = month
		return
	}
	r, _ := utf8.DecodeRuneInString(stem)
	t.stems[r] = append(t.stems[r], monthStem{stem, month})
}

// monthOf returns the number of a month by its name in lower case, 0 for another
// word.
func monthOf(word string) int {
	t := months()
	if m := t.words[word]; m > 0 {
		return m
	}
	r, _ := utf8.DecodeRuneInString(word)
	for _, s := range t.stems[r] {
		if strings.HasPrefix(word, s.stem) {
			return s.month
		}
	}
	return 0
}
