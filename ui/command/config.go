package command

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dossier/ui/message"
)

func newConfig(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: message.Later("Write what a reader may set, as it is now"),
		Long: message.Later(`Config writes the configuration that holds now, with what there is to choose
from: language, theme, width of the text, mouse, and which keys do what. Saved
as the file that --path names, it is read back as it is. Write it elsewhere
first, as in the example: a shell empties a file before dossier can read it.
What cannot be used of it is told, by line, and config exits with 1; nothing in
it keeps dossier from starting.`),
		Example: `  dossier config
  dossier config --path
  mkdir -p "$(dirname "$(dossier config --path)")"
  dossier config > new.yaml && mv new.yaml "$(dossier config --path)"`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("config takes no arguments; the file is where dossier config --path says")
			}
			return nil
		},
	}
	path := cmd.Flags().Bool("path", false, message.Later("write where the file is sought, and nothing else"))
	cmd.RunE = func(*cobra.Command, []string) error {
		if *path {
			_, err := fmt.Fprintln(w.Out, w.Config.Path)
			return err
		}
		return w.showConfig()
	}
	return cmd
}

func (w World) showConfig() error {
	c, notices := w.Config.Load()
	w.sayAll(notices)
	if _, err := io.WriteString(w.Out, c.YAML(w.Config.Known)); err != nil {
		return err
	}
	if len(notices) > 0 {
		return failure{status: nothing}
	}
	return nil
}
