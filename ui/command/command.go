// Package command is the verbs of the program: the same answers as on the
// screen, for scripts and pipes. Each verb has a file of its own.
//
// Exit status: 0 fine; 1 nothing matched, or check found a fault; 2 wrong usage;
// 3 a path that was given cannot be opened.
package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dossier/model"
	"dossier/model/search"
	"dossier/ui/config"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// Library is an opened dossier.
type Library interface {
	// Index answers queries about it.
	Index() *search.Index
	// Text reads the body of article i.
	Text(ctx context.Context, i int) (model.Text, error)
	// Check tells what is to be put right in articles and in the files about
	// the whole dossier, and which detected cuts no person confirmed.
	Check(ctx context.Context, articles []int32) ([]model.Notice, error)
	// Tag writes what was detected of articles to the side-cars of their
	// folders, save what stands there. It returns how many articles and facts.
	Tag(ctx context.Context, articles []int32) (tagged, facts int, err error)
	// Untagged is what Tag would write, as YAML; empty if that is nothing.
	Untagged(articles []int32) (string, error)
}

// World is what the program is joined to. Tests give their own.
type World struct {
	In       io.Reader
	Out, Err io.Writer
	Env      []string
	// Terminal reports whether Out is a terminal that can show the reader.
	Terminal bool
	// Dumb reports whether it is one that can only write lines.
	Dumb bool
	// Width and Height are of that terminal, in cells; 0 if unknown.
	Width, Height int
	// Dark asks the terminal whether its background is dark; nil if it cannot
	// be asked.
	Dark func() bool
	// Pager shows a long text through a program that pages, given by its name
	// and arguments; nil where there is none. It fails if that cannot be started.
	Pager func(program []string, text string) error
	// Keyboard reports whether In is what a person types on.
	Keyboard bool
	// Open opens paths, or the built-in dossier if there are none.
	Open func(ctx context.Context, paths []string, how Opening) (Library, error)
	// Marks opens what the reader left in the dossier of the paths, and tells
	// what could not be read of it; nil if nothing is kept.
	Marks func(paths []string) (Marks, []model.Notice)
	// Read shows a dossier on the terminal until the reader leaves.
	Read func(ctx context.Context, r Reading) error
	// Talk does so in questions and answers, a line at a time. Out need be no
	// terminal for that, nor In a keyboard.
	Talk func(ctx context.Context, r Reading) error
	// Config is where the reader's configuration stands.
	Config config.File
	// Indexes keeps what was read of large folders.
	Indexes Indexes
	// Unopenable reports whether an error of Open is that a path which was
	// given cannot be opened.
	Unopenable func(error) bool
}

// Opening says how a dossier is opened.
type Opening struct {
	Live    bool // what changes meanwhile is to be seen
	NoIndex bool // what was read is not kept for the next time
}

// The exit statuses.
const (
	fine        = 0
	nothing     = 1
	wrongUsage  = 2
	unopenable  = 3
	interrupted = 130
)

// exitStatuses say what they mean, for whoever reads the manual.
var exitStatuses = []struct {
	status  int
	meaning string
}{
	{fine, "All is well."},
	{nothing, "Nothing matched, or check found a fault, or what was asked for cannot be written."},
	{wrongUsage, "The command line is wrong."},
	{unopenable, "A path that was given cannot be opened."},
}

// failure is an error with the exit status that it ends in. A failure without
// an error has been told already.
type failure struct {
	status int
	err    error
}

func (f failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f failure) Unwrap() error { return f.err }

func usage(text message.Text, values ...any) error {
	return failure{wrongUsage, message.Error(text, values...)}
}

// noSuch is that a path which was given is not there.
func noSuch(path string) error {
	return failure{unopenable, message.Error("%s: there is no such file or folder", path)}
}

// Run does what args say and returns the exit status.
func Run(ctx context.Context, args []string, w World) int {
	w.speak()
	root := newRoot(w)
	if len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		sayShort(root)
	}
	root.SetArgs(protect(args))
	root.SetIn(w.In)
	root.SetOut(w.Out)
	root.SetErr(w.Err)
	var unwritten error
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { unwritten = w.help(cmd) })
	return w.status(cmp.Or(root.ExecuteContext(ctx), unwritten))
}

// status tells of an error and says what the program exits with.
func (w World) status(err error) int {
	var f failure
	switch {
	case err == nil, errors.Is(err, os.ErrClosed), isBrokenPipe(err):
		return fine
	case errors.Is(err, context.Canceled):
		return interrupted
	case !errors.As(err, &f):
		f = failure{untold(err), err}
	}
	if f.err != nil {
		w.say(wording.Told(f.Error()))
	}
	return f.status
}

// untold is the status of an error that nobody gave one: what cannot be
// written is no fault of the command line.
func untold(err error) int {
	var system *fs.PathError
	if errors.As(err, &system) {
		return nothing
	}
	return wrongUsage
}

// open opens a dossier and tells of its notices.
func (w World) open(ctx context.Context, paths []string) (Library, error) {
	lib, err := w.openQuietly(ctx, paths)
	if err != nil {
		return nil, err
	}
	w.sayAll(lib.Index().Dossier().Notices)
	return lib, nil
}

func (w World) sayAll(notices []model.Notice) {
	for _, n := range notices {
		w.say(noticeText(n))
	}
}

// openQuietly gives an error of opening its exit status.
func (w World) openQuietly(ctx context.Context, paths []string) (Library, error) {
	lib, err := w.Open(ctx, paths, Opening{})
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return lib, err
	case w.Unopenable(err):
		return nil, failure{unopenable, err}
	}
	return nil, failure{nothing, err}
}

// noticeText puts a notice as compilers do. Standard input has no path.
func noticeText(n model.Notice) string {
	path := n.Path
	if path == "" {
		path = "stdin"
	}
	if n.Line > 0 {
		return fmt.Sprintf("%s:%d: %s", path, n.Line, wording.Told(n.Text))
	}
	return path + ": " + wording.Told(n.Text)
}

// protected stands before an argument that is a negated term, so that it is not
// taken for flags. No argument of a process can hold it.
const protected = "\x00"

// protect marks the arguments that are query terms and look like flags. What
// follows -q is its value, what follows -- are paths.
func protect(args []string) []string {
	out := append([]string{}, args...) // of nil Cobra makes the arguments of the process
	for i := 0; i < len(out); i++ {
		switch {
		case out[i] == "--":
			return out
		case out[i] == "-q" || out[i] == "--query":
			i++
		case strings.HasPrefix(out[i], "-") && isTerm(out[i]):
			out[i] = protected + out[i]
		}
	}
	return out
}

// each runs f on a verb with the arguments sorted into paths and query.
func each(f func(ctx context.Context, r request) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		q, _ := cmd.Flags().GetString("query")
		return f(cmd.Context(), parseArgs(args, cmd.ArgsLenAtDash(), q))
	}
}
