package command

import (
	"errors"
	"syscall"
)

// isBrokenPipe reports that whoever read the output has seen enough, as `head`
// does: no failure.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
