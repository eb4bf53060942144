package config

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/message"
)

// parser reads one file.
type parser struct {
	path    string
	known   Known
	config  Config
	notices []model.Notice
}

// Parse reads the text of a configuration file. path is what notices call it.
// They name what cannot be used, by line; the rest is used.
func Parse(path, text string, known Known) (Config, []model.Notice) {
	p := &parser{path: path, known: known, config: known.Default()}
	if len(text) > MostBytes {
		p.tell(0, "more than %d KiB; nothing of it is used", MostBytes>>10)
		return p.config, p.notices
	}
	top, faults := read(text)
	for _, f := range faults {
		p.tell(f.line, "%s", left(f))
	}
	if top != nil && !isNull(top) {
		p.top(top)
	}
	slices.SortStableFunc(p.notices, func(a, b model.Notice) int { return a.Line - b.Line })
	return p.config, p.notices
}

func left(f fault) string {
	if f.line == 0 {
		return f.reason
	}
	return message.Say("no YAML, so this line is left out: %s; keys such as ! and [ need quotes", clean.Line(f.reason))
}

func (p *parser) tell(line int, text message.Text, values ...any) {
	p.notices = append(p.notices, model.Notice{Path: p.path, Line: line, Text: message.Say(text, values...), Kind: model.AboutFormat})
}

// options are what stands at the top of the file.
var options = []string{"language", "theme", "width", "mouse", "linear", "keys"}

func (p *parser) top(n *yaml.Node) {
	p.each(n, "a configuration is written as `name: value` lines", func(key, value *yaml.Node) {
		switch name := strings.ToLower(key.Value); {
		case isNull(value) && slices.Contains(options, name): // is as if it were left out
		case name == "language":
			p.choose(&p.config.Language, "language", value, p.known.Languages)
		case name == "theme":
			p.choose(&p.config.Theme, "theme", value, p.known.Themes)
		case name == "width":
			p.width(value)
		case name == "mouse":
			p.truth(&p.config.Mouse, name, value)
		case name == "linear":
			p.truth(&p.config.Linear, name, value)
		case name == "keys":
			p.keys(value)
		default:
			p.tell(key.Line, "%s is no option%s", quoted(key.Value), didYouMean(key.Value, options))
		}
	})
}

// each calls f for each key of a mapping. Of one that stands twice the first
// counts.
func (p *parser) each(n *yaml.Node, what message.Text, f func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		p.tell(n.Line, what)
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := strings.ToLower(key.Value)
		switch line := seen[name]; {
		case key.Kind != yaml.ScalarNode:
			p.tell(key.Line, "a name was expected here")
		case line > 0:
			p.tell(key.Line, "%s stands in line %d already, which counts", quoted(key.Value), line)
		default:
			seen[name] = key.Line
			f(key, value)
		}
	}
}

// choose sets a name out of those that there are.
func (p *parser) choose(to *string, what string, n *yaml.Node, names []string) {
	name := strings.ToLower(n.Value)
	switch {
	case n.Kind != yaml.ScalarNode:
		p.tell(n.Line, "%s wants one name of %s", what, strings.Join(names, ", "))
	case slices.Contains(names, name):
		*to = name
	default:
		p.tell(n.Line, "there is no %s %s%s", what, quoted(n.Value), didYouMean(n.Value, names))
	}
}

func (p *parser) width(n *yaml.Node) {
	width, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || width < leastWidth || width > mostWidth {
		p.tell(n.Line, "width wants a number of cells from %d to %d", leastWidth, mostWidth)
		return
	}
	p.config.Width = width
}

// truth sets whether something holds.
func (p *parser) truth(to *bool, what string, n *yaml.Node) {
	switch strings.ToLower(n.Value) {
	case "true", "yes", "on":
		*to = true
	case "false", "no", "off":
		*to = false
	default:
		p.tell(n.Line, "%s wants true or false", what)
	}
}
