// Package model says what a dossier is and what may be asked of it.
//
// A dossier is a set of articles about one subject, with a register of the
// actors they name. An article carries facts (language, date, source, actors)
// and cuts: statements that a vendor cut ties with the subject, each backed by
// the passage of the body that says so.
//
// Everything here and below is pure: no terminal, no disk, no clock. Reading
// files is the work of package articles; showing them that of package ui.
//
//	model           the values: Dossier, Article, Actor, Cut, Date
//	model/clean     what of a foreign text may be shown
//	model/fold      one definition of "the same letters", for queries and names
//	model/language  the names of languages
//	model/detect    facts read from an article's own text
//	model/query     the query language: text to value and back
//	model/facet     ticks: a query seen as included and excluded facet values
//	model/search    answers a query: hits in order, live facet counts
//	model/set       sets of articles, which search counts with
//	model/find      where a text stands in an article
//	model/timeline  cuts of several articles as events of one vendor
//	model/mark      what a reader leaves behind: marks, views, settings
//	model/fault     what panics in the background, told to whoever can act
package model
