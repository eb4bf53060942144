package command

import (
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

func TestLongArticlesGoThroughThePager(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  []string
		not  bool // a terminal
		want []string
	}{
		{"long", []string{"show", "long"}, nil, false, []string{"less", "-R"}},
		{"short", []string{"show", "short"}, nil, false, nil},
		{"in a pipe", []string{"show", "long"}, nil, true, nil},
		{"unwanted", []string{"show", "long", "--no-pager"}, nil, false, nil},
		{"another", []string{"show", "long"}, []string{"PAGER=most -w  x"}, false, []string{"most", "-w", "x"}},
		{"the last counts", []string{"show", "long"}, []string{"PAGER=a", "PAGER=b"}, false, []string{"b"}},
		{"none", []string{"show", "long"}, []string{"PAGER="}, false, nil},
		{"cat", []string{"show", "long"}, []string{"PAGER=cat"}, false, nil},
		{"no shell", []string{"show", "long"}, []string{"PAGER=less; rm x"}, false, []string{"less;", "rm", "x"}},
		{"bytes", []string{"show", "long", "--source"}, nil, false, nil},
		{"JSON", []string{"show", "long", "--json"}, nil, false, nil},
		{"a list", []string{"list"}, nil, false, nil},
	} {
		w := screen(80, 24)
		w.Terminal = !c.not
		w.Env = append(w.Env, c.env...)
		var program []string
		var paged string
		w.Pager = func(p []string, text string) error {
			program, paged = p, text
			return nil
		}
		got := on(t, w, c.args...)
		if !slices.Equal(program, c.want) || got.status != fine {
			t.Errorf("%s: the pager is %q, want %q; status %d", c.name, program, c.want, got.status)
		}
		if (paged == "") != (got.out != "") || !strings.Contains(paged+got.out, "A line") && c.args[0] == "show" {
			t.Errorf("%s: the text is written %d times", c.name, strings.Count(paged+got.out, "A very long title"))
		}
	}
}

func TestPagerThatCannotBeStarted(t *testing.T) {
	for _, c := range []struct {
		env   []string
		err   error
		wrote bool
		said  string
	}{
		{nil, fmt.Errorf("no less: %w", exec.ErrNotFound), true, ""},
		{[]string{"PAGER=mots"}, fmt.Errorf("no mots: %w", exec.ErrNotFound), true, "the pager mots cannot be started"},
		{nil, fmt.Errorf("no memory"), true, "the pager less cannot be started: no memory"},
		{nil, &exec.ExitError{}, false, ""}, // left early, as by an interrupt
	} {
		w := screen(80, 24)
		w.Env = append(w.Env, c.env...)
		w.Pager = func([]string, string) error { return c.err }
		got := on(t, w, "show", "long")
		if (got.out != "") != c.wrote || got.status != fine || !strings.Contains(got.errs, c.said) || c.said == "" && got.errs != "" {
			t.Errorf("%v: wrote %d bytes, said %q, status %d", c.err, len(got.out), got.errs, got.status)
		}
	}
}

// TestArticlesFitTheTerminal that is narrower than a good line.
func TestArticlesFitTheTerminal(t *testing.T) {
	for _, line := range strings.Split(on(t, screen(30, 0), "show", "long").out, "\n")[3:] {
		if len(line) > 30 {
			t.Errorf("%q is too wide", line)
		}
	}
}
