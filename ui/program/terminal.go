package program

import (
	"os"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
)

func isTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }

// isDumb reports a terminal that can show nothing but lines, or of which nothing
// is known; the one of Windows has no name.
func isDumb(env []string) bool {
	kind := variable(env, "TERM")
	return kind == "dumb" || kind == "" && runtime.GOOS != "windows"
}

// variable is what the environment says last.
func variable(env []string, name string) string {
	for i := len(env) - 1; i >= 0; i-- {
		if n, value, _ := strings.Cut(env[i], "="); n == name {
			return value
		}
	}
	return ""
}
