package articles

import (
	"dossier/articles/frontmatter"
	"dossier/articles/tags"
	"dossier/model"
)

// origin is where what is said of an article stands.
type origin struct {
	bodyLine int32 // of the file, where the body starts; 0 if it does not stand in it
	idLine   int32 // where its id is stated, 0 if it is not
	idTagged bool  // in the side-car
}

func newOrigin(bodyLine int, own frontmatter.Facts, side sidecar) origin {
	o := origin{bodyLine: int32(bodyLine), idLine: int32(own.Lines["id"])}
	if own.ID == "" {
		o.idLine, o.idTagged = int32(side.Facts.Lines["id"]), true
	}
	return o
}

// located is a remark with the place where the article's id is stated.
func (l *Library) located(r remark) model.Notice {
	e, err := l.stock().entry(int(r.article))
	if err != nil {
		return r.Notice
	}
	r.Path, r.Line = e.article.Path, int(e.origin.idLine)
	if e.origin.idTagged {
		r.Path = l.places.all[e.file.place].path(tags.FileName)
	}
	return r.Notice
}
