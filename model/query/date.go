package query

import (
	"strings"

	"dossier/model"
)

const dots = ".."

// parseRange reads 2021-01, a..b, a.. or ..b. The dots alone are the range
// without an end, which a reader who goes on typing does not see for long.
func parseRange(s string) (r model.Range, ok bool) {
	from, to, several := strings.Cut(s, dots)
	if !several {
		to = from
	}
	r.From, ok = parseEnd(from)
	if !ok {
		return r, false
	}
	r.To, ok = parseEnd(to)
	return r, ok
}

// parseEnd reads one end of a range, which may be open.
func parseEnd(s string) (model.Date, bool) {
	if s = strings.TrimSpace(s); s == "" {
		return model.Date{}, true
	}
	d, err := model.ParseDate(s)
	return d, err == nil
}

// inverted reports a range that ends before it begins.
func inverted(r model.Range) bool {
	return !r.From.IsZero() && !r.To.IsZero() && !(model.Range{To: r.To}).Overlaps(r.From)
}

func rangeString(r model.Range) string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + dots + r.To.String()
}
