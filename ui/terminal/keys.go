package terminal

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dossier/ui/config"
	"dossier/ui/message"
)

// action is a thing that a key does, by the name that a configuration uses.
type action string

// scope is where a key means something.
type scope uint8

const (
	everywhere scope = iota
	inList
	inFacets
	inText
)

var scopeTitles = [...]message.Text{"Everywhere", "List of articles", "Facets", "Article"}

// scopeNames are what a configuration calls them.
var scopeNames = [...]string{config.Everywhere, "list", "facets", "article"}

// binding joins keys to an action. Help and hints are made from the same table
// that matches the keys, so they cannot say something else.
type binding struct {
	scope  scope
	action action
	keys   []string // as Bubble Tea names them
	help   message.Text
	hint   message.Text // in the status line; empty if not there
	do     func(*program) tea.Cmd
}

// Keys are the keys that mean something, as Bubble Tea names them, by where:
// everywhere, list, facets, article.
func Keys() map[string][]string {
	keys := map[string][]string{}
	for _, b := range bindings() {
		keys[scopeNames[b.scope]] = append(keys[scopeNames[b.scope]], b.keys...)
	}
	return keys
}

// bindings is the table of keys.
func bindings() []binding {
	return slices.Concat(everywhereKeys(), listKeys(), facetKeys(), textKeys())
}

// movement is the same in every pane, save that space pages only where it has
// no other meaning.
func movement(s scope, by func(*program, motion) tea.Cmd, next, previous message.Text) []binding {
	pageDown := []string{"pgdown", "ctrl+f"}
	if s != inFacets {
		pageDown = append([]string{"space"}, pageDown...)
	}
	move := func(name action, help message.Text, m motion, keys ...string) binding {
		return binding{s, name, keys, help, "", func(p *program) tea.Cmd { return by(p, m) }}
	}
	return []binding{
		move("down", next, motion{lines: 1}, "j", "down"),
		move("up", previous, motion{lines: -1}, "k", "up"),
		move("half-page-down", "half a page down", motion{pages: 0.5}, "ctrl+d"),
		move("half-page-up", "half a page up", motion{pages: -0.5}, "ctrl+u"),
		move("page-down", "a page down", motion{pages: 1}, pageDown...),
		move("page-up", "a page up", motion{pages: -1}, "pgup", "b", "ctrl+b"),
		move("top", "to the beginning", motion{to: -1}, "g", "home"),
		move("bottom", "to the end", motion{to: 1}, "G", "end"),
	}
}

// motion is a movement in a pane: by lines, by pages, or to an end.
type motion struct {
	lines int
	pages float64
	to    int // -1 the beginning, 1 the end
}

func everywhereKeys() []binding {
	return []binding{
		{everywhere, "vendors", []string{"v"}, "who cut ties, and when", "key|vendors", (*program).showVendors},
		{everywhere, "palette", []string{":", "ctrl+p"}, "do, filter by, or read anything by name", "", (*program).showPalette},
		{everywhere, "help", []string{"?"}, "this help", "key|help", (*program).showHelp},
		{everywhere, "quit", []string{"ctrl+c"}, "quit", "", (*program).quit},
		{everywhere, "back", []string{"q"}, "back; quit at the list", "", (*program).back},
		{everywhere, "close", []string{"esc"}, "close what is open; never quits", "", (*program).closeInnermost},
		{everywhere, "next-pane", []string{"tab"}, "next pane", "", (*program).nextPane},
		{everywhere, "previous-pane", []string{"shift+tab"}, "previous pane", "", (*program).previousPane},
		{everywhere, "star", []string{"s"}, "star or not", "", (*program).toggleStar},
		{everywhere, "mark-read", []string{"m"}, "mark read or unread", "", (*program).toggleRead},
		{everywhere, "undo", []string{"u"}, "take back what you last marked in this run", "", (*program).undo},
		{everywhere, "note", []string{"a"}, "write a note on the article", "", (*program).editNote},
		{everywhere, "theme", []string{"T"}, "next theme: dark, light, high contrast, the terminal's", "", (*program).nextTheme},
		{everywhere, "notices", []string{"!"}, "notices", "", (*program).showNotices},
		{everywhere, "suspend", []string{"ctrl+z"}, "suspend", "", (*program).suspend},
	}
}

func listKeys() []binding {
	return append(movement(inList, (*program).moveList, "next article", "previous article"), []binding{
		{inList, "open", []string{"enter", "l", "right"}, "read the article", "key|read", (*program).open},
		{inList, "filter", []string{"f"}, "edit the filter", "key|filter", (*program).editFilter},
		{inList, "find-text", []string{"/"}, "filter by another word", "", (*program).addWord},
		{inList, "language-facet", []string{"1"}, "facet: language", "", focusFacet(0)},
		{inList, "vendor-facet", []string{"2"}, "facet: vendors that cut ties", "key|facets", focusFacet(1)},
		{inList, "actor-facet", []string{"3"}, "facet: actors", "", focusFacet(2)},
		{inList, "drop-filter", []string{"x"}, "drop the last filter", "", (*program).dropFilter},
		{inList, "clear-filters", []string{"X"}, "drop all filters", "", (*program).clearFilters},
		{inList, "sort", []string{"S"}, "next order", "", (*program).nextSort},
		{inList, "evidence", []string{"e"}, "evidence: who cut ties, in whose words", "key|evidence", (*program).showEvidence},
		{inList, "facts", []string{"i"}, "facts of the article", "", (*program).showFacts},
		{inList, "view", []string{"'"}, "saved views: its letter opens one, ' lists and saves them", "", (*program).askView},
		{inList, "go-to", []string{"ctrl+g"}, "go to a number or a date", "", (*program).askGoTo},
	}...)
}

func facetKeys() []binding {
	return append(movement(inFacets, (*program).moveFacets, "next value", "previous value"), []binding{
		{inFacets, "include", []string{"space", "enter"}, "include or not", "key|include", (*program).include},
		{inFacets, "exclude", []string{"-"}, "exclude or not", "key|exclude", (*program).exclude},
		{inFacets, "all-of", []string{"&"}, "any of the values, or all of them", "key|any/all", (*program).toggleAll},
		{inFacets, "narrow", []string{"/"}, "show only values with these letters", "key|narrow", (*program).askNarrow},
		{inFacets, "actor-card", []string{"i"}, "who this is, under which names, and where", "key|who", (*program).showActor},
		{inFacets, "order-values", []string{"S"}, "by count or by name", "", (*program).orderValues},
		{inFacets, "language-facet", []string{"1"}, "facet: language", "", focusFacet(0)},
		{inFacets, "vendor-facet", []string{"2"}, "facet: vendors that cut ties", "", focusFacet(1)},
		{inFacets, "actor-facet", []string{"3"}, "facet: actors", "", focusFacet(2)},
		{inFacets, "filter", []string{"f"}, "edit the filter", "key|filter", (*program).editFilter},
		{inFacets, "view", []string{"'"}, "saved views: its letter opens one, ' lists and saves them", "", (*program).askView},
		{inFacets, "drop-filter", []string{"x"}, "drop the last filter", "", (*program).dropFilter},
		{inFacets, "clear-filters", []string{"X"}, "drop all filters", "", (*program).clearFilters},
	}...)
}

func textKeys() []binding {
	return append(movement(inText, (*program).moveText, "next line", "previous line"), []binding{
		{inText, "view", []string{"'"}, "saved views: its letter opens one, ' lists and saves them", "", (*program).askView},
		{inText, "count", []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, "a number: of the link that o or y is for, or how often a key moves", "", (*program).count},
		{inText, "leave", []string{"left"}, "back to the list", "", (*program).back},
		{inText, "find", []string{"/"}, "find a text in the article", "key|find", (*program).askFind},
		{inText, "next-hit", []string{"n"}, "next place of what was found or filtered by", "", (*program).nextHit},
		{inText, "previous-hit", []string{"N"}, "previous place", "", (*program).previousHit},
		{inText, "next-article", []string{"J"}, "next article of the list", "key|next", (*program).nextArticle},
		{inText, "previous-article", []string{"K"}, "previous article", "", (*program).previousArticle},
		{inText, "evidence", []string{"e"}, "evidence: who cut ties, in whose words", "key|evidence", (*program).showEvidence},
		{inText, "next-passage", []string{"."}, "next passage of evidence, also in the next article", "key|next passage", ofTheArticle((*program).nextPassage)},
		{inText, "previous-passage", []string{","}, "previous passage", "", ofTheArticle((*program).previousPassage)},
		{inText, "confirm", []string{"+"}, "confirm the detected passage gone to", "", ofTheArticle((*program).confirm)},
		{inText, "reject", []string{"-"}, "reject it: it states no cut", "", ofTheArticle((*program).reject)},
		{inText, "next-heading", []string{"]"}, "next heading", "", ofTheArticle((*program).nextHeading)},
		{inText, "previous-heading", []string{"["}, "previous heading", "", ofTheArticle((*program).previousHeading)},
		{inText, "outline", []string{"t"}, "outline: the headings, to go to one", "key|outline", ofTheArticle((*program).showOutline)},
		{inText, "hint-links", []string{"F"}, "a hint on each link in view, to follow one", "key|links", (*program).hintLinks},
		{inText, "open-link", []string{"o"}, "open the article's address, after asking", "", (*program).openLink},
		{inText, "copy", []string{"y"}, "copy link, citation or passage", "key|copy", (*program).copyMenu},
		{inText, "retrace", []string{"ctrl+o"}, "back to where a jump began", "", (*program).retrace},
		{inText, "facts", []string{"i"}, "facts of the article", "key|facts", (*program).showFacts},
		{inText, "whole", []string{"h"}, "the whole text, or the article alone", "", ofTheArticle((*program).toggleWhole)},
		{inText, "hidden", []string{"H"}, "what the file holds, hidden characters too, or the article", "", (*program).toggleHidden},
		{inText, "zen", []string{"z"}, "only the text", "", (*program).toggleZen},
		{inText, "width", []string{"w"}, "next width of the text", "", (*program).nextWidth},
	}...)
}

// match finds what a key does in a scope; keys of the scope go before those
// that mean the same everywhere.
func (p *program) match(s scope, key string) *binding {
	for _, look := range [...]scope{s, everywhere} {
		for i := range p.keys {
			if b := &p.keys[i]; b.scope == look && slices.Contains(b.keys, key) {
				return b
			}
		}
	}
	return nil
}
