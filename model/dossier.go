package model

// Dossier is a set of articles about one subject.
type Dossier struct {
	Title    string
	Register *Register
	Articles []Article
	Notices  []Notice
}

// Notice tells the reader of something that did not go well with one file. The
// rest of the dossier is open all the same.
type Notice struct {
	Path string // the file, as a person would type it
	Line int    // from 1; 0 if no line can be named
	Text string // what is wrong and the way out
}
