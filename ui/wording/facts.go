package wording

import (
	"dossier/model"
	"dossier/ui/message"
)

// Or is a fact, or what is said where it is missing.
func Or(fact string, missing message.Text) string {
	if fact == "" {
		return missing.String()
	}
	return fact
}

// Detected is a fact that nobody stated.
func Detected(fact string) string { return message.Say("%s (detected)", fact) }

var statuses = [...]message.Text{model.Done: "done", model.Announced: "announced", model.Disputed: "disputed"}

// Status is what a cut is.
func Status(s model.Status) string { return statuses[s].String() }

// Kind is what an actor is.
func Kind(k model.Kind) string {
	if k == model.Person {
		return message.Say("person")
	}
	return message.Say("organisation")
}

// services are the names that this program gives to what vendors supply. A
// text may state others.
var services = map[string]message.Text{
	"app store": "app store", "card payments": "card payments", "database": "database", "hosting": "hosting",
	"messaging": "messaging", "payments": "payments", "workplace chat": "workplace chat",
}

// Service is what a vendor supplied.
func Service(name string) string {
	if known, ok := services[name]; ok {
		return known.String()
	}
	return name
}

// facts are in the order of the model's constants.
var facts = [...]message.Text{"fact|language", "fact|title", "fact|date", "fact|author", "fact|source", "fact|actors", "fact|cuts"}

// Facts names the facts of a set.
func Facts(f model.Fields) []string {
	var names []string
	for i, name := range facts {
		if f.Has(1 << i) {
			names = append(names, name.String())
		}
	}
	return names
}

// Percent is a share: 12 %.
func Percent(n int) string { return message.Say("%d %%", n) }
