package terminal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"dossier/model"
	"dossier/ui/config"
	"dossier/ui/terminal/screen"
	"dossier/ui/terminal/theme"
)

func knownConfig() config.Known {
	return config.Known{Themes: theme.Names(), Width: Width, Actions: Actions()}
}

// configured runs the true program with a configuration on a terminal.
func configured(t *testing.T, text string, o Options, paper screen.Paper, profile colorprofile.Profile) *screen.Screen {
	t.Helper()
	o.Config, o.Notices = config.Parse("config.yaml", text, knownConfig())
	o.Load = func(context.Context) (Library, error) { return newFixture(9), nil }
	s := screen.StartOn(120, 30, paper, func(in io.Reader, out io.Writer, options []tea.ProgramOption) error {
		o.In, o.Out, o.Program = in, out, append(options, tea.WithColorProfile(profile))
		return Run(context.Background(), o)
	})
	t.Cleanup(func() {
		if err := s.Stop(); err != nil && !errors.Is(err, tea.ErrProgramKilled) {
			t.Error(err)
		}
	})
	shows(t, s, "9 of 9")
	return s
}

// shows waits for texts on the screen; one with ! is not to be there.
func shows(t *testing.T, s *screen.Screen, texts ...string) {
	t.Helper()
	if err := s.Wait(func(text string) bool {
		return !slices.ContainsFunc(texts, func(want string) bool {
			not, without := strings.CutPrefix(want, "!")
			return strings.Contains(text, not) == without
		})
	}); err != nil {
		t.Fatalf("%q: %v", texts, err)
	}
}

// TestPresets apply without a notice, to the table as it is: each names actions
// that there are and leaves none without a key.
func TestPresets(t *testing.T) {
	known := knownConfig()
	for _, name := range config.Presets() {
		c, notices := config.Parse("", "keys: {preset: "+name+"}", known)
		if len(notices) > 0 || c.Preset != name {
			t.Errorf("%s: %v", name, notices)
		}
		for i, a := range c.Keys {
			if len(a.Keys) == 0 {
				t.Errorf("%s leaves %s without a key", name, a.ID())
			}
			if name != "default" {
				continue
			}
			if !slices.Equal(a.Keys, known.Actions[i].Keys) {
				t.Errorf("the default does %s by %q, the table by %q", a.ID(), a.Keys, known.Actions[i].Keys)
			}
		}
		again, notices := config.Parse("", c.YAML(known), known)
		if fmt.Sprint(again) != fmt.Sprint(c) || len(notices) > 0 {
			t.Errorf("%s is not read back as it is: %v", name, notices)
		}
	}
}

// TestEveryKeyCanBeSet as the table has it, by its own name.
func TestEveryKeyCanBeSet(t *testing.T) {
	known := knownConfig()
	var text strings.Builder
	text.WriteString("keys:\n")
	for _, a := range known.Actions {
		var keys []string
		for _, k := range a.Keys {
			keys = append(keys, fmt.Sprintf("%q", k))
		}
		fmt.Fprintf(&text, "  %s: [%s]\n", a.ID(), strings.Join(keys, ", "))
	}
	c, notices := config.Parse("", text.String(), known)
	if len(notices) > 0 || fmt.Sprint(c) != fmt.Sprint(known.Default()) {
		t.Errorf("the table is not accepted: %v", notices)
	}
}

func TestRemappedKeys(t *testing.T) {
	s := configured(t, "keys: {sort: z, vendors: [ctrl+n], help: H, open: [o]}", Options{}, screen.Dark, colorprofile.TrueColor)
	shows(t, s, "o read", "ctrl+n vendors", "H help", "!? help")
	s.Press("z")
	shows(t, s, "order: ")
	s.Press("S", "v", "?")
	shows(t, s, "!order: ", "!Who cut ties, and when", "9 of 9")
	s.Press("\x0e")
	shows(t, s, "Who cut ties, and when")
	s.Press("\x0e")
	shows(t, s, "LANGUAGE")
	s.Press("H")
	shows(t, s, "Keys", "Everywhere", "ctrl+n", "who cut ties, and when")
	s.Press("H", "o")
	shows(t, s, "Title 0 with", "!LANGUAGE")
	s.Press("q")
	shows(t, s, "LANGUAGE")
}

func TestVimGoesBackByH(t *testing.T) {
	s := configured(t, "keys: {preset: vim}", Options{}, screen.Dark, colorprofile.TrueColor)
	s.Press("l")
	shows(t, s, "!LANGUAGE", "Title 8 with")
	s.Press("h")
	shows(t, s, "LANGUAGE")
}

func TestWhatIsWrongInTheConfigurationIsANotice(t *testing.T) {
	s := configured(t, "theme: drak\nkeys:\n  srot: z\n  star: x\n", Options{}, screen.Dark, colorprofile.TrueColor)
	s.Press("!")
	shows(t, s, "config.yaml:1", "did you mean dark?", "config.yaml:3", "did you mean sort?", "config.yaml:4", "no key does list.drop-filter")
}

func TestThemeOfTheConfiguration(t *testing.T) {
	s := configured(t, "theme: light\nwidth: 60", Options{}, screen.Dark, colorprofile.TrueColor)
	for _, want := range []string{"high-contrast", "terminal", "dark, as the terminal is", "light", "high-contrast"} {
		s.Press("T")
		shows(t, s, "theme: "+want)
	}
	asked := configured(t, "theme: light", Options{Theme: theme.Terminal}, screen.Dark, colorprofile.TrueColor)
	asked.Press("T")
	shows(t, asked, "theme: dark, as the terminal is")
	asked.Press(":")
	shows(t, asked, "Do, filter by, or read")
	asked.Press("theme: hi", "enter")
	shows(t, asked, "theme: high-contrast")
}

// TestThemesAreReadable looks for what is under the cursor and what is ticked on
// terminals of many, few and no colours: both are told by signs.
func TestThemesAreReadable(t *testing.T) {
	for _, name := range theme.Names() {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI, colorprofile.ASCII} {
			s := configured(t, "", Options{Theme: name}, screen.Light, profile)
			s.Press("f", "vendor:Globex", "enter")
			shows(t, s, "● Globex", "▌", "of 9")
			s.Press("enter")
			shows(t, s, "◂")
			if profile == colorprofile.ASCII {
				colourless(t, name, s)
			}
		}
	}
}

func colourless(t *testing.T, name string, s *screen.Screen) {
	t.Helper()
	w, h := s.Size()
	for at := range w * h {
		if style := s.Cell(at%w, at/w).Style; style.Fg != nil || style.Bg != nil {
			t.Fatalf("%s without colours has one at column %d of line %d:\n%s", name, at%w, at/w, s.Text())
		}
	}
}

// TestThemeIsKept as the name of what was chosen, and only if it was.
func TestThemeIsKept(t *testing.T) {
	for _, c := range []struct{ usual, flag, kept, shows string }{
		{"", "", "", theme.Dark},
		{"", "", theme.HighContrast, theme.HighContrast},
		{theme.Light, "", theme.Auto, theme.Dark},
		{theme.Light, "", "", theme.Light},
		{theme.Light, theme.Terminal, theme.HighContrast, theme.Terminal},
		{"", "", "a theme of another day", theme.Dark},
	} {
		p := bare(t.Context(), Options{Theme: c.flag, Config: config.Config{Theme: c.usual}})
		p.resumeLook(c.kept, 0)
		if p.theme.Name != c.shows {
			t.Errorf("%+v: it is %s", c, p.theme.Name)
		}
		if want := c.kept; p.chosen != want && slices.Contains(theme.Names(), want) {
			t.Errorf("%+v: %q is kept", c, p.chosen)
		}
	}
	p := bare(t.Context(), Options{Config: config.Config{Theme: theme.Light}})
	var kept []string
	for range 4 {
		p.nextTheme()
		kept = append(kept, p.chosen)
	}
	if want := []string{theme.HighContrast, theme.Terminal, theme.Auto, ""}; !slices.Equal(kept, want) {
		t.Errorf("kept is %q, want %q", kept, want)
	}
}

func TestUsualWidthIsFirst(t *testing.T) {
	p := bare(t.Context(), Options{Config: config.Config{Width: 88}, Notices: []model.Notice{{Text: "a"}}})
	if got := p.measures(); !slices.Equal(got, []int{88, 72, 104, 56}) || p.measure != 88 || len(p.notices) != 1 {
		t.Errorf("the widths are %v, the first is %d", got, p.measure)
	}
}

// TestHighContrastIsPure sets the terminal's own colours once it said what they
// are, and in no other theme.
func TestHighContrastIsPure(t *testing.T) {
	for _, name := range theme.Names() {
		p := bare(t.Context(), Options{Theme: name})
		if v := p.View(); v.BackgroundColor != nil || v.ForegroundColor != nil {
			t.Errorf("%s has colours of its own before the terminal said which it has", name)
		}
		send(p, tea.BackgroundColorMsg{Color: lipgloss.Color("#ffffff")})
		v := p.View()
		if got := v.BackgroundColor != nil && v.ForegroundColor != nil; got != (name == theme.HighContrast) {
			t.Errorf("%s has colours of its own: %v", name, got)
		}
	}
}
