package query

import "unicode/utf8"

const (
	maxQuery = 4 << 10 // bytes; nobody types more, and the worst of them parse in 2.5 ms
	maxDepth = 64      // parentheses in parentheses
)

// Parse reads a query as a reader types it. The query is in normal form. Hints
// come in the order of the text.
func Parse(s string) (Query, []Hint) {
	p := parser{lexer: lexer{s: beginning(s)}}
	p.advance()
	q := Query{Root: root(p.alternatives()), Sort: p.sort}
	q, fits := fit(q)
	if !fits || len(p.s) < len(s) {
		p.hint(Hint{Start: min(len(p.s), len(s)-1), End: len(s), Fault: TooLong, Most: maxQuery})
	}
	return q, p.hints
}

// beginning is as much of s as is read.
func beginning(s string) string {
	if len(s) <= maxQuery {
		return s
	}
	end := maxQuery
	for end > maxQuery-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// fit drops the last terms of a query that prints longer than Parse reads: what
// is quoted and escaped grows.
func fit(q Query) (fitting Query, fits bool) {
	if len(q.String()) <= maxQuery {
		return q, true
	}
	room := maxQuery - len(Query{Sort: q.Sort}.String())
	for i := range q.Root.Kids {
		if room -= len(" ") + len(appendKids(nil, q.Root.Kids[i:i+1], "", Or)); room < 0 {
			q.Root.Kids = append([]Node(nil), q.Root.Kids[:i]...)
			break
		}
	}
	return q, false
}

// parser is recursive descent over the tokens, one function for each level.
type parser struct {
	lexer
	tok   token // the one to be read next
	depth int   // of open parentheses
	sort  Sort
	hints []Hint
}

func (p *parser) advance() { p.tok = p.next() }

func (p *parser) hint(h Hint) { p.hints = append(p.hints, h) }

// alternatives reads what stands between OR, up to the parenthesis that closes
// the group or to the end.
func (p *parser) alternatives() Node {
	or := Node{Op: Or}
	var and Node
	for {
		switch p.tok.kind {
		case endToken:
			or.Kids = append(or.Kids, and)
			return or
		case closeToken:
			if p.depth > 0 {
				or.Kids = append(or.Kids, and)
				return or
			}
			p.advance()
		case orToken:
			or.Kids = append(or.Kids, and)
			and = Node{}
			p.advance()
		case andToken:
			p.advance()
		default:
			and.Kids = append(and.Kids, p.operand())
		}
	}
}

// operand reads a term or a group with what negates it. A negation of nothing
// is nothing.
func (p *parser) operand() Node {
	negative := false
	for p.tok.kind == notToken {
		negative = !negative
		p.advance()
	}
	var n Node
	switch p.tok.kind {
	case openToken:
		n = p.group()
	case termToken:
		n = p.term(p.tok, negative)
		p.advance()
	}
	if negative {
		return Node{Op: Not, Kids: []Node{n}}
	}
	return n
}

func (p *parser) group() Node {
	if p.depth == maxDepth {
		p.skipGroup()
		return Node{}
	}
	p.depth++
	p.advance()
	n := p.alternatives()
	p.depth--
	if p.tok.kind == closeToken {
		p.advance()
	}
	return n
}

func (p *parser) skipGroup() {
	start, end := p.tok.start, p.tok.end
	for depth := 0; p.tok.kind != endToken; p.advance() {
		switch p.tok.kind {
		case openToken:
			depth++
		case closeToken:
			depth--
		}
		if end = p.tok.end; depth == 0 {
			p.advance()
			break
		}
	}
	p.hint(Hint{Start: start, End: end, Fault: TooDeep, Most: maxDepth})
}
