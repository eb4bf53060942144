package typeset

import (
	"strings"
	"unicode"
)

// kind is what a character means for breaking lines.
type kind uint8

const (
	letter    kind = iota // everything without a rule of its own
	space                 // a line may end after it, and then it is not shown
	newline               // the line ends
	hyphen                // a line may end after it, between letters
	dash                  // a line may end after it
	ideograph             // a line may end before and after it
	opener                // no line ends after it
	closer                // no line begins with it
	spaced                // French: stands after a space, and no line begins with it
	leading               // a vowel that begins a syllable of Thai or Lao: a line may end before it
	trailing              // one that ends a syllable, or a sign of repetition: no line begins with it
)

var asciiKind = [128]kind{' ': space, '-': hyphen, '(': opener, '[': opener, '!': spaced, '?': spaced,
	':': spaced, ';': spaced, ')': closer, ']': closer, ',': closer, '.': closer}

const (
	openers = "「『（〔【《〈“‘«‹［｛"
	closers = "、。，．・：；？！」』）〕】》〉”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ］｝％‥"
	// Thai and Lao part no words: where a syllable begins is the next best.
	leadings  = "เแโใไເແໂໃໄ"
	trailings = "ะาำๅๆฯະາຳຽໆຯ"
)

func kindOf(r rune) kind {
	switch {
	case r < 128:
		return asciiKind[r]
	case r == '»' || r == '›':
		return spaced
	case r == '«':
		return opener
	case r >= 0xe00 && r < 0xf00:
		return syllabic(r)
	case r < 0x2010:
		return letter
	case r == '–' || r == '—':
		return dash
	case strings.ContainsRune(openers, r):
		return opener
	case strings.ContainsRune(closers, r):
		return closer
	case ideographic(r):
		return ideograph
	}
	return letter
}

func syllabic(r rune) kind {
	switch {
	case strings.ContainsRune(leadings, r):
		return leading
	case strings.ContainsRune(trailings, r):
		return trailing
	}
	return letter
}

// ideographic reports characters that stand without spaces between words.
// Korean does not belong here: it has spaces.
func ideographic(r rune) bool {
	if r < 0x2e80 {
		return false
	}
	return r <= 0x33ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xff00 && r <= 0xffef || unicode.Is(unicode.Han, r)
}

// mayBreak reports whether a line may end between clusters i-1 and i, neither
// of which is a space that hangs over the line's end.
func (p *Paragraph) mayBreak(i int) bool {
	c := p.clusters
	before, after := c[i-1].kind, c[i].kind
	switch {
	case before == space:
		return !p.frenchSpace(i)
	case after == closer, after == spaced, before == opener, c[i].width == 0, p.joined(i):
		return false
	case after == leading:
		return before == letter || before == trailing
	case before == ideograph || after == ideograph:
		return true
	case before == closer && p.wide(i-1):
		return true
	case before == hyphen:
		return after == letter && !p.digit(i) && i > 1 && c[i-2].kind == letter
	}
	return before == dash && after == letter
}

// joined reports that clusters i-1 and i are of one syllable.
func (p *Paragraph) joined(i int) bool {
	return i > 0 && (p.clusters[i-1].kind == leading || p.clusters[i].kind == trailing)
}

// frenchSpace reports whether the space before cluster i belongs to a sign that
// French sets off: « mot », mot ; mot. German »Wort« has no such spaces.
func (p *Paragraph) frenchSpace(i int) bool {
	c := p.clusters
	if i > 1 && p.guillemet(i-2) {
		return i == 2 || c[i-3].kind != letter && c[i-3].kind != closer && c[i-3].kind != spaced
	}
	if c[i].kind != spaced {
		return false
	}
	after := c[i+1].kind
	return after == space || after == newline || after == closer
}

// guillemet reports whether cluster i is «.
func (p *Paragraph) guillemet(i int) bool {
	at := p.clusters[i].at
	return p.text[at] == 0xc2 && p.text[at+1] == 0xab
}

func (p *Paragraph) digit(i int) bool {
	b := p.text[p.clusters[i].at]
	return b >= '0' && b <= '9'
}

func (p *Paragraph) wide(i int) bool { return p.clusters[i].width == 2 }
