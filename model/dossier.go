package model

// Dossier is a set of articles about one subject.
type Dossier struct {
	Title    string
	Register *Register
	Articles []Article
	Notices  []Notice
}
