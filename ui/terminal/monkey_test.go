package terminal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"dossier/articles"
	"dossier/articles/battery"
	"dossier/articles/marks"
	"dossier/model"
	"dossier/model/fault"
	"dossier/ui/terminal/cells"
)

// TestBatteryMonkey lets monkeys at the true program over a live folder. Their
// deeds depend on a seed, which DOSSIER_MONKEY names to have that one again. What
// went wrong is shrunk to the few deeds that it takes.
func TestBatteryMonkey(t *testing.T) {
	seeds, n, size := battery.Of(1, 20), battery.Of(1000, 50_000), battery.Of(300, 10_000)
	first := 1
	if s, err := strconv.Atoi(os.Getenv("DOSSIER_MONKEY")); err == nil {
		first, seeds = s, 1
	}
	done := 0
	defer func() { battery.Tried(t, done, "deeds of a monkey") }()
	for seed := first; seed < first+seeds && !t.Failed(); seed++ {
		all := deeds(uint64(seed), n)
		at, err := monkey(t, size, all)
		done += at
		if err == nil {
			t.Logf("seed %d: %d deeds", seed, at)
			continue
		}
		t.Logf("seed %d, deed %d: %v; it is shrunk now", seed, at, err)
		few := shrink(all[:at], func(some []deed) bool {
			_, again := monkey(t, size, some)
			return again != nil
		})
		t.Errorf("seed %d, deed %d: %v\nit takes %d deeds: %v", seed, at, err, len(few), few)
	}
}

// shrink leaves out of deeds what a failure does not need.
func shrink(all []deed, fails func([]deed) bool) []deed {
	end := time.Now().Add(time.Duration(battery.Of(20, 600)) * time.Second)
	for n := 1; n < len(all); n *= 4 { // mostly the last are to blame
		if some := all[len(all)-n:]; fails(some) {
			all = some
			break
		}
	}
	for part := len(all) / 2; part > 0; part /= 2 {
		for from := 0; from+part <= len(all) && time.Now().Before(end); {
			without := append(append([]deed{}, all[:from]...), all[from+part:]...)
			if fails(without) {
				all = without
			} else {
				from += part
			}
		}
	}
	return all
}

// cage is what a monkey is let at: the program, run as Bubble Tea does it, but for
// the terminal.
type cage struct {
	t      testing.TB
	ctx    context.Context
	g      *guarded
	folder *folder
	msgs   chan tea.Msg
	quits  bool // the program wanted to end
	most   int  // goroutines after the first rest
	heap   uint64
}

// monkey does deeds, and returns how many it did and what went wrong at the last.
func monkey(t *testing.T, size int, all []deed) (done int, err error) {
	c, end := newCage(t, size)
	defer end()
	for i, d := range all {
		if err := c.do(d); err != nil {
			return i + 1, err
		}
		if checkpoint := max(len(all)/5, 200); (i+1)%checkpoint == 0 {
			if err := c.check(); err != nil {
				return i + 1, err
			}
		}
	}
	return len(all), c.check()
}

func newCage(t *testing.T, size int) (c *cage, end func()) {
	dir, err := os.MkdirTemp(t.TempDir(), "monkey")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	c = &cage{t: t, ctx: ctx, folder: newFolder(t, filepath.Join(dir, "articles"), size), msgs: make(chan tea.Msg, 1<<10)}
	lib, err := articles.Open(ctx, []string{c.folder.dir}, articles.Options{Live: true, Index: filepath.Join(dir, "index")})
	if err != nil {
		t.Fatal(err)
	}
	store, _ := marks.Open(filepath.Join(dir, "marks"), "monkey")
	o := Options{
		Load:    func(context.Context) (Library, error) { return lib, nil },
		Marks:   func(context.Context) (Marks, []model.Notice) { return store, nil },
		Browser: &browser{}, Mouse: true,
	}
	c.g = &guarded{program: newProgram(ctx, o), send: c.send}
	c.g.loading, c.g.unlocking = load(ctx, o.Load), openMarks(ctx, o.Marks)
	stop := fault.Listen(func(f *fault.Fault) { c.send(f) })
	c.run(c.g.Init())
	c.update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return c, func() {
		cancel()
		stop()
		store.Close()
		lib.Close()
		os.RemoveAll(dir)
	}
}

func (c *cage) send(msg tea.Msg) {
	select {
	case c.msgs <- msg:
	case <-c.ctx.Done():
	}
}

// run does a command in the background, as Bubble Tea does.
func (c *cage) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, cmd := range msg {
				c.run(cmd)
			}
		default:
			c.send(msg)
		}
	}()
}

func (c *cage) update(msg tea.Msg) {
	if _, ok := msg.(tea.QuitMsg); ok {
		c.quits = true
		return
	}
	_, cmd := c.g.Update(msg)
	c.run(cmd)
}

// take takes in what commands answered.
func (c *cage) take() {
	for {
		select {
		case msg := <-c.msgs:
			c.update(msg)
		default:
			return
		}
	}
}

// rest lets answers come for a while.
func (c *cage) rest(d time.Duration) {
	for end := time.After(d); ; {
		select {
		case msg := <-c.msgs:
			c.update(msg)
		case <-end:
			return
		}
	}
}

// do does a deed, and tells what is wrong with the program or its screen then.
func (c *cage) do(d deed) error {
	c.take()
	switch msg := d.message(); {
	case msg != nil:
		c.update(msg)
	case d.what == "change":
		c.folder.change(d.a, d.b)
	default:
		c.rest(50 * time.Millisecond)
	}
	return errors.Join(c.looks(), c.selects())
}

// looks checks the frame.
func (c *cage) looks() error {
	v := c.g.View()
	if f := c.g.fault; f != nil {
		return fmt.Errorf("fault: %w\n%s", f, f.Stack)
	}
	p := c.g.program
	rows := strings.Split(v.Content, "\n")
	if len(rows) > p.h {
		return fmt.Errorf("%d rows on a screen of %d×%d", len(rows), p.w, p.h)
	}
	for y, row := range rows {
		if n := cells.Width(row); n > p.w {
			return fmt.Errorf("row %d is %d cells wide at %d×%d: %q", y, n, p.w, p.h, row)
		}
	}
	if at := v.Cursor; at != nil && (at.X < 0 || at.Y < 0 || at.X >= p.w || at.Y >= p.h) {
		return fmt.Errorf("the cursor stands at %d,%d of %d×%d", at.X, at.Y, p.w, p.h)
	}
	return nil
}

// selects checks that what is selected is there.
func (c *cage) selects() error {
	p := c.g.program
	if p.shelf == nil {
		return nil
	}
	if i, ok := p.list.Current(); ok != (p.list.Len() > 0) || ok && (p.list.Cursor() >= p.list.Len() || int(i) >= p.shelf.index.Len()) {
		return fmt.Errorf("row %d of %d is article %d of %d", p.list.Cursor(), p.list.Len(), i, p.shelf.index.Len())
	}
	if pl := p.panel; pl != nil && (pl.cursor < 0 || pl.cursor >= max(len(pl.items), 1)) {
		return fmt.Errorf("item %d of %d of the panel %q", pl.cursor, len(pl.items), pl.title)
	}
	return nil
}

// check lets everything come to rest, and compares it with what ought to be.
func (c *cage) check() error {
	if err := c.leave(); err != nil {
		return err
	}
	if !c.until(func() bool { return c.g.shelf != nil && c.g.settled && c.g.shelf.index.Count() == len(c.folder.files) }) {
		return fmt.Errorf("the folder holds %d articles, and the program knows %d", len(c.folder.files), c.g.shelf.index.Count())
	}
	if err := c.answers(); err != nil {
		return err
	}
	return c.grows()
}

// leave quits by keys: it must be possible from everywhere, and soon.
func (c *cage) leave() error {
	for range 12 {
		c.update(keyNamed("esc"))
	}
	for c.quits = false; !c.quits; {
		for range 12 {
			c.update(keyNamed("q"))
		}
		if !c.until(func() bool { return c.quits }) {
			return errors.New("q does not quit:\n" + c.g.View().Content)
		}
	}
	c.update(keyNamed("ctrl+c"))
	if c.quits = false; !c.until(func() bool { return c.quits }) {
		return errors.New("ctrl+c does not quit")
	}
	return nil
}

// answers checks that the list is what the query asks for.
func (c *cage) answers() error {
	var want []int32
	same := func() bool {
		p := c.g.program
		answer, err := p.shelf.index.Find(c.ctx, p.query, p.shelf.marks(), p.all)
		if err != nil {
			return false
		}
		want = answer.Hits
		return p.list.Len() == len(want)
	}
	if !c.until(same) {
		return fmt.Errorf("%q finds %d articles, and %d are listed", c.g.query, len(want), c.g.list.Len())
	}
	return nil
}

// until waits until something holds, as long as a busy machine may need.
func (c *cage) until(holds func() bool) bool {
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); c.rest(5 * time.Millisecond) {
		if c.take(); holds() {
			return true
		}
	}
	return false
}

// grows checks that memory and goroutines stay what they were at the first check.
func (c *cage) grows() error {
	c.rest(300 * time.Millisecond)
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	now := runtime.NumGoroutine()
	if c.most == 0 {
		c.most, c.heap = now, m.HeapAlloc
	}
	if now > c.most+30 {
		return fmt.Errorf("there are %d goroutines, and were %d", now, c.most)
	}
	if m.HeapAlloc > c.heap*3/2+32<<20 {
		return fmt.Errorf("%d MiB are in use, and were %d", m.HeapAlloc>>20, c.heap>>20)
	}
	return nil
}
