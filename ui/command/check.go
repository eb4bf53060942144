package command

import (
	"context"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/ui/message"
)

func newCheck(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [PATH…] [QUERY…]",
		Short: message.Later("List faults of a tagged dossier, and detected cuts to confirm"),
		Long: message.Later(`Check writes a line for each fault of the articles that match and of the files
about the dossier: names that are not in the register, evidence that is not in
the text, unknown languages and statuses, bad dates, an id that two articles
have, paths in dossier.tags.yaml without an article, files that cannot be read.
It also lists the detected cuts that nobody confirmed; these are notices, and no
faults. A line begins with the file and the line where it stands. It exits with
1 if there is a fault, or if nothing matches.`),
		Example: `  dossier check ~/saved
  dossier check ~/saved lang:fr
  dossier check ~/saved --json
  dossier check ~/saved --csv > faults.csv`,
		Args: cobra.ArbitraryArgs,
	}
	var f form
	addForms(cmd, &f, "write a JSON array")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.check(ctx, r, f) })
	return cmd
}

func (w World) check(ctx context.Context, r request, f form) error {
	lib, err := w.openQuietly(ctx, r.paths)
	if err != nil {
		return err
	}
	asked, err := w.ask(ctx, lib, r)
	if err != nil {
		return err
	}
	found, err := lib.Check(ctx, asked.Hits)
	if err != nil {
		return err
	}
	err = w.write(f, output{
		table:   func() *table { return noticeTable(found) },
		values:  func(yield func(any) bool) { eachNotice(found, func(n noticeJSON) bool { return yield(n) }) },
		columns: []string{"path", "line", "kind", "severity", "text"},
		rows: func(yield func([]string) bool) {
			eachNotice(found, func(n noticeJSON) bool {
				line := ""
				if n.Line != nil {
					line = strconv.Itoa(*n.Line)
				}
				return yield([]string{n.Path, line, n.Kind, n.Severity, n.Text})
			})
		},
	})
	switch {
	case err != nil:
		return err
	case len(asked.Hits) == 0:
		return noMatch(r, asked)
	case slices.ContainsFunc(found, model.Notice.Fault):
		return failure{status: nothing}
	}
	return nil
}

// noticeTable is a line each, and nothing of it is ever cut: editors read it.
func noticeTable(found []model.Notice) *table {
	t := &table{columns: []column{{whole: true}}}
	for _, n := range found {
		t.add(noticeText(n))
	}
	return t
}

// noticeJSON is a notice as scripts see it. The line is null where none can be
// named; the severity is fault or notice.
type noticeJSON struct {
	Path     string `json:"path"`
	Line     *int   `json:"line"`
	Kind     string `json:"kind"`
	Text     string `json:"text"`
	Severity string `json:"severity"`
}

func eachNotice(found []model.Notice, yield func(noticeJSON) bool) {
	for _, n := range found {
		row := noticeJSON{Path: n.Path, Kind: n.Kind.String(), Text: n.Text, Severity: "notice"}
		if n.Line > 0 {
			row.Line = &n.Line
		}
		if n.Fault() {
			row.Severity = "fault"
		}
		if !yield(row) {
			return
		}
	}
}
