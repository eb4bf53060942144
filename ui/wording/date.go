package wording

import (
	"fmt"
	"strconv"
	"time"

	"dossier/model"
	"dossier/ui/message"
)

// calendar is how a language writes dates.
type calendar struct {
	months, short [12]string
	days          [7]string // of the week, from Sunday, in short
	day           string    // of the month, before its name
	first         string    // the first of a month, if that is written differently
}

// calendars are as Unicode's CLDR has them. Those of golang.org/x/text hold no
// dates.
var calendars = map[string]*calendar{
	"en": {
		months: [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		short:  [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		days:   [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
		day:    "%d",
	},
	"de": {
		months: [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		short:  [...]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
		days:   [...]string{"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"},
		day:    "%d.",
	},
	"fr": {
		months: [...]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		short:  [...]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		days:   [...]string{"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."},
		day:    "%d", first: "1er",
	},
}

// Date writes a date in full: 13 January 2021, 13. Januar 2021. Where no language
// of ours is that of dates it has the form that all can read: 2021-01-13.
func Date(d model.Date) string {
	return date(d, func(c *calendar) string { return c.months[d.Month-1] })
}

// ShortDate writes a date for a list: 13 Jan 2021.
func ShortDate(d model.Date) string {
	return date(d, func(c *calendar) string { return c.short[d.Month-1] })
}

func date(d model.Date, month func(*calendar) string) string {
	c := calendars[message.Dates()]
	switch {
	case d.IsZero():
		return message.Say("undated")
	case c == nil:
		return d.String()
	case d.Month == 0:
		return strconv.Itoa(int(d.Year))
	case d.Day == 0:
		return fmt.Sprintf("%s %d", month(c), d.Year)
	}
	return fmt.Sprintf("%s %s %d", c.of(int(d.Day)), month(c), d.Year)
}

// of is a day of the month before its name.
func (c *calendar) of(day int) string {
	if day == 1 && c.first != "" {
		return c.first
	}
	return fmt.Sprintf(c.day, day)
}

// Days writes a day for an axis, in as many forms as there are, the longest first:
// with its weekday, and alone; with its month where one begins.
func Days(t time.Time, begins bool) []string {
	c := calendars[message.Dates()]
	if c == nil {
		if begins {
			return []string{t.Format("01-02")}
		}
		return []string{t.Format("02")}
	}
	day := c.of(t.Day())
	if begins {
		day += " " + c.short[t.Month()-1]
	}
	return []string{c.days[t.Weekday()] + " " + day, day}
}
