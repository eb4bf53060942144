package vendors

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/terminal/cells"
	"dossier/ui/terminal/theme"
)

var look = theme.New(true, colorprofile.TrueColor)

func jan(day uint8) model.Date { return model.Date{Year: 2021, Month: 1, Day: day} }

func chart() *Chart {
	d := &model.Dossier{Articles: model.Articles{
		{Language: "de", Cuts: []model.Cut{
			{Vendor: "Google", Service: "app store", Date: jan(8)},
			{Vendor: "Amazon", Service: "hosting and more", Status: model.Announced, Date: jan(9)},
			{Vendor: "American Express", Service: "card payments", Status: model.Disputed},
		}},
		{Language: "fr", Cuts: []model.Cut{{Vendor: "Amazon", Date: jan(11), Restored: jan(12)}}},
	}}
	return New(d, timeline.Of(d, []int32{0, 1}))
}

// rows are the head and all rows, without styles.
func rows(t *testing.T, c *Chart, w int) []string {
	t.Helper()
	all := []string{c.Head(look, w)}
	for i := range c.Vendors() {
		all = append(all, c.Row(look, i, w)...)
	}
	for i := range all {
		all[i] = strings.TrimRight(ansi.Strip(all[i]), " ")
		if cells.Width(all[i]) > w {
			t.Errorf("in %d cells a row has %d: %q", w, cells.Width(all[i]), all[i])
		}
	}
	return all
}

func TestEveryRowFits(t *testing.T) {
	for w := 1; w < 260; w++ {
		rows(t, chart(), w)
	}
}

// TestNoWordIsCut: where there is no room for an axis all is said in words.
func TestNoWordIsCut(t *testing.T) {
	const want = `
Google                            1 de
  app store · 8 Jan 2021
Amazon                       1 de 1 fr
  hosting and more · announced
  9 Jan 2021, 11 Jan 2021 to
  12 Jan 2021
American Express                  1 de
  card payments · disputed, no day
  named`
	if got := strings.Join(rows(t, chart(), 38), "\n"); got != want {
		t.Errorf("in 38 cells it is\n%s\nwant\n%s", got, want)
	}
	for _, w := range []int{38, 56, 90, 200} {
		if got := strings.Join(rows(t, chart(), w), "\n"); strings.Contains(got, "…") {
			t.Errorf("in %d cells something is cut:\n%s", w, got)
		}
	}
}

// TestEventsStandBelowTheirDays compares the columns of a day's name and of what
// happened on it, and holds that the width is used.
func TestEventsStandBelowTheirDays(t *testing.T) {
	for _, w := range []int{76, 100, 160} {
		all := rows(t, chart(), w)
		head, google, amazon := []rune(all[0]), []rune(all[1]), []rune(all[2])
		column := func(line []rune, text string) int {
			at := strings.Index(string(line), text)
			return len([]rune(string(line)[:max(at, 0)]))
		}
		for _, c := range []struct {
			day  string
			line []rune
			sign string
		}{{"8 Jan", google, "●"}, {"9", amazon, "◌"}, {"11", amazon, "●"}, {"12", amazon, "○ back"}} {
			day := column(head, c.day)
			if named := column(head, " "+c.day) - 3; named >= 0 && head[named] != ' ' {
				day = named // Fri 8
			}
			if sign := column(c.line, c.sign); day != sign {
				t.Errorf("in %d cells %s stands in column %d, its sign in %d:\n%s", w, c.day, day, sign, strings.Join(all, "\n"))
			}
		}
		if n := cells.Width(string(amazon)); n != w {
			t.Errorf("in %d cells a row takes %d", w, n)
		}
	}
}
