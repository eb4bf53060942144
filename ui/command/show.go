package command

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/language"
	"dossier/ui/terminal/page"
	"dossier/ui/terminal/theme"
	"dossier/ui/wording"
)

func newShow(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show ID [PATH…]",
		Short: "Show one article",
		Long: `Show writes one article: its title, its facts and its text. The id is as list
writes it. With --source it writes the text alone, exactly the bytes that the
offsets of evidence count.`,
		Example: `  dossier show wieder-online
  dossier show 2021/matze ~/saved
  dossier show stdin - < page.md`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("show needs the id of an article, as list writes it")
			}
			return nil
		},
	}
	source := cmd.Flags().Bool("source", false, "write the text as it is stored, and nothing else")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return w.show(cmd.Context(), args[0], args[1:], *source)
	}
	return cmd
}

func (w World) show(ctx context.Context, id string, paths []string, source bool) error {
	lib, err := w.open(ctx, paths)
	if err != nil {
		return err
	}
	i, ok, err := lib.Index().ByID(ctx, id)
	if err != nil {
		return failure{nothing, err}
	}
	if !ok {
		return failure{nothing, fmt.Errorf("no article has the id %q; dossier list names them", id)}
	}
	text, err := lib.Text(ctx, int(i))
	if err != nil {
		return failure{nothing, err}
	}
	a := lib.Index().Dossier().Article(int(i))
	switch {
	case source:
		_, err = io.WriteString(w.Out, text.Body)
	case w.Terminal:
		err = w.showStyled(ctx, a, text)
	default:
		_, err = fmt.Fprintf(w.Out, "%s\n%s\n\n%s\n", a.Title, facts(a), strings.TrimRight(text.Body, "\n"))
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
		line += "\nCut ties: " + v
	}
	return line
}

// showWidth is the width of an article that is written and not read on a
// screen of its own.
const showWidth = 76

func (w World) showStyled(ctx context.Context, a *model.Article, text model.Text) error {
	out := colorprofile.NewWriter(w.Out, w.Env)
	th := theme.New(true, out.Profile)
	p := page.Render(ctx, text, page.Options{Width: showWidth, Style: th.Markdown})
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", th.Strong.Render(a.Title), th.Muted.Render(facts(a)))
	for _, l := range p.Lines {
		b.WriteString(l.Text + "\n")
	}
	_, err := out.WriteString(b.String())
	return err
}
