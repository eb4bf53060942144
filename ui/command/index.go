package command

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/ui/message"
	"dossier/ui/wording"
)

// Indexes keeps what was read of large folders for the next time.
type Indexes interface {
	// Status tells of the index of a dossier; ok is false if it has none.
	Status(paths []string) (s IndexStatus, ok bool, err error)
	Drop(paths []string) error
}

// IndexStatus is what can be said of an index.
type IndexStatus struct {
	Path       string `json:"path"`
	Bytes      int64  `json:"bytes"`
	Articles   int    `json:"articles"`
	Searchable int    `json:"searchable"` // articles whose words can be searched
	Detected   int    `json:"detected"`   // articles whose unstated facts were looked for
}

func newIndex(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "index PATH…",
		Short: message.Later("Read a large folder beforehand, and tell of its index"),
		Long: message.Later(`Index reads a folder to the end: titles and stated facts, the words of the
texts, the facts that have to be detected. What it finds is kept in the cache
directory, so that the folder opens at once from then on; only files that
change are read again. The reader does the same by itself while it is open.
Folders of up to 256 files need no index. It can be dropped at any time:
nothing is in it that is not in the articles. It exits with 1 if there is none.`),
		Example: `  dossier index ~/saved
  dossier index ~/saved --status --json
  dossier index ~/saved --rebuild
  dossier index ~/saved --drop`,
		Args: cobra.ArbitraryArgs,
	}
	status := cmd.Flags().Bool("status", false, message.Later("read nothing, only tell of the index"))
	rebuild := cmd.Flags().Bool("rebuild", false, message.Later("begin anew"))
	drop := cmd.Flags().Bool("drop", false, message.Later("take the index away"))
	asJSON := cmd.Flags().Bool("json", false, message.Later("write a JSON object"))
	cmd.MarkFlagsMutuallyExclusive("status", "rebuild", "drop")
	cmd.MarkFlagsMutuallyExclusive("json", "drop")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		paths, err := indexPaths(args, cmd.ArgsLenAtDash())
		if err == nil && (*drop || *rebuild) {
			err = w.dropIndex(paths)
		}
		if err == nil && !*drop && !*status {
			_, err = w.open(cmd.Context(), paths)
		}
		if err != nil || *drop {
			return err
		}
		return w.showIndex(paths, *asJSON)
	}
	return cmd
}

// indexPaths are the folders that are named; the built-in dossier needs no index.
func indexPaths(args []string, dash int) ([]string, error) {
	r := parseArgs(args, dash, "")
	for _, word := range r.words {
		return nil, noSuch(word)
	}
	if len(r.paths) == 0 {
		return nil, usage("index needs a folder, as in dossier index ~/saved")
	}
	return r.paths, nil
}

func (w World) dropIndex(paths []string) error {
	if err := w.Indexes.Drop(paths); err != nil {
		return w.indexFailure(err)
	}
	return nil
}

func (w World) indexFailure(err error) error {
	if w.Unopenable(err) {
		return failure{unopenable, err}
	}
	return failure{nothing, err}
}

func (w World) showIndex(paths []string, asJSON bool) error {
	s, ok, err := w.Indexes.Status(paths)
	switch {
	case err != nil:
		return w.indexFailure(err)
	case !ok:
		return failure{nothing, message.Error("this dossier has no index: it is small, or not of folders alone, or was not read yet")}
	case asJSON:
		return w.encode(s)
	}
	t := tabwriter.NewWriter(w.Out, 0, 0, 2, ' ', 0)
	for _, row := range []struct {
		name  message.Text
		value string
	}{
		{"index", s.Path},
		{"size", wording.Size(s.Bytes)},
		{"articles", wording.Number(s.Articles)},
		{"searchable", wording.Number(s.Searchable)},
		{"facts detected", wording.Number(s.Detected)},
	} {
		fmt.Fprintf(t, "%s\t%s\n", row.name, row.value)
	}
	return t.Flush()
}
