package wording

import (
	"strings"

	"dossier/ui/message"
)

// What articles and marks tell of files comes in English and ready made: an index
// keeps it so, and scripts read it so. Here a sentence is recognised and said in
// the reader's language. %s stands for what is foreign, %v for what is one of
// these sentences again, or one of the kinds.
//
// A test holds them against the source.
var sentences = []message.Text{
	// opening
	"cannot open %s: %v",
	"no article in %s: put files there that end in %s, or name another folder or a file",
	"there is no such file or folder; check the name",
	"permission denied; make it readable",
	"the link leads out of the folder; copy the file into it",
	"the link leads round in a circle; put the file itself there",
	"it is a folder, not a file",
	"it is a pipe, not a file; name it on the command line to read it",
	"it is a socket, not a file",
	"it is a device, not a file",
	"it is no regular file",
	"it is larger than %s MiB; split it to read it",
	"it is no text: it holds NUL bytes",
	"a NUL byte stands here, shown as ␀; take it out",
	"nothing says how it is encoded, and it is read as %s, which may be wrong; save it as UTF-8",
	"this line is not in UTF-8, as others are, and is read as %s; save the file as UTF-8",
	"from here on there are bytes that mean nothing in %s, shown as \ufffd; save the file as UTF-8",
	"the file of this article is no longer there",
	"the disk that it is on does not answer; see to that, or open it again later",
	"dossier has a fault that this file brings out (%s); please report it with the file",
	"only the first 64 MiB are shown; save it to a file and split it",
	"it is larger than 4 MiB, so it is shown as text, its markup as it is written",
	"folders nested this deep are not opened; move it up",
	"no article is in it; it can be left out",
	"it has changed; open the dossier again to use it",
	"another article has the id %s too; this one goes by its path",
	"the page nests elements too deep",
	"the page has too many tags",
	"the page is larger than 8 MiB",
	"%v; its words are shown without their layout",

	// facts that a person stated
	"front matter is not closed: put a line --- after it; all of the file is shown as text",
	"front matter in TOML is not read: write it in YAML between two lines ---; all of the file is shown as text",
	"front matter in JSON is not read: write it in YAML between two lines ---; all of the file is shown as text",
	"front matter: %s; the keys that could be read are used",
	"%s: %s; left out until it is valid YAML",
	"%s: %s; put the text between quotes",
	"%s: takes text, not %v; left out",
	"%s: takes a list, not %v; left out",
	"%s: takes a list of names, not %v in it; that one is left out",
	"%s: takes `vendor: …` with its keys, not %v; that one is left out",
	"%s: a cut without a vendor is left out; add `vendor: …`",
	"%s: only the first %s are used",
	"language: %s is no language tag; use one such as de, fr or zh-Hans",
	"status: %s is taken as done; use done, announced or disputed",
	"%s: %s is no date; use 2021-01-08, 2021-01 or 2021",
	"a second cut by %s is left out; an article has one for each vendor",
	"the evidence for %s is not in the text; copy the passage exactly",
	"%s is not in the register; correct the name, or add it to actors: in %s",
	"detected, not confirmed: %s cut ties: %s",
	"and more like these",

	// the file about the dossier, and the side-car
	"%v; the built-in register is used",
	"%v in it; the built-in register is used",
	"not valid YAML: %s; the built-in register is used",
	"not valid YAML: %s; nothing in it is used",
	"actors: takes a list, not %v; the built-in register is used",
	"actors: one without a name is left out; add `name: …`",
	"%s: takes `name: …` with its keys, not %v",
	"kind: %s is taken as organisation; use person or organisation",
	"aliases: takes a list of names, not %v in it; left out",
	"%v; nothing in it is used",
	"%v in it; write `path: …` with the keys of front matter below",
	"%s stands in line %s already; this one is left out",
	"%s: takes `key: value` pairs, not %v; left out",
	"no article is at %s; correct the path or take it out",
	"more than %s MiB",
	"no `key: value` pairs",

	// writing the side-car
	"cannot write %s: %v",
	"permission denied; make the folder writable",
	"corrections are kept in the folder of an article; open the folder that it is in",
	"it is not UTF-8; save it as UTF-8",
	"it is larger than 4 MiB, which would not be read; tag fewer articles",
	"it has several YAML documents; put all into one",
	"it does not begin with `path: …`; write the path of an article with the keys of front matter below",
	"it is written in braces; write each `path:` on a line of its own with its keys below",
	"it cannot be changed without changing what else it says; write each `path:` on a line of its own with its keys below",
	"line %s is not valid YAML: %s; correct it first",
	"it is not valid YAML: %s; correct it first",
	"%s has no `key: value` pairs below it; correct that first",
	"%s has cuts: without %s, and so there are no others; add it there",
	"%s states the cut of %s under cuts:; take it out there",
	"the cut of %s is stated in %s itself; take it out there",
	"%s: takes a list; correct that first",
	"another program keeps writing it; try again when that is done",
	"it is read-only; make it writable",
	"it is no regular file; put a file of that name there, not a link",

	// marks
	"marks are not saved: %v. They last until you leave; they belong in %s",
	"your marks cannot be read: %v; what you mark now lasts until you leave",
	"%s damaged lines of your marks are left out, all others are there",
	"%s damaged lines of your marks are left out, all others are there; see %s.damaged",
	"1 damaged line of your marks is left out, all others are there",
	"1 damaged line of your marks is left out, all others are there; see %s.damaged",
	"the disk is full; free some space",
	"permission denied; make it writable",
	"another program is writing there and does not finish; end it",
	"files cannot be locked there",
	"it is no regular file; put it out of the way",
	"the note has %s bytes, %s more than can be kept; shorten it",
	"a view is saved under a letter or a digit, not under %s",
	"more than %s MiB cannot be imported; split it",
	"line %s: %v",
	"nobody knows the key %s; correct it or take it out",
	"line %s: %s takes %v, and is of type %s",
	"line %s: %s is no time like 2026-01-31T12:00:00Z",
	"there is more behind the end",
	"this is no JSON: %s",
	"this is no whole JSON: %s",
	"it has no \"schema\"; is it an export of marks?",
	"schema %s is that of a newer dossier; this one reads up to %s",
	"an article has no id",
}

// ofFlags are what the library of flags tells.
var ofFlags = []message.Text{
	"flag needs an argument: %s",
	"unknown shorthand flag: %s in %s",
	"if any flags in the group [%s] are set none of the others can be; [%s] were all set",
}

// kinds are what YAML and JSON may hold, or are to hold.
var kinds = []message.Text{"a list", "a mapping", "an alias", "text", "true or false", "a whole number", "an object"}

// Told says in the reader's language what was told in English. What it does not
// know, and what is said in that language already, stays as it is.
func Told(text string) string { return told(told(text, sentences), ofFlags) }

func told(text string, known []message.Text) string {
	if message.Source() || text == "" {
		return text
	}
	var best message.Text
	var values []string
	most := -1
	for _, s := range known {
		parts := literals(s)
		if n := size(parts); n > most {
			if found, ok := between(text, parts); ok {
				best, values, most = s, found, n
			}
		}
	}
	if most < 0 {
		return text
	}
	return message.Say(best, again(best, values)...)
}

// again says those of the values again that are sentences.
func again(s message.Text, values []string) []any {
	all := make([]any, len(values))
	verbs := strings.Split(string(s), "%")[1:]
	for i, v := range values {
		if all[i] = v; strings.HasPrefix(verbs[i], "v") {
			all[i] = told(told(v, kinds), sentences)
		}
	}
	return all
}

// literals are the parts of a sentence between its values.
func literals(s message.Text) []string {
	return strings.Split(strings.ReplaceAll(string(s), "%v", "%s"), "%s")
}

func size(parts []string) (n int) {
	for _, p := range parts {
		n += len(p)
	}
	return n
}

// between finds what stands between the parts of a sentence.
func between(text string, parts []string) (values []string, ok bool) {
	rest, ok := strings.CutPrefix(text, parts[0])
	for i, p := range parts[1:] {
		at := strings.Index(rest, p)
		if i == len(parts)-2 {
			at = len(rest) - len(p)
		}
		if !ok || at < 0 || !strings.HasSuffix(rest[:at+len(p)], p) {
			return nil, false
		}
		values, rest = append(values, rest[:at]), rest[at+len(p):]
	}
	return values, ok && rest == ""
}
