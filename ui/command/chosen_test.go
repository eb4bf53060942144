package command

import (
	"testing"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
)

func TestChosenPassagesAreThoseThatTheQueryAsksFor(t *testing.T) {
	index := newLibrary().Index()
	bank, shop := model.Cut{Vendor: "Bank"}, model.Cut{Vendor: "Shop of many names", Status: model.Disputed}
	for _, c := range []struct {
		typed      string
		bank, shop bool
	}{
		{"", true, true},
		{"lang:en", true, true},
		{"vendor:Bank", true, false},
		{"vendor:Bank,Shop", true, true},
		{"vendor:Bank vendor:Shop", true, true},
		{"-vendor:Bank", false, true},
		{"status:disputed", false, true},
		{"-status:disputed", true, false},
		{"status:done,disputed", true, true},
		{"-status:none", true, true},
		{"vendor:Bank status:disputed", false, false},
		{"vendor:Bank OR lang:en", true, true},
		{"sort:title", true, true},
	} {
		q, _ := query.Parse(c.typed)
		found, err := index.Find(t.Context(), q, search.Marks{}, [facet.NumDimensions]bool{})
		if err != nil {
			t.Fatal(err)
		}
		if choose := chosen(q, found); choose(bank) != c.bank || choose(shop) != c.shop {
			t.Errorf("%q chooses Bank: %v, Shop: %v, want %v, %v", c.typed, choose(bank), choose(shop), c.bank, c.shop)
		}
	}
}
