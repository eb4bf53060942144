// Package export writes a dossier, or chosen passages of it, for use elsewhere:
// to read on paper or in a browser, to cite, to count.
//
//	Document → entries (foreign text made harmless, passages numbered)
//	         → markdown | html | csl-json | bibtex | csv | json
//
// Every format cites each passage: whose cut it states, in which article, by
// whom, when, and at which bytes of the text. What was detected and not stated
// by a person says so. Nothing here opens a file or asks a clock: the same
// dossier gives the same bytes.
package export

import (
	"context"
	"io"
	"strings"

	"dossier/model"
)

// Document is what is exported.
type Document struct {
	Dossier *model.Dossier
	Query   string  // that chose the articles; empty for all of them
	Hits    []int32 // the articles, in order
	// Text reads the body of an article by its number in the dossier.
	Text func(ctx context.Context, i int) (model.Text, error)
	// Chosen tells which cuts to take where Passages are asked for; nil takes all.
	Chosen func(model.Cut) bool
	// Passages asks for the passages alone, without the articles around them.
	Passages bool
}

// format writes a document in one way.
type format struct {
	name  string
	write func(context.Context, io.Writer, Document) error
}

var formats = []format{
	{"markdown", writeMarkdown},
	{"html", writeHTML},
	{"csl-json", writeCSL},
	{"bibtex", writeBibTeX},
	{"csv", writeCSV},
	{"json", writeJSON},
}

// Formats lists the names of the formats.
func Formats() []string {
	names := make([]string, 0, len(formats))
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// Write writes d in the format of that name; false if there is none. It fails
// if an article cannot be read, if w cannot be written to, or if ctx ends.
func Write(ctx context.Context, w io.Writer, name string, d Document) (known bool, err error) {
	for _, f := range formats {
		if strings.EqualFold(f.name, name) {
			return true, f.write(ctx, w, d)
		}
	}
	return false, nil
}

// Empty reports that there is nothing to write.
func (d Document) Empty() bool { return len(d.entries()) == 0 }
