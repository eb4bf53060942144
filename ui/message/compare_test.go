package message

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// compare finds what is wrong with a catalogue.
func (s *source) compare(all map[string][]string) (faults []string) {
	for _, key := range slices.Sorted(maps.Keys(s.messages)) {
		m := s.messages[key]
		forms, ok := all[key]
		switch {
		case !ok:
			faults = append(faults, "missing:\n"+m.stub(key))
		case len(forms) != len(m.forms):
			faults = append(faults, "other forms: "+key)
		}
		for _, form := range forms {
			if !sameValues(form, m.forms) {
				faults = append(faults, "other values: "+form)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if _, ok := s.messages[key]; !ok {
			faults = append(faults, "not in the source: "+key)
		}
	}
	return faults
}

// sameValues: one of several forms may leave the number out.
func sameValues(form string, english []string) bool {
	got, want := verbs(form), verbs(english[len(english)-1])
	if len(english) > 1 && got[1] == "" {
		delete(want, 1)
	}
	return maps.Equal(got, want)
}

// stub is a message for a translator to fill in.
func (m spoken) stub(key string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "#: %s\n", m.at)
	if meaning, text, ok := cutMeaning(key); ok {
		fmt.Fprintf(&b, "msgctxt %q\n", meaning)
		key = text
	}
	fmt.Fprintf(&b, "msgid %q\n", key)
	if len(m.forms) == 1 {
		b.WriteString("msgstr \"\"\n")
		return b.String()
	}
	fmt.Fprintf(&b, "msgid_plural %q\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n", m.forms[1])
	return b.String()
}
