package config

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dossier/ui/message"
)

// known is a small program with two panes.
func known() Known {
	a := func(scope, name string, keys ...string) Action {
		return Action{Scope: scope, Name: name, Does: message.Text("what " + name + " does"), Keys: keys}
	}
	quit, closing := a(Everywhere, "quit", "ctrl+c"), a(Everywhere, "close", "esc")
	quit.Fixed, closing.Fixed = []string{"ctrl+c"}, []string{"esc"}
	return Known{
		Themes:    []string{"auto", "dark", "light", "high-contrast"},
		Languages: []string{"auto", "en", "de"},
		Width:     72,
		Actions: []Action{
			quit, closing,
			a(Everywhere, "notices", "!"), a(Everywhere, "star", "s"), a(Everywhere, "theme", "T"),
			a("list", "open", "enter", "l"), a("list", "evidence", "e"), a("list", "page-down", "space", "pgdown"),
			a("article", "evidence", "e"), a("article", "next-article", "J"), a("article", "next-hit", "n"), a("article", "down", "j", "down"),
		},
	}
}

func keysOf(c Config, id string) string { return strings.Join(c.ByID()[id], " ") }

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keys       map[string]string // what some actions then have
		notices    []string          // line: a part of the text
	}{
		{"empty", "", nil, nil},
		{"comments", "# nothing\n", nil, nil},
		{"null", "~\n", nil, nil},
		{"one key", "keys:\n  star: x\n", map[string]string{"everywhere.star": "x"}, nil},
		{"a list", "keys: {next-article: [J, ctrl+n]}", map[string]string{"article.next-article": "J ctrl+n"}, nil},
		{"both panes", "keys: {evidence: E}", map[string]string{"list.evidence": "E", "article.evidence": "E"}, nil},
		{"one pane", "keys: {list.evidence: E}", map[string]string{"list.evidence": "E", "article.evidence": "e"}, nil},
		{"a scope goes before", "keys: {list.evidence: E, evidence: V}", map[string]string{"list.evidence": "E", "article.evidence": "V"}, nil},
		{"none", "keys: {star: []}", map[string]string{"everywhere.star": ""}, nil},
		{"left empty", "theme:\nkeys:\n  star:\n", map[string]string{"everywhere.star": "s"}, []string{"3: star has no key here"}},
		{"spellings", "keys: {open: [Return, PgDn, Ctrl+N, shift+a, F5, ' ', ↓]}", map[string]string{"list.open": "enter pgdown ctrl+n A f5 space down", "list.page-down": ""},
			[]string{"1: space does list.open now, and no key does list.page-down"}},
		{"signs", "keys: {star: ['!', '~', '\"', \"'\", '#', 1, y, ~]}", map[string]string{"everywhere.star": "! ~ \" ' # 1 y", "everywhere.notices": ""},
			[]string{"1: ! does everywhere.star now, and no key does everywhere.notices"}},
		{"capitals and case", "KEYS: {Star: X}\nTheme: Dark", map[string]string{"everywhere.star": "X"}, nil},
		{"taken from a pane", "keys: {star: space}", map[string]string{"everywhere.star": "space", "list.page-down": "pgdown"}, nil},
		{"a pane goes before", "keys: {list.open: s}", map[string]string{"list.open": "s", "everywhere.star": "s"}, nil},
		{"two swap", "keys: {next-article: n, next-hit: J}", map[string]string{"article.next-article": "n", "article.next-hit": "J"}, nil},
		{"the last key is taken", "keys:\n  next-article: n", map[string]string{"article.next-article": "n", "article.next-hit": ""}, []string{"2: n does article.next-article now, and no key does article.next-hit"}},
		{"a clash", "keys:\n  next-article: [x, y]\n  next-hit: x\n", map[string]string{"article.next-article": "x y", "article.next-hit": "n"}, []string{"3: x does article.next-article, as line 2 says, and cannot do article.next-hit too"}},
		{"a clash of scopes is none", "keys:\n  article.evidence: x\n  list.evidence: x\n", map[string]string{"article.evidence": "x", "list.evidence": "x"}, nil},
		{"fixed", "keys:\n  quit: Q\n  star: [esc, x]\n", map[string]string{"everywhere.quit": "Q ctrl+c", "everywhere.star": "x", "everywhere.close": "esc"}, []string{"3: esc always does close, and cannot do star"}},
		{"unknown action", "keys:\n  next-artcle: x\n  star: x\n", map[string]string{"everywhere.star": "x"}, []string{"2: “next-artcle” is no action; did you mean next-article?"}},
		{"unknown key", "keys:\n  star: [ctlr+n, x]\n", map[string]string{"everywhere.star": "x"}, []string{"2: “ctlr+n” is no key; did you mean ctrl+n?"}},
		{"only unknown keys", "keys: {star: bogus-key}", map[string]string{"everywhere.star": "s"}, []string{"1: “bogus-key” is no key; `dossier config`"}},
		{"one byte", "keys: {star: ctrl+i}", map[string]string{"everywhere.star": "s"}, []string{"1: terminals send ctrl+i as tab"}},
		{"unknown option", "them: dark\nwidth: 80", nil, []string{"1: “them” is no option; did you mean theme?"}},
		{"unknown theme", "theme: drak", nil, []string{"1: there is no theme “drak”; did you mean dark?"}},
		{"unknown preset", "keys: {preset: emacs}", nil, []string{"1: there is no preset “emacs”; there are default, vim, less"}},
		{"wrong width", "width: 1e2", nil, []string{"1: width wants a number of cells from 20 to 200"}},
		{"negative width", "width: -1", nil, []string{"1: width"}},
		{"wrong shapes", "theme: [dark]\nwidth: {a: 1}\nmouse: maybe\nkeys: vim\nlinear: 7\n", nil, []string{"1: theme wants one name", "2: width", "3: mouse wants true or false", "4: keys are written as", "5: linear wants true or false"}},
		{"keys of a wrong shape", "keys: {star: {a: b}, open: [[x]]}", map[string]string{"everywhere.star": "s", "list.open": "enter l"}, []string{"1: a key was expected", "1: a key was expected"}},
		{"twice", "mouse: true\nmouse: false", nil, []string{"2: “mouse” stands in line 1 already, which counts"}},
		{"a list", "- a\n- b", nil, []string{"1: a configuration is written as"}},
		{"aliases are not followed", "a: &a dark\ntheme: *a", nil, []string{"1: “a” is no option", "2: theme wants one name"}},
		{"a broken line", "theme: dark\nkeys:\n  notices: @\n  star: x\n", map[string]string{"everywhere.star": "x"}, []string{"3: no YAML, so this line is left out"}},
		{"an open list", "theme: dark\nkeys:\n  open: [x\n  star: x\n", map[string]string{"everywhere.star": "x", "list.open": "enter l"}, []string{"3: no YAML"}},
		{"an open quote", "keys:\n  open: '\n  star: x\n  evidence: E\nmouse: true\n", map[string]string{"everywhere.star": "x", "list.evidence": "E"}, []string{"2: no YAML"}},
		{"a tab", "keys:\n\tstar: x\n  open: x\n", map[string]string{"list.open": "x"}, []string{"2: no YAML"}},
		{"a bare !", "keys:\n  star: !\n  open: x\n", map[string]string{"list.open": "x", "everywhere.star": "s"}, []string{"2: star has no key here; a sign such as !"}},
		{"hostile", "\"\\e[2J\\u202e\": 1\ntheme: \"\\e]0;x\\a\"\n", nil, []string{"1: “␛[2J” is no option", "2: there is no theme “␛]0;x␇”"}},
		{"not text", "\xff\xfe\x00", nil, []string{": "}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, notices := Parse("config.yaml", c.text, known())
			for id, want := range c.keys {
				if keys := keysOf(got, id); keys != want {
					t.Errorf("%s is done by %q, want %q", id, keys, want)
				}
			}
			var told []string
			for _, n := range notices {
				told = append(told, fmt.Sprintf("%d: %s", n.Line, n.Text))
			}
			if len(told) != len(c.notices) {
				t.Fatalf("the notices are %q, want %q", told, c.notices)
			}
			for i, want := range c.notices {
				if !strings.Contains(told[i], want) {
					t.Errorf("the notice is %q, want %q", told[i], want)
				}
			}
		})
	}
}

func TestParseSets(t *testing.T) {
	got, notices := Parse("", "theme: light\nwidth: 88\nmouse: yes\nlinear: on\nkeys: {preset: default}\n", known())
	want := known().Default()
	want.Theme, want.Width, want.Mouse, want.Linear = "light", 88, true, true
	if !reflect.DeepEqual(got, want) || len(notices) > 0 {
		t.Errorf("the configuration is %+v with %v, want %+v", got, notices, want)
	}
}

func TestTooLong(t *testing.T) {
	got, notices := Parse("", "theme: dark\n#"+strings.Repeat("x", MostBytes), known())
	if !reflect.DeepEqual(got, known().Default()) || len(notices) != 1 || !strings.Contains(notices[0].Text, "64 KiB") {
		t.Errorf("%+v, %v", got, notices)
	}
}

// TestDefaultsAreNotChanged by a configuration that takes keys away.
func TestDefaultsAreNotChanged(t *testing.T) {
	k := known()
	Parse("", "keys: {star: [space, n, e]}", k)
	if !reflect.DeepEqual(k, known()) {
		t.Errorf("the known actions are %+v now", k.Actions)
	}
}

func TestYAMLIsReadBack(t *testing.T) {
	k := known()
	for _, text := range []string{
		"", "theme: dark\nwidth: 100\nmouse: true", "keys: {star: [space, '!', '\"', '\\', \"'\", ä, ~], open: []}",
		"keys: {next-article: n, quit: [], close: c}", "keys: {star: e, evidence: T}",
	} {
		c, _ := Parse("", text, k)
		again, notices := Parse("", c.YAML(k), k)
		if !reflect.DeepEqual(again, c) || len(notices) > 0 {
			t.Errorf("%s\nis written as\n%s\nand read as %+v with %v, want %+v", text, c.YAML(k), again, notices, c)
		}
	}
}

// TestCommentsOfYAMLHold when each line that is as the program has it is set.
func TestCommentsOfYAMLHold(t *testing.T) {
	k := known()
	text := strings.ReplaceAll(k.Default().YAML(k), "\n  # ", "\n  ")
	text = strings.Replace(text, "\n  default, vim", "\n  # default, vim", 1)
	c, notices := Parse("", text, k)
	if !reflect.DeepEqual(c, k.Default()) || len(notices) > 0 {
		t.Errorf("%s\nis read with %v", text, notices)
	}
}

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range []struct{ path, theme, notice string }{
		{filepath.Join(dir, "none.yaml"), "auto", ""},
		{write("good.yaml", "theme: dark"), "dark", ""},
		{dir, "auto", "it is no file"},
		{filepath.Join(write("file", ""), "config.yaml"), "auto", "the configuration is not used"},
		{write("long.yaml", strings.Repeat("#", MostBytes+9)), "auto", "more than 64 KiB"},
	} {
		got, notices := File{Path: c.path, Known: known()}.Load()
		if got.Theme != c.theme || len(notices) > 1 || (c.notice == "") != (len(notices) == 0) {
			t.Errorf("%s: %q, %v", c.path, got.Theme, notices)
		}
		if len(notices) == 1 && (!strings.Contains(notices[0].Text, c.notice) || notices[0].Path != c.path) {
			t.Errorf("%s: %v, want %q", c.path, notices, c.notice)
		}
	}
}

func TestPath(t *testing.T) {
	if got := Path([]string{"XDG_CONFIG_HOME=/a", "XDG_CONFIG_HOME=/b/c"}); got != filepath.FromSlash("/b/c/dossier/config.yaml") {
		t.Errorf("the last variable holds, not %s", got)
	}
	if got := Path([]string{"XDG_CONFIG_HOME=relative"}); !filepath.IsAbs(got) {
		t.Errorf("a relative path is used: %s", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"theme: dark", "keys: {star: [x, '!']}", "keys:\n  preset: vim\n  open: '\n", "a: [", "- a", "keys: {star: space, quit: esc}", "width: 080", "theme: *a"} {
		f.Add(s)
	}
	k := known()
	f.Fuzz(func(t *testing.T, text string) {
		c, notices := Parse("f", text, k)
		for _, n := range notices {
			if n.Text == "" || n.Line < 0 || n.Line > 1+strings.Count(breaks.Replace(text), "\n") {
				t.Errorf("%q: %+v", text, n)
			}
		}
		taken := map[string]bool{}
		for _, a := range c.Keys {
			for _, key := range a.Keys {
				if taken[a.Scope+key] {
					t.Errorf("%q: %s has two meanings in %s", text, key, a.Scope)
				}
				taken[a.Scope+key] = true
			}
		}
		again, notices := Parse("f", c.YAML(k), k)
		if !reflect.DeepEqual(again, c) || len(notices) > 0 {
			t.Errorf("%q is written as\n%s\nand read with %v", text, c.YAML(k), notices)
		}
	})
}

// BenchmarkLoad is what a start pays: without a file next to nothing.
func BenchmarkLoad(b *testing.B) {
	k := known()
	full := filepath.Join(b.TempDir(), "config.yaml")
	if err := os.WriteFile(full, []byte(k.Default().YAML(k)), 0o600); err != nil {
		b.Fatal(err)
	}
	for name, path := range map[string]string{"none": full + ".none", "full": full} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				File{Path: path, Known: k}.Load()
			}
		})
	}
}
