package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/model/query"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// meant asks whether a word was meant to be one of a few, or lists them.
func meant(word string, options []string) string {
	if o, ok := query.Nearest(word, options); ok {
		return message.Say("did you mean %s?", o)
	}
	return message.Say("there are %s", strings.Join(options, ", "))
}

// flagError tells of a flag that cannot be used, with the nearest that can.
func flagError(cmd *cobra.Command, err error) error {
	help := message.Say("see %s", cmd.CommandPath()+" --help")
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		if near, ok := query.Nearest(unknown.GetSpecifiedName(), flags(cmd)); ok {
			return usage("there is no flag --%s; did you mean --%s? %s", unknown.GetSpecifiedName(), near, help)
		}
		return usage("there is no flag --%s; %s", unknown.GetSpecifiedName(), help)
	}
	if letters := shorthands(unknown); letters != "" && cmd.Flags().Lookup("query") != nil {
		return usage("there is no flag -%s; articles without that word: -q '-%[1]s'; %s", letters, help)
	}
	return usage("%s; %s", wording.Told(err.Error()), help)
}

// shorthands are the letters of a flag that is not there, or else empty.
func shorthands(unknown *pflag.NotExistError) string {
	if unknown == nil {
		return ""
	}
	return unknown.GetSpecifiedShortnames()
}

// flags are the names of a verb's flags.
func flags(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}

// verbs are the names of the program's verbs.
func verbs(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}
