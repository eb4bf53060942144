package articles

import "testing"

// FuzzDecodeEntry reads what a damaged index may hand out.
func FuzzDecodeEntry(f *testing.F) {
	e := &entry{file: file{name: "a.md"}, path: "a.md"}
	e.article.Title = "A"
	facts, err := e.encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(facts)
	f.Add([]byte{0xa1, 0x61, 'x', 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, facts []byte) {
		e, err := decodeEntry(facts)
		if err != nil {
			return
		}
		if _, err := e.encode(); err != nil {
			t.Error(err)
		}
	})
}
