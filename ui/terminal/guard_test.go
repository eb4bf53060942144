package terminal

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dossier/model/fault"
)

// TestFaultOfDrawing: what was drawn last stays, and the program ends.
func TestFaultOfDrawing(t *testing.T) {
	told := make(chan tea.Msg, 1)
	g := &guarded{program: opened(t, newFixture(3), 80, 24), send: func(msg tea.Msg) { told <- msg }}
	before := g.View().Content
	g.theme = nil
	if now := g.View().Content; now != before || before == "" {
		t.Errorf("the screen is %q", now)
	}
	if g.fault == nil {
		t.Fatal("there was no fault")
	}
	_, cmd := g.Update(<-told)
	if cmd == nil || cmd() != tea.Quit() {
		t.Error("the program goes on")
	}
	t.Setenv("TMPDIR", t.TempDir())
	if err := g.finish(); err == nil || !strings.Contains(err.Error(), "dossier has a fault") {
		t.Errorf("of the fault is told %v", err)
	}
}

// TestFaultOfACommandAmongOthers is caught where Bubble Tea runs several at once.
func TestFaultOfACommandAmongOthers(t *testing.T) {
	cmd := watched(tea.Batch(func() tea.Msg { return 1 }, func() tea.Msg { panic("a hole") }))
	all, ok := cmd().(tea.BatchMsg)
	if !ok || len(all) != 2 {
		t.Fatalf("there are %d commands", len(all))
	}
	if f, ok := all[1]().(*fault.Fault); !ok || f.Error() != "a hole" {
		t.Errorf("the fault is %v", f)
	}
}
