// Package said says things, for a test.
package said

import "dossier/ui/message"

var table = []struct {
	name string
	text message.Text
}{
	{"a", "in a table"},
	{"b", "same|meaning"},
}

const long = message.Text("never " + "translated")

func all(from string, n int) {
	message.Say("%s of %s", from, table)
	message.Count(n, "%d item", "%d items")
	message.Count(n, "%d thing", "%d things")
	message.Say(long)
	message.Say(message.Text(from))
	message.Say("%s of %s", from)
	message.Say("%d part")
}
