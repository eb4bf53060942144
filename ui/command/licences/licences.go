// Package licences names the licence of everything that is linked into the
// program, with its text: most of them ask for that. The list is a file, made by
// the program in generate and kept by a test; it is read when it is asked for.
package licences

import (
	_ "embed"
	"strings"
)

//go:generate go run ./generate

//go:embed licences.txt
var list string

// Module is a module that is linked, or Go's own library.
type Module struct {
	Path    string `json:"module"`
	Version string `json:"version"`
	SPDX    string `json:"license"` // an SPDX expression
	Text    string `json:"text"`    // of its licence and notices
}

// rule stands before each module in the file.
const rule = "==== "

// All lists the modules by path.
func All() []Module { return parse(list) }

func parse(list string) []Module {
	var all []Module
	for _, part := range strings.Split("\n"+list, "\n"+rule)[1:] {
		head, text, _ := strings.Cut(part, "\n")
		path, rest, _ := strings.Cut(head, " ")
		version, spdx, _ := strings.Cut(rest, " ")
		all = append(all, Module{path, version, spdx, strings.TrimSpace(text)})
	}
	return all
}
