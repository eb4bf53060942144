// Package language names languages: by BCP 47 tag, in their own words and in those
// that the program speaks, and says which tag covers which.
//
// The names are a table of our own. Those of golang.org/x/text would cost every
// start 0.7 ms and the program 2.5 MB for tables of which this needs a page.
package language

import "strings"

// Name returns what people who speak a language call it, with a capital: "de"
// is Deutsch, "zh-Hant" 繁體中文. Of a tag with a region or more that the table
// does not know it names the language: "de-AT" is Deutsch. An unknown tag is
// returned as it is, an empty one stays empty.
func Name(tag string) string {
	if n, ok := find(tag); ok {
		return n.own
	}
	return tag
}

// In returns the name of a language in another one, which is one of German ("de"),
// French ("fr") and English (any other); unknown tags as Name does.
func In(other, tag string) string {
	n, ok := find(tag)
	switch {
	case !ok:
		return tag
	case other == "de":
		return n.german
	case other == "fr":
		return n.french
	}
	return n.english
}

// Names are all that the table has for a language: what people may call it.
func Names(tag string) []string {
	n, ok := find(tag)
	if !ok {
		return []string{tag}
	}
	return []string{n.own, n.english, n.german, n.french}
}

// find drops subtags from the end until the table knows the rest.
func find(tag string) (names, bool) {
	key := canonical(tag)
	for {
		if n, ok := table[key]; ok {
			return n, true
		}
		i := strings.LastIndexByte(key, '-')
		if i < 0 {
			return names{}, false
		}
		key = key[:i]
	}
}

// Covers reports whether a tag is asked for by another: the same, or one that
// says more. "zh" covers "zh-Hans", "no" covers "nb"; case is ignored. Nothing
// covers the empty tag but itself.
func Covers(query, tag string) bool {
	q, t := canonical(query), canonical(tag)
	switch {
	case q == t:
		return true
	case q == "" || t == "":
		return false
	}
	return strings.HasPrefix(t, q) && t[len(q)] == '-' || macro[t] == q || covered(q, t)
}

// covered looks through regions and a script that goes without saying:
// "zh-Hant" covers "zh-TW", "no" covers "nb-NO".
func covered(query, tag string) bool {
	base, region, ok := strings.Cut(tag, "-")
	if !ok {
		return false
	}
	if base == "zh" {
		return query == "zh-"+chineseScript(region)
	}
	return macro[base] == query
}

func chineseScript(region string) string {
	switch region {
	case "tw", "hk", "mo":
		return "hant"
	case "cn", "sg", "my":
		return "hans"
	}
	return ""
}

// canonical is a tag in lower case with hyphens; old and doubled codes become
// the ones in use.
func canonical(tag string) string {
	key := strings.ReplaceAll(strings.ToLower(tag), "_", "-")
	base, rest, _ := strings.Cut(key, "-")
	if now, ok := renamed[base]; ok {
		base = now
	}
	if rest == "" {
		return base
	}
	return base + "-" + rest
}

var renamed = map[string]string{"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "fil": "tl", "sh": "sr-latn"}

// macro leads from a language to the one it is a form of.
var macro = map[string]string{"nb": "no", "nn": "no", "arb": "ar", "cmn": "zh", "pes": "fa", "prs": "fa"}
