package tags

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"

	"dossier/model"
)

// heading is what a new side-car begins with.
const heading = `# Facts about the articles in this folder, for you to edit; no article is changed.
# What stands here counts as stated by you and goes before what is read from a text.

`

// tries bounds how often an edit starts anew because another program wrote the
// file meanwhile.
const tries = 5

var (
	errBusy     = errors.New("another program keeps writing it; try again when that is done")
	errReadOnly = errors.New("it is read-only; make it writable")
	errNoFile   = errors.New("it is no regular file; put a file of that name there, not a link")
)

// Update edits the side-car of a folder, or makes one. edit is called with what
// the file holds at that moment, again if that changed before it was written.
// The new file takes the old one's place in one step, with its permissions;
// nothing is written if edit fails or changes nothing. The error says why and
// what to do, not in which file.
func Update(ctx context.Context, dir string, r *model.Register, edit func(*File) error) error {
	root, err := os.OpenRoot(dir + string(os.PathSeparator) + ".") // what became a pipe is not waited for
	if err != nil {
		return err
	}
	defer root.Close()
	unlock, err := lock(ctx, root)
	if err != nil {
		return err
	}
	defer unlock()
	for range tries {
		if done, err := update(root, r, edit); done || err != nil {
			return err
		}
	}
	return errBusy
}

// update reports false if the file changed while it was edited.
func update(root *os.Root, r *model.Register, edit func(*File) error) (done bool, err error) {
	old, err := readState(root)
	if err != nil {
		return false, err
	}
	f, err := parse(old.raw, r)
	if err != nil {
		return false, err
	}
	if old.mode == 0 {
		f.head = heading
	}
	if err := edit(f); err != nil || !f.changed {
		return true, err
	}
	text, err := f.Text()
	if err != nil {
		return false, err
	}
	return replace(root, old, text)
}

// state is a side-car as it was found; all zero if there is none.
type state struct {
	raw  []byte
	mode fs.FileMode
}

func readState(root *os.Root) (s state, err error) {
	info, err := root.Lstat(FileName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return state{}, nil
	case err != nil:
		return state{}, err
	case !info.Mode().IsRegular():
		return state{}, errNoFile
	case info.Mode()&0o200 == 0:
		return state{}, errReadOnly
	}
	file, err := root.OpenFile(FileName, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return state{}, err
	}
	defer file.Close()
	if info, err = file.Stat(); err != nil {
		return state{}, err
	}
	if !info.Mode().IsRegular() { // it became something else meanwhile
		return state{}, errNoFile
	}
	raw, err := io.ReadAll(io.LimitReader(file, MaxBytes+1))
	return state{raw, info.Mode()}, err
}

// replace writes beside the file and renames, so that the file is whole at any
// time. It reports false if the file is no longer as it was.
func replace(root *os.Root, old state, text string) (done bool, err error) {
	beside := besideName(root)
	if err := write(root, beside, old.mode, text); err != nil {
		if errors.Is(err, fs.ErrExist) { // another program was quicker
			return false, nil
		}
		root.Remove(beside)
		return false, err
	}
	now, err := readState(root)
	if err != nil || now.mode != old.mode || !bytes.Equal(now.raw, old.raw) {
		root.Remove(beside)
		return false, err
	}
	if err := root.Rename(beside, FileName); err != nil {
		root.Remove(beside)
		return false, err
	}
	syncFolder(root)
	return true, nil
}

// besideName is what the new file is called until it takes its place. One that a
// killed program left goes; one that may still be written stays.
func besideName(root *os.Root) string {
	name := "." + FileName + ".tmp"
	switch info, err := root.Lstat(name); {
	case err != nil:
	case time.Since(info.ModTime()) > time.Hour:
		root.Remove(name)
	default:
		name = "." + FileName + "." + rand.Text()[:8] + ".tmp"
	}
	return name
}

func write(root *os.Root, name string, mode fs.FileMode, text string) (err error) {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	if mode != 0 {
		if err := file.Chmod(mode.Perm()); err != nil {
			return err
		}
	}
	if _, err := file.WriteString(text); err != nil {
		return err
	}
	return file.Sync()
}

// syncFolder makes the renaming outlive a loss of power. Some systems cannot;
// the file is whole there all the same.
func syncFolder(root *os.Root) {
	if dir, err := root.Open("."); err == nil {
		dir.Sync()
		dir.Close()
	}
}
