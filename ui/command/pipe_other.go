//go:build !windows

package command

import "syscall"

var brokenPipe = []error{syscall.EPIPE}
