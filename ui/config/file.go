package config

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/adrg/xdg"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/message"
)

// File is where the configuration stands, and what it may set.
type File struct {
	Path  string
	Known Known
	read  *content // what Read found
}

// content is what a file sets, and what of it cannot be used.
type content struct {
	config  Config
	notices []model.Notice
}

// Read is the file as it is now: Load then tells of that.
func (f File) Read() File {
	c, notices := f.Load()
	f.read = &content{c, notices}
	return f
}

// Path is where the configuration is sought: $XDG_CONFIG_HOME/dossier/config.yaml,
// or where this system has such files. env is the environment, as of os.Environ.
func Path(env []string) string {
	home := xdg.ConfigHome
	for _, e := range env {
		if dir, ok := strings.CutPrefix(e, "XDG_CONFIG_HOME="); ok && filepath.IsAbs(dir) {
			home = dir
		}
	}
	return filepath.Join(home, "dossier", "config.yaml")
}

// Load reads the configuration. Without a file it is the default, and nothing is
// parsed. A file that cannot be read becomes a notice.
func (f File) Load() (Config, []model.Notice) {
	if f.read != nil {
		return f.read.config, f.read.notices
	}
	text, err := textOf(f.Path)
	switch path := clean.Line(f.Path); {
	case errors.Is(err, fs.ErrNotExist):
		return f.Known.Default(), nil
	case err != nil:
		return f.Known.Default(), []model.Notice{{Path: path, Text: message.Say("the configuration is not used: %s", clean.Line(err.Error()))}}
	default:
		return Parse(path, text, f.Known)
	}
}

// textOf is the text of a file, or as much of it as shows that it is too long.
// What is no file, such as a pipe, might never end: it is not waited for, nor read.
func textOf(path string) (string, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0)
	if err != nil {
		return "", reason(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return "", cmp.Or(reason(err), message.Error("it is no file; put one in its place"))
	}
	text, err := io.ReadAll(io.LimitReader(f, MostBytes+1))
	return string(text), reason(err)
}

// reason is an error without the path, which stands before it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
