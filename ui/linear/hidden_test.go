package linear

import (
	"strings"
	"testing"

	"dossier/model"
)

func TestHiddenCharactersAreToldWithTheirLines(t *testing.T) {
	articles := model.Articles{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}}
	o := Options{Library: newLibrary(articles, "One.\n\nTw\u202eo\u200b.\u202e\nThree.\nFo\u200bur.\n", "Plain.\n")}
	said := talk(t, o, "1\nH\nhidden\nq\n2\nH\nq\nq\n")
	want := "4 hidden characters: 2 RLO, 2 ZWSP.\nLine 3: Tw⟨RLO⟩o⟨ZWSP⟩.⟨RLO⟩\nLine 5: Fo⟨ZWSP⟩ur.\n"
	if strings.Count(said, want) != 2 || !strings.Contains(said, "No hidden characters.") && !strings.Contains(said, "no hidden characters.") {
		t.Errorf("looking twice for\n%s\nin\n%s", want, said)
	}
}
