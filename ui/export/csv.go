package export

import (
	"cmp"
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/wording"
)

// Table writes rows as CSV. A cell is clean text on one line. One that begins
// with = + - or @ gets an apostrophe before it: a spreadsheet would take it for
// a formula, and run it. Who needs each cell to the letter asks for JSON.
type Table struct{ w *csv.Writer }

// NewTable begins a table on w. Lines end with LF, for pipes.
func NewTable(w io.Writer) *Table { return &Table{csv.NewWriter(w)} }

// Row writes a row.
func (t *Table) Row(cells ...string) error {
	row := make([]string, len(cells))
	for i, c := range cells {
		row[i] = cell(c)
	}
	return t.w.Write(row)
}

// Flush writes what is left, and tells what went wrong.
func (t *Table) Flush() error {
	t.w.Flush()
	return t.w.Error()
}

func cell(s string) string {
	s = clean.Line(s)
	if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// ArticleColumns are the columns of a table of articles.
var ArticleColumns = []string{"id", "date", "language", "title", "author", "source", "url", "persons", "organisations", "vendors", "detected", "path"}

// Columns are the record's cells, in the order of ArticleColumns. Several names
// in a cell are parted by semicolons; a disputed vendor has a question mark.
func (r Record) Columns() []string {
	return []string{
		r.ID, orEmpty(r.Date), orEmpty(r.Language), r.Title, orEmpty(r.Author), orEmpty(r.Source), orEmpty(r.URL),
		several(r.Persons), several(r.Organisations), several(r.vendors()), several(r.Detected), r.Path,
	}
}

func (r Record) vendors() []string {
	var names []string
	for _, c := range r.Cuts {
		status, _ := model.ParseStatus(c.Status)
		names = append(names, c.Vendor+wording.StatusMark(status))
	}
	return names
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func several(names []string) string { return strings.Join(names, "; ") }

var passageColumns = []string{"number", "vendor", "status", "service", "date", "restored", "reason", "passage", "start", "end",
	"detected", "article", "title", "published", "author", "source", "url", "language"}

// writeCSV writes a row for each article or passage, as RFC 4180 has it, with
// CRLF: for spreadsheets.
func writeCSV(ctx context.Context, w io.Writer, d Document) error {
	t := NewTable(w)
	t.w.UseCRLF = true
	columns, write := ArticleColumns, d.articleRows
	if d.Passages {
		columns, write = passageColumns, d.passageRows
	}
	if err := t.Row(columns...); err != nil {
		return err
	}
	if err := write(ctx, t, d.entries()); err != nil {
		return err
	}
	return t.Flush()
}

func (d Document) articleRows(ctx context.Context, t *Table, all []entry) error {
	for i := range all {
		if err := cmp.Or(ctx.Err(), t.Row(RecordOf(&all[i].Article, d.Dossier.Register).Columns()...)); err != nil {
			return err
		}
	}
	return nil
}

func (d Document) passageRows(ctx context.Context, t *Table, all []entry) error {
	if err := d.complete(ctx, all); err != nil {
		return err
	}
	for _, v := range vendors(all) {
		for _, c := range v.claims {
			for _, p := range c.passages {
				if err := t.Row(passageCells(c, p)...); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func passageCells(c claim, p passage) []string {
	start, end, detected := "", "", ""
	if p.located {
		start, end = strconv.Itoa(p.at.Start), strconv.Itoa(p.at.End)
	}
	if c.Cut.Detected {
		detected = "detected"
	}
	e := &c.in.Article
	return []string{
		strconv.Itoa(p.number), c.Vendor, c.Status.String(), c.Service, c.Cut.Date.String(), c.Restored.String(), c.Reason, p.text, start, end,
		detected, e.ID, e.Title, e.Date.String(), e.Author, e.Source, e.URL, e.Language,
	}
}
