package markdown

// Targets are those of a body's links, each kept once: a definition of two
// kilobytes may be used by every letter.
type Targets map[string]string

// Of is a target as it is kept.
func (t *Targets) Of(target []byte) string {
	if kept, ok := (*t)[string(target)]; ok {
		return kept
	}
	if *t == nil {
		*t = Targets{}
	}
	kept := string(target)
	(*t)[kept] = kept
	return kept
}
