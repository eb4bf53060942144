package terminal

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// deed is one thing that a monkey does: a key, or one of the others by its name.
type deed struct {
	what string // a key as Bubble Tea names it, "paste", "resize", "click", "wheel", "rest", "change"
	text string // that is pasted
	a, b int    // a size, a place, a number for what is changed
}

func (d deed) String() string {
	switch d.what {
	case "paste":
		return fmt.Sprintf("paste %.40q (%d bytes)", d.text, len(d.text))
	case "resize", "click", "wheel", "change":
		return fmt.Sprintf("%s %d,%d", d.what, d.a, d.b)
	}
	return d.what
}

// message is the deed as the terminal reports it; nil for one that is none of the
// terminal's.
func (d deed) message() tea.Msg {
	switch d.what {
	case "paste":
		return tea.PasteMsg{Content: d.text}
	case "resize":
		return tea.WindowSizeMsg{Width: d.a, Height: d.b}
	case "click":
		return tea.MouseClickMsg{X: d.a, Y: d.b, Button: tea.MouseLeft}
	case "wheel":
		return tea.MouseWheelMsg{X: d.a, Y: d.b, Button: []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[(d.a+d.b)%2]}
	case "rest", "change":
		return nil
	}
	return keyNamed(d.what)
}

var keyCodes = map[string]rune{
	"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
}

// keyNamed is the key that Bubble Tea gives a name.
func keyNamed(name string) tea.KeyPressMsg {
	var mod tea.KeyMod
	for prefix, m := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			mod, name = m, rest
		}
	}
	if code, ok := keyCodes[name]; ok {
		msg := tea.KeyPressMsg{Code: code, Mod: mod}
		if name == "space" && mod == 0 {
			msg.Text = " "
		}
		return msg
	}
	r, _ := utf8.DecodeRuneInString(name)
	if mod != 0 {
		return tea.KeyPressMsg{Code: r, Mod: mod}
	}
	return tea.KeyPressMsg{Code: r, Text: name}
}

// allKeys are those of every table, and those that edit text.
func allKeys() []string {
	keys := []string{
		"backspace", "delete", "left", "right", "home", "end", "shift+tab", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+w", "ctrl+s", "ctrl+n",
		"alt+b", "alt+f", "f1", "漢", "é", "🙂", "ع", `"`, "(", ")", ",", ":",
	}
	for _, b := range bindings() {
		keys = append(keys, b.keys...)
	}
	for r := 'a'; r <= 'z'; r++ {
		keys = append(keys, string(r))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// pasted are beginnings of what a monkey pastes.
var pasted = []string{
	"vendor:Globex", "lang:de,en -actor:\"Jo Doe\"", "date:2021-01..", "(a OR b", "\x1b[2J\x1b]0;x\a", "\u202eturned\u2066", "漢字 ﷽ ",
	"line\nline\r\nline\t", "is:starred sort:title", "\x00\xff\xfe", strings.Repeat("é", 300),
}

// deeds are n of them, which depend on the seed alone.
func deeds(seed uint64, n int) []deed {
	r := rand.New(rand.NewPCG(seed, 12))
	keys := allKeys()
	all := make([]deed, n)
	for i := range all {
		all[i] = anyDeed(r, keys)
	}
	return all
}

func anyDeed(r *rand.Rand, keys []string) deed {
	size := func() int { return 1 + r.IntN([]int{20, 90, 300}[r.IntN(3)]) }
	switch n := r.IntN(1000); {
	case n < 30:
		return deed{what: "resize", a: size(), b: size()}
	case n < 50:
		return deed{what: "paste", text: strings.Repeat(pasted[r.IntN(len(pasted))], 1+r.IntN(3))}
	case n < 51:
		return deed{what: "paste", text: strings.Repeat(pasted[r.IntN(len(pasted))], 1+r.IntN(1<<12))}
	case n < 70:
		return deed{what: "click", a: r.IntN(150), b: r.IntN(50)}
	case n < 80:
		return deed{what: "wheel", a: r.IntN(150), b: r.IntN(50)}
	case n < 82:
		return deed{what: "rest"}
	case n < 85:
		return deed{what: "change", a: r.IntN(1 << 20), b: r.IntN(1 << 20)}
	case n < 160:
		return deed{what: []string{"esc", "enter"}[r.IntN(2)]} // or else it sits in one place
	}
	return deed{what: keys[r.IntN(len(keys))]}
}
