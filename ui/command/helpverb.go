package command

import (
	"github.com/spf13/cobra"

	"dossier/ui/message"
)

// newHelp is the verb for those who do not know of --help.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [VERB]",
		Short: message.Later("Say what a verb does, and how"),
		Long:  message.Later(`Help writes what --help does: what a verb is for, its flags, and examples.`),
		Example: `  dossier help
  dossier help export`,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return verbs(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Root().Help()
			}
			verb, _, err := cmd.Root().Find(args[:1])
			if err != nil || verb == cmd.Root() {
				return usage("there is no verb %q; %s", args[0], meant(args[0], verbs(cmd.Root())))
			}
			return verb.Help()
		},
	}
}
