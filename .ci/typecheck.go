// Typecheck says whether the program fits every system and machine that it is
// made for, without compiling it for each: that would take forty seconds apiece,
// most of them for code that is not ours. Of what we link only the declarations
// are looked at, of our own packages all.
//
//	go run .ci/typecheck.go linux/arm64 windows/amd64
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	failed := false
	for _, target := range os.Args[1:] {
		packages, err := check(target)
		fmt.Printf("%s: %d packages\n", target, packages)
		if err != nil {
			failed = true
			fmt.Println(err)
		}
	}
	if failed {
		os.Exit(1)
	}
}

// listed is a package as go list has it.
type listed struct {
	ImportPath, Dir string
	GoFiles         []string
	ImportMap       map[string]string
	Module          *struct{ Main bool }
}

func check(target string) (packages int, err error) {
	system, machine, _ := strings.Cut(target, "/")
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,ImportMap,Module", "./...")
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+machine, "CGO_ENABLED=0")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return 0, err
	}
	known := map[string]*types.Package{"unsafe": types.Unsafe}
	var all []error
	for d := json.NewDecoder(bytes.NewReader(out)); ; packages++ {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return packages, errors.Join(all...)
		} else if err != nil {
			return packages, err
		}
		// What a package imports is listed before it.
		if p.ImportPath != "unsafe" {
			var err error
			known[p.ImportPath], err = p.check(machine, known)
			all = append(all, err)
		}
	}
}

func (p listed) check(machine string, known map[string]*types.Package) (*types.Package, error) {
	fset, ours := token.NewFileSet(), p.Module != nil && p.Module.Main
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	var all []error
	config := types.Config{
		Importer:         imports{p.ImportMap, known},
		Sizes:            types.SizesFor("gc", machine),
		IgnoreFuncBodies: !ours,
		Error:            func(err error) { all = append(all, err) },
	}
	checked, err := config.Check(p.ImportPath, fset, files, nil)
	if len(all) == 0 && err != nil {
		all = append(all, err)
	}
	return checked, errors.Join(all...)
}

// imports finds packages among those that were checked.
type imports struct {
	renamed map[string]string
	known   map[string]*types.Package
}

func (i imports) Import(path string) (*types.Package, error) {
	if name, ok := i.renamed[path]; ok {
		path = name
	}
	if p := i.known[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("%s is not known", path)
}
