package articles

import (
	"errors"
	"io/fs"

	"dossier/articles/index"
)

// ErrNoIndex says that a dossier has no index: it is small, or not of folders
// alone, or was never opened.
var ErrNoIndex = errors.New("there is no index")

// IndexStatus tells of the index that the dossier of those paths has in a
// folder. It fails with a *PathError, with ErrNoIndex, or if the index cannot
// be read.
func IndexStatus(paths []string, folder string) (index.Info, error) {
	name, err := indexNameOf(paths)
	if err != nil {
		return index.Info{}, err
	}
	info, err := index.Status(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		err = ErrNoIndex
	}
	return info, err
}

// DropIndex takes the index away that IndexStatus tells of.
func DropIndex(paths []string, folder string) error {
	name, err := indexNameOf(paths)
	if err != nil {
		return err
	}
	return index.Drop(folder, name)
}

func indexNameOf(paths []string) (string, error) {
	ps, err := newPlaces(paths, nil)
	defer ps.close()
	if err != nil {
		return "", err
	}
	name := ps.indexName()
	if name == "" {
		return "", ErrNoIndex
	}
	return name, nil
}
