package command

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
	"dossier/ui/export"
	"dossier/ui/message"
)

type exportOptions struct {
	format, file    string
	passages, force bool
}

func newExport(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export [PATH…] [QUERY…]",
		Short: message.Later("Write a filtered dossier, with every passage cited, for use elsewhere"),
		Long: message.Later(`Export writes the articles that match, and who cut ties in them, with each
passage that says so: whose it is, of what day, and at which bytes of the text.
With --passages it writes the passages alone; if the query asks for vendors or a
status, theirs alone.

  markdown   to edit on: a footnote cites each passage
  html       one page that needs nothing else, to read, print and hand on
  csl-json   for Zotero, Pandoc and whatever else cites
  bibtex     for BibTeX and BibLaTeX
  csv        for spreadsheets, a line for each article or passage
  json       everything, for programs; dossier schema export describes it

In CSV a cell that begins with = + - or @ gets an apostrophe before it, so that
no spreadsheet runs it as a formula; JSON has it to the letter. It exits with 1
if nothing matches, and then writes nothing.`),
		Example: `  dossier export ~/saved vendor:Apple -o apple.html
  dossier export ~/saved lang:fr,de --passages > passages.md
  dossier export --format csl-json > parler.json
  dossier export ~/saved status:disputed --passages --format csv`,
		Args: cobra.ArbitraryArgs,
	}
	var o exportOptions
	cmd.Flags().StringVarP(&o.format, "format", "f", "", message.Later("write `FORMAT`, by default what the file's name ends in, else markdown; there are"))
	cmd.Flags().StringVarP(&o.file, "output", "o", "", message.Later("write to the new file `FILE`, not to standard output"))
	cmd.Flags().BoolVar(&o.passages, "passages", false, message.Later("write the passages alone, without the articles"))
	cmd.Flags().BoolVar(&o.force, "force", false, message.Later("write over the file if there is one"))
	choices(cmd, "format", export.Formats())
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error {
		if err := o.settle(); err != nil {
			return err
		}
		return w.export(ctx, r, o)
	})
	return cmd
}

// endings are what files of the formats end in. A format may be asked for by
// its ending, too.
var endings = map[string]string{
	"md": "markdown", "markdown": "markdown", "html": "html", "htm": "html",
	"json": "json", "bib": "bibtex", "csv": "csv",
}

// settle finds the format that is asked for.
func (o *exportOptions) settle() error {
	switch {
	case o.format == "" && o.file == "":
		o.format = "markdown"
	case o.format == "":
		ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.file), "."))
		if o.format = endings[ending]; o.format == "" {
			return usage("the name %s does not tell the format; add --format with one of %s", o.file, strings.Join(export.Formats(), ", "))
		}
	}
	asked := strings.ToLower(o.format)
	if f, ok := endings[asked]; ok {
		asked = f
	}
	if !slices.Contains(export.Formats(), asked) {
		return usage("there is no format %q; %s", o.format, meant(asked, export.Formats()))
	}
	o.format = asked
	return nil
}

func (w World) export(ctx context.Context, r request, o exportOptions) error {
	lib, found, err := w.answer(ctx, r)
	if err != nil {
		return err
	}
	d := export.Document{
		Dossier: lib.Index().Dossier(), Query: r.query.String(), Hits: found.Hits, Text: lib.Text,
		Passages: o.passages, Chosen: chosen(r.query, found),
	}
	switch {
	case len(found.Hits) == 0:
		return noMatch(r, found)
	case o.passages && d.Empty():
		return failure{nothing, message.Error("no article that matches states a cut, so nothing is written; without --passages the articles are")}
	case o.file == "" || o.file == "-":
		_, err = export.Write(ctx, w.Out, o.format, d)
		return err
	}
	return w.exportTo(ctx, d, o)
}

// exportTo writes to a file of its own, or leaves none.
func (w World) exportTo(ctx context.Context, d export.Document, o exportOptions) error {
	err := writeWhole(o.file, o.force, func(out io.Writer) error {
		_, err := export.Write(ctx, out, o.format, d)
		return err
	})
	switch {
	case errors.Is(err, fs.ErrExist):
		return failure{nothing, message.Error("%s is there already; name another file, or add --force to write over it", o.file)}
	case err != nil && ctx.Err() == nil:
		return failure{nothing, message.Error("%s is not written: %v", o.file, withoutPath(err))}
	case err != nil:
		return err
	}
	w.say(message.Say("wrote %s", o.file))
	return nil
}

// chosen tells which cuts a query asks for: those of the vendors that it
// includes, or of all that it does not exclude, with a status that it allows.
func chosen(q query.Query, found search.Answer) func(model.Cut) bool {
	state := map[string]facet.State{}
	including := false
	for _, v := range found.Facets[facet.Vendor].Values {
		state[v.Name] = v.State
		including = including || v.State == facet.Included
	}
	return func(c model.Cut) bool {
		s := state[c.Vendor]
		return (s == facet.Included || s == facet.Off && !including) && allows(q, c.Status)
	}
}

// allows reports whether a query's top-level terms let a status pass.
func allows(q query.Query, s model.Status) bool {
	for _, n := range q.Root.Kids {
		positive := n.Op != query.Not
		if !positive {
			n = n.Kids[0]
		}
		if n.Op == query.Leaf && n.Term.Field == query.Status && names(n.Term.Values, s) != positive {
			return false
		}
	}
	return true
}

func names(values []query.Value, s model.Status) bool {
	return slices.ContainsFunc(values, func(v query.Value) bool { return v.Text == s.String() })
}
