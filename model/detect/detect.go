// Package detect reads an article's facts from its own text: the language, the
// headline and the actors it names. Everything it says is a reading, not a
// statement; a fact that a person stated goes before it.
//
//	Language  script first, then function words
//	Headline  the line a newspaper would have printed largest
//	Actors    a register's names in a text, in the forms that grammar gives them
//
// All offsets are bytes into the body it was given, which has to be clean:
// valid UTF-8 in NFC with LF line ends. The rules know kinds of text, never one
// text. What the words of a language are stands in the files of lexicon, so
// that a language is added without a change to the code.
//
// It leaves Markdown, web pages and front matter to others.
package detect
