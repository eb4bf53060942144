package command

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"dossier/model/facet"
	"dossier/model/search"
	"dossier/ui/message"
	"dossier/ui/wording"
)

func newFacets(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "facets [PATH…] [QUERY…]",
		Short: message.Later("Count the articles of each language, vendor and actor"),
		Long: message.Later(`Facets writes a line for each value of each facet: how many articles the list
would hold if that value were ticked instead of the other ticks of its facet,
all else of the query staying. An included value has a plus, an excluded one a
minus. A vendor whose every cut is disputed has a question mark. It exits with 1
if nothing matches.`),
		Example: `  dossier facets
  dossier facets ~/saved lang:de
  dossier facets vendor:Twilio --json
  dossier facets ~/saved --jsonl | jq -r 'select(.facet == "actor") | .value'`,
		Args: cobra.ArbitraryArgs,
	}
	var f form
	addForms(cmd, &f, "write a JSON object, an array for each facet")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.facets(ctx, r, f) })
	return cmd
}

func (w World) facets(ctx context.Context, r request, f form) error {
	_, found, err := w.answer(ctx, r)
	if err != nil {
		return err
	}
	err = w.write(f, output{
		table:   func() *table { return facetTable(found) },
		object:  facetsToJSON(found),
		values:  func(yield func(any) bool) { eachValue(found, func(v facetValueJSON) bool { return yield(v) }) },
		columns: []string{"facet", "value", "name", "count", "state"},
		rows: func(yield func([]string) bool) {
			eachValue(found, func(v facetValueJSON) bool {
				return yield([]string{v.Facet, v.Value, v.Name, strconv.Itoa(v.Count), v.State})
			})
		},
	})
	if err == nil && len(found.Hits) == 0 {
		return noMatch(r, found)
	}
	return err
}

var signs = [...]string{" ", "+", "-"}

func facetTable(a search.Answer) *table {
	t := &table{columns: []column{{}, {right: true}, {give: 1}}}
	digits := 1
	for d := range facet.NumDimensions {
		for _, v := range a.Facets[d].Values {
			digits = max(digits, len(strconv.Itoa(v.Count)))
		}
	}
	for d := range facet.NumDimensions {
		for _, v := range facet.ByCount(a.Facets[d].Values) {
			name := wording.FacetValue(d, v.Name)
			if v.Disputed {
				name += "?"
			}
			t.add(string(d.Field()), fmt.Sprintf("%s %*d", signs[v.State], digits, v.Count), name)
		}
	}
	return t
}

// valueJSON is a value of a facet as scripts see it.
type valueJSON struct {
	Value string `json:"value"`
	Name  string `json:"name"`
	Count int    `json:"count"`
	State string `json:"state"`
}

// facetValueJSON is a value that says itself which facet it is of.
type facetValueJSON struct {
	Facet string `json:"facet"`
	valueJSON
}

type facetsJSON struct {
	Language []valueJSON `json:"language"`
	Vendor   []valueJSON `json:"vendor"`
	Actor    []valueJSON `json:"actor"`
}

var facetNames = [facet.NumDimensions]string{facet.Language: "language", facet.Vendor: "vendor", facet.Actor: "actor"}

func facetsToJSON(a search.Answer) facetsJSON {
	all := [facet.NumDimensions][]valueJSON{{}, {}, {}}
	for d := range facet.NumDimensions {
		for _, v := range facet.ByCount(a.Facets[d].Values) {
			all[d] = append(all[d], valueJSON{v.Name, wording.FacetValue(d, v.Name), v.Count, v.State.String()})
		}
	}
	return facetsJSON{all[facet.Language], all[facet.Vendor], all[facet.Actor]}
}

func eachValue(a search.Answer, yield func(facetValueJSON) bool) {
	j := facetsToJSON(a)
	for d, values := range [facet.NumDimensions][]valueJSON{j.Language, j.Vendor, j.Actor} {
		for _, v := range values {
			if !yield(facetValueJSON{facetNames[d], v}) {
				return
			}
		}
	}
}
