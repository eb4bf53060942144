package command

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/ui/message"
)

// shells are those that a completion script can be written for.
func shells(root *cobra.Command) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"bash":       func(w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"zsh":        root.GenZshCompletion,
		"fish":       func(w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": root.GenPowerShellCompletionWithDesc,
	}
}

func newCompletion(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "completion SHELL",
		Short: message.Later("Write the completion script of a shell"),
		Long: message.Later(`Completion writes a script that lets a shell complete verbs, flags, paths, and
the dossier's own values: the languages, vendors, actors, sources, authors and
ids of the articles in the paths that stand before them on the line. The shell
is bash (with its bash-completion package), zsh, fish or powershell.`),
		Example: `  dossier completion bash > ~/.local/share/bash-completion/completions/dossier
  dossier completion zsh > "${fpath[1]}/_dossier"
  dossier completion fish > ~/.config/fish/completions/dossier.fish
  dossier completion powershell >> $PROFILE`,
		Args: cobra.ArbitraryArgs,
	}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return slices.Sorted(maps.Keys(shells(cmd.Root()))), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		known := shells(cmd.Root())
		names := slices.Sorted(maps.Keys(known))
		if len(args) != 1 {
			return usage("completion needs one shell: %s", strings.Join(names, ", "))
		}
		write, ok := known[strings.ToLower(args[0])]
		if !ok {
			return usage("there is no completion for %q; %s", args[0], meant(args[0], names))
		}
		return write(w.Out)
	}
	return cmd
}
