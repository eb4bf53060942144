package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"dossier/model/mark"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// Marks is what the reader left in a dossier.
type Marks interface {
	// All returns what was left on each article that has any, by id.
	All() map[string]mark.Mark
	// Export writes it all as JSON; it fails only if that cannot be written.
	Export(io.Writer) error
	// Import takes in what Export wrote; of each fact the newer one counts. It
	// returns how many were new. Some may count and yet not be saved.
	Import(io.Reader) (taken int, err error)
}

func newMarks(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "marks",
		Short: message.Later("Export and import what you left in a dossier: read, stars, notes, places, views"),
		Long: message.Later(`Marks are kept beside no article, but in the state directory: for each dossier
what you read, starred and noted, how far you read, and the filters you saved.
Export writes them as JSON to read and to hand on, import takes them in again,
here or on another machine.`),
		Example: `  dossier marks export ~/saved > marks.json
  dossier marks import ~/saved < marks.json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usage("marks is followed by export or import; see %s --help", cmd.CommandPath())
		},
	}
	cmd.AddCommand(newMarksExport(w), newMarksImport(w))
	return cmd
}

func newMarksExport(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export [PATH…]",
		Short: message.Later("Write the marks of a dossier as JSON"),
		Long: message.Later(`Export writes all that you left in the dossier of the paths, or in the built-in
one: each fact with its time, those that you took back too, so that of two such
files the newer facts can win. It exits with 1 if you left nothing.`),
		Example: `  dossier marks export > marks.json
  dossier marks export ~/saved | jq '.articles[] | select(.note) | .id'`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.Flags().Bool("json", false, message.Later("write JSON, as it does without"))
	cmd.RunE = func(_ *cobra.Command, paths []string) error {
		marks, err := w.openMarks(paths)
		if err != nil {
			return err
		}
		if err := marks.Export(w.Out); err != nil {
			return err
		}
		if len(marks.All()) == 0 {
			return failure{status: nothing}
		}
		return nil
	}
	return cmd
}

func newMarksImport(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import [PATH…]",
		Short: message.Later("Take in marks that export wrote"),
		Long: message.Later(`Import reads from standard input, or from a file, what export wrote, and takes
it in for the dossier of the paths, or for the built-in one. Of each fact the
newer one counts, so to import twice changes nothing. Of a file with a fault
nothing is taken in: it then says the line, and exits with 1.`),
		Example: `  dossier marks import ~/saved < marks.json
  dossier marks import ~/saved --input marks.json`,
		Args: cobra.ArbitraryArgs,
	}
	file := cmd.Flags().StringP("input", "i", "", message.Later("read `FILE` instead of standard input"))
	cmd.RunE = func(_ *cobra.Command, paths []string) error { return w.importMarks(paths, *file) }
	return cmd
}

func (w World) importMarks(paths []string, file string) error {
	in, name := w.In, "stdin"
	switch {
	case file != "" && file != "-":
		f, err := openNamed(file)
		if err != nil {
			return failure{unopenable, err}
		}
		defer f.Close()
		in, name = f, file
	case w.Keyboard:
		return usage("standard input is the keyboard here: add < FILE, or --input FILE")
	}
	marks, err := w.openMarks(paths)
	if err != nil {
		return err
	}
	taken, err := marks.Import(in)
	if err != nil {
		return failure{nothing, fmt.Errorf("%s: %s", name, wording.Told(err.Error()))}
	}
	if taken == 0 {
		w.say(message.Say("nothing here is newer than what is there"))
		return nil
	}
	w.say(message.Say("took in %d", taken))
	return nil
}

// openNamed opens a file that was named, a pipe too. Its error says the way out.
func openNamed(name string) (*os.File, error) {
	f, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("cannot open " + name + ": there is no such file or folder; check the name")
	case errors.Is(err, fs.ErrPermission):
		return nil, errors.New("cannot open " + name + ": permission denied; make it readable")
	case err != nil:
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errors.Join(errors.New("cannot open "+name+": it is a folder, not a file"), f.Close())
	}
	return f, nil
}

// openMarks opens the marks of the dossier that paths name, and tells what could
// not be read of them.
func (w World) openMarks(paths []string) (Marks, error) {
	if slices.Contains(paths, "-") {
		return nil, usage("no marks are kept of standard input")
	}
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return nil, noSuch(path)
			}
			return nil, failure{unopenable, err}
		}
	}
	marks, notices := w.Marks(paths)
	for _, n := range notices {
		w.say(noticeText(n))
	}
	return marks, nil
}

// marks are those that the query of a request asks about; it is the only one
// that opens them.
func (w World) marks(ctx context.Context, lib Library, r request) (search.Marks, error) {
	if w.Marks == nil || !search.NeedsMarks(r.query) {
		return search.Marks{}, nil
	}
	marks, notices := w.Marks(r.paths)
	for _, n := range notices {
		w.say(noticeText(n))
	}
	found, _, err := lib.Index().Marks(ctx, marks.All())
	return found, err
}
