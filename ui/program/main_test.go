package program

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test's program be dossier where a test starts it again.
func TestMain(m *testing.M) {
	if os.Getenv("DOSSIER_ITSELF") != "" {
		Main()
	}
	testscript.Main(m, programs)
}

// programs are what the test's program can be, by its name.
var programs = map[string]func(){"dossier": Main, drawnName: drawn}
