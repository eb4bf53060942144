package command

import (
	"os"
	"strings"

	"dossier/model/query"
)

// request is what a verb is asked: which dossier, and what of it.
type request struct {
	paths []string
	words []string // arguments that are neither paths nor terms
	// missing is the words that look like paths which are not there.
	missing []string
	query   query.Query
	hints   []query.Hint
}

// parseArgs sorts arguments: an existing path is a path, a term or a word is a
// part of the query, in the order in which they stand. dash is the index of the
// first argument after --, all of which are paths; -1 if there is none.
func parseArgs(args []string, dash int, q string) request {
	var r request
	var text []string
	for i, arg := range args {
		arg = strings.TrimPrefix(arg, protected)
		switch {
		case dash >= 0 && i >= dash, arg == "-":
			r.paths = append(r.paths, arg)
		case isTerm(arg):
			term, _ := query.Argument(arg)
			text = append(text, term)
		case exists(arg):
			r.paths = append(r.paths, arg)
		default:
			r.words = append(r.words, arg)
			if looksLikePath(arg) {
				r.missing = append(r.missing, arg)
			}
			text = append(text, word(arg))
		}
	}
	r.query, r.hints = both(q, strings.Join(text, " "))
	return r
}

// both joins two queries; an OR in one does not reach into the other.
func both(a, b string) (query.Query, []query.Hint) {
	first, hints := query.Parse(a)
	second, more := query.Parse(b)
	joined := first.And(second.Root)
	if second.Sort != query.ByDefault {
		joined.Sort = second.Sort
	}
	return joined, append(hints, more...)
}

func isTerm(arg string) bool {
	_, ok := query.Argument(arg)
	return ok
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// word makes an argument of several words a phrase.
func word(arg string) string {
	if strings.ContainsAny(arg, `"()`) || !strings.ContainsAny(arg, " \t\n") {
		return arg
	}
	return `"` + strings.ReplaceAll(arg, `\`, `\\`) + `"`
}

// looksLikePath tells a mistyped path from a mistyped verb.
func looksLikePath(s string) bool {
	return strings.ContainsAny(s, `/\.`) || strings.HasPrefix(s, "~")
}
