package message

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
)

func TestWhatAnEnvironmentAsksFor(t *testing.T) {
	for _, c := range []struct{ env, want string }{
		{"", "en"},
		{"LANG=C.UTF-8", "en"},
		{"LANG=POSIX LANGUAGE=de", "en"},
		{"LANGUAGE=de", "en"}, // no locale is C
		{"LANG=de_DE.UTF-8", "de"},
		{"LANG=de_AT@euro", "de"},
		{"LANG=gsw_CH.UTF-8", "de"},
		{"LANG=fr_CA", "fr"},
		{"LANG=en_GB.UTF-8", "en"},
		{"LANG=ja_JP.UTF-8", "en"},
		{"LANG=!!", "en"},
		{"LANG=de_DE LC_MESSAGES=fr_FR", "fr"},
		{"LANG=de_DE LC_MESSAGES=fr_FR LC_ALL=en_US", "en"},
		{"LANG=de_DE LC_ALL=", "de"},
		{"LANG=en_US LANGUAGE=ja:fr:de", "fr"},
		{"LANG=de_DE LANGUAGE=ja", "de"},
		{"LANG=de_DE LANGUAGE=en", "en"},
		{"LANG=de_DE LANG=fr_FR", "fr"},
		{"LANG=en_XA.UTF-8", "en-XA"},
	} {
		if got := Choose(strings.Fields(c.env)); got != c.want {
			t.Errorf("%s asks for %s, want %s", c.env, got, c.want)
		}
	}
}

func TestDatesOfAnEnvironment(t *testing.T) {
	for _, c := range []struct{ env, want string }{
		{"", "en"},
		{"LANG=C.UTF-8", "en"},
		{"LANG=de_AT.UTF-8", "de"},
		{"LANG=en_GB.UTF-8", "en"},
		{"LANG=ja_JP.UTF-8", ""},
		{"LANG=ja_JP.UTF-8 LANGUAGE=fr", "fr"},
		{"LANG=en_US LC_TIME=de_DE", "de"},
		{"LANG=en_US LC_TIME=es_ES", ""},
		{"LANG=en_US LC_TIME=de_DE LC_ALL=fr_FR", "fr"},
		{"LANG=de_DE LC_TIME=C", "en"},
		{"LANG=en_XA", "en"},
	} {
		env := strings.Fields(c.env)
		was := current.Load()
		Follow(env)
		if got := Dates(); got != c.want {
			t.Errorf("%s writes dates in %q, want %q", c.env, got, c.want)
		}
		current.Store(was)
	}
}

func TestNumbers(t *testing.T) {
	for name, want := range map[string]string{"en": "12,345", "de": "12.345", "fr": "12\u00a0345"} {
		speak(t, name, "")
		if got := Number(12345); got != want {
			t.Errorf("in %s 12345 is %q, want %q", name, got, want)
		}
		if got := Number(-999); got != "-999" {
			t.Errorf("in %s -999 is %q", name, got)
		}
	}
}

// speak uses messages that no catalogue holds.
func speak(t *testing.T, name, catalogue string) {
	t.Helper()
	was := current.Load()
	t.Cleanup(func() { current.Store(was) })
	v := newVoice(name, name)
	if catalogue != "" {
		all, err := parse(catalogue)
		if err != nil {
			t.Fatal(err)
		}
		v.read = func() map[string][]string { return all }
	}
	current.Store(v)
}

const small = `# a comment
msgid ""
msgstr "Language: fr\n"

msgid "Nothing matches."
msgstr "Rien "
"ne correspond."

msgctxt "key"
msgid "open"
msgstr "ouvrir"

msgid "Without %s there would be %s."
msgstr "Il y en aurait %[2]s sans %[1]s."

msgid "%d article of %s"
msgid_plural "%d articles of %s"
msgstr[0] "%d article de %s"
msgstr[1] "%d articles de %s"
`

func TestMessages(t *testing.T) {
	say := func() string {
		return strings.Join([]string{
			Say("Nothing matches."), Say("key|open"), Text("open").String(), Say("100 %%"), Say("a | b"),
			Say("Without %s there would be %s.", "x", Text("Nothing matches.")),
			Count(0, "%d article of %s", "%d articles of %s", "x"),
			Count(1, "%d article of %s", "%d articles of %s", "x"),
			Count(12345, "%d article of %s", "%d articles of %s", "x"),
		}, "\n")
	}
	for _, c := range []struct{ language, want string }{
		{"en", `Nothing matches.
open
open
100 %
a | b
Without x there would be Nothing matches..
0 articles of x
1 article of x
12,345 articles of x`},
		{"fr", `Rien ne correspond.
ouvrir
open
100 %
a | b
Il y en aurait Rien ne correspond. sans x.
0 article de x
1 article de x
12 345 articles de x`},
		{"en-XA", `⟦Nothing matches.⟧
⟦open⟧
⟦open⟧
⟦100 %⟧
⟦a | b⟧
⟦Without x there would be ⟦Nothing matches.⟧.⟧
⟦0 articles of x⟧
⟦1 article of x⟧
⟦12,345 articles of x⟧`},
	} {
		catalogue := ""
		if c.language == "fr" {
			catalogue = small
		}
		speak(t, c.language, catalogue)
		if got := say(); got != c.want {
			t.Errorf("in %s:\n%s\nwant:\n%s", c.language, got, c.want)
		}
	}
}

func TestAnErrorWrapsItsValues(t *testing.T) {
	err := Error("%s cannot be opened: %v", "x", fs.ErrNotExist)
	if err.Error() != "x cannot be opened: file does not exist" || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v wraps %v", err, errors.Unwrap(err))
	}
}

func TestCataloguesThatCannotBeRead(t *testing.T) {
	for _, text := range []string{
		"msgid \"a\"\nmsgstr \"\"",
		"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"",
		"msgid \"a\"\nmsgstr[1] \"x\"",
		"msgid \"a\"\nmsgstr \"x\"\n\nmsgid \"a\"\nmsgstr \"y\"",
		"msgid a",
		"\"a\"",
		"msgfoo \"a\"",
	} {
		if all, err := parse(text); err == nil {
			t.Errorf("%q is read as %v", text, all)
		}
	}
}

func BenchmarkFirst(b *testing.B) {
	for b.Loop() {
		current.Store(newVoice("de", "de"))
		Say("Nothing matches.")
	}
	current.Store(newVoice(English, English))
}

func BenchmarkSay(b *testing.B) {
	for b.Loop() {
		Say("Nothing matches.")
	}
}

func BenchmarkCount(b *testing.B) {
	for b.Loop() {
		Count(12345, "%d article", "%d articles")
	}
}
