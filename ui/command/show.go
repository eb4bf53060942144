package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/language"
	"dossier/ui/export"
	"dossier/ui/message"
	"dossier/ui/terminal/page"
	"dossier/ui/wording"
)

type showOptions struct {
	source, whole, json, noPager bool
	theme                        string
}

func newShow(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show ID [PATH…]",
		Short: message.Later("Show one article"),
		Long: message.Later(`Show writes one article: its title, its facts and its text. The id is as list
writes it. With --source it writes the text alone, exactly the bytes that the
offsets of evidence count. On a terminal that it is too long for it goes through
$PAGER, or less if that is not set.`),
		Example: `  dossier show wieder-online
  dossier show 2021/matze ~/saved
  dossier show stdin - < page.md
  dossier show wieder-online --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("show needs the id of an article, as list writes it")
			}
			return nil
		},
	}
	var o showOptions
	cmd.Flags().BoolVar(&o.source, "source", false, message.Later("write the text as it is stored, and nothing else"))
	cmd.Flags().BoolVar(&o.whole, "whole", false, message.Later("the whole text, with what the page put around it"))
	cmd.Flags().BoolVar(&o.json, "json", false, message.Later("write a JSON object, with the text as it is stored"))
	cmd.Flags().BoolVar(&o.noPager, "no-pager", false, message.Later("never go through a pager"))
	cmd.MarkFlagsMutuallyExclusive("source", "json", "whole")
	name := addThemeFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if o.theme = *name; validTheme(o.theme) != nil {
			return validTheme(o.theme)
		}
		return w.show(cmd.Context(), args[0], args[1:], o)
	}
	return cmd
}

func (w World) show(ctx context.Context, id string, paths []string, o showOptions) error {
	lib, err := w.open(ctx, paths)
	if err != nil {
		return err
	}
	i, ok, err := lib.Index().ByID(ctx, id)
	if err != nil {
		return failure{nothing, err}
	}
	if !ok {
		return failure{nothing, message.Error("no article has the id %q; dossier list names them", id)}
	}
	text, err := lib.Text(ctx, int(i))
	if err != nil {
		return failure{nothing, err}
	}
	d := lib.Index().Dossier()
	a := d.Article(int(i))
	switch {
	case o.source:
		_, err = io.WriteString(w.Out, text.Body)
	case o.json:
		err = w.encode(export.TextRecordOf(a, d.Register, text))
	case w.Terminal:
		err = w.paged(w.styled(ctx, a, text, o), o.noPager)
	default:
		body := text.Article()
		if o.whole {
			body = text.Body
		}
		_, err = fmt.Fprintf(w.Out, "%s\n%s\n\n%s\n", a.Title, facts(a), strings.Trim(body, "\n"))
	}
	return err
}

// facts is the article's date, author, source and language, and its cuts.
func facts(a *model.Article) string {
	parts := []string{wording.Date(a.Date)}
	for _, f := range []string{a.Author, a.Source, language.Name(a.Language)} {
		if f != "" {
			parts = append(parts, f)
		}
	}
	line := strings.Join(parts, " · ")
	if v := vendors(a); v != "" {
		line += "\n" + message.Say("Cut ties: %s", v)
	}
	return line
}

// showWidth is the width of an article that is written and not read on a
// screen of its own; less where the terminal is narrower.
const showWidth = 76

// styled is an article as it is written to a terminal, in its colours.
func (w World) styled(ctx context.Context, a *model.Article, text model.Text, o showOptions) string {
	width := showWidth
	if w.Width > 0 {
		width = min(width, w.Width)
	}
	th := w.theme(o.theme)
	p := page.Render(ctx, text, page.Options{Width: width, Style: th.Markdown, Whole: o.whole})
	for _, n := range p.Notices {
		w.sayAll([]model.Notice{{Path: a.Path, Text: n}})
	}
	var b strings.Builder
	out := w.coloured(&b)
	fmt.Fprintf(out, "%s\n%s\n\n", th.Strong.Render(a.Title), th.Muted.Render(facts(a)))
	for _, l := range p.Lines {
		io.WriteString(out, l.Text+"\n")
	}
	return b.String()
}
