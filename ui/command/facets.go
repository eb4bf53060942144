package command

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/model/facet"
	"dossier/model/language"
	"dossier/model/search"
)

func newFacets(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "facets [PATH…] [QUERY…]",
		Short: "Count the articles of each language, vendor and actor",
		Long: `Facets writes a line for each value of each facet: how many articles the list
would hold if that value were ticked instead of the other ticks of its facet,
all else of the query staying. An included value has a plus, an excluded one a
minus. A vendor whose every cut is disputed has a question mark.`,
		Example: `  dossier facets
  dossier facets ~/saved lang:de
  dossier facets vendor:Twilio --json`,
		Args: cobra.ArbitraryArgs,
	}
	asJSON := cmd.Flags().Bool("json", false, "write a JSON object, an array for each facet")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.facets(ctx, r, *asJSON) })
	return cmd
}

func (w World) facets(ctx context.Context, r request, asJSON bool) error {
	_, answer, err := w.answer(ctx, r)
	if err != nil {
		return err
	}
	if asJSON {
		err = w.encode(facetsToJSON(answer))
	} else {
		err = w.writeFacets(answer)
	}
	if err == nil && len(answer.Hits) == 0 {
		return failure{status: nothing}
	}
	return err
}

var signs = [...]string{" ", "+", "-"}

func (w World) writeFacets(a search.Answer) error {
	t := tabwriter.NewWriter(w.Out, 0, 0, 2, ' ', 0)
	for d := range facet.NumDimensions {
		for _, v := range byCount(a.Facets[d].Values) {
			name := valueName(d, v)
			if v.Disputed {
				name += "?"
			}
			fmt.Fprintf(t, "%s\t%s %d\t%s\n", d.Field(), signs[v.State], v.Count, name)
		}
	}
	return t.Flush()
}

// byCount puts the most frequent first.
func byCount(values []facet.Value) []facet.Value {
	values = slices.Clone(values)
	slices.SortStableFunc(values, func(a, b facet.Value) int {
		return cmp.Or(b.Count-a.Count, b.Total-a.Total, cmp.Compare(a.Name, b.Name))
	})
	return values
}

func valueName(d facet.Dimension, v facet.Value) string {
	if d == facet.Language {
		return language.Name(v.Name)
	}
	return v.Name
}

// valueJSON is a value of a facet as scripts see it.
type valueJSON struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	Count int    `json:"count"`
	State string `json:"state"`
}

type facetsJSON struct {
	Language []valueJSON `json:"language"`
	Vendor   []valueJSON `json:"vendor"`
	Actor    []valueJSON `json:"actor"`
}

func facetsToJSON(a search.Answer) facetsJSON {
	of := func(d facet.Dimension) []valueJSON {
		rows := []valueJSON{}
		for _, v := range byCount(a.Facets[d].Values) {
			rows = append(rows, valueJSON{v.Name, valueName(d, v), v.Count, v.State.String()})
		}
		return rows
	}
	return facetsJSON{of(facet.Language), of(facet.Vendor), of(facet.Actor)}
}
