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
	name     string // slash-separated, from the root
	link     bool
	shared   bool  // the file has another name too
	size     int64 // bytes, like modified of a link itself
	modified int64 // nanoseconds since 1970
}

func (f *found) take(info fs.FileInfo) {
	f.size, f.modified = info.Size(), info.ModTime().UnixNano()
	f.shared = links(info) > 1
}

// walk finds the articles of a folder and gives them, in path order, to emit,
// those of a folder at a time. Dot-folders, node_modules and the parts of saved
// web pages are passed over, links to folders not followed. What cannot be
// listed is told, the rest is listed.
func walk(ctx context.Context, f folder, emit func([]found)) (notices []model.Notice, err error) {
	return walkFrom(ctx, f, ".", emit)
}

// walkFrom is walk for what is below one folder of the root.
func walkFrom(ctx context.Context, f folder, dir string, emit func([]found)) (notices []model.Notice, err error) {
	w := walker{ctx: ctx, folder: f, emit: emit}
	depth := 0
	if dir != "." {
		depth = strings.Count(dir, "/") + 1
	}
	if err := w.dir(dir, depth); err != nil {
		return nil, err
	}
	return w.notices, ctx.Err()
}

type walker struct {
	ctx     context.Context
	folder  folder
	emit    func([]found)
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
	entries = withoutReadme(entries)
	var files []found
	for _, e := range entries {
		switch name := path.Join(dir, e.Name()); {
		case !e.IsDir() && isArticle(name):
			files = append(files, foundAt(name, e))
		case e.IsDir() && !passedOver(e.Name()) && !isPartOfPage(e.Name(), entries):
			w.emitAll(files)
			files = nil
			w.below(name, depth)
		}
	}
	w.emitAll(files)
	return nil
}

func (w *walker) emitAll(files []found) {
	if len(files) > 0 {
		w.emit(files)
	}
}

// below walks a folder that is in another.
func (w *walker) below(name string, depth int) {
	if depth == maxDepth {
		w.notice(name, "folders nested this deep are not opened; move it up")
		return
	}
	if err := w.dir(name, depth+1); err != nil {
		w.notice(name, reason(err))
	}
}

func foundAt(name string, e fs.DirEntry) found {
	f := found{name: name, link: e.Type()&fs.ModeSymlink != 0}
	if info, err := e.Info(); err == nil {
		f.take(info)
	}
	return f
}

func passedOver(dir string) bool { return strings.HasPrefix(dir, ".") || dir == "node_modules" }

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

// withoutReadme takes out a folder's README, which tells of the files beside it
// and is none of them. One that stands alone is an article like any other.
func withoutReadme(entries []fs.DirEntry) []fs.DirEntry {
	article := func(e fs.DirEntry) bool { return !e.IsDir() && isArticle(e.Name()) }
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return article(e) && !isReadme(e.Name()) }) {
		return entries
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return article(e) && isReadme(e.Name()) })
}

func isReadme(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	return strings.EqualFold(stem, "readme")
}

func (w *walker) notice(name, text string) {
	w.notices = append(w.notices, model.Notice{Path: name, Text: text})
}
