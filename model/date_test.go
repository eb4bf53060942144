package model

import (
	"strings"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
	}{
		{"2021", Date{2021, 0, 0}},
		{"2021-01", Date{2021, 1, 0}},
		{"2021-01-08", Date{2021, 1, 8}},
		{"0001", Date{1, 0, 0}},
		{"9999-12-31", Date{9999, 12, 31}},
		{"2020-02-29", Date{2020, 2, 29}},
		{"2000-02-29", Date{2000, 2, 29}},
	} {
		got, err := ParseDate(c.in)
		if err != nil || got != c.want {
			t.Errorf("ParseDate(%q) = %v, %v, want %v", c.in, got, err, c.want)
		}
		if got.String() != c.in {
			t.Errorf("ParseDate(%q).String() = %q", c.in, got.String())
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "-", "21", "02021", "0000", "202l", "2021-", "2021-1", "2021-00", "2021-13", "2021-01-",
		"2021-01-00", "2021-01-32", "2021-04-31", "2021-02-29", "1900-02-29", "2021-1-08", "2021-01-8",
		"2021-01-08-09", "2021-001", "+021", "-021", "2021-+1", "2_21", "2021/01/08", " 2021", "2021 ",
		"２０２１", "2021-01-08T10:00", "2021-99-99", "2021-01-999",
	} {
		d, err := ParseDate(s)
		if err == nil || d != (Date{}) {
			t.Errorf("ParseDate(%q) = %v, %v, want an error", s, d, err)
		}
	}
	if _, err := ParseDate("1.2.21"); err == nil || !strings.Contains(err.Error(), `"1.2.21"`) || !strings.Contains(err.Error(), "2021-01-08") {
		t.Errorf("the error %v does not name the text and the way out", err)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2021", "2021-01", "2021-01-08", "2021-02-30", "0-0-0", "-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Fatalf("%q is read as %v", s, d)
		}
	})
}

func date(t *testing.T, s string) Date {
	t.Helper()
	if s == "" {
		return Date{}
	}
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCompare(t *testing.T) {
	inOrder := []string{"", "1999-12-31", "2020", "2020-12-31", "2021", "2021-01", "2021-01-01", "2021-01-31", "2021-02", "2021-10-01", "2022"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			if got := date(t, a).Compare(date(t, b)); sign(got) != sign(i-j) {
				t.Errorf("%q.Compare(%q) = %d", a, b, got)
			}
		}
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		from, to, date string
		want           bool
	}{
		{"2021-01-08", "2021-01-12", "2021-01-07", false},
		{"2021-01-08", "2021-01-12", "2021-01-08", true},
		{"2021-01-08", "2021-01-12", "2021-01-12", true},
		{"2021-01-08", "2021-01-12", "2021-01-13", false},
		{"2021-01-08", "2021-01-12", "2021-01", true},
		{"2021-01-08", "2021-01-12", "2021", true},
		{"2021-01-08", "2021-01-12", "2021-02", false},
		{"2021-01-08", "2021-01-12", "2020", false},
		{"2021-01", "2021-01", "2021-01-31", true},
		{"2021-01", "2021-01", "2021-02-01", false},
		{"2021-01", "2021-01", "2020-12-31", false},
		{"2021-02", "2021-02", "2021-02-28", true},
		{"2021", "2021", "2021-12-31", true},
		{"2021", "2021", "2022-01-01", false},
		{"2020", "2021-01", "2021", true},
		{"2021-01-08", "", "2021-01-07", false},
		{"2021-01-08", "", "2021-01", true},
		{"2021-01-08", "", "9999", true},
		{"", "2021-01-08", "2021-01-08", true},
		{"", "2021-01-08", "2021-01-09", false},
		{"", "2021-01-08", "0001", true},
		{"", "", "2021", true},
		{"", "", "", false},
		{"2021", "2021", "", false},
	} {
		r := Range{date(t, c.from), date(t, c.to)}
		if got := r.Overlaps(date(t, c.date)); got != c.want {
			t.Errorf("%q..%q overlaps %q: %v", c.from, c.to, c.date, got)
		}
	}
}
