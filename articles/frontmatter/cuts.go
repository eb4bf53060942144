package frontmatter

import (
	"strings"

	"dossier/articles/yamldoc"
	"dossier/model"
	"dossier/model/clean"
)

// CutsFrom reads a list of cuts that stands under a key of its own.
func CutsFrom(e yamldoc.Entry) ([]Cut, []Problem) {
	var r reader
	r.cuts(e)
	return r.facts.Cuts, r.problems
}

func (r *reader) cuts(e yamldoc.Entry) {
	items, ok := e.Value.List()
	if !ok {
		if !e.Value.Null() {
			r.problem(e.Line, "%s: takes a list, not %s; left out", e.Key, e.Value.Kind())
		}
		return
	}
	for i, v := range items {
		if i == MaxCuts {
			r.problem(v.Line(), "%s: only the first %d are used", e.Key, MaxCuts)
			return
		}
		r.cut(e.Key, v)
	}
}

func (r *reader) cut(key string, v yamldoc.Value) {
	m, ok := v.Map()
	if !ok {
		r.problem(v.Line(), "%s: takes `vendor: …` with its keys, not %s; that one is left out", key, v.Kind())
		return
	}
	c := Cut{Line: v.Line()}
	for _, e := range m.Entries() {
		r.cutEntry(&c, e)
	}
	if c.Vendor == "" {
		r.problem(v.Line(), "%s: a cut without a vendor is left out; add `vendor: …`", key)
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
		c.Vendor, c.VendorLine = value, e.Line
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
		r.about(model.AboutStatus, line, "status: %q is taken as done; use done, announced or disputed", clip(value))
	}
	return s
}
