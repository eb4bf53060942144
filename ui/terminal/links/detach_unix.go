//go:build unix

package links

import (
	"os/exec"
	"syscall"
)

// detach takes the terminal away from a program: a browser for text would draw
// over ours, and a hang-up would end the others.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
