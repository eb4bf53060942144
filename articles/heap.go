package articles

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

const (
	leastHeap    = 32 << 20 // bytes, what is kept and what lies about
	leastPercent = 50       // of what is kept may lie about, in any case
)

// tidy sees to it, from now on, that memory is collected as suits a large
// dossier. What a hundred thousand texts leave behind while they are read would
// take twice the memory of what is kept of them, so half of that may lie about.
// But a few megabytes would then be collected a hundred times, a fifth of the
// time of listing a folder.
var tidy = sync.OnceFunc(afterCollection)

// collection is forgotten at once, so that the next collection finds it.
type collection struct{ _ [16]byte }

// afterCollection fits the rule to what is kept, and does so again after every
// collection.
func afterCollection() {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	percent := leastPercent
	if v := sample[0].Value; v.Kind() == metrics.KindUint64 {
		kept := max(int(v.Uint64()), 4<<20)
		percent = max(leastPercent, 100*(leastHeap-kept)/kept)
	}
	debug.SetGCPercent(percent)
	runtime.SetFinalizer(new(collection), func(*collection) { afterCollection() })
}
