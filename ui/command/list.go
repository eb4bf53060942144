package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/ui/export"
	"dossier/ui/message"
	"dossier/ui/wording"
)

func newList(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list [PATH…] [QUERY…]",
		Short: message.Later("List the articles that match"),
		Long: message.Later(`List writes a line for each article that matches the query: its id, date,
language, title, and the vendors that cut ties in it. A vendor's cut that the
vendor denies has a question mark, one that is only announced an empty circle.
It exits with 1 if nothing matches.`),
		Example: `  dossier list
  dossier list lang:de -vendor:Apple
  dossier list ~/saved actor:Matze --json
  dossier list ~/saved -q 'violence OR "terms of service"' --csv`,
		Args: cobra.ArbitraryArgs,
	}
	var f form
	addForms(cmd, &f, "write a JSON array")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.list(ctx, r, f) })
	return cmd
}

func (w World) list(ctx context.Context, r request, f form) error {
	lib, found, err := w.answer(ctx, r)
	if err != nil {
		return err
	}
	err = w.write(f, listed(lib.Index().Dossier(), found.Hits))
	if err == nil && len(found.Hits) == 0 {
		return noMatch(r, found)
	}
	return err
}

func listed(d *model.Dossier, hits []int32) output {
	record := func(i int32) export.Record { return export.RecordOf(d.Article(int(i)), d.Register) }
	return output{
		table: func() *table {
			t := &table{columns: []column{{give: 2}, {}, {}, {give: 2}, {give: 3}}}
			for _, i := range hits {
				a := d.Article(int(i))
				t.add(a.ID, orDash(a.Date.String()), orDash(a.Language), a.Title, orDash(vendors(a)))
			}
			return t
		},
		values: func(yield func(any) bool) {
			for _, i := range hits {
				if !yield(record(i)) {
					return
				}
			}
		},
		columns: export.ArticleColumns,
		rows: func(yield func([]string) bool) {
			for _, i := range hits {
				if !yield(record(i).Columns()) {
					return
				}
			}
		},
	}
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
