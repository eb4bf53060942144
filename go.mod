module dossier

go 1.26.0

require (
	charm.land/bubbles/v2 v2.2.1 // text fields
	charm.land/bubbletea/v2 v2.0.9 // the program on the screen
	charm.land/glamour/v2 v2.0.1 // Markdown
	charm.land/lipgloss/v2 v2.0.6 // styles
	github.com/adrg/xdg v0.5.3 // where the system keeps state
	github.com/alecthomas/chroma/v2 v2.14.0 // colours of code, as Glamour has them
	github.com/charmbracelet/colorprofile v0.4.3 // what colours a terminal has
	github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886 // cells of the emulated screen, for tests and pictures
	github.com/charmbracelet/x/ansi v0.11.9 // widths and cuts of styled text
	github.com/charmbracelet/x/term v0.2.2 // whether an output is a terminal
	github.com/charmbracelet/x/vt v0.0.0-20260913004009-c615ff2f7805 // for tests; has no releases, and later commits do not resolve
	github.com/creack/pty v1.1.24 // a terminal of the system, for tests
	github.com/fsnotify/fsnotify v1.10.1 // changes of files
	github.com/fxamacker/cbor/v2 v2.9.6 // facts as bytes, for the index
	github.com/gofrs/flock v0.13.1 // two programs and one file
	github.com/nickng/bibtex v1.4.2 // for tests
	github.com/rogpeppe/go-internal v1.16.0 // command lines, for tests
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // for tests
	github.com/spf13/cobra v1.10.2 // verbs and flags
	github.com/spf13/pflag v1.0.9 // what flags a verb has, for its manual
	github.com/wlynxg/chardet v1.0.5 // encodings of text files
	github.com/yuin/goldmark v1.7.8 // the blocks of Markdown, and HTML for export
	go.yaml.in/yaml/v3 v3.0.6 // front matter and side-cars
	golang.org/x/net v0.61.0 // HTML of saved pages
	golang.org/x/text v0.43.0 // encodings, languages, normal forms, messages
	golang.org/x/sys v0.49.0 // sessions of processes: whether a shell can go on with one
	golang.org/x/tools v0.52.0 // for tests: the messages in the source
	modernc.org/sqlite v1.61.1 // index and full text; without cgo or network code
)

require (
	github.com/atotto/clipboard v0.1.4 // indirect
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/charmbracelet/x/exp/ordered v0.1.0 // indirect
	github.com/charmbracelet/x/exp/slice v0.0.0-20250327172914-2fdc97757edf // indirect
	github.com/charmbracelet/x/termios v0.1.1 // indirect
	github.com/charmbracelet/x/windows v0.2.2 // indirect
	github.com/clipperhouse/displaywidth v0.11.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/dlclark/regexp2 v1.11.0 // indirect
	github.com/dustin/go-humanize v1.1.0 // indirect
	github.com/google/uuid v1.6.0 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/lucasb-eyer/go-colorful v1.4.1 // indirect
	github.com/mattn/go-isatty v0.0.24 // indirect
	github.com/mattn/go-runewidth v0.0.31 // indirect; at least this: before 0.0.28 its init costs every start 16 ms
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/muesli/cancelreader v0.2.2 // indirect
	github.com/ncruces/go-strftime v1.1.0 // indirect
	github.com/remyoudompheng/bigfft v0.0.0-20230129092748-24d4a6f8daec // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/x448/float16 v0.8.4 // indirect
	github.com/xo/terminfo v0.0.0-20220910002029-abceb7e1c41e // indirect
	github.com/yuin/goldmark-emoji v1.0.5 // indirect
	golang.org/x/exp v0.0.0-20231110203233-9a3e6036ecaa // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	modernc.org/libc v1.79.0 // indirect
	modernc.org/mathutil v1.7.1 // indirect
	modernc.org/memory v1.12.1 // indirect
)
