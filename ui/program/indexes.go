package program

import (
	"dossier/articles"
	"dossier/ui/command"
	"errors"
	"os"
	"path/filepath"
)

// indexes is the folder in which indexes are kept.
type indexes string

// Status tells of the index of a dossier.
func (folder indexes) Status(paths []string) (s command.IndexStatus, ok bool, err error) {
	info, err := articles.IndexStatus(paths, string(folder))
	if errors.Is(err, articles.ErrNoIndex) {
		return s, false, nil
	}
	return command.IndexStatus{
		Path: info.Path, Bytes: info.Bytes,
		Articles: info.Files, Searchable: info.Searchable, Detected: info.Detected,
	}, err == nil, err
}

// Drop takes the index of a dossier away, if it has one.
func (folder indexes) Drop(paths []string) error {
	err := articles.DropIndex(paths, string(folder))
	if errors.Is(err, articles.ErrNoIndex) {
		return nil
	}
	return err
}

// indexFolder is where what was read of large folders is kept; empty if the
// system has no place for such things.
func indexFolder(env []string) string {
	if cache := variable(env, "XDG_CACHE_HOME"); filepath.IsAbs(cache) {
		return filepath.Join(cache, "dossier")
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(cache, "dossier")
}
