package reader

import "sort"

// Section is the headings that the line at the top of the pane stands under, the
// highest first; none before the first heading. The article's own title, where
// it is repeated as the first heading, is none.
func (p *Pane) Section() []string {
	if p.text == nil {
		return nil
	}
	all := p.text.Headings
	n := sort.Search(len(all), func(i int) bool { return all[i].Line > p.top-len(p.head()) })
	var path []string
	for level, i := 7, n-1; i >= 0 && level > 1; i-- {
		if all[i].Level >= level {
			continue
		}
		level = all[i].Level
		if i > 0 || all[i].Text != p.text.settings.Facts.Title {
			path = append([]string{all[i].Text}, path...)
		}
	}
	return path
}
