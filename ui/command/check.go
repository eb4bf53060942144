package command

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/clean"
)

func newCheck(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [PATH…] [QUERY…]",
		Short: "List faults of a tagged dossier, and detected cuts to confirm",
		Long: `Check writes a line for each fault of the articles that match and of the files
about the dossier: names that are not in the register, evidence that is not in
the text, unknown languages and statuses, bad dates, an id that two articles
have, paths in dossier.tags.yaml without an article, files that cannot be read.
It also lists the detected cuts that nobody confirmed; these are notices, and no
faults. A line begins with the file and the line where it stands. It exits with
1 if there is a fault, or if nothing matches.`,
		Example: `  dossier check ~/saved
  dossier check ~/saved lang:fr
  dossier check ~/saved --json`,
		Args: cobra.ArbitraryArgs,
	}
	json := cmd.Flags().Bool("json", false, "write a JSON array")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error { return w.check(ctx, r, *json) })
	return cmd
}

func (w World) check(ctx context.Context, r request, json bool) error {
	lib, err := w.openQuietly(ctx, r.paths)
	if err != nil {
		return err
	}
	answer, err := w.ask(ctx, lib, r)
	if err != nil {
		return err
	}
	hits := answer.Hits
	found, err := lib.Check(ctx, hits)
	if err != nil {
		return err
	}
	if json {
		err = w.encode(noticesToJSON(found))
	} else {
		err = w.writeNotices(found)
	}
	if err == nil && (len(hits) == 0 || slices.ContainsFunc(found, model.Notice.Fault)) {
		return failure{status: nothing}
	}
	return err
}

func (w World) writeNotices(found []model.Notice) error {
	for _, n := range found {
		if _, err := fmt.Fprintln(w.Out, clean.Line(noticeText(n))); err != nil {
			return err
		}
	}
	return nil
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

func noticesToJSON(found []model.Notice) []noticeJSON {
	rows := make([]noticeJSON, 0, len(found))
	for _, n := range found {
		row := noticeJSON{Path: n.Path, Kind: n.Kind.String(), Text: n.Text, Severity: "notice"}
		if n.Line > 0 {
			row.Line = &n.Line
		}
		if n.Fault() {
			row.Severity = "fault"
		}
		rows = append(rows, row)
	}
	return rows
}
