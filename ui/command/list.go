package command

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/ui/wording"
)

type listOptions struct{ json bool }

func newList(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [PATH…] [QUERY…]",
		Short: "List the articles that match",
		Long: `List writes a line for each article that matches the query: its id, date,
language, title, and the vendors that cut ties in it. A vendor's cut that the
vendor denies has a question mark. It exits with 1 if nothing matches.`,
		Example: `  dossier list
  dossier list lang:de -vendor:Apple
  dossier list ~/saved actor:Matze --json`,
		Args: cobra.ArbitraryArgs,
	}
	var o listOptions
	cmd.Flags().BoolVar(&o.json, "json", false, "write a JSON array")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.list(ctx, r, o) })
	return cmd
}

func (w World) list(ctx context.Context, r request, o listOptions) error {
	lib, answer, err := w.answer(ctx, r)
	hits := answer.Hits
	if err != nil {
		return err
	}
	if o.json {
		err = w.writeJSON(lib.Index().Dossier(), hits)
	} else {
		err = w.writeRows(lib.Index().Dossier(), hits)
	}
	if err == nil && len(hits) == 0 {
		return failure{status: nothing}
	}
	return err
}

func (w World) writeRows(d *model.Dossier, hits []int32) error {
	t := tabwriter.NewWriter(w.Out, 0, 0, 2, ' ', 0)
	for _, i := range hits {
		a := d.Article(int(i))
		// What may be long, or in a script of another width, is not padded.
		fmt.Fprintf(t, "%s\t%s\t%s\t%s  %s\n", a.ID, orDash(a.Date.String()), orDash(a.Language), a.Title, orDash(vendors(a)))
	}
	return t.Flush()
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func vendors(a *model.Article) string {
	var names []string
	for _, c := range a.Cuts {
		names = append(names, wording.Vendor(c))
	}
	return strings.Join(names, ", ")
}

func (w World) writeJSON(d *model.Dossier, hits []int32) error {
	rows := make([]articleJSON, 0, len(hits))
	for _, i := range hits {
		rows = append(rows, toJSON(d.Article(int(i)), d.Register))
	}
	return w.encode(rows)
}

// encode writes a value as JSON that people can read too.
func (w World) encode(v any) error {
	e := json.NewEncoder(w.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
