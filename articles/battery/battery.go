// Package battery says how long the tests of hostile input and broken machines
// run. Their names begin with TestBattery. In `go test ./...` each of them runs
// a short form, with the same inputs but fewer or smaller; DOSSIER_BATTERY=whole
// asks for all of it, which takes hours, and .ci/battery adds up what was tried.
package battery

import (
	"os"
	"testing"
)

// Whole reports whether all of the battery is wanted.
func Whole() bool { return os.Getenv("DOSSIER_BATTERY") == "whole" }

// Of is how many rounds, inputs or bytes to try: short, or whole if all of the
// battery is wanted.
func Of(short, whole int) int {
	if Whole() {
		return whole
	}
	return short
}

// Tried reports that n of what (a plural: "rounds of SIGKILL") were tried, in
// the words that .ci/battery adds up.
func Tried(t testing.TB, n int, what string) {
	t.Helper()
	t.Logf("battery: %d %s", n, what)
}
