package detect

import (
	"slices"
	"testing"
)

func TestSource(t *testing.T) {
	const head = "A network loses its host"
	tests := []struct{ name, body, want string }{
		{"nothing", "", ""},
		{"only text", head + "\n\n" + prose, ""},
		{"agency in brackets", head + "\n\n(Reuters) - " + prose, "Reuters"},
		{"place and agency", head + "\n\nSAN FRANCISCO (Reuters) - " + prose, "Reuters"},
		{"place, day and agency", head + "\n\nPARIS, 12 janvier (AFP) — " + prose, "AFP"},
		{"stop before the dash", head + "\n\nNueva York, 11 ene (EFE).- " + prose, "EFE"},
		{"slashes", head + "\n\nМОСКВА, 12 января. /ТАСС/. " + prose, "ТАСС"},
		{"agency behind the dash", head + "\n\nМОСКВА, 11 янв - РИА Новости. " + prose, "РИА Новости"},
		{"Japanese brackets", head + "\n\n【ニューヨーク共同】" + prose, "共同"},
		{"Chinese wire", head + "\n\n新华社北京1月12日电 " + prose, "Xinhua"},
		{"Korean brackets", head + "\n\n(서울=뉴시스) " + prose, "뉴시스"},
		{"Arabic", head + "\n\nواشنطن (رويترز) - " + prose, "Reuters"},
		{"an agency nobody knows", head + "\n\nOslo (xyz) – " + prose, "xyz"},
		{"brackets that say something", head + "\n\nThe host (a small firm) – " + prose, ""},
		{"an agency in prose", head + "\n\n" + prose + " The host told Reuters (London) that it would stay.", ""},
		{"behind the last sentence", head + "\n\n" + prose + " Nothing more is known. (dpa)", "dpa"},
		{"signed", head + "\n\n" + prose + "\n\ndpa/abc", "dpa"},
		{"source line", head + "\n\n" + prose + "\n\nQuelle: dpa", "dpa"},
		{"source and date", head + "\n2021年1月11日 来源:海边观察\n\n" + prose, "海边观察"},
		{"copyright", head + "\n\n" + prose + "\n\n© 2021 The Harbour Express", "The Harbour Express"},
		{"copyright of a firm", head + "\n\n" + prose + "\n\n© Hafenkurier GmbH – Alle Rechte vorbehalten.", "Hafenkurier"},
		{"nobody's copyright", head + "\n\n" + prose + "\n\n© Tous droits réservés", ""},
		{"research of one's own", head + "\n\n" + prose + "\n\nQuelle: eigene Recherche", ""},
		{"a site and a date", head + "\nhafenpost.de - 14/01/2021, 20:04\n\n" + prose, "hafenpost.de"},
		{"a topic and a paper", head + "\nBusiness Kurier, 14.01.2021\n\n" + prose, "Business Kurier"},
		{"a picture's credit", head + "\n\n" + prose + "\n\nPhoto: Jane Roe/Reuters", ""},
		{"a picture's copyright", head + "\n\n" + prose + "\n\n© Getty Images", ""},
		{"behind the headline", head + " | The Harbour Courier\n\n" + prose, "The Harbour Courier"},
		{"a site behind the headline", head + " - harbour.example.org\n\n" + prose, "harbour.example.org"},
		{"a site behind the headline", head + " - hafenpost.de\n\n" + prose, "hafenpost.de"},
		{"a bar in a headline", head + " | What comes next\n\n" + prose, ""},
		{"paper above", "Harbour Evening Post\n" + head + "\n\n" + prose, "Harbour Evening Post"},
		{"kicker above", "Tech News\n" + head + "\n\n" + prose, ""},
		{"behind the byline", head + "\nBy Jane Roe, The Harbour Times\n\n" + prose, "The Harbour Times"},
		{"paper and agency", head + "\n\nLONDON (Reuters) - " + prose + "\n\n© 2021 The Harbour Express", "The Harbour Express, after Reuters"},
		{"the agency's own", head + "\n\nLONDON (Reuters) - " + prose + "\n\n© 2021 Thomson Reuters.", "Thomson Reuters"},
	}
	for _, tt := range tests {
		if got := PageOf(tt.body).Source(); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestCredits(t *testing.T) {
	body := "A network loses its host\nBy Jane Roe\n\nLONDON (Reuters) - " + prose + "\n\nA server. Photo: dpa\n\nThe end. (AP)\n\n© 2021 The Harbour Express"
	var got []string
	for _, p := range PageOf(body).Credits() {
		got = append(got, body[p.Start:p.End])
	}
	want := []string{"By Jane Roe", "LONDON (Reuters)", ": dpa", "(AP)", "© 2021 The Harbour Express"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzSource(f *testing.F) {
	for _, s := range []string{"", "(Reuters) - x", "A | B Post\n\n© 2021 C", "МОСКВА, 1 янв. /ТАСС/. Да", "【共同】x", "Source: :", "(=)", "x (", "新华社1电"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		body = toClean(body)
		for _, s := range []string{PageOf(body).Source(), PageOf(body).Author()} {
			if len(s) > 3*longest || s != oneLine(s) {
				t.Errorf("%q is no name on one line", s)
			}
		}
		last := 0
		for _, p := range PageOf(body).Credits() {
			if p.Start < last || p.End <= p.Start || p.End > len(body) {
				t.Fatalf("credit %v after %d of %d bytes", p, last, len(body))
			}
			last = p.End
		}
	})
}
