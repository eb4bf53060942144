package clean

import (
	"fmt"
	"strings"
	"sync"
)

// opening begins the name of what is hidden.
const opening = '⟨'

// badByte is the kind of what is no character at all.
const badByte = "BYTE"

// shortNames are what Unicode and ECMA-48 call characters for short: each row
// those from a first one on.
var shortNames = sync.OnceValue(func() map[rune]string {
	names := map[rune]string{}
	for _, row := range []struct {
		from  rune
		names string
	}{
		{0x00, "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"},
		{0x7f, "DEL PAD HOP BPH NBH IND NEL SSA ESA HTS HTJ VTS PLD PLU RI SS2 SS3 DCS PU1 PU2 STS CCH MW SPA EPA SOS SGC SCI CSI ST OSC PM APC"},
		{0xad, "SHY"}, {0x34f, "CGJ"}, {0x61c, "ALM"}, {0x180e, "MVS"},
		{0x200b, "ZWSP ZWNJ ZWJ LRM RLM"},
		{0x2028, "LSEP PSEP LRE RLE PDF LRO RLO"},
		{0x2060, "WJ"}, {0x2066, "LRI RLI FSI PDI ISS ASS IAFS AAFS NADS NODS"},
		{0xfeff, "BOM"}, {0xfff9, "IAA IAS IAT"},
	} {
		for i, name := range strings.Fields(row.names) {
			names[row.from+rune(i)] = name
		}
	}
	return names
})

// nameOf is what stands for a hidden character, each another.
func nameOf(r rune) string {
	kind := kindOf(r)
	switch {
	case isTag(r) && r > 0xe0020 && r < 0xe007f:
		return kind + "-" + string(r-0xe0000) // what it says in secret
	case isTag(r):
		return kind + "-" + hex(r-0xe0000, 2)
	case isSelector(r) && r < 0xfe10:
		return fmt.Sprintf("%s%d", kind, r-0xfe00+1)
	case isSelector(r):
		return fmt.Sprintf("%s%d", kind, r-0xe0100+17)
	case kind == "MARK":
		return kind + "-" + hex(r, 4)
	}
	return kind
}

// kindOf is the name of a kind of hidden character: its own, or that of the many
// that do the same.
func kindOf(r rune) string {
	if name, ok := shortNames()[r]; ok {
		return name
	}
	switch {
	case isTag(r):
		return "TAG"
	case isSelector(r):
		return "VS"
	case isMark(r):
		return "MARK"
	}
	return "U+" + hex(r, 4)
}

func isTag(r rune) bool { return r >= 0xe0000 && r <= 0xe007f }

func hex(r rune, digits int) string { return fmt.Sprintf("%0*X", digits, r) }
