package query

import "testing"

func TestArgument(t *testing.T) {
	for _, c := range []struct {
		arg, want string
		ok        bool
	}{
		{"vendor:Apple", "vendor:Apple", true},
		{"-Vendor:Apple", "-Vendor:Apple", true},
		{"actor:John Matze", `actor:"John Matze"`, true},
		{`-title:f(x) \ y`, `-title:"f(x) \\ y"`, true},
		{"title:f(x)", `title:"f(x)"`, true},
		{`actor:"John Matze",Apple`, `actor:"John Matze",Apple`, true},
		{"vendor:Apple,Amazon", "vendor:Apple,Amazon", true},
		{"vendor:", "vendor:", true},
		{"title: ", "title: ", true},
		{"sort:-date", "sort:-date", true},
		{"title:a:b", "title:a:b", true},
		{"title::", "title::", true},
		{"vendr:Apple", "", false},
		{"vendor", "", false},
		{"--vendor:Apple", "", false},
		{"-v", "", false},
		{":x", "", false},
		{"./vendor:x", "", false},
		{"https://example.org", "", false},
		{"", "", false},
	} {
		got, ok := Argument(c.arg)
		if got != c.want || ok != c.ok {
			t.Errorf("Argument(%q) = %q, %v, want %q, %v", c.arg, got, ok, c.want, c.ok)
		}
	}
}
