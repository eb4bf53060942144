package query

import "strings"

// Argument makes query text of a command-line argument field:value or
// -field:value. The value, which a shell has freed of its quotes, is one value
// unless it holds quotes or commas: actor:John Matze means actor:"John Matze".
// Any other argument is not ok.
func Argument(arg string) (typed string, ok bool) {
	name, value, colon := strings.Cut(strings.TrimPrefix(arg, "-"), ":")
	f, known := fieldNamed(name)
	switch {
	case !colon || !known:
		return "", false
	case strings.ContainsFunc(value, isQuote), strings.Contains(value, ","), strings.TrimSpace(value) == "":
		return arg, true
	}
	return string(appendValue([]byte(strings.TrimSuffix(arg, value)), f, Value{Text: value})), true
}
