package detect

import (
	"testing"

	"dossier/model"
)

// TestCutDetails reads what a statement says besides that the cut was made.
func TestCutDetails(t *testing.T) {
	monday := model.Date{Year: 2021, Month: 1, Day: 11}
	tests := []struct {
		lang, text, date, service, reason string
		day                               model.Date
	}{
		{"en", "Google suspended Parler from the Play Store on Friday because of posts that incite violence.", "2021-01-08", "app store", "because of posts that incite violence", monday},
		{"en", "Google suspended Parler on Friday.", "", "", "", model.Date{}},
		{"en", "Google suspended Parler on Friday.", "", "", "", model.Date{Year: 2021, Month: 1}},
		{"en", "Google suspended Parler on Monday.", "2021-01-11", "", "", monday},
		{"en", "Apple removed Parler on January 9, 2021.", "2021-01-09", "", "", monday},
		{"en", "Amazon will suspend Parler on Sunday.", "", "", "", monday},
		{"en", "Apple removed Parler on Saturday, Jan 9.", "2021-01-09", "", "", monday},
		{"en", "Apple removed Parler on Saturday, Jan 9.", "2021-01-09", "", "", model.Date{Year: 2021, Month: 4, Day: 20}},
		{"de", "Apple sperrte Parler im Dezember.", "", "", "", monday},
		{"de", "Apple sperrte Parler am 9. Dezember.", "2020-12-09", "", "", monday},
		{"en", "Stripe, the payments firm, dropped Parler.", "", "payments", "", monday},
		{"de", "Amazon schaltete am 10. Januar 2021 die Server von Parler ab.", "2021-01-10", "hosting", "", monday},
		{"de", "Google warf Parler am Freitag wegen Gewaltaufrufen aus dem Play Store.", "2021-01-08", "app store", "wegen Gewaltaufrufen", monday},
		{"fr", "Google a suspendu Parler vendredi en raison de messages violents.", "2021-01-08", "", "en raison de messages violents", monday},
	}
	actors := NewActors(cutRegister())
	for _, tt := range tests {
		cuts := actors.Cuts(tt.text, tt.lang, tt.day)
		if len(cuts) != 1 {
			t.Errorf("%s: %d cuts", tt.text, len(cuts))
			continue
		}
		c := cuts[0]
		if c.Date.String() != tt.date || c.Service != tt.service || c.Reason != tt.reason {
			t.Errorf("%s\nis of %q, of %q, for %q", tt.text, c.Date, c.Service, c.Reason)
		}
	}
}
