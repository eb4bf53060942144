package main

import (
	"os"
	"path/filepath"
	"testing"

	"dossier/ui/terminal/screen"
)

// TestPicturesAreAsTheProgramIs draws them again.
func TestPicturesAreAsTheProgramIs(t *testing.T) {
	for name, draw := range pictures {
		for look, paper := range papers {
			t.Run(name+"-"+look, func(t *testing.T) {
				t.Parallel()
				kept, err := os.ReadFile(file(name, look))
				if err != nil {
					t.Fatal(err)
				}
				// On a busy machine something may come too late for a scene.
				for try := 0; !drawn(t, draw, paper, string(kept)); try++ {
					if try == 2 {
						t.Fatalf("%s is stale: go generate ./ui/picture", file(name, look))
					}
				}
			})
		}
	}
}

func drawn(t *testing.T, draw func(screen.Paper) (string, error), p screen.Paper, kept string) bool {
	svg, err := draw(p)
	if err != nil {
		t.Fatal(err)
	}
	return svg == kept
}

// TestEveryPictureIsDrawn finds none that nothing draws any more.
func TestEveryPictureIsDrawn(t *testing.T) {
	files, err := filepath.Glob("*.svg")
	if err != nil || len(files) != len(pictures)*len(papers) {
		t.Errorf("there are %v, %v", files, err)
	}
}
