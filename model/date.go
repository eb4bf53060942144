package model

import (
	"fmt"
	"strconv"
	"strings"
)

// Date is a day, a month or a year, as exactly as it is known. Month and Day
// are zero where it is not; the zero Date is no date.
type Date struct {
	Year  int16
	Month uint8
	Day   uint8
}

// ParseDate reads 2021, 2021-01 or 2021-01-08. It refuses days that the
// calendar does not have.
func ParseDate(s string) (Date, error) {
	bad := fmt.Errorf("%q is no date: use 2021-01-08, 2021-01 or 2021", s)
	parts := strings.Split(s, "-")
	widths := [...]int{4, 2, 2}
	if len(parts) > len(widths) {
		return Date{}, bad
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.ParseUint(p, 10, 16)
		if err != nil || len(p) != widths[i] || v == 0 {
			return Date{}, bad
		}
		n[i] = int(v)
	}
	d := Date{int16(n[0]), uint8(min(n[1], 99)), uint8(min(n[2], 99))}
	if d.Month > 12 || d.Day > 0 && int(d.Day) > daysIn(n[0], n[1]) {
		return Date{}, bad
	}
	return d, nil
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes d as ParseDate reads it; the zero Date is empty.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates by time; a month stands before its days.
func (d Date) Compare(e Date) int {
	return d.key() - e.key()
}

func (d Date) key() int { return int(d.Year)<<16 | int(d.Month)<<8 | int(d.Day) }

// Range is a span of time. A zero end is open.
type Range struct{ From, To Date }

// Overlaps reports whether d, at the precision it is known with, touches r:
// the date 2021-01 overlaps 2021-01-08..2021-01-12. No date overlaps nothing.
func (r Range) Overlaps(d Date) bool {
	if d.IsZero() {
		return false
	}
	return (r.To.IsZero() || d.first() <= r.To.last()) &&
		(r.From.IsZero() || d.last() >= r.From.first())
}

func (d Date) first() int {
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}.key()
}

func (d Date) last() int {
	if d.Month == 0 {
		d.Month = 12
	}
	if d.Day == 0 {
		d.Day = 31
	}
	return d.key()
}
