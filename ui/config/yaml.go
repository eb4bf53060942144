package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"dossier/ui/message"
)

// MostBytes bounds the file. With every key set it has a tenth of that.
const MostBytes = 64 << 10

// mostFaults bounds how many lines are left out to make a text YAML.
const mostFaults = 4

// breaks makes lines what editors take for lines: YAML knows more ends of lines.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// fault is a line that was left out because it makes the text no YAML.
type fault struct {
	line   int // from 1
	reason string
}

// read reads YAML as nodes; nothing is decoded, so nothing expands. Lines that
// break it are left out. The node is nil if nothing is left.
func read(text string) (*yaml.Node, []fault) {
	lines := strings.Split(breaks.Replace(text), "\n")
	var faults []fault
	for range mostFaults {
		node, bad := parse(lines)
		if bad.line == 0 {
			return node, faults
		}
		bad.line = culprit(lines, bad.line)
		lines[bad.line-1] = ""
		faults = append(faults, bad)
	}
	if node, bad := parse(lines); bad.line == 0 {
		return node, faults
	}
	return nil, []fault{{0, message.Say("this is no YAML; nothing of it is used")}}
}

// mostSearched bounds, in bytes, the texts in which every line is tried: a quote
// that nothing ends breaks only at the end of the file.
const mostSearched = 16 << 10

// culprit is the line without which the text can be read furthest, of several
// the nearest to where it breaks.
func culprit(lines []string, at int) int {
	best, furthest := at, 0
	for _, n := range around(lines, at) {
		kept := lines[n-1]
		if strings.TrimSpace(kept) == "" || strings.HasPrefix(kept, "#") {
			continue
		}
		lines[n-1] = ""
		_, bad := parse(lines)
		lines[n-1] = kept
		if bad.line == 0 {
			return n
		}
		if bad.line > furthest {
			best, furthest = n, bad.line
		}
	}
	return best
}

// around are the lines to try, those nearest to where it breaks first.
func around(lines []string, at int) (order []int) {
	size, reach := 0, 1
	for _, l := range lines {
		size += len(l) + 1
	}
	if size <= mostSearched {
		reach = len(lines)
	}
	for d := range reach + 1 {
		if at-d >= 1 {
			order = append(order, at-d)
		}
		if d > 0 && at+d <= len(lines) {
			order = append(order, at+d)
		}
	}
	return order
}

// parse returns the top of the first document, or where it is no YAML.
func parse(lines []string) (*yaml.Node, fault) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(lines, "\n")), &doc); err != nil {
		reason := strings.TrimPrefix(err.Error(), "yaml: ")
		line := 1
		if n, _ := fmt.Sscanf(reason, "line %d:", &line); n == 1 {
			_, reason, _ = strings.Cut(reason, ": ")
		}
		return nil, fault{max(min(line, len(lines)), 1), reason}
	}
	if len(doc.Content) == 0 {
		return nil, fault{}
	}
	return doc.Content[0], fault{}
}

// isNull reports that nothing stands there.
func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}
