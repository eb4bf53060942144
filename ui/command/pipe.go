package command

import "errors"

// isBrokenPipe reports that whoever read the output has seen enough, as `head`
// does: no failure.
func isBrokenPipe(err error) bool {
	for _, e := range brokenPipe {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
