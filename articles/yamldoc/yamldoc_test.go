package yamldoc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestEntriesKeepOrderAndLines(t *testing.T) {
	m, err := Parse("title: one\nTitle: two\n? [a, b]\n: c\n<<: x\nn: ~\n", 1)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range m.Entries() {
		text, _ := e.Value.Text()
		got = append(got, e.Key+"="+text)
		if e.Key == "n" && (e.Line != 7 || !e.Value.Null()) {
			t.Errorf("n: line %d, null %v", e.Line, e.Value.Null())
		}
	}
	if s := strings.Join(got, " "); s != "title=one <<=x n=" {
		t.Errorf("got %s", s)
	}
}

func TestScalarsStayAsWritten(t *testing.T) {
	for in, want := range map[string]string{
		"v: no": "no", "v: 0777": "0777", "v: 2021-01-08": "2021-01-08", "v: 1e400": "1e400",
		"v: !!binary G1sz": "G1sz", "v: !!null x": "", "v:": "", "v: 1:30:00": "1:30:00",
		`v: "a\tb"`: "a\tb",
	} {
		m, err := Parse(in, 0)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got, ok := m.Entries()[0].Value.Text(); !ok || got != want {
			t.Errorf("%s: %q, %v", in, got, ok)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	tests := []struct {
		in   string
		line int // 0: ErrNoMapping
	}{
		{"- a\n- b\n", 0},
		{"just text\n", 0},
		{"a: 1\nb 2\nc: 3\n", 5},
		{"a: 1\nb: [x\nc: 2\nd: 3\n", 5},
		{"x: 1\ntitle: @foo\n", 5},
		{"title: Foo: bar\n", 4},
		{"title: x\ntags:\n\t- a\n", 6},
	}
	for _, tt := range tests {
		_, err := Parse(tt.in, 3)
		var broken *Error
		switch {
		case tt.line == 0 && !errors.Is(err, ErrNoMapping):
			t.Errorf("%q: %v", tt.in, err)
		case tt.line > 0 && (!errors.As(err, &broken) || broken.Line != tt.line || broken.Reason == ""):
			t.Errorf("%q: %#v", tt.in, err)
		}
	}
}

func TestKindsOfValue(t *testing.T) {
	m, err := Parse("a: &x [1]\nb: {c: d}\ne: *x\nf: g\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, e := range m.Entries() {
		kinds = append(kinds, e.Value.Kind())
	}
	if got := strings.Join(kinds, ", "); got != "a list, a mapping, an alias, text" {
		t.Error(got)
	}
}

func TestBombsDoNotExpand(t *testing.T) {
	laughs := "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
	for i := '1'; i <= '9'; i++ {
		laughs += "a" + string(i) + ": &a" + string(i) + " [" + strings.Repeat("*a"+string(i-1)+",", 9) + "]\n"
	}
	for _, in := range []string{
		laughs, "a: &a [*a]\n", "&a title: *a\n",
		"title: " + strings.Repeat("[", 20000),
		strings.Repeat("? ", 20000) + "a\n",
		strings.Repeat("a: ", 20000),
	} {
		m, _ := Parse(in, 0) // that it comes back is the test
		m.Entries()
	}
}

func TestNamesAreAsWritten(t *testing.T) {
	m, err := ParseUpTo(100, "A.md: 1\na.md: 2\nA.md: 3\n? [x]\n: 4\n", 2)
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, e := range m.Names() {
		text, _ := e.Value.Text()
		got += fmt.Sprintf("%d %s=%s ", e.Line, e.Key, text)
	}
	if got != "3 A.md=1 4 a.md=2 5 A.md=3 " {
		t.Error(got)
	}
	if _, err := ParseUpTo(1<<20, strings.Repeat("a", 1<<20+1), 0); err == nil || err.Error() != "more than 1 MiB" {
		t.Error(err)
	}
}
