package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dossier/ui/program"
	"dossier/ui/script"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dossier": main})
}

// whole is the program for scripts that see its screens.
func whole(args []string, w script.World) int {
	return program.Run(args, program.Streams(w))
}

// play runs a folder of scripts; ui/script has the words they are written in.
func play(t *testing.T, folder string, env map[string]string) {
	t.Helper()
	testscript.Run(t, script.Set{
		Folder: folder, Golden: "ui/terminal/testdata/golden",
		Program: whole, Env: env, Update: *update,
	}.Params())
}

// TestScripts runs command lines and looks at their output and exit status.
func TestScripts(t *testing.T) {
	t.Parallel()
	play(t, "ui/command/testdata", nil)
}

// TestWalks goes by keys through the screens of the whole program.
func TestWalks(t *testing.T) {
	t.Parallel()
	play(t, "ui/terminal/testdata/walks", map[string]string{"PARLER": absolute(t, "articles/parler"), "SEEDS": seeds(t)})
}

var update = flag.Bool("update", false, "write the golden screens anew")

// TestGoldenScreens holds screens that a person can read, on terminals of several
// sizes. `go test . -update` writes them anew.
func TestGoldenScreens(t *testing.T) {
	t.Parallel()
	for _, size := range []string{"80x24", "40x12", "120x40"} {
		t.Run(size, func(t *testing.T) {
			play(t, "ui/terminal/testdata/screens", map[string]string{"SIZE": size})
		})
	}
}

// TestLanguages looks at the screens in other languages. A process speaks one, so
// nothing else runs beside it.
func TestLanguages(t *testing.T) {
	for folder, locale := range map[string]string{"brackets": "en_XA", "german": "de_DE.UTF-8", "french": "fr_FR.UTF-8"} {
		t.Run(folder, func(t *testing.T) {
			testscript.Run(t, script.Set{Folder: "ui/terminal/testdata/languages/" + folder, Program: whole, Locale: locale}.Params())
		})
	}
}

// seeds is the folder of the five real texts, empty where there is none.
func seeds(t *testing.T) string {
	dir := os.Getenv("DOSSIER_SEEDS")
	if dir == "" {
		dir = filepath.Join("..", "shared", "seeds")
	}
	if _, err := os.Stat(filepath.Join(dir, "gold.json")); err != nil {
		return ""
	}
	return absolute(t, dir)
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// joins are what joins the parts: the program, and those that test and draw it.
var joins = regexp.MustCompile(`_test\.go$|^ui/(picture|program)/`)

// TestImports holds the rule of who may know whom.
func TestImports(t *testing.T) {
	forbidden := map[string]*regexp.Regexp{
		"model":    regexp.MustCompile(`"dossier/(ui|articles)|"(os|io/fs|net/http|charm\.land)`),
		"articles": regexp.MustCompile(`"dossier/ui|"charm\.land`),
		"ui":       regexp.MustCompile(`"dossier/articles`),
	}
	for room, no := range forbidden {
		err := filepath.WalkDir(room, func(path string, d os.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || joins.MatchString(filepath.ToSlash(path)) {
				return err
			}
			source, err := os.ReadFile(path)
			if found := no.Find(source); found != nil {
				t.Errorf("%s imports %s", path, found)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
