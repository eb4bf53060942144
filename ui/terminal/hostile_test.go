package terminal

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
	"dossier/model"
)

// TestFallbackIsTold where the text is opened: on its first screen, and when a part
// further down is laid out.
func TestFallbackIsTold(t *testing.T) {
	deep := strings.Repeat("> ", 100) + "deep\n\n"
	for _, body := range []string{deep, strings.Repeat("Words of a text.\n\n", 5000) + deep} {
		f := newFixture(1)
		f.text = model.Text{Body: body}
		p := opened(t, f, 100, 30)
		press(p, "enter")
		sees(t, p, "A part is shown as text: it is nested too deep.")
		press(p, "j")
		if strings.Contains(p.View().Content, "nested too deep") {
			t.Error("it is told after the next key too")
		}
		press(p, "!")
		sees(t, p, "it is nested too deep")
	}
}

// TestNothingGoesOnAfterLeaving: work on a text ends with the reader's interest in it,
// at most a step later.
func TestNothingGoesOnAfterLeaving(t *testing.T) {
	f := newFixture(2)
	f.text = model.Text{Body: shapes.All["flat quotes"](1_000_000)}
	p := opened(t, f, 100, 30)
	_, cmd := p.Update(key("enter"))
	first := laidOutBy(t, cmd)
	_, cmd = p.Update(first)
	_, _ = p.Update(key("q"))
	late := grownBy(t, cmd)
	if done := late.more.Done - first.text.Done; done > 40<<10 {
		t.Errorf("%d bytes were laid out for nobody", done)
	}
	if p.Update(late); p.reader.Text() != nil && p.focus == inText || p.opening.Busy() {
		t.Error("it goes on")
	}
}

// laidOutBy and grownBy run commands until one answers with that.
func laidOutBy(t *testing.T, cmd tea.Cmd) laidOut { return answer[laidOut](t, cmd) }

func grownBy(t *testing.T, cmd tea.Cmd) grown { return answer[grown](t, cmd) }

func answer[T tea.Msg](t *testing.T, cmds ...tea.Cmd) (none T) {
	t.Helper()
	for len(cmds) > 0 {
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case T:
			return msg
		case tea.BatchMsg:
			cmds = append(cmds, msg...)
		}
	}
	t.Fatal("there is no such answer")
	return none
}

// TestBatteryShapes opens every shape, goes through it and leaves it: every frame fits,
// and what is looked for is found or not, and soon.
func TestBatteryShapes(t *testing.T) {
	tried := 0
	for _, name := range shapes.All.Names() {
		f := newFixture(2)
		f.text = model.Text{Body: shapes.All[name](battery.Of(1_000, 100_000))}
		f.stored = f.text.Body
		p := opened(t, f, 60, 20)
		for _, keys := range [][]string{{"enter"}, {"G"}, {"/", "a", " ", "b", "enter"}, {"n"}, {"t", "esc"}, {"F", "esc"}, {"H"}, {"H"}, {"w"}, {"]"}, {"g"}, {"y", "esc"}, {"q"}} {
			press(p, keys...)
			fits(t, p, name+", "+strings.Join(keys, " "))
		}
		if tried++; t.Failed() {
			t.Fatal(name)
		}
	}
	battery.Tried(t, tried, "hostile shapes gone through on the screen")
}
