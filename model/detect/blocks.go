package detect

import (
	"strings"

	"dossier/model"
)

// blocks lists the lines of a body that are text: not blank and no furniture.
// Lines of a paragraph that was wrapped by hand stay together.
func blocks(body string) []model.Passage {
	var out []model.Passage
	for from := 0; from < len(body); {
		end := len(body)
		if i := strings.IndexByte(body[from:], '\n'); i >= 0 {
			end = from + i
		}
		at := trim(body, model.Passage{Start: from, End: end})
		switch {
		case at.Start == at.End:
		case len(out) > 0 && out[len(out)-1].End+1 >= from && continues(body[from:]):
			out[len(out)-1].End = at.End
		case !isFurniture(body[at.Start:at.End]):
			out = append(out, at)
		}
		from = end + 1
	}
	return out
}
