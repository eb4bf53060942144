package frontmatter

import (
	"strings"
	"time"

	"dossier/model"
)

// layouts are the dates that people and site generators write, beside ISO
// 8601. A form that two countries read in two ways, such as 01/02/2021, is not
// among them.
var layouts = []string{
	"20060102", "2006/1/2", "2006.1.2", "2006-1-2", "2.1.2006", "2. 1. 2006",
	"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006",
	"Monday, January 2, 2006", "Monday, 2 January 2006", "Mon, 2 Jan 2006",
	time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, time.UnixDate,
	"January 2006", "2006/1",
}

// ParseDate reads a date as front matter writes it: 2021-01-08, 2021-01, 2021,
// a time of RFC 3339 or SQL, or one of a few common forms. The time of day is
// dropped and the day is the one that is written, whatever its time zone.
func ParseDate(s string) (d model.Date, ok bool) {
	s = withoutTime(strings.TrimSpace(s))
	if d, err := model.ParseDate(s); err == nil {
		return d, true
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			return fromTime(t, layout), true
		}
	}
	return model.Date{}, false
}

func fromTime(t time.Time, layout string) model.Date {
	d := model.Date{Year: int16(t.Year()), Month: uint8(t.Month()), Day: uint8(t.Day())}
	if layout == "January 2006" || layout == "2006/1" {
		d.Day = 0
	}
	return d
}

// withoutTime cuts "T10:00:00Z" or " 10:00" off a day written year first.
func withoutTime(s string) string {
	const day = len("2006-01-02")
	if len(s) > day+1 && isDigit(s[0]) && strings.IndexByte("Tt ", s[day]) >= 0 && isDigit(s[day+1]) {
		return s[:day]
	}
	return s
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
