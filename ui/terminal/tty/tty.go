//go:build unix

// Package tty runs programs on a terminal of the system, for tests of what an
// emulator in the same process cannot have: signals, a keyboard that hangs up,
// settings of the line. It is no part of the program.
package tty

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// Terminal is one on which a program runs.
type Terminal struct {
	T   testing.TB
	Cmd *exec.Cmd
	// Shell tells that what was started is a shell, which starts the program.
	Shell bool

	line *os.File    // where the program's end of the terminal is looked at
	far  *os.File    // the other end: what is written there is typed
	was  *term.State // of the line before the program began

	mu       sync.Mutex
	emulator *vt.Emulator
	sent     bytes.Buffer
	ended    chan struct{}
	status   error
}

// Answers says how a terminal answers what it is asked: with the bytes of an
// answer, and type, which types them. Nil is a terminal that answers nothing.
type Answers func(answer []byte, type_ func([]byte))

// AtOnce is how most terminals answer.
func AtOnce(answer []byte, type_ func([]byte)) { type_(answer) }

// Slowly answers a byte at a time, with a pause before each: a poor line.
func Slowly(pause time.Duration) Answers {
	return func(answer []byte, type_ func([]byte)) {
		for i := range answer {
			time.Sleep(pause)
			type_(answer[i : i+1])
		}
	}
}

// Start runs a program on a terminal of w by h cells, which is its controlling
// one. What of its input and outputs is set already stays as it is.
func Start(t testing.TB, cmd *exec.Cmd, w, h int, answers Answers) *Terminal {
	t.Helper()
	far, line, err := open()
	if err != nil {
		t.Skipf("no terminal can be had here: %v", err)
	}
	s := &Terminal{T: t, Cmd: cmd, line: line, far: far, emulator: vt.NewEmulator(w, h), ended: make(chan struct{})}
	s.size(w, h)
	if s.was, err = term.GetState(line.Fd()); err != nil {
		t.Fatal(err)
	}
	s.join()
	go s.draw()
	go s.answer(answers)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		s.status = cmd.Wait()
		close(s.ended)
	}()
	t.Cleanup(s.close)
	return s
}

// open is a new terminal, whose far end can be closed while it is read.
func open() (far, line *os.File, err error) {
	made, line, err := pty.Open()
	if err != nil {
		return nil, nil, err
	}
	defer made.Close()
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	fd, err := syscall.Dup(int(made.Fd()))
	if err != nil {
		return nil, nil, err
	}
	syscall.CloseOnExec(fd)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, nil, err
	}
	return os.NewFile(uintptr(fd), "terminal"), line, nil
}

// join gives the program the terminal, by every stream that has nothing else.
func (s *Terminal) join() {
	if s.Cmd.Stdin == nil {
		s.Cmd.Stdin = s.line
	}
	if s.Cmd.Stdout == nil {
		s.Cmd.Stdout = s.line
	}
	if s.Cmd.Stderr == nil {
		s.Cmd.Stderr = s.line
	}
	at := 0
	for i, stream := range []any{s.Cmd.Stdin, s.Cmd.Stdout, s.Cmd.Stderr} {
		if stream == s.line {
			at = i
		}
	}
	s.Cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: at}
}

func (s *Terminal) size(w, h int) {
	if err := pty.Setsize(s.line, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.T.Fatal(err)
	}
}

// draw takes in what the program writes.
func (s *Terminal) draw() {
	b := make([]byte, 64<<10)
	for {
		n, err := s.far.Read(b)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.sent.Write(b[:n])
		s.emulator.Write(b[:n])
		s.mu.Unlock()
	}
}

func (s *Terminal) answer(answers Answers) {
	b := make([]byte, 4<<10)
	for {
		n, err := s.emulator.Read(b)
		if err != nil {
			return
		}
		if answers != nil {
			answers(b[:n], func(typed []byte) { s.far.Write(typed) })
		}
	}
}

func (s *Terminal) close() {
	s.Cmd.Process.Signal(syscall.SIGKILL)
	s.Cmd.Process.Signal(syscall.SIGCONT)
	<-s.ended
	s.HangUp()
	s.line.Close()
	if c, ok := s.emulator.InputPipe().(io.Closer); ok {
		c.Close()
	}
}

// HangUp takes the terminal away.
func (s *Terminal) HangUp() { s.far.Close() }

// Type types text, escape sequences among it.
func (s *Terminal) Type(text string) {
	s.T.Helper()
	if _, err := io.WriteString(s.far, text); err != nil {
		s.T.Fatal(err)
	}
}

// Resize changes the size and tells the program, as a terminal does. What is
// beyond 500 by 200 cells is not looked at.
func (s *Terminal) Resize(w, h int) {
	s.mu.Lock()
	s.emulator.Resize(min(w, 500), min(h, 200))
	s.mu.Unlock()
	s.size(w, h)
}

// Signal sends the program a signal from outside.
func (s *Terminal) Signal(sig syscall.Signal) {
	s.T.Helper()
	if err := syscall.Kill(s.Program(), sig); err != nil {
		s.T.Fatal(err)
	}
}

// Program is the process of the program: the one that was started, or if that is
// a shell, the one that it started.
func (s *Terminal) Program() int {
	s.T.Helper()
	of := s.Cmd.Process.Pid
	if !s.Shell {
		return of
	}
	all, err := exec.Command("ps", "-A", "-o", "pid=,ppid=,args=").Output()
	if err != nil {
		s.T.Fatal(err)
	}
	for line := range strings.Lines(string(all)) {
		if f := strings.Fields(line); len(f) > 2 && f[1] == strconv.Itoa(of) {
			of, _ = strconv.Atoi(f[0])
			return of
		}
	}
	s.T.Fatalf("the shell runs nothing:\n%s", all)
	return 0
}

// Text is what a person sees.
func (s *Terminal) Text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.String()
}

// Sent is all that the program wrote to the terminal.
func (s *Terminal) Sent() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sent.String()
}

// patience is longer than anything takes on a busy machine.
const patience = 20 * time.Second

// See waits until all of these texts are on the screen.
func (s *Terminal) See(texts ...string) {
	s.T.Helper()
	s.Until("the screen has "+strings.Join(texts, ", "), func() bool {
		screen := s.Text()
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// Until waits until something holds.
func (s *Terminal) Until(what string, holds func() bool) {
	s.T.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			s.T.Fatalf("not in time: %s; the screen is:\n%s", what, s.Text())
		}
	}
}

// Stopped reports that the program is stopped, as by a shell.
func (s *Terminal) Stopped() bool {
	state, err := exec.Command("ps", "-o", "stat=", "-p", strconv.Itoa(s.Program())).Output()
	return err == nil && bytes.HasPrefix(bytes.TrimSpace(state), []byte("T"))
}

// End waits for the program to end, and returns its exit status; -1 if it was
// killed.
func (s *Terminal) End() int {
	s.T.Helper()
	select {
	case <-s.ended:
		s.drain()
		return s.Cmd.ProcessState.ExitCode()
	case <-time.After(patience):
		s.T.Fatalf("the program goes on; its screen is:\n%s", s.Text())
		return -1
	}
}

// drain waits for what is still on its way to the screen.
func (s *Terminal) drain() {
	const mark = "\x1b]7777;\a"
	if _, err := io.WriteString(s.line, mark); err != nil {
		return // it was hung up
	}
	s.Until("everything is drawn", func() bool { return strings.Contains(s.Sent(), mark) })
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := strings.Replace(s.sent.String(), mark, "", 1)
	s.sent.Reset()
	s.sent.WriteString(sent)
}

// What of a terminal a program sets.
var (
	modes    = regexp.MustCompile(`\x1b\[\?([\d;]+)([hl])`)
	kitty    = regexp.MustCompile(`\x1b\[([<>])\d*u`)
	keys     = regexp.MustCompile(`\x1b\[>4(;\d+)?m`)
	colour   = regexp.MustCompile(`\x1b\](1?1[012])(?:;([^\x07\x1b]*))?(?:\x07|\x1b\\)`)
	meanings = map[string]string{
		"7": "wrapping", "25": "the cursor", "1000": "the mouse", "1002": "the mouse", "1003": "the mouse", "1006": "the mouse",
		"1004": "reports of focus", "1049": "the alternate screen", "2004": "bracketed paste", "2026": "held updates", "2027": "counting of characters",
	}
)

// Odd tells what of the terminal is not as the program found it.
func (s *Terminal) Odd() (odd []string) {
	s.T.Helper()
	now, err := term.GetState(s.line.Fd())
	if err != nil {
		s.T.Fatal(err)
	}
	if *now != *s.was {
		odd = append(odd, "the settings of the line")
	}
	sent, set := s.Sent(), map[string]bool{"7": true, "25": true}
	for _, m := range modes.FindAllStringSubmatch(sent, -1) {
		for _, mode := range strings.Split(m[1], ";") {
			set[mode] = m[2] == "h"
		}
	}
	for mode, on := range set {
		if on != (mode == "7" || mode == "25") {
			odd = append(odd, meanings[mode]+" ("+mode+")")
		}
	}
	return append(odd, s.leftOn(sent)...)
}

// leftOn are settings that are no modes.
func (s *Terminal) leftOn(sent string) (odd []string) {
	pushed := 0
	for _, m := range kitty.FindAllStringSubmatch(sent, -1) {
		pushed += map[string]int{">": 1, "<": -1}[m[1]]
	}
	if pushed > 0 {
		odd = append(odd, "how keys are reported")
	}
	if all := keys.FindAllStringSubmatch(sent, -1); len(all) > 0 && all[len(all)-1][1] != "" && all[len(all)-1][1] != ";0" {
		odd = append(odd, "how modified keys are reported")
	}
	coloured := map[string]bool{}
	for _, m := range colour.FindAllStringSubmatch(sent, -1) {
		if m[2] != "?" {
			coloured[m[1][len(m[1])-2:]] = len(m[1]) == 2
		}
	}
	for what, on := range coloured {
		if on {
			odd = append(odd, "the terminal's own colours ("+what+")")
		}
	}
	return odd
}
