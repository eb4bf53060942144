package command

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"dossier/ui/message"
)

func newMan(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "man [DIR]",
		Short: message.Later("Write the manual pages"),
		Long: message.Later(`Man writes the manual pages, made from what --help says, to a folder: one for
the program and one for each verb. Without a folder it writes the page of the
program to standard output.`),
		Example: `  dossier man | man -l -
  dossier man ~/.local/share/man/man1 && man dossier-export`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("man takes one folder")
			}
			return nil
		},
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		if len(args) == 0 {
			_, err := io.WriteString(w.Out, manPage(root))
			return err
		}
		return writePages(root, args[0])
	}
	return cmd
}

// writePages writes a page for each verb to a folder, which is made if it is not
// there. Pages are ours, so those of another version are written over.
func writePages(root *cobra.Command, dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return failure{unopenable, message.Error("cannot make the folder %s: %v", dir, errors.Unwrap(err))}
	}
	for _, cmd := range append([]*cobra.Command{root}, ordered(root)...) {
		path := filepath.Join(dir, pageName(cmd)+".1")
		if err := os.WriteFile(path, []byte(manPage(cmd)), 0o666); err != nil {
			return failure{nothing, err}
		}
	}
	return nil
}
