package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/timeline"
	"dossier/ui/export"
	"dossier/ui/message"
)

func newCuts(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cuts [PATH…] [QUERY…]",
		Short: message.Later("List who cut ties, when, and in how many articles"),
		Long: message.Later(`Cuts writes a line for each event: a vendor, the day, the status, the service,
and the articles that say so. Articles that disagree on the day make two events.
The earliest vendor comes first; an event without a day has a dash. With --csv
each article and event has a line, with its evidence. It exits with 1 if no
article that matches states a cut.`),
		Example: `  dossier cuts
  dossier cuts ~/saved lang:fr
  dossier cuts status:disputed --json
  dossier cuts ~/saved date:2021-01 --csv > cuts.csv`,
		Args: cobra.ArbitraryArgs,
	}
	var f form
	addForms(cmd, &f, "write a JSON array, a vendor each, with the passages")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.cuts(ctx, r, f) })
	return cmd
}

func (w World) cuts(ctx context.Context, r request, f form) error {
	lib, found, err := w.answer(ctx, r)
	if err != nil {
		return err
	}
	d := lib.Index().Dossier()
	vendors := timeline.Of(d, found.Hits)
	err = w.write(f, output{
		table:   func() *table { return eventTable(d, vendors) },
		values:  func(yield func(any) bool) { eachVendor(d, vendors, yield) },
		columns: []string{"vendor", "date", "status", "service", "reason", "article", "language", "evidence"},
		rows:    func(yield func([]string) bool) { eachEvent(d, vendors, yield) },
	})
	switch {
	case err != nil:
		return err
	case len(found.Hits) == 0:
		return noMatch(r, found)
	case len(vendors) == 0:
		return failure{nothing, message.Error("no article that matches states a cut")}
	}
	return nil
}

func eventTable(d *model.Dossier, vendors []timeline.Vendor) *table {
	t := &table{columns: []column{{give: 1}, {}, {}, {give: 2}, {give: 3}}}
	for _, v := range vendors {
		for _, e := range v.Events {
			t.add(v.Name, orDash(e.Date.String()), e.Status.String(), orDash(e.Service), strings.Join(ids(d, e.Articles), ", "))
		}
	}
	return t
}

func ids(d *model.Dossier, articles []int32) []string {
	names := []string{}
	for _, i := range articles {
		names = append(names, d.Article(int(i)).ID)
	}
	return names
}

// eachEvent makes of the events a table that joins with others by article.
func eachEvent(d *model.Dossier, vendors []timeline.Vendor, yield func([]string) bool) {
	for _, v := range vendors {
		for _, e := range v.Events {
			for _, i := range e.Articles {
				a := d.Article(int(i))
				c, _ := a.Cut(v.Name)
				if !yield([]string{v.Name, e.Date.String(), e.Status.String(), c.Service, c.Reason, a.ID, a.Language, c.Evidence}) {
					return
				}
			}
		}
	}
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

func eachVendor(d *model.Dossier, vendors []timeline.Vendor, yield func(any) bool) {
	for _, v := range vendors {
		row := vendorJSON{Vendor: v.Name, Evidence: []evidenceJSON{}}
		for _, e := range v.Events {
			row.Events = append(row.Events, eventJSON{
				export.Known(e.Date.String()), e.Status.String(), export.Known(e.Service), ids(d, e.Articles), append([]string{}, e.Languages...),
			})
		}
		for _, e := range v.Evidence {
			row.Evidence = append(row.Evidence, evidenceJSON{d.Article(int(e.Article)).ID, e.At.Start, e.At.End, e.Text})
		}
		if !yield(row) {
			return
		}
	}
}
