package model

// Dossier is a set of articles about one subject.
type Dossier struct {
	Title    string
	Register *Register
	Articles Catalogue
	Notices  []Notice
}

// Catalogue gives the facts of articles by their numbers, which begin at 0. A
// number stays with its article for as long as a dossier is open; those of
// articles that are gone are not given to others. It may be shared by
// goroutines.
type Catalogue interface {
	// Len is the number that all of the articles' numbers are below.
	Len() int
	// Article returns the facts of article i. The caller must not change them.
	Article(i int) *Article
}

// Len is the number that all articles' numbers are below. It is how many there
// are, unless some are gone.
func (d *Dossier) Len() int {
	if d.Articles == nil {
		return 0
	}
	return d.Articles.Len()
}

// Article returns the facts of article i. The caller must not change them.
func (d *Dossier) Article(i int) *Article { return d.Articles.Article(i) }

// Articles is a catalogue in memory.
type Articles []Article

// Len is the number of articles.
func (a Articles) Len() int { return len(a) }

// Article returns the facts of article i.
func (a Articles) Article(i int) *Article { return &a[i] }
