package marks

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"dossier/model/mark"
)

// childVariable makes the test binary another program: one that marks articles
// until it is killed, or has marked as many as it says.
const childVariable = "DOSSIER_MARKS_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVariable) == "" {
		os.Exit(m.Run())
	}
	if err := child(os.Getenv(childVariable)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child prints the number of each note once it is told that it is kept. Some
// are of several pages; one is set anew each time, so that the log grows and is
// compacted.
func child(task string) error {
	var name, dir string
	var notes int
	if _, err := fmt.Sscanf(task, "%s %d %s", &name, &notes, &dir); err != nil {
		return err
	}
	s, _ := Open(dir, Builtin)
	s.log.Smallest = 4000
	for i := range notes {
		err := s.Set(
			mark.Note(noteID(name, i), noteText(name, i)),
			mark.Read("hot", i%2 == 0),
			mark.Note("hot", strings.Repeat("x", 9000+i%7)),
			mark.At("hot", mark.Position{Paragraph: i, Sum: name}),
		)
		if err != nil {
			return err
		}
		fmt.Println(i)
	}
	return s.Close()
}

func noteID(name string, i int) string { return fmt.Sprint(name, "/", i) }

func noteText(name string, i int) string {
	if i%20 == 0 {
		return strings.Repeat(fmt.Sprintln(name, i), 900)
	}
	return fmt.Sprint(name, " ", i)
}

// program is a child that runs.
type program struct {
	*exec.Cmd
	name string
	out  *bufio.Reader
	kept int // how many notes it said are kept
}

func start(t testing.TB, name string, notes int, dir string) *program {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &program{Cmd: exec.Command(self), name: name}
	p.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %s", childVariable, name, notes, dir))
	p.Stderr = os.Stderr
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.out = bufio.NewReader(out)
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// end reads what the child said, to its end, and waits for that.
func (p *program) end(t testing.TB) error {
	t.Helper()
	for {
		line, err := p.out.ReadString('\n')
		if err != nil {
			if err != io.EOF {
				t.Error(err)
			}
			return p.Wait()
		}
		if line != fmt.Sprintln(p.kept) {
			t.Fatalf("%s said %q after %d", p.name, line, p.kept)
		}
		p.kept++
	}
}

// check tells of notes that are not as the child was told.
func (p *program) check(t testing.TB, s *Store) {
	t.Helper()
	for i := range p.kept {
		if got := s.Get(noteID(p.name, i)).Note; got != noteText(p.name, i) {
			t.Errorf("note %d of %d by %s: %.40q", i, p.kept, p.name, got)
		}
	}
}
