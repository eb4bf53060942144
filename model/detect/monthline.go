package detect

import (
	"strings"
	"unicode"

	"dossier/model"
)

// monthIn reads a short line that is a month with its year and hardly more: "September
// 2022", "From the January 2022 issue", 2021年5月.
func monthIn(s string) model.Date {
	if len(s) > dateColumns || !strings.ContainsFunc(s, unicode.IsDigit) || columns(s) > dateColumns/2 || ends(s) || words(s) > dateExtras+1 {
		return model.Date{}
	}
	n := datePartsOf(s)
	if len(n) != 2 {
		return model.Date{}
	}
	year, month := max(n[0], n[1]), min(n[0], n[1])
	if !strings.Contains(s, "月") && month > 0 || year < 1900 || year > 2100 || month > 12 {
		return model.Date{}
	}
	others := 0
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if monthOf(w) == 0 && !strings.ContainsFunc(w, unicode.IsDigit) && !ofIssue[strings.Trim(w, ".,:")] {
			others++
		}
	}
	if others > 0 {
		return model.Date{}
	}
	d, err := model.ParseDate(model.Date{Year: int16(year), Month: uint8(max(month, -month))}.String())
	if err != nil {
		return model.Date{}
	}
	return d
}

// ofIssue are words that stand with the month of a magazine.
var ofIssue = map[string]bool{"from": true, "the": true, "issue": true, "edition": true, "of": true, "de": true, "del": true, "ausgabe": true, "heft": true, "nr": true, "numéro": true, "número": true, "edición": true, "edição": true, "numero": true, "nummer": true, "utgave": true, "wydanie": true, "dossier": true, "magazine": true, "magazin": true, "revista": true, "rivista": true, "tijdschrift": true, "r": true, "г": true, "року": true}
