package command

import (
	"bufio"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// writeWhole writes a file that is whole or not there, whatever happens meanwhile:
// it is written beside its place. One that is there already is replaced only by
// force, and else fails with fs.ErrExist.
func writeWhole(path string, force bool, write func(io.Writer) error) error {
	old, err := os.Stat(path)
	switch {
	case err == nil && !force:
		return fs.ErrExist
	case err == nil && !old.Mode().IsRegular():
		return writeInto(path, os.O_WRONLY, 0, write) // a pipe or a device, which stays what it is
	case err == nil:
		return replace(path, old.Mode().Perm(), write)
	}
	return writeNew(path, write)
}

// replace puts a new file in the place of one, or of the one that a link leads to.
func replace(path string, mode fs.FileMode, write func(io.Writer) error) error {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return err
	}
	beside := besideOf(path)
	defer os.Remove(beside)
	err = writeInto(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode, write)
	if err != nil {
		return err
	}
	return errors.Join(os.Chmod(beside, mode), os.Rename(beside, path))
}

// writeNew gives a new file its name only if there is still none of that name.
func writeNew(path string, write func(io.Writer) error) error {
	beside := besideOf(path)
	defer os.Remove(beside)
	err := writeInto(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666, write)
	if err != nil {
		return err
	}
	if err := os.Link(beside, path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil { // where a file cannot have two names
		return fs.ErrExist
	}
	return os.Rename(beside, path)
}

func besideOf(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+rand.Text()[:8]+".tmp")
}

func writeInto(path string, how int, mode fs.FileMode, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, how, mode)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	err = errors.Join(write(out), out.Flush())
	if err == nil {
		err = synced(file.Sync())
	}
	return errors.Join(err, file.Close())
}

// withoutPath is an error of a file without the name of what was written beside it.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// synced tolerates what cannot be synced, as a pipe.
func synced(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}
