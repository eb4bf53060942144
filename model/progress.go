package model

import "time"

// Progress is how far a dossier has been read. The zero Progress is that nothing
// is under way.
type Progress struct {
	Pass Pass
	Done int // files
	// Total is how many files there are; 0 while that is not known.
	Total int
	// Left is how long the pass will take at the speed it has had; 0 while that
	// cannot be said.
	Left time.Duration
}

// Pass is one of the ways in which a dossier's files are gone through.
type Pass uint8

// The passes, in their order.
const (
	Idle      Pass = iota
	Comparing      // with what was known of the files
	Listing        // titles and what the files state
	Indexing       // the words of the texts
	Detecting      // what the files do not state
)
