package decode

import (
	"bytes"
	"strings"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"dossier/model/detect"
)

const (
	guessSample = 64 << 10 // chardet takes 214 ms a megabyte
	guessBefore = 4 << 10  // of the sample, before the first byte that is not ASCII
	// Below this chardet answers Turkish for German (0.63), and Mac for French.
	guessAtLeast = 0.8
	enough       = 80 // bytes, below which a few letters pass as any language
)

// guessed is an encoding that a text may be in.
type guessed struct {
	enc    encoding.Encoding
	name   string
	family string
	// doubtful says that what comes out is not certainly what was meant.
	doubtful bool
}

// guess names the encoding of text that is no UTF-8: one that makes a language of
// it, written with that language's letters. Else it is windows-1252, because that
// is what unlabelled Western text is in.
func guess(raw []byte) guessed {
	sample := sampleOf(raw)
	found, ok := detected(sample)
	for _, how := range []strictness{strict, lenient} {
		if ok && found.fits(sample, how) {
			return found.unless(len(sample) < enough)
		}
		for _, c := range candidates {
			if c.fits(sample, how) {
				return c.unless(len(sample) < enough)
			}
		}
	}
	if !ok {
		found = candidates[0]
	}
	return found.unless(true)
}

// unless is g, doubtful if that is so.
func (g guessed) unless(doubtful bool) guessed {
	g.doubtful = doubtful
	return g
}

// sampleOf is a part of a text that has what is not ASCII in it.
func sampleOf(raw []byte) []byte {
	first := bytes.IndexFunc(raw, func(r rune) bool { return r >= 0x80 })
	start := max(0, first-guessBefore)
	return raw[start:min(len(raw), start+guessSample)]
}

// named is the encoding that a text says it is in.
func named(said encoding.Encoding) (g guessed) {
	if said != nil {
		g.enc = said
		g.name, _ = htmlindex.Name(said)
		g.family = familyOf[g.name]
	}
	return g
}

// candidates are the encodings of one byte a letter that are told apart by the
// languages that come out, the likelier first.
var candidates = []guessed{
	candidate("windows-1252", western), candidate("iso-8859-15", western),
	candidate("windows-1250", central), candidate("iso-8859-2", central),
	candidate("windows-1254", turkish), candidate("windows-1257", baltic),
	candidate("windows-1256", arabic), candidate("koi8-u", cyrillic),
	candidate("windows-1251", cyrillic), candidate("x-mac-cyrillic", cyrillic),
	candidate("macintosh", western),
}

func candidate(name, family string) guessed {
	return guessed{enc: mustGet(name), name: name, family: family}
}

// detected is what the statistics of bytes say; false if they do not.
func detected(sample []byte) (g guessed, ok bool) {
	found := chardet.Detect(sample)
	if found.Confidence < guessAtLeast {
		return g, false
	}
	name := strings.ToLower(found.Charset)
	switch {
	case name == "gb2312":
		name = "gb18030" // what it calls so is mostly the later, larger set
	case name == "koi8-r":
		name = "koi8-u" // the same, with Ukrainian letters where that has lines to draw with
	case name == "x-mac-cyrillic" && bytes.Count(sample, []byte{0xff}) > bytes.Count(sample, []byte{0xdf}):
		// It takes one for the other where there are few capitals, but the
		// letter я is 0xff in the one and 0xdf in the other.
		name = "windows-1251"
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == encoding.Replacement {
		return g, false
	}
	return guessed{enc: enc, name: name, family: familyOf[name]}, familyOf[name] != ""
}

// fits reports that a text, read so, is in a language that is written so.
func (g guessed) fits(sample []byte, how strictness) bool {
	text, err := g.enc.NewDecoder().Bytes(sample)
	if err != nil {
		return false
	}
	read := strings.TrimRight(string(text), "\ufffd") // it may be cut
	letters, ok := alphabets()[g.family][detect.Language(read)]
	return ok && letters.spell(read, how)
}
