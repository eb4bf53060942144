package config

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// setting gives keys to the actions of a name.
type setting struct {
	id   string // scope.name, or a name alone for all scopes that have it
	keys []string
	line int
}

// keys reads which keys do what, on the base of a preset.
func (p *parser) keys(n *yaml.Node) {
	var own []setting
	p.each(n, "keys are written as `name: value` lines", func(key, value *yaml.Node) {
		if name := strings.ToLower(key.Value); name == "preset" {
			p.choose(&p.config.Preset, "preset", value, presetNames)
		} else if s, ok := p.setting(key, value); ok {
			own = append(own, s)
		}
	})
	p.config.Keys = p.known.preset(p.config.Preset)
	p.apply(own)
}

// preset is what keys do in a preset. What it names is there, as a test holds.
func (k Known) preset(name string) []Action {
	p := &parser{known: k, config: k.Default()}
	p.apply(presets[name])
	return p.config.Keys
}

// setting reads the keys of an action: one, or a list that may be empty.
func (p *parser) setting(key, value *yaml.Node) (s setting, ok bool) {
	s = setting{id: strings.ToLower(key.Value), line: key.Line}
	if len(p.meant(s.id)) == 0 {
		p.tell(key.Line, "%s is no action%s", quoted(key.Value), didYouMean(s.id, p.names()))
		return s, false
	}
	if value.Kind == yaml.ScalarNode && value.Value == "" {
		p.tell(key.Line, "%s has no key here; a sign such as ! or # needs quotes, and [] is for none", s.id)
		return s, false
	}
	nodes := []*yaml.Node{value}
	if value.Kind == yaml.SequenceNode {
		nodes = value.Content
	}
	for _, n := range nodes {
		if name, ok := p.key(n); ok && !slices.Contains(s.keys, name) {
			s.keys = append(s.keys, name)
		}
	}
	return s, len(s.keys) > 0 || len(nodes) == 0
}

func (p *parser) key(n *yaml.Node) (name string, ok bool) {
	if n.Kind != yaml.ScalarNode {
		p.tell(n.Line, "a key was expected here, as in `open: [enter, l]`")
		return "", false
	}
	name, reason := keyName(n.Value)
	if reason != "" {
		p.tell(n.Line, "%s", reason)
	}
	return name, reason == ""
}

// meant are the actions that a name means, by their places.
func (p *parser) meant(id string) (at []int) {
	for i, a := range p.known.Actions {
		if id == a.Name || id == a.ID() {
			at = append(at, i)
		}
	}
	return at
}

// names are all that may stand for actions.
func (p *parser) names() (all []string) {
	all = append(all, "preset")
	for _, a := range p.known.Actions {
		all = append(all, a.Name, a.ID())
	}
	return all
}

// apply gives actions the keys that are set for them. A name with its scope goes
// before one without.
func (p *parser) apply(all []setting) {
	byAction := map[int]setting{}
	for _, s := range all {
		for _, i := range p.meant(s.id) {
			if before, twice := byAction[i]; !twice || len(s.id) > len(before.id) {
				byAction[i] = s
			}
		}
	}
	var order []int
	for i := range p.config.Keys {
		if _, ok := byAction[i]; ok {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return byAction[a].line - byAction[b].line })
	base := clone(p.config.Keys)
	for _, i := range order {
		p.config.Keys[i].Keys = nil
	}
	for _, i := range order {
		p.give(i, byAction)
	}
	for _, i := range order {
		if len(byAction[i].keys) > 0 && len(p.config.Keys[i].Keys) == 0 {
			p.restore(i, base[i].Keys)
		}
	}
}

// restore gives an action that got none of the keys that were set for it those
// that it had, as far as nothing else does.
func (p *parser) restore(at int, before []string) {
	a := &p.config.Keys[at]
	for _, key := range before {
		if !slices.ContainsFunc(p.config.Keys, func(b Action) bool { return b.Scope == a.Scope && slices.Contains(b.Keys, key) }) {
			a.Keys = append(a.Keys, key)
		}
	}
}

// give gives an action its keys. What another one was given before stays there;
// what another one has by default it loses.
func (p *parser) give(at int, set map[int]setting) {
	a, line := &p.config.Keys[at], set[at].line
	for _, key := range append(slices.Clone(set[at].keys), a.Fixed...) {
		holder := slices.IndexFunc(p.config.Keys, func(b Action) bool {
			return slices.Contains(b.Fixed, key) || b.Scope == a.Scope && slices.Contains(b.Keys, key)
		})
		switch {
		case holder == at:
		case holder >= 0 && slices.Contains(p.config.Keys[holder].Fixed, key):
			p.tell(line, "%s always does %s, and cannot do %s", key, p.config.Keys[holder].Name, a.Name)
			continue
		case holder >= 0:
			if other, own := set[holder]; own {
				p.tell(line, "%s does %s, as line %d says, and cannot do %s too", key, p.config.Keys[holder].ID(), other.line, a.ID())
				continue
			}
		}
		if !slices.Contains(a.Keys, key) {
			a.Keys = append(a.Keys, key)
		}
		p.take(key, at, set)
	}
}

// take takes a key from the actions that have it by default: from those beside
// the one that gets it, and by one that is meant everywhere from all.
func (p *parser) take(key string, to int, set map[int]setting) {
	scope := p.config.Keys[to].Scope
	for i := range p.config.Keys {
		b := &p.config.Keys[i]
		if _, own := set[i]; own || i == to || scope != Everywhere && b.Scope != scope || !slices.Contains(b.Keys, key) {
			continue
		}
		b.Keys = slices.DeleteFunc(b.Keys, func(k string) bool { return k == key })
		if len(b.Keys) == 0 {
			b.Keys = nil
			p.tell(set[to].line, "%s does %s now, and no key does %s; set another one, or [] if none is to", key, p.config.Keys[to].ID(), b.ID())
		}
	}
}
