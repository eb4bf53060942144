package command

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/model/facet"
	"dossier/model/fold"
	"dossier/model/query"
	"dossier/model/search"
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

// leastLetters is how long a value is that is worth a guess; short ones are like
// many.
const leastLetters = 4

// meantTerm is the term with the value of its facet that is nearest to what was
// typed; none if what was typed means one.
func meantTerm(n query.Node, a search.Answer) (query.Node, bool) {
	if n.Op != query.Leaf || len(n.Term.Values) != 1 || utf8.RuneCountInString(n.Term.Values[0].Text) < leastLetters {
		return query.Node{}, false
	}
	value := n.Term.Values[0]
	typed := fold.String(value.Text)
	for d := range facet.NumDimensions {
		if d.Field() != n.Term.Field {
			continue
		}
		var folded, names []string
		for _, v := range a.Facets[d].Values {
			folded, names = append(folded, fold.String(v.Name)), append(names, v.Name)
		}
		near, ok := query.Nearest(typed, folded)
		if !ok || near == typed || !value.Quoted && strings.HasPrefix(near, typed) {
			return query.Node{}, false
		}
		name := names[slices.Index(folded, near)]
		n.Term.Values = []query.Value{{Text: name, Quoted: strings.Contains(name, " ")}}
		return n, true
	}
	return query.Node{}, false
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
