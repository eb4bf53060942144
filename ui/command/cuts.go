package command

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/timeline"
)

type cutsOptions struct{ json, csv bool }

func newCuts(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cuts [PATH…] [QUERY…]",
		Short: "List who cut ties, when, and in how many articles",
		Long: `Cuts writes a line for each event: a vendor, the day, the status, the service,
and the articles that say so. Articles that disagree on the day make two events.
The earliest vendor comes first; an event without a day has a dash. It exits
with 1 if no article that matches states a cut.`,
		Example: `  dossier cuts
  dossier cuts ~/saved lang:fr
  dossier cuts status:disputed --json`,
		Args: cobra.ArbitraryArgs,
	}
	var o cutsOptions
	cmd.Flags().BoolVar(&o.json, "json", false, "write a JSON array, a vendor each, with the passages")
	cmd.Flags().BoolVar(&o.csv, "csv", false, "write CSV, a line for each article and event")
	cmd.MarkFlagsMutuallyExclusive("json", "csv")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.cuts(ctx, r, o) })
	return cmd
}

func (w World) cuts(ctx context.Context, r request, o cutsOptions) error {
	lib, answer, err := w.answer(ctx, r)
	hits := answer.Hits
	if err != nil {
		return err
	}
	d := lib.Index().Dossier()
	vendors := timeline.Of(d, hits)
	switch {
	case o.json:
		err = w.encode(cutsToJSON(d, vendors))
	case o.csv:
		err = w.writeEvents(d, vendors)
	default:
		err = w.writeCuts(d, vendors)
	}
	if err == nil && len(vendors) == 0 {
		return failure{status: nothing}
	}
	return err
}

func (w World) writeCuts(d *model.Dossier, vendors []timeline.Vendor) error {
	t := tabwriter.NewWriter(w.Out, 0, 0, 2, ' ', 0)
	for _, v := range vendors {
		for _, e := range v.Events {
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", v.Name, orDash(e.Date.String()), e.Status, orDash(e.Service), strings.Join(ids(d, e.Articles), ", "))
		}
	}
	return t.Flush()
}

func ids(d *model.Dossier, articles []int32) []string {
	names := []string{}
	for _, i := range articles {
		names = append(names, d.Article(int(i)).ID)
	}
	return names
}

// writeEvents writes the events as a table that joins with others by article.
func (w World) writeEvents(d *model.Dossier, vendors []timeline.Vendor) error {
	t := csv.NewWriter(w.Out)
	t.Write([]string{"vendor", "date", "status", "service", "reason", "article", "language", "evidence"})
	for _, v := range vendors {
		for _, e := range v.Events {
			for _, i := range e.Articles {
				a := d.Article(int(i))
				c, _ := a.Cut(v.Name)
				t.Write([]string{v.Name, e.Date.String(), e.Status.String(), c.Service, c.Reason, a.ID, a.Language, c.Evidence})
			}
		}
	}
	t.Flush()
	return t.Error()
}

// vendorJSON is a vendor as scripts see it.
type vendorJSON struct {
	Vendor   string         `json:"vendor"`
	Events   []eventJSON    `json:"events"`
	Evidence []evidenceJSON `json:"evidence"`
}

type eventJSON struct {
	Date      *string  `json:"date"`
	Status    string   `json:"status"`
	Service   *string  `json:"service"`
	Articles  []string `json:"articles"`
	Languages []string `json:"languages"`
}

type evidenceJSON struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

func cutsToJSON(d *model.Dossier, vendors []timeline.Vendor) []vendorJSON {
	rows := make([]vendorJSON, 0, len(vendors))
	for _, v := range vendors {
		row := vendorJSON{Vendor: v.Name, Evidence: []evidenceJSON{}}
		for _, e := range v.Events {
			row.Events = append(row.Events, eventJSON{
				known(e.Date.String()), e.Status.String(), known(e.Service), ids(d, e.Articles), append([]string{}, e.Languages...),
			})
		}
		for _, e := range v.Evidence {
			row.Evidence = append(row.Evidence, evidenceJSON{d.Article(int(e.Article)).ID, e.At.Start, e.At.End, e.Text})
		}
		rows = append(rows, row)
	}
	return rows
}
