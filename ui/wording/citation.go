package wording

import (
	"strings"

	"dossier/model"
	"dossier/ui/message"
)

// Citation names an article as a footnote does: author, title, source, date and
// address, as far as they are known.
func Citation(a *model.Article) string {
	parts := make([]string, 0, 5)
	if a.Author != "" {
		parts = append(parts, a.Author)
	}
	parts = append(parts, message.Say("“%s”", a.Title))
	if a.Source != "" {
		parts = append(parts, a.Source)
	}
	parts = append(parts, Date(a.Date))
	if a.URL != "" {
		parts = append(parts, a.URL)
	}
	return strings.Join(parts, ", ")
}

// CutTies says in a few words what a cut is: Twilio cut ties (disputed, messaging,
// 11 January 2021, detected). A cut that was done goes without saying so.
func CutTies(c model.Cut) string {
	var about []string
	if c.Status != model.Done {
		about = append(about, Status(c.Status))
	}
	if c.Service != "" {
		about = append(about, Service(c.Service))
	}
	if !c.Date.IsZero() {
		about = append(about, Date(c.Date))
	}
	if c.Detected {
		about = append(about, message.Say("detected"))
	}
	if len(about) == 0 {
		return message.Say("%s cut ties", c.Vendor)
	}
	return message.Say("%s cut ties (%s)", c.Vendor, strings.Join(about, ", "))
}
