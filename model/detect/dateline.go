package detect

import (
	"strconv"
	"strings"
	"sync"

	"dossier/model"
)

// Date returns the day or month that a line around the article states: one put
// before the text by a program, or a short line above it such as "8 January
// 2021". It never reads running prose. The zero Date means no line says so.
func Date(body string) model.Date {
	if n := machinePrefix(body); n > 0 {
		for _, word := range strings.Fields(body[:n]) {
			if d := isoDate(word); !d.IsZero() {
				return d
			}
		}
	}
	title, _ := Headline(body)
	for _, l := range firstLines(body, headLines) {
		if isProse(l) {
			break
		}
		if l.text != title && columns(l.text) <= 80 {
			if d := dateIn(l.text); !d.IsZero() {
				return d
			}
		}
	}
	return model.Date{}
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
	var n []int // the numbers in order, months by name as negative ones
	for _, word := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWordRune(r) || r == '年' || r == '月' || r == '日' }) {
		if v, err := strconv.Atoi(word); err == nil {
			n = append(n, v)
		} else if m := monthOf(word); m > 0 {
			n = append(n, -m)
		}
	}
	for i := 0; i+2 < len(n); i++ {
		if d := dateOf(n[i], n[i+1], n[i+2]); !d.IsZero() {
			return d
		}
	}
	return model.Date{}
}

// dateOf tries the orders in which a date is written. Of two numbers that may
// both be the month the day is taken to stand first, as most of the world has it.
func dateOf(a, b, c int) model.Date {
	switch {
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

var months = sync.OnceValue(func() []slot {
	var all []slot
	entries("months.txt", func(entry string) { all = append(all, slot{any: strings.Split(entry, "/")}) })
	return all
})

// monthOf returns the number of a month by its name, 0 for another word.
func monthOf(word string) int {
	for i, m := range months() {
		if m.fits(word) {
			return i + 1
		}
	}
	return 0
}
