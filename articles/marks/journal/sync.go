package journal

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// syncFile tolerates file systems that cannot.
func (l *Log) syncFile(f *os.File) error {
	if l.hasty {
		return nil
	}
	err := f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// syncFolder makes a new name outlive a loss of power. Some systems cannot; the
// files are whole there all the same.
func (l *Log) syncFolder() {
	if l.hasty {
		return
	}
	if d, err := os.Open(filepath.Dir(l.Path)); err == nil {
		d.Sync()
		d.Close()
	}
}
