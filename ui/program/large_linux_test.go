package program

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
)

// What reading one article may take at most, however it is made, in a terminal where
// all of it is laid out: README says so.
const (
	largest       = 8 << 20 // bytes
	mostMemory    = 400     // MiB
	mostProcessor = 6 * time.Second
)

// noText is said of a body that is no text.
const noText = "it is no text"

// toTheEnd goes to the end of an article, again if it was not laid out so far.
func (r *reader) toTheEnd() {
	r.t.Helper()
	end := time.Now().Add(time.Minute)
	for r.Press("G"); !r.seesSoon("100 %"); r.Press("G") {
		if time.Now().After(end) {
			r.t.Fatalf("the end does not come; there is\n%s", r.Text())
		}
	}
}

// TestBatteryLargeArticles opens every shape as one large article in the true program
// and goes to its end.
func TestBatteryLargeArticles(t *testing.T) {
	p, names, worst := place{t, t.TempDir()}, shapes.All.Names(), int64(0)
	step := battery.Of(len(names)/3, 1)
	tried := 0
	for i := 0; i < len(names); i += step {
		path := filepath.Join(t.TempDir(), "large.md")
		p.write(path, "# Large\n\n"+shapes.All[names[i]](battery.Of(40_000, largest)))
		r := p.reader(path)
		if r.sees("article 1 of 1", noText); !r.seesSoon(noText) {
			r.toTheEnd()
		}
		r.Press("q", "q")
		<-r.ended
		used := r.process.ProcessState.SysUsage().(*syscall.Rusage)
		spent := r.process.ProcessState.UserTime() + r.process.ProcessState.SystemTime()
		worst = max(worst, used.Maxrss>>10)
		t.Logf("%s: %v of a processor, %d MiB", names[i], spent.Round(time.Millisecond), used.Maxrss>>10)
		if battery.Whole() && (used.Maxrss>>10 > mostMemory || spent > mostProcessor) {
			t.Errorf("%s takes %v and %d MiB", names[i], spent, used.Maxrss>>10)
		}
		tried++
	}
	t.Logf("at most %d MiB", worst)
	battery.Tried(t, tried, "large articles read to their ends")
}
