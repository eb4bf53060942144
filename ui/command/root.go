package command

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/query"
	"dossier/ui/config"
	"dossier/ui/message"
)

// Reading is what the reader is to show.
type Reading struct {
	Paths []string // none are the built-in dossier
	Load  func(context.Context) (Library, error)
	Query query.Query
	Open  bool // one article was given: begin with it
	Mouse bool
	Theme string // that was asked for by name; empty if none was
	// Config is what the reader set, with what could not be used of it.
	Config  config.Config
	Notices []model.Notice
}

const rootLong message.Text = `dossier reads a set of news articles in the terminal: it lists them, shows
them, and filters by language, by actor, and by vendor that cut ties, each cut
backed by the sentence that states it.

Without a path it opens its own dossier, on how Parler lost its vendors in
January 2021. A path is a folder, a file, or - for standard input. Arguments
such as lang:de or -vendor:Apple filter from the start.`

func newRoot(w World) *cobra.Command {
	root := &cobra.Command{
		Use:   "dossier [PATH…] [field:value…]",
		Short: message.Later("Read a dossier of articles in the terminal"),
		Long:  message.Later(rootLong),
		Example: `  dossier
  dossier ~/saved lang:de
  dossier list ~/saved -vendor:Apple --json
  dossier export ~/saved vendor:Apple -o apple.html
  pbpaste | dossier -`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
	}
	mouse := root.Flags().Bool("mouse", false, message.Later("let the mouse scroll and click (the terminal then selects no text)"))
	linear := root.Flags().Bool("linear", false, message.Later("ask and answer line by line, for screen readers, braille and dumb terminals"))
	root.Flags().BoolP("version", "v", false, message.Later("write the version"))
	root.PersistentFlags().BoolP("help", "h", false, message.Later("say what a verb does, and how"))
	addQueryFlag(root)
	name := addThemeFlag(root)
	w.Open = w.withIndexFlag(root)
	root.RunE = each(func(ctx context.Context, r request) error {
		if err := cmp.Or(w.stray(root, r), validTheme(*name)); err != nil {
			return err
		}
		if !w.Terminal && !w.Dumb && !*linear {
			return w.list(ctx, r, form{})
		}
		reading := Reading{Paths: r.paths, Query: r.query, Open: len(r.paths) == 1, Theme: *name}
		reading.Config, reading.Notices = w.Config.Load()
		reading.Mouse = *mouse || reading.Config.Mouse && !root.Flags().Changed("mouse")
		switch {
		case *linear, !root.Flags().Changed("linear") && w.linear(reading.Config):
			return w.talk(ctx, reading)
		case w.Terminal:
			return w.read(ctx, reading)
		}
		return w.list(ctx, r, form{})
	})
	root.SetVersionTemplate("dossier {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newList(w), newShow(w), newFacets(w), newCuts(w), newExport(w), newCheck(w), newTag(w), newMarks(w), newIndex(w),
		newConfig(w), newSchema(w), newCompletion(w), newMan(w), newLicenses(w))
	root.SetHelpCommand(newHelp())
	root.CompletionOptions.DisableDefaultCmd = true
	w.completeArguments(root)
	return root
}

func addQueryFlag(cmd *cobra.Command) {
	cmd.Flags().StringP("query", "q", "", message.Later("filter by `QUERY`, in the whole query language"))
}

// withIndexFlag lets every verb be told to keep no index.
func (w World) withIndexFlag(root *cobra.Command) func(context.Context, []string, Opening) (Library, error) {
	none := root.PersistentFlags().Bool("no-index", false, message.Later("keep nothing of a large folder for the next time"))
	open := w.Open
	return func(ctx context.Context, paths []string, how Opening) (Library, error) {
		how.NoIndex = *none
		return open(ctx, paths, how)
	}
}

// stray refuses words that the program itself has no use for: a path that is
// not there, or a verb that does not exist.
func (w World) stray(root *cobra.Command, r request) error {
	var missing string
	for _, word := range r.words {
		if looksLikePath(word) {
			missing = word
			continue
		}
		if near, ok := query.Nearest(word, verbs(root)); ok {
			return usage("there is no verb and no file %q; did you mean %s?", word, near)
		}
		return usage("there is no verb and no file %q", word)
	}
	if missing != "" {
		return noSuch(missing)
	}
	return nil
}

// linear reports that a person is to be read to line by line without having said
// so on the command line: on a terminal that can do nothing else, or as the
// configuration or the environment wishes.
func (w World) linear(c config.Config) bool {
	accessible, _ := w.variable("ACCESSIBLE")
	return w.Keyboard && (w.Dumb || c.Linear || accessible != "" && accessible != "0")
}

// talk reads the dossier line by line. It is opened as for any other verb.
func (w World) talk(ctx context.Context, r Reading) error {
	if slices.Contains(r.Paths, "-") {
		return usage("- is standard input, and answers come from there: give a file")
	}
	r.Load = func(ctx context.Context) (Library, error) { return w.openQuietly(ctx, r.Paths) }
	return w.Talk(ctx, r)
}

// read shows the dossier on the terminal.
func (w World) read(ctx context.Context, r Reading) error {
	if w.Keyboard && slices.Contains(r.Paths, "-") {
		return usage("- is standard input, and that is the keyboard here: pipe a text into it, as in `pandoc page.html -t markdown | dossier -`")
	}
	var failed error
	r.Load = func(ctx context.Context) (Library, error) {
		lib, err := w.Open(ctx, r.Paths, Opening{Live: true})
		if err != nil {
			failed = err
		}
		return lib, err
	}
	err := w.Read(ctx, r)
	switch {
	case err != nil && !errors.Is(err, context.Canceled):
		return failure{nothing, err}
	case err == nil && failed != nil && !errors.Is(failed, context.Canceled):
		if w.Unopenable(failed) {
			return failure{unopenable, failed}
		}
		return failure{nothing, failed}
	}
	return err
}
