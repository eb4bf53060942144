//go:build !unix

package battery

import "time"

func processorTime() (time.Duration, bool) { return 0, false }
