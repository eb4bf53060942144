package terminal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/model"
)

// browser remembers what it was asked to open.
type browser struct {
	opened []string
	err    error
}

func (b *browser) Name() string { return "the-browser" }

func (b *browser) Open(_ context.Context, address string) error {
	b.opened = append(b.opened, address)
	return b.err
}

const withLinks = `See [the record](https://example.org/record), [a letter](mailto:jo@example.org), [another](two.md#x),
[imitated](https://аррӏе.com/x), [hostile](javascript:alert), [lost](nowhere.md) and [below](#the-end-of-it).

## The end of it

Words of the end.
`

func following(t *testing.T) (*program, *browser) {
	t.Helper()
	f := newFixture(3)
	f.text = model.Text{Body: withLinks}
	for i := range f.articles {
		f.articles[i].Cuts = nil
		f.articles[i].Path = []string{"one.md", "two.md", "three.md"}[i]
	}
	f.articles[2].URL = "https://example.org/three"
	b := &browser{}
	p := bare(t.Context(), Options{Browser: b})
	p.early = &loaded{shelf: newShelf(f)}
	drive(p, p.Init())
	send(p, tea.WindowSizeMsg{Width: 90, Height: 30})
	press(p, "G", "enter") // article one
	sees(t, p, "Title 0")
	return p, b
}

func TestLinksAreShownAndAskedForFirst(t *testing.T) {
	p, b := following(t)
	press(p, "F")
	sees(t, p, "See ahe record", "its number from 1 to 7")
	press(p, "a")
	sees(t, p, "Link · the record", "Open example.org", "https://example.org/record", "enter hands it to the-browser")
	press(p, "esc")
	sees(t, p, "See the record")
	if len(b.opened) > 0 {
		t.Fatalf("opened without a yes: %q", b.opened)
	}
	press(p, "F", "2", "enter", "F", "4")
	sees(t, p, "Open xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com/x", "Beware: the text writes the host аррӏе.com")
	press(p, "enter")
	sees(t, p, "handed to the-browser")
	if want := []string{"mailto:jo@example.org", "https://xn--80ak6aa92e.com/x"}; !slices.Equal(b.opened, want) {
		t.Errorf("opened %q, want %q", b.opened, want)
	}
	b.err = errors.New("no such program")
	press(p, "F", "1", "enter")
	sees(t, p, "no such program")
}

func TestHostileLinksAreNeverOpened(t *testing.T) {
	p, b := following(t)
	press(p, "F", "5")
	sees(t, p, "This link is not opened: only http, https and mailto", "javascript:alert")
	press(p, "enter")
	sees(t, p, ": sent to the clipboard")
	if len(b.opened) > 0 {
		t.Errorf("opened %q", b.opened)
	}
}

func TestLinksWithinTheDossier(t *testing.T) {
	p, b := following(t)
	press(p, "F", "3")
	sees(t, p, "Title 1", "!Title 0")
	press(p, "ctrl+o")
	sees(t, p, "Title 0")
	press(p, "F", "6")
	sees(t, p, "nowhere.md is no article of this dossier", "Title 0")
	send(p, tea.WindowSizeMsg{Width: 90, Height: 12})
	press(p, "F", "7")
	sees(t, p, "The end of it")
	press(p, "F", "esc", "ctrl+o")
	sees(t, p, "Title 0")
	if len(b.opened) > 0 {
		t.Errorf("opened %q", b.opened)
	}
}

func TestTheArticlesOwnAddress(t *testing.T) {
	p, b := following(t)
	press(p, "o")
	sees(t, p, "no address is known of this article")
	press(p, "q", "g", "enter", "o")
	sees(t, p, "Open example.org", "https://example.org/three")
	press(p, "enter")
	if !slices.Equal(b.opened, []string{"https://example.org/three"}) {
		t.Errorf("opened %q", b.opened)
	}
}

// TestCopying looks at what is handed to the terminal's clipboard.
func TestCopying(t *testing.T) {
	p, _ := following(t)
	press(p, "q", "g", "enter", "y")
	sees(t, p, "Copy", "Link", "Citation", "Passage with its source", "“See the record, a letter")
	p.panel.cursor = 2
	_, cmd := p.Update(key("enter"))
	const want = "“See the record, a letter, another, imitated, hostile, lost and below.” — " +
		"“Title 2 with 漢字 and enough words to need a second line in a pane”, 3 January 2021, https://example.org/three"
	if got := fmt.Sprint(cmd()); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	sees(t, p, "Passage with its source: sent")
}
