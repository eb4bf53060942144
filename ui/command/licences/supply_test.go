package licences_test

import (
	"os"
	"strings"
	"testing"

	"dossier/ui/command/licences"
)

// TestRequirementsHaveReasons holds that whoever adds a module says beside it what
// for. What is linked and under which licence is held by ui/command/licences.
func TestRequirementsHaveReasons(t *testing.T) {
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	direct := 0
	for line := range strings.Lines(string(mod)) {
		module, reason, told := strings.Cut(strings.TrimSpace(line), " // ")
		if !strings.Contains(module, " v") || strings.HasPrefix(module, "go ") || strings.HasPrefix(reason, "indirect") {
			continue
		}
		direct++
		if !told || len(reason) < len("word") {
			t.Errorf("go.mod does not say what %s is for", module)
		}
	}
	if direct < 10 {
		t.Errorf("only %d direct requirements were found", direct)
	}
}

// TestLicencesAreFree holds that no licence asks more than its text: that of the
// program is MIT.
func TestLicencesAreFree(t *testing.T) {
	for _, m := range licences.All() {
		for _, word := range strings.FieldsFunc(m.SPDX, func(r rune) bool { return r == ' ' || r == '(' || r == ')' }) {
			switch word {
			case "MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "Zlib", "Unlicense", "CC0-1.0", "blessing", "Unicode-3.0", "AND", "OR", "WITH":
			default:
				t.Errorf("%s is under %s: see whether it may be linked", m.Path, m.SPDX)
			}
		}
	}
}
