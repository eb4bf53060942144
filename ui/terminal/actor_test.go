package terminal

import (
	"strings"
	"testing"

	"dossier/model"
)

func TestActorCard(t *testing.T) {
	f := newFixture(6)
	f.dossier.Register = model.NewRegister(model.Actor{Name: "Acme"}, []model.Actor{
		{Name: "Jo Doe", Kind: model.Person, Role: "head of Acme", Aliases: []string{"Doe"}}, {Name: "Globex"}, {Name: "Initech"},
	})
	f.text.Body = "## A heading\n\nNobody.\n\n" + strings.Repeat("Words between.\n\n", 40) + "Then **Jo Doe** left. Doe said so.\n"
	p := opened(t, f, 100, 30)
	press(p, "f")
	typed(p, "lang:de")
	press(p, "enter", "3", "i")
	sees(t, p, "Jo Doe", "person · head of Acme", "Also called   Doe", "2 articles of the list", "Deutsch: Doe 2, Jo Doe 2",
		"Stands with   Globex 2", "“Then Jo Doe left.”", "Title 4 with")
	press(p, "enter") // on a fact, which is only read
	sees(t, p, "head of Acme")
	press(p, "G", "enter")
	sees(t, p, "Then Jo Doe left.", "!head of Acme")
	press(p, "q")
	sees(t, p, "head of Acme")
	press(p, "esc")
	sees(t, p, "LANGUAGE", "lang:de")

	press(p, "2", "i")
	sees(t, p, "Globex", "organisation", "2 articles of the list; 2 say that it cut ties")
	press(p, "esc", "1", "i")
	sees(t, p, "a language has no card")
}
