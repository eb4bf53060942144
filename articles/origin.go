package articles

import (
	"dossier/articles/frontmatter"
	"dossier/articles/tags"
)

// origin is where an article comes from.
type origin struct {
	place    *place
	file     string // its name in that place
	bodyLine int32  // of the file, where the body starts; 0 if it does not stand in it
	idLine   int32  // where its id is stated, 0 if it is not
	idTagged bool   // in the side-car
}

func newOrigin(bodyLine int, own frontmatter.Facts, side sidecar) origin {
	o := origin{bodyLine: int32(bodyLine), idLine: int32(own.Lines["id"])}
	if own.ID == "" {
		o.idLine, o.idTagged = int32(side.Facts.Lines["id"]), true
	}
	return o
}

// idAt is where the id of an article is stated.
func (l *Library) idAt(i int32) (path string, line int) {
	o := &l.origins[i]
	if o.idTagged {
		return o.place.path(tags.FileName), int(o.idLine)
	}
	return l.dossier.Article(int(i)).Path, int(o.idLine)
}
