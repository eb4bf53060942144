//go:build unix

package articles

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/articles/battery"
)

// mischief is what happens to a folder while it is open.
type mischief struct {
	*rand.Rand
	dir, outside string
	serial       int
}

const secret = "what stands outside the folder"

// names are few, so that each becomes one thing after another.
func (m *mischief) name() string {
	return []string{"", "sub/", "sub/deep/", "other/"}[m.IntN(4)] + fmt.Sprintf("n%d%s", m.IntN(12), []string{".md", ".txt", ".html"}[m.IntN(3)])
}

func (m *mischief) text() []byte {
	m.serial++
	return fmt.Appendf(nil, "# Title %d\n\nSome words, number %d. %s\n", m.serial, m.serial, strings.Repeat("More of them. ", m.IntN(200)))
}

// steps are what may be done to a file or a folder; one that fails, as where
// nothing is there, does nothing.
var steps = []func(m *mischief, path string) error{
	func(m *mischief, path string) error { return m.write(path, os.O_CREATE|os.O_TRUNC, m.text()) },
	func(m *mischief, path string) error { return m.write(path, os.O_CREATE|os.O_TRUNC, m.text()) },
	func(m *mischief, path string) error { return m.write(path, os.O_APPEND, m.text()) },
	func(m *mischief, path string) error {
		return m.write(path, os.O_CREATE|os.O_TRUNC, []byte("\x00\x01\x02\xff"))
	},
	func(m *mischief, path string) error {
		return m.write(path, os.O_CREATE|os.O_TRUNC, []byte("---\ntitle: {\nactors: [\n---\nBody\n"))
	},
	func(m *mischief, path string) error { return m.resize(path, int64(m.IntN(40))) },
	func(m *mischief, path string) error { return m.resize(path, 70<<20) },
	func(m *mischief, path string) error { return os.Remove(path) },
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return syscall.Mkfifo(path, 0o644) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Symlink(filepath.Join(m.outside, "secret.md"), path) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Symlink("../outside/secret.md", path) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Symlink(filepath.Base(path), path) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Symlink("/dev/zero", path) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Symlink(filepath.Join(m.dir, "n1.md"), path) })
	},
	func(m *mischief, path string) error {
		return m.instead(path, func() error { return os.Mkdir(path, 0o755) })
	},
	func(m *mischief, path string) error { return os.Rename(path, filepath.Join(m.dir, m.name())) },
	func(m *mischief, path string) error {
		return os.Rename(filepath.Dir(path), filepath.Join(m.dir, "away"))
	},
	func(m *mischief, path string) error {
		return os.Rename(filepath.Join(m.dir, "away"), filepath.Join(m.dir, "sub"))
	},
	func(m *mischief, path string) error {
		return m.instead(filepath.Join(m.dir, "sub"), func() error { return os.Symlink(m.outside, filepath.Join(m.dir, "sub")) })
	},
	func(m *mischief, path string) error {
		tags := filepath.Join(m.dir, "dossier.tags.yaml")
		return m.instead(tags, func() error {
			return []func() error{
				func() error { return syscall.Mkfifo(tags, 0o644) },
				func() error { return os.WriteFile(tags, []byte("n1.md: {title: Tagged}\nn2.md: ["), 0o644) },
				func() error { return os.WriteFile(tags, []byte("n1.md: {title: Tagged}\n"), 0o644) },
				func() error { return os.Symlink(filepath.Join(m.outside, "secret.md"), tags) },
			}[m.IntN(4)]()
		})
	},
}

// write waits for no pipe, and goes through no link.
func (m *mischief) write(path string, how int, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK|how, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}

func (m *mischief) resize(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Truncate(size), f.Close())
}

// instead takes what is at a path away first.
func (m *mischief) instead(path string, put func() error) error {
	if path == m.dir || !strings.HasPrefix(path, m.dir+"/") {
		return fs.ErrInvalid
	}
	os.RemoveAll(path)
	return put()
}

func (m *mischief) step() {
	path := filepath.Join(m.dir, m.name())
	os.MkdirAll(filepath.Dir(path), 0o755)
	steps[m.IntN(len(steps))](m, path)
}

// watched asks a library for all that it shows, as a screen does, and fails where
// that takes long or shows what is outside.
func (m *mischief) watched(t *testing.T, l *Library) {
	t.Helper()
	done := make(chan string, 1)
	go func() {
		d := l.Dossier()
		for i := range d.Len() {
			a := d.Article(i)
			ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			text, _ := l.Text(ctx, i)
			cancel()
			if strings.Contains(a.Title+text.Body, secret) {
				done <- "shows what is outside: " + a.Path
				return
			}
		}
		done <- ""
	}()
	select {
	case wrong := <-done:
		if wrong != "" {
			t.Error(wrong)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the library does not answer")
	}
}

// TestBatteryLiveFolder does to a folder that is open whatever can be done: the
// library answers meanwhile, reads nothing outside, and knows in the end what one
// knows that is opened then.
func TestBatteryLiveFolder(t *testing.T) {
	for _, kind := range []string{"memory", "index"} {
		t.Run(kind, func(t *testing.T) {
			index := ""
			if kind == "index" {
				index = withIndex(t)
			}
			for seed := range battery.Of(1, 5) {
				play(t, uint64(seed), index, battery.Of(60, 1000))
			}
		})
	}
	battery.Tried(t, 2*battery.Of(1, 5)*battery.Of(60, 1000), "changes under a library that is open")
}

func play(t *testing.T, seed uint64, index string, rounds int) {
	base := t.TempDir()
	m := &mischief{Rand: rand.New(rand.NewPCG(seed, 7)), dir: filepath.Join(base, "lib"), outside: filepath.Join(base, "outside")}
	write(t, m.outside, "secret.md", "# "+secret+"\n\n"+secret)
	write(t, m.dir, "stays.md", "# Stays\n")
	l := openLive(t, m.dir, index)
	for i := range rounds {
		m.step()
		if m.IntN(8) == 0 {
			time.Sleep(time.Duration(m.IntN(90)) * time.Millisecond)
		}
		if i%20 == 0 {
			m.watched(t, l)
		}
	}
	m.watched(t, l)
	var got, want []string
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		fresh, err := Open(t.Context(), []string{m.dir}, Options{})
		must(t, err)
		want = shown(fresh)
		fresh.Close()
		if got = shown(l); slices.Equal(got, want) {
			t.Logf("seed %d ends with %d articles and %d notices", seed, len(got), len(l.Dossier().Notices))
			return
		}
	}
	t.Errorf("seed %d: it knows\n%q, and has\n%q", seed, got, want)
}

// shown is what is listed and told of a library, in no order.
func shown(l *Library) []string {
	all := strings.Split(listedNow(l), "\n")
	slices.Sort(all)
	return all
}

func listedNow(l *Library) string {
	var all []string
	d := l.Dossier()
	for i := range d.Len() {
		if a := d.Article(i); a.Path != "" {
			all = append(all, a.Path+" "+a.Title)
		}
	}
	for _, n := range d.Notices {
		all = append(all, n.Path+": "+n.Text)
	}
	return strings.Join(all, "\n")
}
