package wording

import (
	"testing"

	"dossier/model"
)

func TestCitation(t *testing.T) {
	day := model.Date{Year: 2021, Month: 1, Day: 9}
	for _, c := range []struct {
		a    model.Article
		want string
	}{
		{model.Article{Title: "T"}, "“T”, undated"},
		{model.Article{Title: "T", Author: "A", Source: "S", Date: day, URL: "https://x"}, "A, “T”, S, 9 January 2021, https://x"},
	} {
		if got := Citation(&c.a); got != c.want {
			t.Errorf("Citation = %q, want %q", got, c.want)
		}
	}
}

func TestCutTies(t *testing.T) {
	for _, c := range []struct {
		cut  model.Cut
		want string
	}{
		{model.Cut{Vendor: "Bank"}, "Bank cut ties"},
		{model.Cut{Vendor: "Bank", Status: model.Disputed, Service: "payments", Date: model.Date{Year: 2021}, Detected: true}, "Bank cut ties (disputed, payments, 2021, detected)"},
	} {
		if got := CutTies(c.cut); got != c.want {
			t.Errorf("CutTies = %q, want %q", got, c.want)
		}
	}
}
