package articles

import (
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

const (
	leastHeap    = 32 << 20 // bytes, what is kept and what lies about
	leastPercent = 50       // of what is kept may lie about, in any case
)

// heap is when memory is collected. What a hundred thousand texts leave behind
// while they are read would take twice the memory of what is kept of them, so
// half of that may lie about. But a few megabytes would then be collected a
// hundred times, a fifth of the time of listing a folder.
var heap collector

type collector struct {
	mu      sync.Mutex
	percent int
}

// fit makes the rule fit what is kept now.
func (c *collector) fit() {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	percent := leastPercent
	if v := sample[0].Value; v.Kind() == metrics.KindUint64 {
		kept := max(int(v.Uint64()), 4<<20)
		percent = max(leastPercent, 100*(leastHeap-kept)/kept)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if percent != c.percent {
		c.percent = percent
		debug.SetGCPercent(percent)
	}
}
