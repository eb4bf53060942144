package detect

import (
	"embed"
	"strings"
)

//go:embed lexicon
var files embed.FS

// entries calls yield for each line of a lexicon file that is neither blank nor
// a comment. The files are part of the program, so that a missing one is a
// fault of the build.
func entries(name string, yield func(entry string)) {
	data, err := files.ReadFile("lexicon/" + name)
	if err != nil {
		panic(err)
	}
	for entry := range strings.Lines(string(data)) {
		entry = strings.TrimSpace(entry)
		if entry != "" && entry[0] != '#' {
			yield(entry)
		}
	}
}
