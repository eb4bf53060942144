package terminal

import (
	"slices"
	"strings"

	"dossier/ui/message"
	"dossier/ui/terminal/cells"
)

// hint is a key and what it does.
type hint struct{ key, does string }

// keyHints writes the hints that fit whole. Help and the way back, which stand
// last, have their place before the others.
func (p *program) keyHints(w int) string {
	const gap = 3
	hints := p.shownKeys()
	fits := make([]bool, len(hints))
	for _, i := range byNeed(len(hints)) {
		n := cells.Width(hints[i].key) + 1 + cells.Width(hints[i].does) + gap
		if fits[i] = n <= w; fits[i] {
			w -= n
		}
	}
	var kept []string
	for i, h := range hints {
		if fits[i] {
			kept = append(kept, p.theme.Key.Render(h.key)+" "+p.theme.Muted.Render(h.does))
		}
	}
	return strings.Join(kept, cells.Space(gap))
}

// byNeed puts the last two of n things before the others.
func byNeed(n int) []int {
	var order []int
	for i := max(n-2, 0); i < n; i++ {
		order = append(order, i)
	}
	for i := range n - len(order) {
		order = append(order, i)
	}
	return order
}

func (p *program) shownKeys() []hint {
	switch {
	case p.writing != nil:
		return []hint{{"ctrl+s", message.Say("key|keep")}, {"esc", message.Say("key|leave")}}
	case p.field != nil:
		return p.fieldHints()
	case p.panel != nil && p.panel.hints != nil:
		return p.panel.hints
	case p.panel != nil && p.panel.choose != nil:
		return choosing(message.Say("key|go there"))
	case p.panel != nil:
		return []hint{{"esc", message.Say("key|close")}}
	case p.shelf == nil:
		return []hint{{p.keyFor("help"), message.Say("key|help")}, {p.keyFor("back"), message.Say("key|quit")}}
	}
	var hints []hint
	for _, s := range [...]scope{p.focus, everywhere} {
		for _, b := range p.keys {
			if b.scope == s && b.hint != "" && (s != everywhere || p.focus != inText || b.action == "help") && p.applies(b.action) {
				hints = append(hints, hint{keyNames(b.keys[:1]), b.hint.String()})
			}
		}
	}
	if p.focus == inText && p.revealing.on {
		hints = append([]hint{{p.keyFor("hidden"), message.Say("key|article")}}, hints...)
	}
	if p.focus != inList {
		hints = append(hints, hint{p.keyFor("back"), message.Say("key|back")})
	}
	return hints
}

// applies reports whether a key has anything to do here. Passages of evidence, which
// many articles do not have, would take the place of what there is.
func (p *program) applies(a action) bool {
	if p.focus != inText || !slices.Contains(ofEvidence, a) {
		return true
	}
	i, ok := p.reader.Article()
	return ok && len(told(p.shelf.Article(i))) > 0
}

// ofEvidence are the actions that need evidence.
var ofEvidence = []action{"evidence", "next-passage"}

// choosing are the hints of a panel, of which enter does something with an item.
func choosing(does string) []hint {
	return []hint{{"enter", does}, {"esc", message.Say("key|close")}}
}
