//go:build unix

package battery

import (
	"syscall"
	"time"
)

// processorTime is what the program has used so far, in all of its goroutines; the
// system's own work for it aside.
func processorTime() (d time.Duration, known bool) {
	var used syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &used) != nil {
		return 0, false
	}
	return time.Duration(used.Utime.Nano()), true
}
