package yamldoc

import "testing"

// FuzzParse reads every value of any text. No line it names may lie outside.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: 1", "a: [b, {c: d}]", "&a b: *a", "a:\n\t- b", "- a", "a: 'b", "? [a]\n: b", "a: |\n  b\n", "%YAML 1.1\n---\na: b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Parse(text, 5)
		if broken, ok := err.(*Error); ok && (broken.Line != 0 && broken.Line < 6 || broken.Reason == "") {
			t.Errorf("%q: %+v", text, broken)
		}
		readMap(t, m)
	})
}

func readMap(t *testing.T, m Map) {
	seen := map[string]bool{}
	for _, e := range m.Entries() {
		if seen[e.Key] || e.Line < 6 {
			t.Errorf("key %q, line %d", e.Key, e.Line)
		}
		seen[e.Key] = true
		readValue(t, e.Value)
	}
}

func readValue(t *testing.T, v Value) {
	if v.Line() < 6 {
		t.Errorf("%s in line %d", v.Kind(), v.Line())
	}
	_, text := v.Text()
	items, list := v.List()
	m, mapping := v.Map()
	if v.Kind() == "text" != text || v.Kind() == "a list" != list || v.Kind() == "a mapping" != mapping {
		t.Errorf("%s is text %v, list %v, mapping %v", v.Kind(), text, list, mapping)
	}
	for _, item := range items {
		readValue(t, item)
	}
	readMap(t, m)
}
