package model

import "testing"

func register() *Register {
	return NewRegister(
		Actor{Name: "Parler", Aliases: []string{"パーラー", "Twilio", "le réseau"}},
		[]Actor{
			{Name: "Amazon", Aliases: []string{"AWS", "Amazon Web Services", "Apple"}},
			{Name: "Apple", Aliases: []string{"AWS", "", "Ａpple Inc."}},
			{Name: "Twilio"},
			{Name: "PARLER", Aliases: []string{"Parler, the firm"}},
			{Name: "Éloïse Müller", Kind: Person},
		},
	)
}

func TestFind(t *testing.T) {
	r := register()
	for _, c := range []struct{ form, want string }{
		{"Amazon", "Amazon"},
		{"amazon", "Amazon"},
		{"AMAZON WEB SERVICES", "Amazon"},
		{"aws", "Amazon"},       // the first claim of an alias holds
		{"apple", "Apple"},      // a name goes before an earlier alias
		{"apple inc.", "Apple"}, // width
		{"Twilio", "Twilio"},    // and before the subject's alias
		{"parler", "Parler"},    // the subject's name goes before any other
		{"Parler, the firm", "PARLER"},
		{"パーラー", "Parler"},
		{"LE RESEAU", "Parler"},
		{"eloise muller", "Éloïse Müller"},
	} {
		a, ok := r.Find(c.form)
		if !ok || a.Name != c.want {
			t.Errorf("Find(%q) = %q, %v, want %q", c.form, a.Name, ok, c.want)
		}
		if got := r.Canonical(c.form); got != c.want {
			t.Errorf("Canonical(%q) = %q, want %q", c.form, got, c.want)
		}
	}
}

func TestFindNobody(t *testing.T) {
	for _, r := range []*Register{register(), NewRegister(Actor{}, nil), new(Register)} {
		for _, form := range []string{"", "Amaz", "Stripe"} {
			if a, ok := r.Find(form); ok {
				t.Errorf("Find(%q) = %q", form, a.Name)
			}
			if got := r.Canonical(form); got != form {
				t.Errorf("Canonical(%q) = %q", form, got)
			}
		}
	}
}

func TestActorsLeaveTheSubjectOut(t *testing.T) {
	r := register()
	if r.Subject().Name != "Parler" || len(r.Actors()) != 5 {
		t.Fatalf("subject %q, %d actors", r.Subject().Name, len(r.Actors()))
	}
	for _, a := range r.Actors() {
		if a.Name == "Parler" {
			t.Error("the subject is among the actors")
		}
	}
}

func TestKindAndStatusNames(t *testing.T) {
	if Person.String() != "person" || Organisation.String() != "organisation" || Kind(0) != Organisation {
		t.Error("kinds are not named as their files name them")
	}
	for _, s := range []Status{Done, Announced, Disputed} {
		if got, ok := ParseStatus(s.String()); !ok || got != s {
			t.Errorf("ParseStatus(%q) = %v, %v", s, got, ok)
		}
	}
	for _, name := range []string{"", "Done", "over"} {
		if got, ok := ParseStatus(name); ok || got != Done {
			t.Errorf("ParseStatus(%q) = %v, %v", name, got, ok)
		}
	}
}

func TestFieldNames(t *testing.T) {
	f := FieldLanguage | FieldCuts
	if got := f.Names(); len(got) != 2 || got[0] != "language" || got[1] != "cuts" {
		t.Errorf("Names() = %q", got)
	}
	if names := Fields(0).Names(); names == nil || len(names) != 0 {
		t.Errorf("no facts are %v, want an empty list, which JSON writes as []", names)
	}
	if !f.Has(FieldCuts) || f.Has(FieldCuts|FieldDate) {
		t.Error("Has is not about all of the facts asked for")
	}
}

func TestArticleCut(t *testing.T) {
	a := Article{Cuts: []Cut{{Vendor: "Apple"}, {Vendor: "Twilio", Status: Disputed}}}
	if c, ok := a.Cut("Twilio"); !ok || c.Status != Disputed {
		t.Errorf("Cut(Twilio) = %v, %v", c, ok)
	}
	if c, ok := a.Cut("Amazon"); ok || c.Vendor != "" {
		t.Errorf("Cut(Amazon) = %v, %v", c, ok)
	}
}
