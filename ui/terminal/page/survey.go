package page

import (
	"context"

	"dossier/model"
	"dossier/model/find"
	"dossier/ui/terminal/page/markdown"
)

// Survey is what all of a body holds, whether it is laid out yet or not.
type Survey struct {
	Shown    *find.Source
	Headings []Heading // their lines are not known
}

// Look goes through a body without laying it out. If ctx ends meanwhile the rest
// is missing.
func Look(ctx context.Context, t model.Text, whole bool) Survey {
	if t.Markup == model.Markdown {
		shown, headings := markdown.Survey(ctx, t.Body)
		return Survey{shown, headings}
	}
	s := Survey{Shown: find.NewSource(t.Body)}
	from := 0
	for _, f := range t.Furniture {
		if whole {
			break
		}
		s.Shown.Add(from, f.Start)
		from = f.End
	}
	s.Shown.Add(from, len(t.Body))
	return s
}
