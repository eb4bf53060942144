package command

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"dossier/ui/command/licences"
	"dossier/ui/message"
)

func newLicenses(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "licenses",
		Aliases: []string{"licences"},
		Short:   message.Later("List the licences of everything that the program is made of"),
		Long: message.Later(`Licenses writes a line for each part that is linked into the program: its name,
its version and its licence. With --text it writes what the licences say.`),
		Example: `  dossier licenses
  dossier licenses --text | less
  dossier licenses --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("licenses takes no arguments")
			}
			return nil
		},
	}
	var f form
	addForms(cmd, &f, "write a JSON array, with the texts")
	text := cmd.Flags().Bool("text", false, message.Later("write the texts of the licences"))
	cmd.MarkFlagsMutuallyExclusive("text", "json")
	cmd.MarkFlagsMutuallyExclusive("text", "jsonl")
	cmd.MarkFlagsMutuallyExclusive("text", "csv")
	cmd.RunE = func(*cobra.Command, []string) error {
		if *text {
			return w.licenceTexts()
		}
		return w.write(f, moduleList(licences.All()))
	}
	return cmd
}

func moduleList(all []licences.Module) output {
	return output{
		table: func() *table {
			t := &table{columns: []column{{give: 1}, {give: 2}, {}}}
			for _, m := range all {
				t.add(m.Path, m.Version, m.SPDX)
			}
			return t
		},
		values: func(yield func(any) bool) {
			for _, m := range all {
				if !yield(m) {
					return
				}
			}
		},
		columns: []string{"module", "version", "license"},
		rows: func(yield func([]string) bool) {
			for _, m := range all {
				if !yield([]string{m.Path, m.Version, m.SPDX}) {
					return
				}
			}
		},
	}
}

func (w World) licenceTexts() error {
	for i, m := range licences.All() {
		if i > 0 {
			io.WriteString(w.Out, "\n\n")
		}
		if _, err := fmt.Fprintf(w.Out, "%s %s (%s)\n\n%s\n", m.Path, m.Version, m.SPDX, m.Text); err != nil {
			return err
		}
	}
	return nil
}
