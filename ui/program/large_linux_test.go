package program

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/articles/battery/shapes"
)

// What reading one article may take at most, however it is made, in a terminal where
// all of it is laid out. README says half of the time: a busy machine takes longer.
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
// and goes to its end. What that takes is held where all of the battery is wanted.
func TestBatteryLargeArticles(t *testing.T) {
	p, names, worst := place{t, t.TempDir()}, shapes.All.Names(), 0
	step := battery.Of(len(names)/3, 1)
	tried := 0
	for i := 0; i < len(names); i += step {
		path := filepath.Join(t.TempDir(), "large.md")
		p.write(path, "# Large\n\n"+shapes.All[names[i]](battery.Of(40_000, largest)))
		r := p.reader(path)
		r.sees("article 1 of 1", noText)
		refused := r.seesSoon(noText)
		if !refused {
			r.toTheEnd()
		}
		peak := peakOf(t, r.process.Process.Pid)
		r.Press("q", "q")
		if err := <-r.ended; err != nil && !refused {
			t.Errorf("%s: %v", names[i], err)
		}
		spent := r.process.ProcessState.UserTime() + r.process.ProcessState.SystemTime()
		worst = max(worst, peak)
		t.Logf("%s: %v of a processor, %d MiB", names[i], spent.Round(time.Millisecond), peak)
		if battery.Whole() && (peak > mostMemory || spent > mostProcessor) {
			t.Errorf("%s takes %v and %d MiB", names[i], spent, peak)
		}
		tried++
	}
	t.Logf("at most %d MiB", worst)
	battery.Tried(t, tried, "large articles read to their ends")
}

// peakOf is how much memory a process had at most so far, in MiB. What the kernel says
// of one that has ended may be what the test had that started it.
func peakOf(t testing.TB, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0 // it has ended
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(kb), " kB"))
			if err != nil {
				t.Error(err)
			}
			return n >> 10
		}
	}
	return 0
}
