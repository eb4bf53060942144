package marks

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/model/mark"
)

// Two programs mark, one or both are killed at any moment: what they were told
// is kept is there.
func TestBatteryKilledPrograms(t *testing.T) {
	rounds, kept := battery.Of(15, 1000), 0
	if testing.Short() {
		rounds = 3
	}
	for round := range rounds {
		dir := t.TempDir()
		random := rand.New(rand.NewPCG(uint64(round), 1))
		programs := []*program{start(t, "one", 1000, dir), start(t, "two", 10, dir)}
		time.Sleep(time.Duration(5+random.IntN(60)) * time.Millisecond)
		for _, p := range programs[:1+random.IntN(2)] {
			p.Process.Kill()
		}
		for _, p := range programs {
			p.end(t) // killed or not, what it said counts
		}
		s := open(t, dir)
		for _, p := range programs {
			p.check(t, s)
			kept += p.kept
		}
		if torn, err := os.ReadFile(logPath(dir) + ".damaged"); err == nil {
			t.Logf("round %d: a line was torn after %d bytes", round, len(torn))
		}
		if set(t, s, mark.Star("a", true)); !open(t, dir).Get("a").Starred {
			t.Error("it does not go on")
		}
		if t.Failed() {
			t.Fatalf("round %d: the folder is %s", round, dir)
		}
		os.RemoveAll(dir)
	}
	battery.Tried(t, rounds, "rounds of SIGKILL of two programs that mark")
	battery.Tried(t, kept, "notes in them that were said to be kept")
	if kept == 0 {
		t.Error("no program was told that anything is kept")
	}
}

// Ten programs that write at once all get through, while the log is compacted.
func TestBatteryProgramsAtOnce(t *testing.T) {
	dir, notes := t.TempDir(), battery.Of(15, 1000)
	var programs []*program
	for n := range 10 {
		programs = append(programs, start(t, fmt.Sprint("p", n), notes, dir))
	}
	for _, p := range programs {
		if err := p.end(t); err != nil || p.kept != notes {
			t.Errorf("%s: %d kept, %v", p.name, p.kept, err)
		}
	}
	s := open(t, dir)
	for _, p := range programs {
		p.check(t, s)
	}
	if _, err := os.Stat(logPath(dir) + ".bak"); err != nil {
		t.Error("nothing was compacted")
	}
	battery.Tried(t, 10*notes, "writes of ten programs at once")
}

// One program has many commands under way; the other looks on.
func TestStoresAtOnce(t *testing.T) {
	const writers, each = 4, 40
	dir := t.TempDir()
	one, two := open(t, dir), open(t, dir)
	one.log.Smallest, two.log.Smallest = 2000, 2000
	var all sync.WaitGroup
	for w := range writers {
		s := []*Store{one, two}[w%2]
		all.Go(func() {
			for i := range each {
				id := fmt.Sprintf("%d/%d", w, i)
				err := s.Set(mark.Note(id, id), mark.Star("shared", (i+w)%2 == 0), mark.At("shared", mark.Position{Into: i, Sum: id}))
				if err != nil || s.Get(id).Note != id {
					t.Errorf("%s: %+v, %v", id, s.Get(id), err)
				}
				if err := s.SetSettings(mark.Settings{Width: i}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for _, s := range []*Store{one, two} {
		all.Go(func() {
			for range 100 {
				if _, err := s.Refresh(); err != nil {
					t.Error(err)
				}
				s.All()
				s.Views()
			}
		})
	}
	all.Wait()
	for _, s := range []*Store{one, two} {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if got := len(open(t, dir).All()); got != writers*each+1 {
		t.Errorf("%d articles are marked, want %d", got, writers*each+1)
	}
}

// What either of two programs sets, of the same article too, counts for both.
func TestTwoPrograms(t *testing.T) {
	dir := t.TempDir()
	one, two := open(t, dir), open(t, dir)
	set(t, one, mark.Star("a", true), mark.Note("a", "one"))
	set(t, two, mark.Read("a", true), mark.Note("a", "two"))
	if two.Get("a").Starred != true {
		t.Error("one writes without seeing what is there")
	}
	if changed, err := one.Refresh(); !changed || err != nil {
		t.Errorf("%v, %v", changed, err)
	}
	if changed, err := one.Refresh(); changed || err != nil {
		t.Errorf("%v, %v", changed, err)
	}
	if got := one.Get("a"); got != two.Get("a") || !got.Starred || !got.Read || got.Note != "two" {
		t.Errorf("%+v, %+v", got, two.Get("a"))
	}
	set(t, two, mark.Star("b", true))
	set(t, one, mark.Star("c", true)) // takes in the star of two
	if changed, err := one.Refresh(); !changed || err != nil {
		t.Errorf("what was taken in by saving is not told: %v, %v", changed, err)
	}
	if changed, err := one.Refresh(); changed || err != nil {
		t.Errorf("it is told twice: %v, %v", changed, err)
	}
}
