package terminal

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// revealed is an article that is read, from a file with something hidden in it.
func revealed(t *testing.T, w, h int) (*program, *fixture) {
	t.Helper()
	f := newFixture(3)
	f.text.Body = chapters(20)
	f.stored = "---\ntitle: T\n---\n" + strings.Replace(chapters(20), "Words", "W\u202eo\u200brds", 2) + "the end\u202e\n"
	for i := range f.articles {
		f.articles[i].Cuts = nil
	}
	p := opened(t, f, w, h)
	press(p, "enter")
	return p, f
}

func TestHiddenCharactersShow(t *testing.T) {
	p, _ := revealed(t, 80, 24)
	press(p, "H")
	sees(t, p, "5 hidden characters: 3 RLO, 2 ZWSP", "title: T", "## Chapter 0")
	press(p, "n")
	sees(t, p, "W⟨RLO⟩o⟨ZWSP⟩rds", "1/5", "H article")
	press(p, "N")
	sees(t, p, "5/5", "the end⟨RLO⟩")
	press(p, "/")
	typed(p, "chapter 3")
	press(p, "enter")
	sees(t, p, "1/", "Of **chapter** 3", "› text of the file")
	press(p, "esc", "n")
	sees(t, p, "5/5")
	press(p, "esc")
	sees(t, p, "!hidden", "!title: T", "!⟨RLO⟩")
}

func TestNothingHiddenIsSaid(t *testing.T) {
	p, f := revealed(t, 80, 24)
	f.stored = "plain\n"
	press(p, "H")
	sees(t, p, "no hidden characters", "plain")
}

// TestBackFromHiddenCharacters returns to the very line, whatever was done in
// between, and keeps no place of the other text.
func TestBackFromHiddenCharacters(t *testing.T) {
	for _, keys := range []string{"", "G", "n N z z", "ctrl+d w", "K h . ] t + -", "/ c h enter"} {
		p, _ := revealed(t, 80, 24)
		press(p, "ctrl+d", "ctrl+d", "ctrl+d", "j")
		before := p.reader.Place()
		press(p, "H")
		press(p, strings.Fields(keys)...)
		p.keepPlace()
		for p.sought != "" {
			press(p, "esc")
		}
		press(p, "H")
		if got := p.reader.Place(); got != before || p.revealing.on || p.whole {
			t.Errorf("%s: back at %d, was at %d", keys, got, before)
		}
		press(p, "H", "G", "q", "enter")
		if got := p.reader.Place(); got != before || p.reader.Text().Revealed() {
			t.Errorf("%s: opened again at %d, was at %d", keys, got, before)
		}
	}
}

func TestHiddenCharactersAreOfOneReading(t *testing.T) {
	for _, leave := range [][]string{{"q", "enter"}, {"J"}, {"ctrl+o", "q", "enter"}} {
		p, _ := revealed(t, 80, 24)
		press(p, "H")
		press(p, leave...)
		sees(t, p, "!title: T", "!⟨RLO⟩", "!hidden")
	}
}

// TestScreenChangesWhileAFileIsRead and nothing of the text before comes between.
func TestScreenChangesWhileAFileIsRead(t *testing.T) {
	p, _ := revealed(t, 80, 24)
	press(p, "ctrl+d", "ctrl+d")
	before := p.reader.Place()
	_, late := p.Update(key("H"))
	send(p, tea.WindowSizeMsg{Width: 60, Height: 20})
	sees(t, p, "hidden characters")
	drive(p, late)
	send(p, tea.WindowSizeMsg{Width: 80, Height: 24})
	sees(t, p, "hidden characters")
	press(p, "H")
	if got := p.reader.Place(); got != before {
		t.Errorf("back at %d, was at %d", got, before)
	}
}

func TestAFileThatHasGoneSaysSo(t *testing.T) {
	p, f := revealed(t, 80, 24)
	f.err = errors.New("cannot open a.md: there is no such file or folder; check the name")
	press(p, "H")
	sees(t, p, "cannot open a.md", "A standfirst", "!hidden")
	press(p, "j")
	f.err = nil
	press(p, "H")
	sees(t, p, "5 hidden characters")
}
