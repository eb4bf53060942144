package terminal

import (
	"testing"
)

// filtering is a program with a text in its filter line.
func filtering(t *testing.T, text string) *program {
	t.Helper()
	p := opened(t, newFixture(9), 100, 30)
	press(p, "f")
	typed(p, text)
	return p
}

func TestCompletingFields(t *testing.T) {
	p := filtering(t, "a")
	press(p, "tab")
	sees(t, p, "▌ actor:", "person or organisation named", "  author:", "9 of 9", "enter keep")
	if got := p.field.input.Value(); got != "actor:" {
		t.Errorf("the line is %q", got)
	}
	press(p, "tab")
	if got := p.field.input.Value(); got != "author:" {
		t.Errorf("the line is %q", got)
	}
	press(p, "shift+tab", "shift+tab")
	if got := p.field.input.Value(); got != "a" {
		t.Errorf("behind the last suggestion the line is %q, want what was typed", got)
	}
	press(p, "tab", "esc")
	sees(t, p, "!▌ actor:")
	if got := p.field.input.Value(); got != "a" {
		t.Errorf("esc left %q", got)
	}
	press(p, "esc")
	sees(t, p, "9 of 9", "f filter")
}

func TestCompletingValues(t *testing.T) {
	p := filtering(t, "-actor:jo")
	press(p, "tab") // there is one only
	if got := p.field.input.Value(); got != "-actor:Jo" && got != `-actor:"Jo Doe"` {
		t.Errorf("the line is %q", got)
	}
	sees(t, p, "0 of 9", "not naming Jo Doe")

	p = filtering(t, "lang:")
	press(p, "tab")
	sees(t, p, "▌ de  Deutsch", "  en  English", "in German", "3 of 9")
	press(p, "down", "enter")
	sees(t, p, "lang:en", "!ja  日本語")
	typed(p, " vendor:gl")
	press(p, "tab", "enter")
	sees(t, p, "lang:en  vendor:Globex", "3 of 9")
}

// TestCompletionCountsLeaveOutWhatIsTyped: a value's count is what the list will
// hold, whatever half a word found so far.
func TestCompletionCountsLeaveOutWhatIsTyped(t *testing.T) {
	p := filtering(t, "lang:de vendor:zzz")
	sees(t, p, "0 of 9")
	press(p, "backspace", "backspace", "backspace", "tab")
	sees(t, p, "▌ Globex", "Initech")
	for _, s := range p.completion.all {
		if s.count != 3 {
			t.Errorf("%s would find %d articles, want 3", s.insert, s.count)
		}
	}
}

func TestCompletingWordsOffersValues(t *testing.T) {
	p := filtering(t, "glo")
	press(p, "tab")
	sees(t, p, "vendor:Globex", "actor:Globex")
	press(p, "tab", "enter", "enter")
	sees(t, p, "actor:Globex", "9 of 9")
}

// TestCompletingALoneFieldGoesOnToItsValues lists them without choosing one.
func TestCompletingALoneFieldGoesOnToItsValues(t *testing.T) {
	p := filtering(t, "lang:de -act")
	press(p, "tab")
	sees(t, p, "-actor:", `  "Jo Doe"`, "  Globex", "!▌ Globex", "3 of 9")
	press(p, "tab", "enter")
	sees(t, p, "lang:de -actor:Globex", "0 of 9")
	p = filtering(t, "ti")
	press(p, "tab")
	if got := p.field.input.Value(); got != "title:" {
		t.Errorf("the line is %q", got)
	}
	sees(t, p, "!nothing begins like this", "enter keep")
}

func TestCompletingChoices(t *testing.T) {
	p := filtering(t, "is:")
	press(p, "tab", "tab")
	sees(t, p, "read", "▌ unread", "starred", "detected")
	press(p, "enter", "enter")
	sees(t, p, "is:unread")
	p = filtering(t, "zz")
	press(p, "tab")
	sees(t, p, "nothing begins like this")
	p = filtering(t, `"a phr`)
	press(p, "tab")
	sees(t, p, "!▌")
}

func TestQueryIsExplained(t *testing.T) {
	p := opened(t, newFixture(9), 100, 30)
	press(p, "f")
	sees(t, p, "words of the text, or lang:")
	typed(p, "lang:ja vendor:glob -actor:jo a")
	sees(t, p, "in Japanese · Globex cut ties · not naming Jo Doe · has “a”")
	press(p, "enter")
	sees(t, p, "!in Japanese")
}
