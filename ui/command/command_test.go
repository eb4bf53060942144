package command

import (
	"bytes"
	"context"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"dossier/model"
	"dossier/model/search"
)

// library is a dossier for a test: one short article and one long one.
type library struct{ index *search.Index }

func newLibrary() library {
	d := &model.Dossier{
		Title:    "Who left",
		Register: model.NewRegister(model.Actor{Name: "Parler"}, nil),
		Articles: model.Articles{
			{ID: "short", Title: "Kurz", Language: "de", Cuts: []model.Cut{{Vendor: "Bank"}}},
			{ID: "long", Title: "A very long title about everything that has ever happened to anybody: 銀行とお店", Language: "en",
				Cuts: []model.Cut{{Vendor: "Bank"}, {Vendor: "Shop of many names", Status: model.Disputed}}},
		},
	}
	l := library{}
	l.index = search.New(d, func(i int) string { t, _ := l.Text(context.Background(), i); return t.Body })
	return l
}

func (l library) Index() *search.Index { return l.index }
func (l library) Text(_ context.Context, i int) (model.Text, error) {
	return model.Text{Body: strings.Repeat("A line of text.\n\n", 1+40*i)}, nil
}
func (l library) Check(context.Context, []int32) ([]model.Notice, error) { return nil, nil }
func (l library) Tag(context.Context, []int32) (int, int, error)         { return 0, 0, nil }
func (l library) Untagged([]int32) (string, error)                       { return "", nil }

// outcome is what came of a command line.
type outcome struct {
	out, errs string
	status    int
}

// on runs a command line in a world.
func on(t *testing.T, w World, args ...string) outcome {
	t.Helper()
	var out, errs bytes.Buffer
	w.Out, w.Err = &out, &errs
	if w.Open == nil {
		w.Open = func(context.Context, []string, Opening) (Library, error) { return newLibrary(), nil }
	}
	w.Unopenable = func(error) bool { return false }
	status := Run(t.Context(), args, w)
	return outcome{out.String(), errs.String(), status}
}

// screen is a terminal of a size, without colours to keep what is written plain.
func screen(width, height int) World {
	return World{Terminal: true, Width: width, Height: height, Env: []string{"TERM=xterm", "NO_COLOR=1", "COLORFGBG=15;0"}}
}

// refusing is an output that cannot be written to.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) { return 0, r.err }

func TestWhatCannotBeWrittenIsTold(t *testing.T) {
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"list", "--jsonl"}, {"list", "--csv"}, {"show", "short"}, {"show", "short", "--json"}, {"facets"}, {"cuts"},
		{"export"}, {"export", "-f", "html"}, {"schema"}, {"licenses"}, {"licenses", "--text"}, {"man"}, {"check", "--json"}, {"--help"}, {"completion", "fish"},
	} {
		for _, c := range []struct {
			err    error
			status int
			said   string
		}{
			{&fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}, nothing, "no space left"},
			{&fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, fine, ""}, // as head does
		} {
			var errs bytes.Buffer
			w := World{Out: refusing{c.err}, Err: &errs, Unopenable: func(error) bool { return false }}
			w.Open = func(context.Context, []string, Opening) (Library, error) { return newLibrary(), nil }
			if got := Run(t.Context(), args, w); got != c.status || !strings.Contains(errs.String(), c.said) || c.said == "" && errs.Len() > 0 {
				t.Errorf("%q: %v ends in status %d and %q", args, c.err, got, errs.String())
			}
		}
	}
}
