package frontmatter

import (
	"strings"

	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

func (r *reader) cuts(e yamldoc.Entry) {
	items, ok := e.Value.List()
	if !ok {
		if !e.Value.Null() {
			r.problem(e.Line, "cuts: takes a list, not %s; left out", e.Value.Kind())
		}
		return
	}
	for i, v := range items {
		if i == maxCuts {
			r.problem(v.Line(), "cuts: only the first %d are used", maxCuts)
			return
		}
		r.cut(v)
	}
}

func (r *reader) cut(v yamldoc.Value) {
	m, ok := v.Map()
	if !ok {
		r.problem(v.Line(), "cuts: takes `vendor: …` with its keys, not %s; that one is left out", v.Kind())
		return
	}
	c := Cut{Line: v.Line()}
	for _, e := range m.Entries() {
		r.cutEntry(&c, e)
	}
	if c.Vendor == "" {
		r.problem(v.Line(), "cuts: a cut without a vendor is left out; add `vendor: …`")
		return
	}
	r.facts.Cuts = append(r.facts.Cuts, c)
}

func (r *reader) cutEntry(c *Cut, e yamldoc.Entry) {
	switch e.Key {
	case "vendor", "service", "status", "date", "restored", "reason", "evidence":
	default:
		return
	}
	text, ok := r.text(e)
	if !ok {
		return
	}
	value := Clip(clean.Line(text))
	switch e.Key {
	case "vendor":
		c.Vendor = value
	case "service":
		c.Service = value
	case "status":
		c.Status = r.status(e.Line, value)
	case "date":
		c.Date = r.date(e.Key, e.Line, value)
	case "restored":
		c.Restored = r.date(e.Key, e.Line, value)
	case "reason":
		c.Reason = clean.Line(text)
	case "evidence":
		c.Evidence, c.Line = strings.TrimSpace(clean.Text(text)), e.Line
	}
}

func (r *reader) status(line int, value string) model.Status {
	if value == "" {
		return model.Done
	}
	s, ok := model.ParseStatus(strings.ToLower(value))
	if !ok {
		r.problem(line, "status: %q is taken as done; use done, announced or disputed", clip(value))
	}
	return s
}
