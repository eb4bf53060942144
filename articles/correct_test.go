//go:build unix

package articles

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/articles/tags"
)

// reopen opens a folder anew.
func reopen(t *testing.T, dir string) *Library {
	t.Helper()
	l, err := open(t, dir)
	must(t, err)
	if told := toldBy(l); told != "" {
		t.Error(told)
	}
	return l
}

// What a person decides holds when the folder is opened again, and a change of
// mind too.
func TestDecisionsHold(t *testing.T) {
	l, dir := tagged(t, "")
	ctx := t.Context()
	must(t, l.Confirm(ctx, 0, "Amazon"))
	must(t, l.Reject(ctx, 0, "Apple"))
	if got := cutsOf(l); got != "Amazon" {
		t.Errorf("the opened dossier has %s", got)
	}
	again := reopen(t, dir)
	if got := cutsOf(again); got != "Amazon" {
		t.Error(got)
	}
	if was, is := l.Dossier().Article(0).Cuts[0], again.Dossier().Article(0).Cuts[0]; is.Evidence != was.Evidence || is.Service != was.Service || is.Passages[0] != was.Passages[0] {
		t.Errorf("%+v, was %+v", is, was)
	}
	must(t, again.Reject(ctx, 0, "Amazon"))
	if got := cutsOf(reopen(t, dir)); got != "" {
		t.Error(got)
	}
	must(t, again.Confirm(ctx, 0, "Amazon"))
	must(t, l.Confirm(ctx, 0, "Apple"))
	if got := cutsOf(reopen(t, dir)); got != "Amazon Apple" {
		t.Error(got)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, "a.txt")); err != nil || string(raw) != leaving {
		t.Errorf("the article changed: %q, %v", raw, err)
	}
}

func TestDecisionsNeedAFolder(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "a.txt", leaving)
	alone, err := open(t, file)
	must(t, err)
	stdin, err := Open(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(leaving)})
	must(t, err)
	builtin := openBuiltin(t)
	for name, l := range map[string]*Library{"file": alone, "stdin": stdin, "built-in": builtin} {
		err := l.Confirm(t.Context(), 0, l.Dossier().Article(0).Cuts[0].Vendor)
		var refused *TagError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), "open the folder") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, tags.FileName)); err == nil {
		t.Error("a side-car was made beside a file that was named alone")
	}
}

func TestDecisionsThatFail(t *testing.T) {
	l, dir := tagged(t, "a.txt: {}\n")
	ended, end := context.WithCancel(t.Context())
	end()
	for name, err := range map[string]error{
		"no article -1 in":       l.Confirm(t.Context(), -1, "Apple"),
		"no article 1 in":        l.Reject(t.Context(), 1, "Apple"),
		"a has no cut by Google": l.Reject(t.Context(), 0, "Google"),
	} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %q", err, name)
		}
	}
	write(t, dir, tags.FileName, "a.txt: [")
	err := l.Reject(t.Context(), 0, "Apple")
	if want := "cannot write " + filepath.Join(dir, tags.FileName) + ": line 1 is not valid YAML"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
	must(t, os.RemoveAll(dir))
	if err := l.Reject(ended, 0, "Apple"); err == nil {
		t.Error("no folder, and no error")
	}
}

// A folder opened by a relative path is found again.
func TestTagOfSeveralFolders(t *testing.T) {
	base := t.TempDir()
	t.Chdir(base)
	write(t, base, "one/a.txt", leaving)
	write(t, base, "two/a.txt", leaving)
	write(t, base, "two/b.txt", leaving)
	write(t, base, "two/"+tags.FileName, "a.txt:\n  cuts: []\n")
	l, err := open(t, "one", "two")
	must(t, err)
	all := []int32{2, 1, 0}
	text, err := l.Untagged(all)
	must(t, err)
	one, two, ok := strings.Cut(text, "---\n")
	if !ok || !strings.HasPrefix(one, "# one/dossier.tags.yaml\na.txt:\n") || !strings.HasPrefix(two, "# two/dossier.tags.yaml\na.txt:\n") || strings.Count(two, "cuts:") != 1 {
		t.Error(text)
	}
	if tagged, facts, err := l.Tag(t.Context(), all); tagged != 3 || facts != 4+3+4 || err != nil {
		t.Error(tagged, facts, err)
	}
	l, err = open(t, "one", "two")
	must(t, err)
	if tagged, facts, err := l.Tag(t.Context(), all); tagged+facts != 0 || err != nil {
		t.Error("again:", tagged, facts, err)
	}
	if text, err := l.Untagged(all); text != "" || err != nil {
		t.Errorf("still untagged: %s, %v", text, err)
	}
	for i, want := range []int{2, 0, 2} {
		if a := l.Dossier().Article(i); len(a.Cuts) != want || a.Detected != 0 {
			t.Errorf("%s: %d cuts, detected %v", a.ID, len(a.Cuts), a.Detected.Names())
		}
	}
}

// Names that hide something are still those of their files.
func TestTagOfOddNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"esc\x1b[2J.txt", "bad\xff.txt", "rlo\u202egpj.txt", "-rf.txt", "e\u0301.txt", "a: b.txt", "# c.txt", "new\nline.txt", "yes.txt", "<<.txt", "*a.txt"} {
		write(t, dir, name, leaving)
	}
	l, err := open(t, dir)
	must(t, err)
	var all []int32
	for i := range l.Dossier().Len() {
		all = append(all, int32(i))
	}
	if tagged, _, err := l.Tag(t.Context(), all); tagged != len(all) || err != nil {
		t.Error(tagged, err)
	}
	d := reopen(t, dir).Dossier()
	for i := range d.Len() {
		a := d.Article(i)
		if a.Detected != 0 || len(a.Cuts) != 2 {
			t.Errorf("%s: %v", a.Path, a.Detected.Names())
		}
	}
}
