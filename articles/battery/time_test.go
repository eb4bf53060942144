package battery

import (
	"testing"
	"time"
)

func TestSteep(t *testing.T) {
	for _, c := range []struct {
		few, more time.Duration
		want      bool
	}{
		{100 * time.Millisecond, 400 * time.Millisecond, false},  // by the size
		{100 * time.Millisecond, 500 * time.Millisecond, false},  // by the size and its logarithm
		{100 * time.Millisecond, 1600 * time.Millisecond, true},  // by the square
		{100 * time.Microsecond, 1600 * time.Microsecond, false}, // too short to tell
		{100 * time.Microsecond, time.Second, true},
	} {
		if got := steep(c.few, c.more); got != c.want {
			t.Errorf("%v, then %v: %v, want %v", c.few, c.more, got, c.want)
		}
	}
}
