package markdown

import (
	"time"

	"dossier/ui/message"
)

// mostWork bounds what is spent on one body, by what its parts are known to
// cost. No clock is asked, so that a text looks the same on a slow machine as on
// a fast one. It is enough for more than 2 MB of paragraphs; the rest of a body that
// would need more is shown as text.
const mostWork = 1300 * time.Millisecond

// tooMuch is why the rest of a body is shown as text.
const tooMuch message.Text = "to lay out all of it would take too long"

// What things cost, as it was measured of every shape of the battery at three
// widths: hardly any takes half as long again as the sum says. Glamour styles
// padding cell by cell and does so anew for each container around.
const (
	perMade      = 70 * time.Nanosecond // for each byte that Glamour makes
	perMadeDeep  = 90 * time.Nanosecond // and for each container around it
	perStandIn   = 200 * time.Nanosecond
	perBlock     = 5 * time.Microsecond
	perContainer = 8 * time.Microsecond
	perLeaf      = 3 * time.Microsecond
	perCell      = 13 * time.Microsecond
	perTable     = 60 * time.Microsecond
	perRule      = 25 * time.Microsecond

	perColoured      = 2500 * time.Nanosecond // for each byte of code
	perColouredBlock = 70 * time.Microsecond

	// Goldmark reads on from each opener for what may close it, as far as the
	// block goes: its bytes count once for each opener.
	perOpened      = 2 * time.Nanosecond
	perSource      = 90 * time.Nanosecond
	openersOfATick = 16 // backticks and less-thans cost a part of that
)

// parsing is what goldmark needs for a group.
func (l *limits) parsing(size int) time.Duration {
	return time.Duration(size) * (perSource + time.Duration(l.openers+l.ticks/openersOfATick)*perOpened)
}

// spend counts what the block at hand took to lay out, which Glamour made so many
// bytes of.
func (b *block) spend(made int) {
	cells := 0
	for _, g := range b.tables {
		cells += len(g.cells)
	}
	b.cutter.work += perBlock + time.Duration(made)*(perMade+time.Duration(b.deepest)*perMadeDeep) +
		time.Duration(len(b.in.out))*perStandIn + time.Duration(len(b.leaves))*perLeaf + time.Duration(cells)*perCell + time.Duration(len(b.tables))*perTable
}
