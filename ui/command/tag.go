package command

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"dossier/ui/message"
)

func newTag(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "tag PATH… [QUERY…]",
		Short: message.Later("Write what was detected to dossier.tags.yaml, for you to edit"),
		Long: message.Later(`Tag writes what was detected in the articles that match (language, title, date,
author, actors, cuts with their evidence) to the file dossier.tags.yaml at the
root of their folder. No article is changed. What stands in the file counts as
stated by you from then on; a second run only adds what is missing and changes
nothing that you wrote. It exits with 1 if nothing matches, or if the file
cannot be written.`),
		Example: `  dossier tag ~/saved
  dossier tag ~/saved lang:fr is:detected
  dossier tag ~/saved --dry-run
  dossier tag ~/saved --json`,
		Args: cobra.ArbitraryArgs,
	}
	dryRun := cmd.Flags().Bool("dry-run", false, message.Later("write to standard output what would be added, and no file"))
	asJSON := cmd.Flags().Bool("json", false, message.Later("write how much was added as a JSON object"))
	cmd.MarkFlagsMutuallyExclusive("json", "dry-run")
	addQueryFlag(cmd)
	cmd.RunE = each(func(ctx context.Context, r request) error {
		if err := onlyFolders(r); err != nil {
			return err
		}
		return w.tag(ctx, r, *dryRun, *asJSON)
	})
	return cmd
}

// onlyFolders refuses what can have no side-car.
func onlyFolders(r request) error {
	for _, path := range r.paths {
		switch info, err := os.Stat(path); {
		case path == "-":
			return usage("tag needs a folder, and - is standard input; save the article in one")
		case err == nil && !info.IsDir():
			return usage("tag needs a folder, and %s is none; name the folder that it is in, with id: for this article alone", path)
		}
	}
	if len(r.paths) > 0 {
		return nil
	}
	for _, word := range r.words {
		if looksLikePath(word) {
			return noSuch(word)
		}
	}
	return usage("tag needs a folder, as in dossier tag ~/saved; the built-in dossier is tagged already")
}

func (w World) tag(ctx context.Context, r request, dryRun, asJSON bool) error {
	lib, answer, err := w.answer(ctx, r)
	hits := answer.Hits
	switch {
	case err != nil:
		return err
	case len(hits) == 0:
		return noMatch(r, answer)
	case dryRun:
		return w.showUntagged(lib, hits)
	}
	articles, facts, err := lib.Tag(ctx, hits)
	switch {
	case asJSON && err == nil:
		err = w.encode(taggedJSON{articles, facts})
	case asJSON:
	case facts > 0:
		fmt.Fprintln(w.Out, message.Say("added %s of %s to dossier.tags.yaml", message.Count(facts, "%d fact", "%d facts"), message.Count(articles, "%d article", "%d articles")))
	case err == nil:
		fmt.Fprintln(w.Out, message.Say("nothing to add: all that was detected is stated already"))
	}
	return statusOf(ctx, err)
}

// taggedJSON is what tag did as scripts see it.
type taggedJSON struct {
	Articles int `json:"articles"`
	Facts    int `json:"facts"`
}

func (w World) showUntagged(lib Library, hits []int32) error {
	text, err := lib.Untagged(hits)
	if err == nil {
		_, err = io.WriteString(w.Out, text)
	}
	return err
}

// statusOf gives an error of writing its exit status.
func statusOf(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil {
		return err
	}
	return failure{nothing, err}
}
