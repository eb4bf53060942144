package battery

import (
	"testing"
	"time"
)

// Within does some work and, where all of the battery is wanted, fails t if that
// took more processor time than most. Nothing else may run beside it. In the short
// form nothing is measured: a machine may be busy with other things.
func Within(t testing.TB, most time.Duration, what string, work func()) {
	t.Helper()
	before, known := processorTime()
	work()
	if after, _ := processorTime(); Whole() && known && after-before > most {
		t.Errorf("%s takes %v", what, (after - before).Round(time.Millisecond))
	}
}

const (
	// mostGrowth is by how much more time may be taken by twice as much.
	mostGrowth = 2.6
	// grown and twice are the sizes that are compared, in bytes: two doublings.
	grown = 64 << 10
	twice = 2
	// least is below what all times are alike: too short to be measured.
	least = 8 * time.Millisecond
)

// Growth fails t, where all of the battery is wanted, if work on twice as much
// takes over 2.6 times as long: something then grows with the square. Given a
// size, of returns the work on so many bytes.
func Growth(t testing.TB, what string, of func(n int) func()) {
	t.Helper()
	if _, known := processorTime(); !known || !Whole() {
		return
	}
	var few, more time.Duration
	for range 3 { // a busy machine makes times longer, now and then
		if few, more = taken(of(grown)), taken(of(grown<<twice)); !steep(few, more) {
			return
		}
	}
	t.Errorf("%s: %v for %d bytes, %v for %d", what, few, grown, more, grown<<twice)
}

// steep reports that two sizes took such times that something grows with more
// than the size.
func steep(few, more time.Duration) bool {
	most := float64(max(few, least))
	for range twice {
		most *= mostGrowth
	}
	return float64(more) > most
}

// taken is the shortest time of some tries.
func taken(work func()) time.Duration {
	var shortest time.Duration
	for i := range 3 {
		before, _ := processorTime()
		work()
		after, _ := processorTime()
		if took := after - before; i == 0 || took < shortest {
			shortest = took
		}
	}
	return shortest
}
