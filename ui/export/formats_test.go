package export

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/nickng/bibtex"

	"dossier/model"
)

func TestBibTeXIsRead(t *testing.T) {
	for name, d := range map[string]Document{"plain": two(), "hostile": hostile(evil)} {
		out := write(t, "bibtex", d)
		b, err := bibtex.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatalf("%s: %v in\n%s", name, err, out)
		}
		if len(b.Entries) != len(d.Hits) {
			t.Fatalf("%s: %d entries, want %d", name, len(b.Entries), len(d.Hits))
		}
	}
	b, _ := bibtex.Parse(strings.NewReader(write(t, "bibtex", two())))
	one, other := b.Entries[0], b.Entries[1]
	if one.CiteName != "sub-one" || one.Type != "article" || other.CiteName != "two" || other.Type != "misc" {
		t.Errorf("the entries are %s %s and %s %s", one.Type, one.CiteName, other.Type, other.CiteName)
	}
	for field, want := range map[string]string{
		"author": "{Jane Roe}", "title": `{A bank \& a shop leave}`, "journal": "The Post", "year": "2021", "day": "9",
		"language": "en", "url": "https://example.org/a?b=c&d=100%",
	} {
		if got := one.Fields[field].String(); got != want {
			t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if note := one.Fields["annote"].String(); !strings.Contains(note, "Bank cut ties (payments, 8 January 2021): “The bank has left”") {
		t.Errorf("the note is %q", note)
	}
}

// TestLaTeXIsNotRun checks that no backslash is left but those of ours, and that
// braces are balanced.
func TestLaTeXIsNotRun(t *testing.T) {
	out := write(t, "bibtex", hostile(evil))
	for _, bad := range []string{`\input{/etc`, " $(", " & ", " % ", " # ", " _ ", " ^ ", " ~ "} {
		if strings.Contains(out, bad) {
			t.Errorf("%q went out", bad)
		}
	}
	if strings.Count(out, "{") != strings.Count(out, "}") {
		t.Error("the braces are not balanced")
	}
}

func TestCitationKeysAreTheirOwn(t *testing.T) {
	k := keys{}
	for _, c := range [][2]string{{"sub/One.two", "sub-one-two"}, {"sub one two", "sub-one-two-2"}, {"Größe", "grosse"}, {"日本", "article"}, {"", "article-2"}, {"article-2", "article-2-2"}} {
		if got := k.of(c[0]); got != c[1] {
			t.Errorf("the key of %q is %q, want %q", c[0], got, c[1])
		}
	}
}

func TestCSVIsNoFormula(t *testing.T) {
	for _, c := range [][2]string{
		{"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-1", "'-1"}, {"@SUM(A1)", "'@SUM(A1)"}, {"\t=1", "'=1"}, {"\r=1", "'=1"}, {" =1", "'=1"}, {"\u200b=1", "'=1"},
		{"a=1", "a=1"}, {"2021-01-09", "2021-01-09"}, {"", ""}, {"'=1", "'=1"}, {"a\nb", "a b"},
	} {
		if got := cell(c[0]); got != c[1] {
			t.Errorf("the cell of %q is %q, want %q", c[0], got, c[1])
		}
	}
}

func TestCSVIsRead(t *testing.T) {
	for _, passages := range []bool{false, true} {
		d := two()
		d.Passages = passages
		out := write(t, "csv", d)
		if strings.Count(out, "\n") != strings.Count(out, "\r\n") {
			t.Error("a line does not end with CRLF")
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		want := map[bool]int{false: 3, true: 5}[passages]
		if err != nil || len(rows) != want {
			t.Fatalf("%d rows, %v, want %d", len(rows), err, want)
		}
		if passages && !slices.Equal(rows[1][:11], []string{"1", "Bank", "done", "payments", "2021-01-08", "", "", "The bank has left", "8", "25", ""}) {
			t.Errorf("the first passage is %q", rows[1])
		}
		if !passages && !slices.Equal(rows[1], []string{"sub/one", "2021-01-09", "en", "A bank & a shop leave", "Jane Roe", "The Post",
			"https://example.org/a?b=c&d=100%", "Jane Roe", "Parler; Bank; Shop", "Bank; Shop?", "", ""}) {
			t.Errorf("the first article is %q", rows[1])
		}
	}
}

func TestOffsetsOfJSONAreBytesOfTheBody(t *testing.T) {
	d := two()
	d.Passages = true
	var out struct{ Passages []passageJSON }
	if err := json.Unmarshal([]byte(write(t, "json", d)), &out); err != nil {
		t.Fatal(err)
	}
	body, _ := d.Text(t.Context(), 0)
	p := out.Passages[0]
	if got := body.Body[*p.Start:*p.End]; got != "The bank has left" || p.Article.Citation != "Jane Roe, “A bank & a shop leave”, The Post, 9 January 2021, https://example.org/a?b=c&d=100%" {
		t.Errorf("the first passage is %q of %q", got, p.Article.Citation)
	}
}

func TestCSLDates(t *testing.T) {
	for _, c := range []struct {
		date model.Date
		want string
	}{
		{model.Date{}, "null"},
		{model.Date{Year: 2021}, `{"date-parts":[[2021]]}`},
		{model.Date{Year: 2021, Month: 1}, `{"date-parts":[[2021,1]]}`},
		{model.Date{Year: 2021, Month: 1, Day: 9}, `{"date-parts":[[2021,1,9]]}`},
	} {
		if got, _ := json.Marshal(cslIssued(c.date)); string(got) != c.want {
			t.Errorf("%v is issued %s, want %s", c.date, got, c.want)
		}
	}
}
