// Package parler is the built-in dossier: how Parler lost its vendors in
// January 2021, in German and French. It holds the files and nothing else;
// package articles reads them like any other folder.
package parler

import "embed"

// Files is the dossier's folder: dossier.yaml and the articles.
//
//go:embed dossier.yaml *.md
var Files embed.FS
