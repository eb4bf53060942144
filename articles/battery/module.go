package battery

import (
	"os/exec"
	"strings"
	"testing"
)

// Module is the folder of a module that this one requires, for tests that come
// with it. Where it is not to be found, t is skipped.
func Module(t testing.TB, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	dir := strings.TrimSpace(string(out))
	if err != nil || dir == "" {
		t.Skipf("%s is not here: %v", path, err)
	}
	return dir
}
