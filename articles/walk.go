package articles

import (
	"cmp"
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"dossier/model"
)

// maxDepth bounds nested folders: opening a file below a root costs a call for
// each level, so a chain of thousands would be quadratic.
const maxDepth = 64

// found is a file that looks like an article by its name.
type found struct {
	name string // slash-separated, from the root
	link bool
}

// walk lists the articles of a folder in path order. Dot-folders, node_modules
// and the parts of saved web pages are passed over, links to folders not followed. What cannot be
// listed is told, the rest is listed.
func walk(ctx context.Context, f folder) (files []found, notices []model.Notice, err error) {
	w := walker{ctx: ctx, folder: f}
	if err := w.dir(".", 0); err != nil {
		return nil, nil, err
	}
	return w.files, w.notices, ctx.Err()
}

type walker struct {
	ctx     context.Context
	folder  folder
	files   []found
	notices []model.Notice
}

// dir fails only if it cannot be listed itself.
func (w *walker) dir(dir string, depth int) error {
	if w.ctx.Err() != nil {
		return nil
	}
	entries, err := w.folder.list(dir)
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	first := len(w.files)
	for _, e := range entries {
		if e.IsDir() && isPartOfPage(e.Name(), entries) {
			continue
		}
		w.entry(path.Join(dir, e.Name()), e, depth)
	}
	w.dropReadme(dir, first)
	return nil
}

// partsEndings are what browsers put behind the name of a page to name the folder
// of its parts, in their languages.
var partsEndings = []string{"_files", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_file", "_pliki", "_bestanden", "_soubory", "_filer", "-filer"}

// isPartOfPage reports a folder that was saved with the page beside it. entries
// are sorted by name.
func isPartOfPage(name string, entries []fs.DirEntry) bool {
	for _, ending := range partsEndings {
		page, ok := strings.CutSuffix(name, ending)
		if ok && page != "" && (holds(entries, page+".html") || holds(entries, page+".htm")) {
			return true
		}
	}
	return false
}

func holds(entries []fs.DirEntry, name string) bool {
	_, ok := slices.BinarySearchFunc(entries, name, func(e fs.DirEntry, name string) int { return cmp.Compare(e.Name(), name) })
	return ok
}

// dropReadme takes out a folder's README, which tells of the files beside it
// and is none of them. One that stands alone is an article like any other.
func (w *walker) dropReadme(dir string, first int) {
	rest := slices.DeleteFunc(slices.Clone(w.files[first:]), func(f found) bool {
		return path.Dir(f.name) == dir && isReadme(path.Base(f.name))
	})
	if slices.ContainsFunc(rest, func(f found) bool { return path.Dir(f.name) == dir }) {
		w.files = append(w.files[:first], rest...)
	}
}

func isReadme(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	return strings.EqualFold(stem, "readme")
}

func (w *walker) entry(name string, e fs.DirEntry, depth int) {
	switch {
	case !e.IsDir():
		if isArticle(name) {
			w.files = append(w.files, found{name, e.Type()&fs.ModeSymlink != 0})
		}
	case strings.HasPrefix(e.Name(), "."), e.Name() == "node_modules":
	case depth == maxDepth:
		w.notice(name, "folders nested this deep are not opened; move it up")
	default:
		if err := w.dir(name, depth+1); err != nil {
			w.notice(name, reason(err))
		}
	}
}

func (w *walker) notice(name, text string) {
	w.notices = append(w.notices, model.Notice{Path: name, Text: text})
}
