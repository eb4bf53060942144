package command

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"dossier/model"
	"dossier/model/clean"
	"dossier/model/facet"
	"dossier/model/language"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/message"
)

// patience is how long whoever pressed tab waits for the values of a folder.
const patience = time.Second

type completions = []cobra.Completion

// completeArguments gives each verb that has none a way to complete its
// arguments.
func (w World) completeArguments(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		switch {
		case cmd.ValidArgsFunction != nil:
		case cmd.Name() == "show":
			cmd.ValidArgsFunction = w.completeID
		case cmd.Flags().Lookup("query") != nil:
			cmd.ValidArgsFunction = w.completeQuery
		}
	}
}

// completeQuery completes an argument of a verb that takes paths and a query: a
// field, a value of it, a path.
func (w World) completeQuery(cmd *cobra.Command, args []string, typed string) (completions, cobra.ShellCompDirective) {
	typed = strings.TrimPrefix(typed, protected)
	if typed != "" && strings.Contains("'\"", typed[:1]) {
		typed = typed[1:] // fish leaves an open quote to us
	}
	field, _, isTerm := strings.Cut(strings.TrimPrefix(typed, "-"), ":")
	if isTerm && slices.Contains(query.Names(), strings.ToLower(field)) {
		return w.completeValue(cmd.Context(), args, typed, strings.ToLower(field)), cobra.ShellCompDirectiveNoFileComp
	}
	found := append(fields(typed), entries(typed)...)
	if len(found) == 0 {
		return nil, cobra.ShellCompDirectiveDefault // as for ~, which is the shell's
	}
	return found, cobra.ShellCompDirectiveNoSpace
}

// completeID completes the id of an article, and then paths.
func (w World) completeID(cmd *cobra.Command, args []string, typed string) (completions, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	return w.values(cmd.Context(), nil, typed, "", query.ID), cobra.ShellCompDirectiveNoFileComp
}

// fields are the fields that begin as typed.
func fields(typed string) (found completions) {
	for _, name := range query.Names() {
		if candidate := name + ":"; strings.HasPrefix(candidate, typed) {
			found = append(found, candidate)
		}
	}
	return found
}

// completeValue completes the last of a field's values.
func (w World) completeValue(ctx context.Context, args []string, typed, field string) completions {
	at := strings.LastIndexAny(typed, ":,") + 1
	before, value := typed[:at], strings.TrimPrefix(typed[at:], `"`)
	if choices := query.Choices(field); len(choices) > 0 {
		var found completions
		for _, c := range choices {
			found = add(found, before, value, c, "")
		}
		return found
	}
	return w.values(ctx, args, value, before, query.Field(field))
}

// values are those of a field in the dossier that args name, or in the built-in
// one. A folder that takes too long has none.
func (w World) values(ctx context.Context, args []string, typed, before string, field query.Field) completions {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	paths := parseArgs(args, -1, "").paths
	if slices.Contains(paths, "-") {
		return nil
	}
	lib, err := w.Open(ctx, paths, Opening{})
	if err != nil {
		return nil
	}
	found, err := lib.Index().Find(ctx, query.Query{}, search.Marks{}, [facet.NumDimensions]bool{})
	if err != nil {
		return nil
	}
	var all completions
	for _, v := range valuesOf(lib, found, field) {
		all = add(all, before, typed, v[0], v[1])
	}
	return all
}

// valuesOf lists the values of a field and what each of them is.
func valuesOf(lib Library, found search.Answer, field query.Field) (all [][2]string) {
	for d := range facet.NumDimensions {
		if d.Field() == field {
			return facetValues(d, found)
		}
	}
	seen := map[string]bool{"": true}
	for _, i := range found.Hits {
		v := valueOf(lib.Index().Dossier().Article(int(i)), field)
		if !seen[v[0]] {
			seen[v[0]] = true
			all = append(all, v)
		}
	}
	return all
}

func facetValues(d facet.Dimension, found search.Answer) (all [][2]string) {
	for _, v := range facet.ByCount(found.Facets[d].Values) {
		about := message.Count(v.Count, "%d article", "%d articles")
		if d == facet.Language {
			about = language.Name(v.Name) + ", " + about
		}
		all = append(all, [2]string{v.Name, about})
	}
	return all
}

// valueOf is what an article has in a field; empty where that is not completed.
func valueOf(a *model.Article, field query.Field) [2]string {
	switch field {
	case query.ID:
		return [2]string{a.ID, a.Title}
	case query.Source:
		return [2]string{a.Source}
	case query.Author:
		return [2]string{a.Author}
	}
	return [2]string{}
}

// add adds a value that begins as typed, whatever the case. A shell keeps only
// what begins with the very letters that were typed. Beside other values, one of
// several words needs quotes of its own.
func add(found completions, before, typed, value, about string) completions {
	if len(value) < len(typed) || !strings.EqualFold(value[:len(typed)], typed) || strings.ContainsAny(value, "\"\\\t\n") {
		return found
	}
	value = typed + value[len(typed):]
	if strings.Contains(value, ",") || strings.Contains(before, ",") && strings.Contains(value, " ") {
		value = `"` + value + `"`
	}
	return append(found, cobra.CompletionWithDesc(before+value, about))
}

// readable are what the names of articles end in.
var readable = []string{".md", ".markdown", ".txt", ".html", ".htm"}

// entries are the folders and articles whose paths begin as typed. A name that a
// terminal would obey is left out: shells put it on the screen as it is.
func entries(typed string) (found completions) {
	dir, name := filepath.Split(typed)
	list, err := os.ReadDir(filepath.Clean(dir + "."))
	if err != nil {
		return nil
	}
	for _, e := range list {
		switch hidden := strings.HasPrefix(e.Name(), "."); {
		case !strings.HasPrefix(e.Name(), name), hidden && name == "", !harmless(dir + e.Name()):
		case e.IsDir():
			found = append(found, dir+e.Name()+string(filepath.Separator))
		case slices.Contains(readable, strings.ToLower(filepath.Ext(e.Name()))):
			found = append(found, dir+e.Name())
		}
	}
	return found
}

// harmless reports a name that cleaning leaves as it is, but for its normal form,
// which systems differ in.
func harmless(name string) bool {
	return clean.Printable(name) == len(name) && clean.Text(name) == norm.NFC.String(name)
}
