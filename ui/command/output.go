package command

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"dossier/ui/export"
	"dossier/ui/message"
)

// form is what an answer is written as; a table if nothing else is asked for.
type form struct{ json, jsonl, csv bool }

// addForms gives a verb the flags for its output. json says what --json does.
func addForms(cmd *cobra.Command, f *form, json message.Text) {
	cmd.Flags().BoolVar(&f.json, "json", false, message.Later(json))
	cmd.Flags().BoolVar(&f.jsonl, "jsonl", false, message.Later("write JSON Lines, a value a line"))
	cmd.Flags().BoolVar(&f.csv, "csv", false, message.Later("write CSV"))
	cmd.MarkFlagsMutuallyExclusive("json", "jsonl", "csv")
}

// output is the same facts in every form.
type output struct {
	table   func() *table
	values  iter.Seq[any] // of the JSON array, and of its lines
	object  any           // what --json writes instead of the array; nil for none
	columns []string      // of CSV
	rows    iter.Seq[[]string]
}

// write writes an output in a form.
func (w World) write(f form, o output) error {
	out := bufio.NewWriter(w.Out)
	var err error
	switch {
	case f.json && o.object != nil:
		err = export.Encode(out, o.object)
	case f.json:
		err = writeArray(out, o.values)
	case f.jsonl:
		err = writeLines(out, o.values)
	case f.csv:
		err = writeTable(out, o.columns, o.rows)
	default:
		err = w.writeAligned(out, o.table())
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

func writeArray(w io.Writer, values iter.Seq[any]) error {
	array := export.NewArray(w)
	for v := range values {
		if err := array.Add(v); err != nil {
			return err
		}
	}
	if err := array.Close(); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func writeLines(w io.Writer, values iter.Seq[any]) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for v := range values {
		if err := e.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

func writeTable(w io.Writer, columns []string, rows iter.Seq[[]string]) error {
	t := export.NewTable(w)
	if err := t.Row(columns...); err != nil {
		return err
	}
	for row := range rows {
		if err := t.Row(row...); err != nil {
			return err
		}
	}
	return t.Flush()
}

// encode writes a value as JSON that people can read too.
func (w World) encode(v any) error { return export.Encode(w.Out, v) }
