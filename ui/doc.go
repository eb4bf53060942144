// Package ui is every way in which a person or a script meets a dossier. It has no
// code of its own; these are its rooms.
//
//	ui/command    the verbs, a file each: answers for scripts and pipes
//	ui/terminal   the reader: a Bubble Tea program, with a package for each pane
//	ui/linear     the reader line by line, for screen readers and braille
//	ui/export     a dossier written for use elsewhere: page, notes, citations, rows
//	ui/config     what a reader may set, read from a file and written to it
//	ui/wording    facts put into words, the same on every surface
//	ui/message    those words in the reader's language
//
//	ui/program    joins all of it with package articles: what main starts
//	ui/script     the words that scripts of the whole program are written in
//	ui/picture    draws the pictures of the README by running the program
//	ui/readme     holds the README against the program
//
// What a person does becomes a query, and what is shown is its answer:
//
//	a tick, a typed filter, arguments of a verb
//	  └─► query.Query ──► search.Index.Find ──► hits in order, counts of all facets
//	        └─► the filter line, the ticks and the arguments, which are views of it
//
// The reader asks in commands, so that no key waits for an answer; a verb asks and
// writes. Both know a dossier by the interfaces that they declare, and neither
// knows where articles come from: that is for package articles, joined to them by
// main. What is said of an article is decided in model.
package ui
