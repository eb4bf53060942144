// Package naughty holds strings that have broken programs: the Big List of Naughty
// Strings by Max Woolf (npm big-list-of-naughty-strings 1.0.0), as it is. Its
// licence, MIT, stands beside it.
package naughty

import (
	_ "embed"
	"encoding/json"
)

//go:embed blns.json
var list []byte

// Strings lists all of them.
func Strings() []string {
	var all []string
	if err := json.Unmarshal(list, &all); err != nil {
		panic(err) // the file is part of the program
	}
	return all
}
