package config

// presetNames are the presets; the first is what Known has.
var presetNames = []string{"default", "vim", "less"}

// Presets are the names of the sets of keys that a configuration may begin with.
func Presets() []string { return append([]string{}, presetNames...) }

// presets are what each of them has other than the default, which moves as vim
// and less do where those agree.
var presets = map[string][]setting{
	// h and l go out and in, ctrl+e and ctrl+y scroll, ctrl+w changes the window.
	"vim": {
		{id: "article.leave", keys: []string{"h", "left"}},
		{id: "article.whole", keys: []string{"W"}},
		{id: "article.down", keys: []string{"j", "down", "ctrl+e"}},
		{id: "article.up", keys: []string{"k", "up", "ctrl+y"}},
		{id: "article.next-heading", keys: []string{"]", "}"}},
		{id: "article.previous-heading", keys: []string{"[", "{"}},
		{id: "everywhere.next-pane", keys: []string{"tab", "ctrl+w"}},
		{id: "everywhere.undo", keys: []string{"u", "U"}},
	},
	// In an article the keys of less: d u by half pages, f by pages, < > to the
	// ends, h for help.
	"less": {
		{id: "article.down", keys: []string{"j", "down", "enter", "ctrl+n"}},
		{id: "article.up", keys: []string{"k", "up", "ctrl+y"}},
		{id: "article.page-down", keys: []string{"space", "f", "pgdown", "ctrl+f", "ctrl+v"}},
		{id: "article.half-page-down", keys: []string{"d", "ctrl+d"}},
		{id: "article.half-page-up", keys: []string{"u", "ctrl+u"}},
		{id: "article.top", keys: []string{"g", "<", "home"}},
		{id: "article.bottom", keys: []string{"G", ">", "end"}},
		{id: "article.whole", keys: []string{"W"}},
		{id: "everywhere.help", keys: []string{"?", "h"}},
		{id: "everywhere.undo", keys: []string{"U", "u"}},
	},
}
