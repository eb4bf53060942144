package command

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/ui/config"
	"dossier/ui/terminal/theme"
)

// set is a terminal whose reader has a configuration.
func set(t *testing.T, text string) World {
	t.Helper()
	w := screen(80, 24)
	w.Config = config.File{
		Path:  filepath.Join(t.TempDir(), "config.yaml"),
		Known: config.Known{Themes: theme.Names(), Width: 72, Actions: []config.Action{{Scope: "list", Name: "open", Keys: []string{"enter"}}}},
	}
	if err := os.WriteFile(w.Config.Path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestReaderGetsTheConfiguration(t *testing.T) {
	const text = "theme: light\nmouse: true\nwidth: 90\nnonsense: 1\n"
	for _, c := range []struct {
		args  []string
		theme string
		mouse bool
	}{
		{nil, "", true},
		{[]string{"--mouse"}, "", true},
		{[]string{"--mouse=false"}, "", false},
		{[]string{"--theme", "terminal"}, "terminal", true},
	} {
		w, got := set(t, text), Reading{}
		w.Read = func(_ context.Context, r Reading) error { got = r; return nil }
		if o := on(t, w, c.args...); o.status != fine || o.errs != "" {
			t.Errorf("%q: %+v", c.args, o)
		}
		if got.Theme != c.theme || got.Mouse != c.mouse || got.Config.Theme != "light" || got.Config.Width != 90 || len(got.Notices) != 1 {
			t.Errorf("%q: the reader gets %+v", c.args, got)
		}
	}
}

// TestShowLooksAsConfigured on a terminal, where it says what it cannot use. In
// a pipe it needs none.
func TestShowLooksAsConfigured(t *testing.T) {
	w := set(t, "theme: drak\n")
	if o := on(t, w, "show", "short"); o.status != fine || !strings.Contains(o.errs, "config.yaml:1: there is no theme “drak”; did you mean dark?") {
		t.Errorf("on a terminal: %+v", o)
	}
	if o := on(t, w, "show", "short", "--theme", "light"); o.errs != "" {
		t.Errorf("with a theme that is asked for: %+v", o)
	}
	w.Terminal = false
	if o := on(t, w, "show", "short"); o.errs != "" {
		t.Errorf("in a pipe: %+v", o)
	}
	w = set(t, "theme: light\n")
	w.Env = []string{"TERM=xterm-256color", "TTY_FORCE=1", "COLORTERM=truecolor", "COLORFGBG=15;0"}
	light, dark := on(t, w, "show", "short"), on(t, w, "show", "short", "--theme", "dark")
	if light.out == dark.out || !strings.Contains(light.out, "Kurz") {
		t.Errorf("light and dark are both %q", light.out)
	}
}
