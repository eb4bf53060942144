package program

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/tags"
)

// folder makes a folder of so many articles in which cuts are detected.
func (p place) folder(n int) (dir string) {
	p.t.Helper()
	dir = p.t.TempDir()
	for i := range n {
		text := fmt.Sprintf("# Article %d\n\nAmazon cut ties with Parler on January %d, 2021, because of violent content. The word of this one is word%d.\n", i, 1+i%28, i)
		p.write(filepath.Join(dir, fmt.Sprintf("n%03d.md", i)), text)
	}
	return dir
}

func (p place) write(path, text string) {
	p.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// text is that of a file, empty if there is none.
func (p place) text(path string) string {
	p.t.Helper()
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		p.t.Fatal(err)
	}
	return string(text)
}

// does runs the program to its end.
func (p place) does(args ...string) (out, errs string, status int) {
	p.t.Helper()
	return p.gives("", args...)
}

// gives runs it with something on its standard input.
func (p place) gives(in string, args ...string) (out, errs string, status int) {
	p.t.Helper()
	cmd := p.command("dossier", args...)
	cmd.Stdin = strings.NewReader(in)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	var failed *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &failed) {
		p.t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// well is what a program writes that ends without a fault.
func (p place) well(args ...string) string {
	p.t.Helper()
	out, errs, status := p.does(args...)
	if status != 0 {
		p.t.Fatalf("%q ends with status %d: %s", args, status, errs)
	}
	return out
}

// kills runs the program again and again, and kills it at any moment of the time
// that it takes; most often it is prepared before and looked at after.
func (p place) kills(what string, rounds int, prepare func(round int), args []string, look func(ended bool)) {
	p.t.Helper()
	prepare(0)
	began := time.Now()
	p.well(args...)
	takes := time.Since(began)
	killed := 0
	for round := range rounds {
		prepare(round)
		random := rand.New(rand.NewPCG(uint64(round), 7))
		cmd := p.command("dossier", args...)
		if err := cmd.Start(); err != nil {
			p.t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(random.Int64N(int64(takes))), func() { cmd.Process.Kill() })
		ended := cmd.Wait() == nil
		if timer.Stop(); !ended {
			killed++
		}
		if look(ended); p.t.Failed() {
			p.t.Fatalf("%s, round %d", what, round)
		}
	}
	battery.Tried(p.t, killed, "rounds of SIGKILL of "+what)
}

// TestBatteryKilledIndex kills the program while it makes an index: what it answers
// with what is left of that is what it answers without one.
func TestBatteryKilledIndex(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	dir := p.folder(300) // fewer have no index
	asks := [][]string{{"list", dir, "word7", "--jsonl"}, {"cuts", dir, "--json"}, {"list", dir, "vendor:Amazon", "amazon", "--jsonl"}}
	var want []string
	for _, ask := range asks {
		want = append(want, p.well(append(ask, "--no-index")...))
	}
	n := 0
	p.kills("the making of an index", battery.Of(2, 1000), func(round int) {
		if round%2 == 0 { // the others go on with what the one before left
			p.well("index", dir, "--drop")
		}
	}, []string{"index", dir}, func(bool) {
		n++
		if got := p.well(asks[n%len(asks)]...); got != want[n%len(asks)] {
			t.Errorf("%q says\n%.2000s\nwant\n%.2000s", asks[n%len(asks)], got, want[n%len(asks)])
		}
	})
	if dir := filepath.Join(p.dir, "dossier"); len(must(os.ReadDir(dir))) == 0 {
		t.Error("there is no index")
	}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// TestBatteryKilledTag kills the program while it writes what it detected: the file
// is the one before or the one after.
func TestBatteryKilledTag(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	dir := p.folder(30)
	file, before := filepath.Join(dir, tags.FileName), "# mine\nn001.md:\n  author: A Person\n"
	p.write(file, before)
	p.well("tag", dir)
	after := p.text(file)
	p.kills("tagging", battery.Of(3, 1000), func(int) { p.write(file, before) }, []string{"tag", dir}, func(ended bool) {
		if got := p.text(file); got != after && (got != before || ended) {
			t.Errorf("%v: the file is %q", ended, got)
		}
	})
	if p.well("tag", dir); p.text(file) != after {
		t.Error("it does not go on")
	}
}

// TestBatteryKilledExport kills the program while it writes an export, over one that
// is there and to a new file: what is there is whole.
func TestBatteryKilledExport(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	dir := p.folder(30)
	for _, before := range []string{"an older one", ""} {
		file := filepath.Join(t.TempDir(), "out.html")
		args := []string{"export", dir, "-o", file}
		if before != "" {
			args = append(args, "--force")
		}
		after := p.well("export", dir, "--format", "html")
		p.kills("exporting", battery.Of(2, 500), func(int) {
			os.Remove(file)
			if before != "" {
				p.write(file, before)
			}
		}, args, func(ended bool) {
			if got := p.text(file); got != after && (got != before || ended) {
				t.Errorf("%v: the file has %d bytes, want %d or %d", ended, len(got), len(after), len(before))
			}
		})
	}
}

// TestBatteryProgramsAgree has ten programs at once that write in the same dossier, line by
// line: all that they say to be kept is kept.
func TestBatteryProgramsAgree(t *testing.T) {
	t.Parallel()
	p := place{t, t.TempDir()}
	each := battery.Of(3, 1000)
	ended := make(chan error, 10)
	for n := range 10 {
		go func() {
			var typed strings.Builder
			for i := range each {
				fmt.Fprintf(&typed, "a %d program %d, note %d\n", 1+n%5, n, i)
				if i%10 == 9 || i == each-1 {
					fmt.Fprintf(&typed, "' + %c view %d\n", 'a'+n, i)
				}
			}
			cmd := p.command("dossier", "--linear")
			cmd.Stdin = strings.NewReader(typed.String() + "q\n")
			out, err := cmd.Output()
			if kept := strings.Count(string(out), "Note kept: "); kept != each {
				err = errors.Join(err, fmt.Errorf("program %d kept %d of %d notes", n, kept, each))
			}
			ended <- err
		}()
	}
	for range 10 {
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
	got := found(p.left())
	for i, note := range got.notes {
		last := []string{fmt.Sprintf("program %d, note %d", i, each-1), fmt.Sprintf("program %d, note %d", i+5, each-1)}
		if !slices.Contains(last, note) {
			t.Errorf("article %d has %q, want one of %q", i, note, last)
		}
	}
	for n := range 10 {
		if want := fmt.Sprint("view ", each-1); got.views['a'+rune(n)] != want {
			t.Errorf("view %c is %q, want %q", 'a'+n, got.views['a'+rune(n)], want)
		}
	}
	battery.Tried(t, 10*(each+(each+9)/10), "writes of ten true programs at once")
}
