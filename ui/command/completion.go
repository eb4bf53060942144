package command

import (
	_ "embed" // the script for bash
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/ui/message"
)

// forBash is a script of our own. Cobra's writes what several values have in
// common as it is, so that the shell runs what stands in it.
//
//go:embed completion/dossier.bash
var forBash string

// sayShort puts what a shell lists beside verbs and flags in the reader's language.
func sayShort(cmd *cobra.Command) {
	cmd.Short = message.Now(cmd.Short)
	say := func(f *pflag.Flag) { _, f.Usage = usageOf(f, message.Now) }
	cmd.LocalNonPersistentFlags().VisitAll(say)
	cmd.PersistentFlags().VisitAll(say)
	for _, c := range cmd.Commands() {
		sayShort(c)
	}
}

// shells are those that a completion script can be written for.
func shells(root *cobra.Command) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"bash":       func(w io.Writer) error { _, err := io.WriteString(w, forBash); return err },
		"zsh":        mended(root.GenZshCompletion, forZsh...),
		"fish":       mended(func(w io.Writer) error { return root.GenFishCompletion(w, true) }, forFish...),
		"powershell": mended(root.GenPowerShellCompletionWithDesc, forPowerShell),
	}
}

// mend is a part of cobra's script and what stands there in ours.
type mend struct{ cobra, ours string }

// forZsh lets a word be completed whose quotes are still open, and takes what was
// typed before a = for letters.
var forZsh = []mend{
	{
		`out=$(eval ${requestComp} 2>/dev/null)`,
		`out=$(eval ${requestComp} 2>/dev/null || eval ${requestComp}\" 2>/dev/null || eval ${requestComp}\' 2>/dev/null)`,
	},
	{`flagPrefix="-P ${BASH_REMATCH}"`, `flagPrefix="-P ${(q)BASH_REMATCH}"`},
}

// forFish keeps the words that stand before from being run: cobra's script runs
// them as they are once their quotes are gone. It reads the last one, too, as fish
// does.
var forFish = []mend{
	{
		`set -l args (commandline -opc)`,
		`set -l args (string escape -- (string replace -r '^~/' "$HOME/" -- (commandline -opc)))`,
	},
	{
		`set -l lastArg (string escape -- (commandline -ct))`,
		`set -l lastArg (string unescape -- (commandline -ct)); or set lastArg (commandline -ct)
    set lastArg (string escape -- $lastArg)`,
	},
}

// forPowerShell keeps what several values have in common from being run, see
// forBash. They are shown as they are.
var forPowerShell = mend{
	`$CompletionText = "$($comp.Name)$Description"`,
	`$CompletionText = $($comp.Name.TrimEnd() | __dossier_escapeStringWithSpecialChars)`,
}

// mended is a script with parts of it replaced. It fails where one is not there.
func mended(write func(io.Writer) error, mends ...mend) func(io.Writer) error {
	return func(w io.Writer) error {
		var written strings.Builder
		if err := write(&written); err != nil {
			return err
		}
		script := written.String()
		for _, m := range mends {
			before, after, found := strings.Cut(script, m.cobra)
			if !found {
				return errors.New("the script of this shell is not the one that is known")
			}
			script = before + m.ours + after
		}
		_, err := io.WriteString(w, script)
		return err
	}
}

func newCompletion(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "completion SHELL",
		Short: message.Later("Write the completion script of a shell"),
		Long: message.Later(`Completion writes a script that lets a shell complete verbs, flags, paths, and
the dossier's own values: the languages, vendors, actors, sources, authors and
ids of the articles in the paths that stand before them on the line. The shell
is bash, zsh, fish or powershell.`),
		Example: `  dossier completion bash >> ~/.bashrc
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
