package terminal

import (
	"slices"

	"dossier/ui/config"
	"dossier/ui/message"
)

// fixed are the keys that do an action whatever is set, so that nobody who sets
// keys gets stuck: a text field and a panel know them too.
var fixed = map[action][]string{"quit": {"ctrl+c"}, "suspend": {"ctrl+z"}, "close": {"esc"}}

// Actions is the table of keys as a configuration has it.
func Actions() []config.Action {
	var all []config.Action
	for _, b := range bindings() {
		all = append(all, config.Action{Scope: scopeNames[b.scope], Name: string(b.action), Does: b.help, Keys: b.keys, Fixed: fixed[b.action]})
	}
	return all
}

// bound is the table with the keys that a configuration gives.
func bound(c config.Config) []binding {
	all, keys := bindings(), c.ByID()
	for i, b := range all {
		if own, ok := keys[scopeNames[b.scope]+"."+string(b.action)]; ok {
			all[i].keys = own
		}
	}
	return all
}

// keyFor names the key that does an action, for a sentence.
func (p *program) keyFor(name action) string {
	at := slices.IndexFunc(p.keys, func(b binding) bool { return b.action == name && len(b.keys) > 0 })
	if at < 0 {
		return message.Say("(no key)")
	}
	return keyNames(p.keys[at].keys[:1])
}
