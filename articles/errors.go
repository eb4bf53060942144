package articles

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"dossier/model"
	"dossier/model/clean"
)

// PathError says that a path which was given cannot be opened. Its text is
// clean, names the path and the way out.
type PathError struct {
	Path string // as given
	Err  error
}

func (e *PathError) Error() string {
	return clean.Line(fmt.Sprintf("cannot open %s: %s", e.Path, reason(e.Err)))
}

func (e *PathError) Unwrap() error { return e.Err }

// EmptyError says that there is not one article where some were looked for. Its
// text is clean and says how to go on.
type EmptyError struct {
	Paths   []string       // as given
	Notices []model.Notice // files that are there, but could not be listed
}

func (e *EmptyError) Error() string {
	text := fmt.Sprintf("no article in %s: put files there that end in %s, or name another folder or a file",
		strings.Join(e.Paths, ", "), strings.Join(endings(), ", "))
	return clean.Line(text)
}

// notRegular says that a name in a folder is no file with text in it.
type notRegular struct{ mode fs.FileMode }

func (e notRegular) Error() string {
	switch t := e.mode.Type(); {
	case t.IsDir():
		return "it is a folder, not a file"
	case t&fs.ModeNamedPipe != 0:
		return "it is a pipe, not a file; name it on the command line to read it"
	case t&fs.ModeSocket != 0:
		return "it is a socket, not a file"
	case t&fs.ModeDevice != 0:
		return "it is a device, not a file"
	}
	return "it is no regular file"
}

var (
	errTooLarge = fmt.Errorf("it is larger than %d MiB; split it to read it", maxFile>>20)
	errGone     = errors.New("the file of this article is no longer there")
)

// faultError is a panic while one file was read.
type faultError struct {
	value any
	Stack []byte
}

func (e *faultError) Error() string {
	return fmt.Sprintf("dossier has a fault that this file brings out (%v); please report it with the file", e.value)
}

// reason is an error's cause without the path and the system call before it,
// and with what to do about the common ones.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder; check the name"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied; make it readable"
	case errors.Is(err, syscall.ELOOP):
		return "the link leads round in a circle; put the file itself there"
	case strings.Contains(err.Error(), "escapes"):
		return "the link leads out of the folder; copy the file into it"
	}
	return err.Error()
}
