// Package layout decides where things stand on the screen. It is the only place
// that does arithmetic with the terminal's size; panes are told theirs.
//
// As room shrinks, panes fold: first the preview goes, then the facets, then
// the blank lines, then the title, then the hints. One pane is always left.
package layout

// Rect is a part of the screen, in cells from the upper left corner. Nothing
// stands in one without width or height.
type Rect struct{ X, Y, W, H int }

// Empty reports whether nothing can stand in r.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Contains reports whether the cell at x, y is in r.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Frame is the screen's rows, from the top.
type Frame struct {
	Title  Rect // what the dossier is
	Filter Rect // the query
	Hint   Rect // what is to be said of the query; else blank
	Body   Rect // the panes
	Status Rect // keys and position
}

// Height is how many rows the frame takes.
func (f Frame) Height() int {
	return max(f.Title.bottom(), f.Filter.bottom(), f.Body.bottom(), f.Status.bottom())
}

func (r Rect) bottom() int { return r.Y + r.H }

// Panes is the body of the screen that lists articles.
type Panes struct {
	Facets, List, Preview Rect
}

// Sizes at which panes unfold.
const (
	maxWidth  = 400 // beyond this a screen is an accident, and costs time
	maxHeight = 200

	withMargin   = 60
	withFacets   = 68
	withPreview  = 112
	withWideList = 150

	// Gap is the blank cells between panes.
	Gap = 3
)

// Within is the part of a screen that is used.
func Within(w, h int) (int, int) { return min(w, maxWidth), min(h, maxHeight) }

// Rows divides a screen of w by h cells. filtering keeps the query's row on a
// screen that has no room for it otherwise.
func Rows(w, h int, filtering bool) Frame {
	w, h = Within(w, h)
	x := 0
	if w >= withMargin {
		x = 1
	}
	y := 0
	row := func(n int, shown bool) Rect {
		if !shown {
			return Rect{}
		}
		r := Rect{x, y, w - 2*x, n}
		y += n
		return r
	}
	var f Frame
	f.Title = row(1, h >= 8)
	f.Filter = row(1, h >= 6 || filtering && h >= 2)
	f.Hint = row(1, h >= 14)
	below := 0
	if h >= 5 {
		below = 1
	}
	if h >= 18 {
		below = 2
	}
	f.Body = row(max(h-y-below, 0), h > 0)
	y = h - 1
	f.Status = row(1, below > 0)
	return f
}

// Split divides a body between the panes. Where only one fits, it is the
// facets if they are in use, else the list.
func Split(body Rect, facetsInUse bool) Panes {
	rest := body
	var p Panes
	switch {
	case body.W >= withFacets:
		p.Facets, rest = cut(rest, facetWidth(body.W))
	case facetsInUse:
		return Panes{Facets: body}
	}
	p.List = rest
	if body.W >= withPreview {
		p.List, p.Preview = cut(rest, listWidth(body.W))
	}
	return p
}

// cut takes a column of w cells off r; a gap stays between it and the rest.
func cut(r Rect, w int) (left, rest Rect) {
	left = Rect{r.X, r.Y, w, r.H}
	taken := w + Gap
	return left, Rect{r.X + taken, r.Y, r.W - taken, r.H}
}

func facetWidth(w int) int {
	if w >= withWideList {
		return 28
	}
	return 23
}

func listWidth(w int) int {
	if w >= withWideList {
		return 56
	}
	return 42
}

// Measure is the width of the article's text and where it starts, in a body of
// that width: centred, at most most cells, with room for the marks beside it.
func Measure(body Rect, most int) Rect {
	side := 2
	if body.W < 30 {
		side = 0
	}
	w := max(min(most, body.W-2*side), min(body.W, 1))
	return Rect{body.X + (body.W-w)/2, body.Y, w, body.H}
}
