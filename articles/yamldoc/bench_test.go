package yamldoc

import "testing"

// BenchmarkParse reads the front matter of a usual article, as it is and as the
// library does it.
func BenchmarkParse(b *testing.B) {
	const text = "title: \"A bank leaves\"\nlanguage: en\ndate: 2021-01-09\nsource: The Paper\nactors: [John Matze, Amazon, Twilio]\ntags:\n  - news\n  - banks\n"
	for name, parse := range map[string]func(string, int) (Map, error){"plain": Parse, "library": parse} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				parse(text, 0)
			}
		})
	}
}
