package detect

import (
	"slices"
	"strings"

	"dossier/model"
)

// Furniture returns the ranges of body that a page put around its article, in
// order, whole lines each: kickers, the headline's second print, share buttons,
// picture credits, comment counts, author boxes, prompts and copyright lines.
// Nothing in them is evidence. They stay part of the body.
func Furniture(body string) []model.Passage {
	var out []model.Passage
	from := 0
	for _, b := range blocks(body) {
		out = appendFilled(out, body, from, b.Start)
		from = b.End
	}
	return appendFilled(out, body, from, len(body))
}

// appendFilled adds the stretch between two blocks unless it is blank.
func appendFilled(out []model.Passage, body string, from, to int) []model.Passage {
	if at := trim(body, model.Passage{Start: from, End: to}); at.Start < at.End {
		out = append(out, at)
	}
	return out
}

// blocks lists the lines of a body that are its article, the headline among
// them. Lines of a paragraph that was wrapped by hand stay together.
func blocks(body string) []model.Passage {
	title, head := Headline(body)
	end := footer(body)
	var out []model.Passage
	for from := 0; from < end; {
		stop := end
		if i := strings.IndexByte(body[from:end], '\n'); i >= 0 {
			stop = from + i
		}
		at := trim(body, model.Passage{Start: from, End: stop})
		text := body[at.Start:at.End]
		switch {
		case text == "":
		case len(out) > 0 && out[len(out)-1].End+1 >= from && continues(body[from:]):
			out[len(out)-1].End = at.End
		case at.End <= head.Start, at.Start >= head.End && text == title:
		case at.Start != head.Start && isFurniture(text):
		default:
			out = append(out, at)
		}
		from = stop + 1
	}
	return out
}

// footer is where the article ends: at the label of an author box, a list of
// tags or a comment form in its last third, with no long paragraph of the
// article behind it.
func footer(body string) int {
	end := len(body)
	for from := len(body) * 2 / 3; from < len(body); {
		i := strings.IndexByte(body[from:], '\n')
		if i < 0 {
			break
		}
		from += i + 1
		label, _, _ := strings.Cut(body[from:], "\n")
		if slices.Contains(footers[:], strings.ToLower(strings.Trim(label, " :\t\r"))) {
			end = from
			break
		}
	}
	return end
}

// footers are labels behind which a page no longer speaks of its subject.
var footers = [...]string{"tags", "about the author", "add comment", "related articles", "related stories", "leave a comment", "comments", "share this:", "über den autor", "über die autorin", "mehr zum thema", "das könnte sie auch interessieren", "kommentare", "schlagwörter", "à propos de l'auteur", "à lire aussi", "commentaires", "sur le même sujet", "sobre el autor", "comentarios", "artículos relacionados", "sull'autore", "commenti", "articoli correlati", "sobre o autor", "comentários", "over de auteur", "reacties", "o autorze", "komentarze", "об авторе", "комментарии", "коментарі", "関連記事", "相关阅读", "相關閱讀", "관련기사"}
