// Dossier is a terminal reader for a set of news articles about one subject.
//
// Package ui/program joins the parts: articles says where articles come from, model
// what may be asked of them, ui how a person or a script meets them. Their package
// comments, one after another, say how it all works.
//
//	main ──► ui ──────► model
//	  └────► articles ──► model
//
// ui asks through small interfaces, which articles fills and main hands over:
//
//	files ──► articles.Library ──► search.Index ──► hits and counts ──► list, facets, verbs
//	               │                    ▲
//	               │                    └── query, marks
//	               └──► model.Text ──► page, passages of evidence ──► reader, export
package main

import "dossier/ui/program"

func main() { program.Main() }
