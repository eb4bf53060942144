package command

import "syscall"

// brokenPipe is what Windows calls one, ERROR_NO_DATA among it.
var brokenPipe = []error{syscall.ERROR_BROKEN_PIPE, syscall.Errno(232), syscall.EPIPE}
