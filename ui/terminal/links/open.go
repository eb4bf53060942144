package links

import (
	"context"
	"errors"
	"os/exec"
	"runtime"
	"time"

	"dossier/ui/message"
)

// System opens addresses with the program that the system has for them. The
// zero System does.
type System struct{}

// Name is what the program is called that an address is handed to.
func (System) Name() string { return opener()[0] }

func opener() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open"}
	case "windows":
		// start is a word of the shell's, which would read the address.
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	return []string{"xdg-open"}
}

// patience is how long an opener is waited for; a browser that it began may go
// on longer.
const patience = 10 * time.Second

// Open hands an address to that program, which has neither keys nor screen. The
// address is one argument and is read by no shell.
func (s System) Open(ctx context.Context, address string) error {
	words := append(opener(), address)
	cmd := exec.Command(words[0], words[1:]...)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return message.Error("%s is not installed; y copies the link", s.Name())
		}
		return message.Error("%s cannot be run: %v", s.Name(), err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return message.Error("%s could not open it (%v); y copies the link", s.Name(), err)
		}
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return nil
}
