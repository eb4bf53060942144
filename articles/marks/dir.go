package marks

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/adrg/xdg"
)

// Builtin is the key of the built-in dossier.
const Builtin = "parler"

// Dir is the program's state directory: $XDG_STATE_HOME/dossier, or what is
// usual on this system. env is the environment, as of os.Environ.
func Dir(env []string) string {
	home := xdg.StateHome
	for _, e := range env {
		if dir, ok := strings.CutPrefix(e, "XDG_STATE_HOME="); ok && filepath.IsAbs(dir) {
			home = dir
		}
	}
	return filepath.Join(home, "dossier")
}

// Key names the dossier that paths open, wherever it is opened from and in
// whichever order they are given: by where they lead. Without paths it is
// Builtin; it is empty for standard input alone, which is another each time.
func Key(paths ...string) string {
	if len(paths) == 0 {
		return Builtin
	}
	var roots []string
	for _, p := range paths {
		if p != "-" {
			roots = append(roots, root(p))
		}
	}
	slices.Sort(roots)
	return strings.Join(slices.Compact(roots), "\n")
}

func root(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Clean(path)
}

// fileName is the name of a dossier's log: what a person knows it by, and what
// no other has.
func fileName(dossier string) string {
	known := strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '-'
	}, filepath.Base(dossier))
	if known = strings.Trim(known[:min(len(known), 40)], "-"); known != "" {
		known += "-"
	}
	sum := sha256.Sum256([]byte(dossier))
	return known + hex.EncodeToString(sum[:8]) + ".jsonl"
}
