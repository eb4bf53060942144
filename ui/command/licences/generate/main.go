// Generate writes licences.txt anew, from what is linked on any of the systems
// that the program is built for and from the licences that those modules carry.
// It fails if it does not know a licence: then a person has to read it.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	text, err := list()
	if err == nil {
		err = os.WriteFile("licences.txt", []byte(text), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

var systems = []string{"linux", "darwin", "windows", "freebsd"}

// list is the file.
func list() (string, error) {
	modules, err := linked()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, m := range modules {
		text, err := texts(m.dir)
		if err != nil {
			return "", fmt.Errorf("%s: %w", m.path, err)
		}
		spdx, err := identify(text)
		if err != nil {
			return "", fmt.Errorf("%s: %w", m.path, err)
		}
		fmt.Fprintf(&b, "==== %s %s %s\n\n%s\n\n", m.path, m.version, spdx, text)
	}
	return b.String(), nil
}

type module struct{ path, version, dir string }

// linked are the modules of all systems, by path, with Go's own library first.
func linked() ([]module, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	all := []module{{"std", release(), strings.TrimSpace(string(goroot))}}
	for _, system := range systems {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "dossier")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			if f := strings.Split(line, "\t"); len(f) == 3 {
				all = append(all, module{f[0], f[1], f[2]})
			}
		}
	}
	slices.SortStableFunc(all[1:], func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(all), nil
}

// release is the version of the language, whatever toolchain builds it.
func release() string {
	return regexp.MustCompile(`^go\d+\.\d+`).FindString(runtime.Version())
}

var named = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|unlicense)`)

// texts are the licences and notices that a folder holds.
func texts(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var all []string
	for _, e := range entries {
		if e.IsDir() || !named.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		all = append(all, strings.TrimSpace(string(text)))
	}
	if len(all) == 0 {
		return "", errors.New("it carries no licence")
	}
	return strings.Join(all, "\n\n"), nil
}

// marks are sentences by which a licence is known.
var marks = []struct{ spdx, sentence string }{
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"Apache-2.0", "Apache License Version 2.0"},
	{"Apache-2.0", "http://www.apache.org/licenses/LICENSE-2.0"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
	{"BSD-3-Clause", "may be used to endorse or promote products"},
}

const bsd = "Redistribution and use in source and binary forms"

// identify names the licences in a text as SPDX does.
func identify(text string) (string, error) {
	text = strings.Join(strings.Fields(text), " ")
	var found []string
	for _, m := range marks {
		if strings.Contains(strings.ToLower(text), strings.ToLower(m.sentence)) && !slices.Contains(found, m.spdx) {
			found = append(found, m.spdx)
		}
	}
	if strings.Contains(text, bsd) && !slices.Contains(found, "BSD-3-Clause") {
		found = append(found, "BSD-2-Clause")
	}
	if len(found) == 0 {
		return "", errors.New("nobody knows this licence; read it, and add a sentence of it to marks")
	}
	return strings.Join(found, " AND "), nil
}
