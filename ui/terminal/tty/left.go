//go:build unix

package tty

import (
	"regexp"
	"strings"

	"github.com/charmbracelet/x/term"
)

// What of a terminal a program sets.
var (
	modes    = regexp.MustCompile(`\x1b\[\?([\d;]+)([hl])`)
	kitty    = regexp.MustCompile(`\x1b\[([<>])\d*u`)
	keys     = regexp.MustCompile(`\x1b\[>4(;\d+)?m`)
	colour   = regexp.MustCompile(`\x1b\](1?1[012])(?:;([^\x07\x1b]*))?(?:\x07|\x1b\\)`)
	meanings = map[string]string{
		"7": "wrapping", "25": "the cursor", "1000": "the mouse", "1002": "the mouse", "1003": "the mouse", "1006": "the mouse",
		"1004": "reports of focus", "1049": "the alternate screen", "2004": "bracketed paste", "2026": "held updates", "2027": "counting of characters",
	}
)

// Odd tells what of the terminal is not as the program found it.
func (s *Terminal) Odd() (odd []string) {
	s.T.Helper()
	now, err := term.GetState(s.line.Fd())
	if err != nil {
		s.T.Fatal(err)
	}
	if *now != *s.was {
		odd = append(odd, "the settings of the line")
	}
	sent, set := s.Sent(), map[string]bool{"7": true, "25": true}
	for _, m := range modes.FindAllStringSubmatch(sent, -1) {
		for _, mode := range strings.Split(m[1], ";") {
			set[mode] = m[2] == "h"
		}
	}
	for mode, on := range set {
		if on != (mode == "7" || mode == "25") {
			odd = append(odd, meanings[mode]+" ("+mode+")")
		}
	}
	return append(odd, s.leftOn(sent)...)
}

// leftOn are settings that are no modes.
func (s *Terminal) leftOn(sent string) (odd []string) {
	pushed := 0
	for _, m := range kitty.FindAllStringSubmatch(sent, -1) {
		pushed += map[string]int{">": 1, "<": -1}[m[1]]
	}
	if pushed > 0 {
		odd = append(odd, "how keys are reported")
	}
	if all := keys.FindAllStringSubmatch(sent, -1); len(all) > 0 && all[len(all)-1][1] != "" && all[len(all)-1][1] != ";0" {
		odd = append(odd, "how modified keys are reported")
	}
	coloured := map[string]bool{}
	for _, m := range colour.FindAllStringSubmatch(sent, -1) {
		if m[2] != "?" {
			coloured[m[1][len(m[1])-2:]] = len(m[1]) == 2
		}
	}
	for what, on := range coloured {
		if on {
			odd = append(odd, "the terminal's own colours ("+what+")")
		}
	}
	return odd
}
