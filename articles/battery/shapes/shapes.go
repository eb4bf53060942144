// Package shapes makes bodies that hurt one library or another: deep, wide,
// ambiguous, unfinished or merely endless. Each can be made of any size, so that
// tests see what a stage costs for ten kilobytes and for eight megabytes, and by
// how much it grows when a body is twice as long.
//
//	All          Markdown and plain text
//	Pathological what broke other Markdown parsers, as cmark's authors list it
//	Pages        saved web pages
package shapes

import (
	"maps"
	"slices"
	"strings"
)

// Shape makes a body of about n bytes.
type Shape func(n int) string

// Pieces makes many bodies of a size in one, each by itself.
func (s Shape) Pieces(size int) Shape {
	return func(n int) string {
		piece := s(size) + "\n\n"
		return upTo(n, piece)
	}
}

// Set is shapes by their names.
type Set map[string]Shape

// Names lists the shapes of a set, in order.
func (s Set) Names() []string { return slices.Sorted(maps.Keys(s)) }

// All is every shape of a body of text.
var All = joined(blocks, inlines, tables, codes, letters)

// Honest is what an author may well write. Of this alone the first screen is
// promised as soon as of any article.
var Honest = Set{
	"prose": repeated("# Title\n\nSome *prose* with a [link](http://example.com/a) and `code`, long enough to be wrapped at eighty columns.\n\n" +
		"- one\n- two\n\n> quoted text\n\n"),
	"paragraphs":    repeated("aaa bbb\n\n"),
	"one paragraph": repeated("aaa bbb\n"),
	"links":         repeated("[a](http://b.org/c) "),
	"code":          within("```\n", "some code line\n", "```\n"),
	"coloured code": within("```go\n", "func f() { return \"x\" }\n", "```\n"),
	"small fences":  repeated("```go\na\n```\n\n"),
	"Arabic":        repeated("مرحبا "),
	"Chinese":       repeated("漢字"),
}

func joined(sets ...Set) Set {
	all := Set{}
	for _, s := range append(sets, Honest) {
		maps.Copy(all, s)
	}
	return all
}

// upTo repeats s to about n bytes.
func upTo(n int, s string) string { return strings.Repeat(s, n/len(s)+1) }

// repeated is s again and again.
func repeated(s string) Shape { return within("", s, "") }

// within is s again and again, between two others.
func within(before, s, after string) Shape {
	return func(n int) string { return before + upTo(n, s) + after }
}

// nested opens as often as it closes.
func nested(before, middle, after string) Shape {
	return func(n int) string {
		k := n/(len(before)+len(after)) + 1
		return strings.Repeat(before, k) + middle + strings.Repeat(after, k)
	}
}

// counted joins what f makes of 0, 1, 2… to about n bytes.
func counted(f func(i int) string) Shape {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(f(i))
		}
		return b.String()
	}
}
