package articles

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRevealShowsTheFileAsItIs(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"a.md", "---\ntitle: x\n---\n# A\u202e\n\nShare\n", "---\ntitle: x\n---\n# A⟨RLO⟩\n\nShare\n"},
		{"b.txt", "\xef\xbb\xbfé\xff \x1b[2J\r\nz\n", "⟨BOM⟩é⟨BYTE-FF⟩ ⟨ESC⟩[2J\nz\n"},
		{"c.md", "\xff\xfea\x00\x0b\x20b\x00", "⟨BOM⟩a⟨ZWSP⟩b"}, // UTF-16
		{"d.txt", strings.Repeat("caf\xe9 d\xe9j\xe0 vu\xad ", 20), strings.Repeat("café déjà vu⟨SHY⟩ ", 20)},
		{"e.html", "<p>A&#8238;\u200b</p>", "<p>A&#8238;⟨ZWSP⟩</p>"},
		{"f.htm", "<meta charset=iso-8859-15><p>\xa4</p>", "<meta charset=iso-8859-15><p>€</p>"},
	} {
		dir := t.TempDir()
		write(t, dir, c.name, c.raw)
		l, err := open(t, dir)
		must(t, err)
		got, err := l.Reveal(t.Context(), 0)
		if err != nil || got.Text != c.want || got.Cut {
			t.Errorf("%s: %q, %v, want %q", c.name, got.Text, err, c.want)
		}
	}
}

func TestRevealKnowsWhatCannotBeReadAgain(t *testing.T) {
	l, err := Open(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader("# In\u200b\n")})
	must(t, err)
	defer l.Close()
	for range 2 {
		if got, err := l.Reveal(t.Context(), 0); err != nil || got.Text != "# In⟨ZWSP⟩\n" || got.Hidden != 1 {
			t.Errorf("standard input is %q, %v", got.Text, err)
		}
	}
	builtin, err := Open(t.Context(), nil, Options{})
	must(t, err)
	defer builtin.Close()
	for i := range builtin.Dossier().Articles.Len() {
		if got, err := builtin.Reveal(t.Context(), i); err != nil || got.Hidden != 0 || !strings.HasPrefix(got.Text, "---\n") {
			t.Errorf("article %d of the built-in dossier is %.40q with %v, %v", i, got.Text, got.Kinds, err)
		}
	}
}

func TestRevealReadsTheFileOfNow(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "a.md", "before")
	l, err := open(t, dir)
	must(t, err)
	must(t, os.WriteFile(file, []byte("after\u200d"), 0o644))
	if got, err := l.Reveal(t.Context(), 0); err != nil || got.Text != "after⟨ZWJ⟩" {
		t.Errorf("%q, %v", got.Text, err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := l.Reveal(ended, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("nobody waits any more: %v", err)
	}
	must(t, os.Remove(file))
	must(t, os.Symlink(filepath.Join("..", "secret.md"), file))
	write(t, filepath.Dir(dir), "secret.md", "SECRET")
	if got, err := l.Reveal(t.Context(), 0); err == nil {
		t.Errorf("a link led out of the folder, to %q", got.Text)
	}
	must(t, os.Remove(file))
	_, err = l.Reveal(t.Context(), 0)
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "a.md: there is no such file") {
		t.Errorf("of a file that has gone is said: %v", err)
	}
}
