package terminal

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dossier/model"
)

// shown is the screen's characters.
func shown(p *program) string {
	rows := strings.Split(ansi.Strip(p.View().Content), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n")
}

// sees checks for texts on the screen, and that none marked with ! is on it.
func sees(t *testing.T, p *program, texts ...string) {
	t.Helper()
	screen := shown(p)
	for _, text := range texts {
		if no, missing := strings.CutPrefix(text, "!"); missing == strings.Contains(screen, no) {
			t.Fatalf("looking for %q in\n%s", text, screen)
		}
	}
}

// typed presses the keys of a text.
func typed(p *program, text string) {
	for _, r := range text {
		press(p, string(r))
	}
}

// chapters is a long text with headings in two levels, a link in each chapter.
func chapters(n int) string {
	var b strings.Builder
	b.WriteString("A standfirst without a heading.\n\n")
	for i := range n {
		fmt.Fprintf(&b, "## Chapter %d\n\nOf **chapter** %d, see [the record](https://example.org/%d).\n\n### Details of %d\n\n%s\n\n",
			i, i, i, i, strings.Repeat("Words that fill the chapter. ", 30))
	}
	return b.String()
}

func reading(t *testing.T, body string, w, h int) *program {
	t.Helper()
	f := newFixture(3)
	f.text = model.Text{Body: body}
	for i := range f.articles {
		f.articles[i].Cuts = nil
	}
	p := opened(t, f, w, h)
	press(p, "enter")
	return p
}

// TestFindingIsNotOverBeforeItIs keeps what is looked for before it was found.
func TestFindingIsNotOverBeforeItIs(t *testing.T) {
	p := reading(t, chapters(9), 80, 24)
	press(p, "/")
	for text, want := range map[string]string{"z": "“z” is not in this article", "details of 8": "1/1"} {
		p.field.input.SetValue("")
		finding := p.typeText(tea.PasteMsg{Content: text})
		p.Update(key("enter"))
		sees(t, p, "!is not in this article")
		drive(p, finding)
		sees(t, p, want)
		press(p, "esc", "/")
	}
}

func TestFindingIsInTheTextAndNotInItsMarkup(t *testing.T) {
	p := reading(t, chapters(9), 80, 24)
	press(p, "/")
	typed(p, "of chapter 3")
	sees(t, p, "1/1", "Of chapter 3, see the record")
	press(p, "esc", "/")
	typed(p, "example.org")
	sees(t, p, "0/0")
	press(p, "enter")
	sees(t, p, "not in this article")
	press(p, "g", "/")
	typed(p, "Of")
	sees(t, p, "1/9")
	press(p, "enter", "N")
	sees(t, p, "9/9, on from the end", "•")
	press(p, "esc")
	sees(t, p, "!9/9", "!•", "Chapter 8")
	press(p, "/")
	typed(p, "Of chapter 2")
	sees(t, p, "1/1", "on from the beginning")
}

// TestFindingSaysThatItIsUnderWay and does not claim that there is nothing.
func TestFindingSaysThatItIsUnderWay(t *testing.T) {
	p := reading(t, chapters(9), 80, 24)
	press(p, "/")
	_, cmd := p.Update(key("O"))
	sees(t, p, "…   ", "!0/0")
	drive(p, cmd)
	sees(t, p, "1/9")
}

// TestFindingKeepsThePlace while the screen changes its size.
func TestFindingKeepsThePlace(t *testing.T) {
	p := reading(t, chapters(9), 80, 24)
	press(p, "/")
	typed(p, "Of chapter")
	press(p, "enter", "n", "n", "G")
	send(p, tea.WindowSizeMsg{Width: 60, Height: 20})
	sees(t, p, "3/9", "Words that fill", "!Of chapter 2")
}

func TestOutline(t *testing.T) {
	p := reading(t, chapters(30), 80, 24)
	press(p, "t")
	sees(t, p, "Outline", "Chapter 0", "  Details of 0", "0 %", "!you are here")
	typed(p, "det 27")
	sees(t, p, "▌   Details of 27", "!Chapter")
	press(p, "enter")
	sees(t, p, "Title", "› Chapter 27 › Details of 27", "!Outline")
	press(p, "t")
	sees(t, p, "▌   Details of 27", "you are here")
	press(p, "esc", "ctrl+o")
	sees(t, p, "A standfirst", "!Chapter 27")
	press(p, "ctrl+o")
	sees(t, p, "nowhere to go back to")
}

func TestTextWithoutHeadingsHasNoOutline(t *testing.T) {
	p := reading(t, "# no heading", 80, 24)
	p.shelf.library.(*fixture).text.Markup = model.Plain
	press(p, "q", "j", "enter", "t")
	sees(t, p, "this article has no headings", "!Outline")
	press(p, "esc")
	sees(t, p, "# no heading", "!this article has")
}

// TestOutlineOfWhatIsNotLaidOut goes to a chapter far below the part of a text
// that is laid out.
func TestOutlineOfWhatIsNotLaidOut(t *testing.T) {
	f := newFixture(1)
	f.text = model.Text{Body: chapters(900)}
	p := opened(t, f, 80, 24)
	cmd := p.open()
	_, grow := p.Update(cmd()) // the first part, and what goes on is held back
	if p.reader.Text() == nil || p.reader.Text().Whole {
		t.Fatal("the text is laid out whole at once")
	}
	press(p, "t")
	typed(p, "chapter 899")
	press(p, "enter")
	sees(t, p, "going there as soon as", "A standfirst")
	send(p, tea.WindowSizeMsg{Width: 70, Height: 24}) // which lays it out anew
	sees(t, p, "Chapter 899", "!A standfirst")
	drive(p, grow) // comes too late
	sees(t, p, "Chapter 899", "!A standfirst")
}

// TestPanelComesBack returns to the panel that an article was opened out of.
func TestPanelComesBack(t *testing.T) {
	for _, back := range []string{"q", "esc", "ctrl+o"} {
		p := opened(t, newFixture(7), 100, 30)
		press(p, "j", "e", "enter")
		sees(t, p, "!Evidence ·")
		press(p, back)
		sees(t, p, "Evidence ·")
		press(p, "esc")
		sees(t, p, "LANGUAGE", "2/7")

		press(p, "v", "enter", "down", "enter")
		sees(t, p, "!Evidence · Globex")
		press(p, back)
		sees(t, p, "Evidence · Globex")
		press(p, "esc", "esc")
		sees(t, p, "LANGUAGE", "2/7")
	}
}

// TestPanelStaysAwayFromOtherArticles leaves an article that the reader went on
// to for the list.
func TestPanelStaysAwayFromOtherArticles(t *testing.T) {
	p := opened(t, newFixture(7), 100, 30)
	press(p, "e", "enter", "J", "q")
	sees(t, p, "LANGUAGE", "!Evidence ·", "2/7")
	press(p, "enter", "e", "enter", "q")
	sees(t, p, "Evidence ·")
	press(p, "esc", "q")
	sees(t, p, "LANGUAGE")
}

// TestNothingIsClaimedOfATextToCome looks at the status line before the text of
// an article is there.
func TestNothingIsClaimedOfATextToCome(t *testing.T) {
	p := opened(t, newFixture(3), 80, 24)
	p.open()
	sees(t, p, "!%", "!1/0")
}

// TestFilteredWordsAreLandedOn opens articles from a search: at its first place,
// and where they were left when one comes back.
func TestFilteredWordsAreLandedOn(t *testing.T) {
	f := newFixture(3)
	f.text = model.Text{Body: chapters(30)}
	p := opened(t, f, 80, 24)
	search := func(word string) {
		press(p, "X", "/")
		typed(p, word)
		press(p, "enter")
	}
	press(p, "enter", "ctrl+d", "q")
	search(`"details of 7"`)
	press(p, "enter")
	sees(t, p, "1/1", "Details of 7", "•")
	press(p, "G", "q", "enter")
	sees(t, p, "Details of 29", "!Details of 7")
	press(p, "q")
	search("19")
	press(p, "enter")
	sees(t, p, "1/", "Chapter 19")
}

// TestMovesWhileATextIsLaidOutAnewCount moves after a resize, before the text is
// there in its new width.
func TestMovesWhileATextIsLaidOutAnewCount(t *testing.T) {
	p := reading(t, chapters(9), 80, 24)
	press(p, "ctrl+d")
	_, laid := p.Update(tea.WindowSizeMsg{Width: 50, Height: 20})
	press(p, "G")
	drive(p, laid)
	sees(t, p, "Details of 8", "100 %")
	send(p, tea.WindowSizeMsg{Width: 40, Height: 14})
	sees(t, p, "100 %") // the end stays the end
	_, laid = p.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	press(p, "g")
	drive(p, laid)
	sees(t, p, "A standfirst")
}
