package query

import (
	"slices"
	"strings"
	"testing"

	"dossier/model/fold"
)

// value reads a value as it is typed in a field.
func value(t *testing.T, typed string) Value {
	t.Helper()
	q, hints := Parse("title:" + typed)
	if len(hints) > 0 || len(q.Root.Kids) != 1 || len(q.Root.Kids[0].Term.Values) != 1 {
		t.Fatalf("%q is not one value", typed)
	}
	return q.Root.Kids[0].Term.Values[0]
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		typed string
		form  string
		want  bool
	}{
		{"Matze", "John Matze", true},
		{"matz", "John Matze", true},
		{"John", "John Matze", true},
		{"atze", "John Matze", false},
		{"Müller", "Eloise MULLER", true},
		{"muller", "Éloïse Müller", true},
		{"Straße", "Strassenbau AG", true},
		{"Apple", "Ａｐｐｌｅ Inc.", true},
		{"DDoS-Guard", "DDoS-Guard Corp.", true},
		{"ddos-g", "DDoS-Guard", true},
		{"Guard", "DDoS-Guard", true},
		{"DDoS-Guard", "Guard", false},
		{"O'Neill", "Shaquille O’Neill", true},
		{"Neill", "O'Neill", true},
		{"o'n", "O'Neill", true},
		{"AT&T", "AT&T Inc.", true},
		{".com", "Amazon.com", true},
		{"com", "Amazon.com", true},
		{"2", "Web 2.0", true},
		{"0", "Web 20", false},
		{"хост", "Русский Хостинг", true},
		{"стинг", "Русский Хостинг", false},
		{"勒", "帕勒", true},
		{"ラー", "パーラー", true},
		{"Inc", "帕勒Inc", true},
		{"이브", "하이브", false},
		{"이브", "하이브 이브", true},
		{"하이", "하이브", true},
		{"น้ำ", "แม่น้ำ", true},
		{"่น", "แม่น้ำ", false},
		{`"John Matze"`, "john  matze", true},
		{`"John Matze"`, "John Matze Jr.", false},
		{`"Matze"`, "John Matze", false},
		{`"Amazon"`, "AMAZON", true},
		{`"Amazon"`, "Amazon Web Services", false},
		{`"Straße"`, "STRASSE", true},
		{`"帕"`, "帕勒", false},
	} {
		v := value(t, c.typed)
		if got := v.Matches("Somebody Else", c.form); got != c.want {
			t.Errorf("%s means %q: %v", c.typed, c.form, got)
		}
		if v.Matches() || v.Matches("") {
			t.Errorf("%s means nobody", c.typed)
		}
	}
}

func TestIn(t *testing.T) {
	for _, c := range []struct {
		typed string
		text  string
		want  []string // what is found, as it stands in the text
	}{
		{"vendor", "Vendors, VENDOR and subvendor", []string{"Vendor", "VENDOR"}},
		{"größe", "GROSSE Größen, grosse", []string{"GROSSE", "Größe", "grosse"}},
		{"ende", "Wochenende, Ende; am Ende.", []string{"Ende", "Ende"}},
		{"article", "L’article et l'article, d\u2019articles", []string{"article", "article", "article"}},
		{"l'art", "L’article", []string{"L’art"}},
		{"well-known", "a well\u2011known well-known wellknown", []string{"well\u2011known", "well-known"}},
		{"a", "b c", nil},
		{"fin", "ﬁnden Final de\ufb01n", []string{"ﬁn", "Fin"}},
		{"cafe", "Cafe\u0301s", []string{"Cafe\u0301"}},
		{"елка", "Ёлка", []string{"Ёлка"}},
		{"كتاب", "كـتـاب وكتاب", []string{"كـتـاب"}},
		{"帕勒", "关于帕勒的帕勒公司", []string{"帕勒", "帕勒"}},
		{"勒的", "关于帕勒的公司", []string{"勒的"}},
		{"か", "がか", []string{"か"}},
		{"ラー", "パーラー", []string{"ラー"}},
		{"글", "한글 글", []string{"글", "글"}},
		{"증권", "미래에셋증권은", []string{"증권"}},
		{"น้ำ", "แม่น้ำ", []string{"น้ำ"}},
		{"น", "น้ำ", []string{"น"}},
		{"2021", "2021年1月 in2021", []string{"2021"}},
		{"年", "2021年", []string{"年"}},
		{"c++", "C++17, C+", []string{"C++"}},
		{"#tag", "a#tag #tags", []string{"#tag", "#tag"}},
		{"aa", "aaaa aa", []string{"aa", "aa"}},
		{`"terms of service"`, "The Terms\n\tof  Service. Terms of services", []string{"Terms\n\tof  Service"}},
		{`"terms of service"`, "subterms of service; terms-of-service", nil},
		{`"of"`, "of off oft OF", []string{"of", "OF"}},
		{`"o f"`, "of", nil},
		{`"a, b"`, "A, b a,b", []string{"A, b"}},
		{`"帕勒 公司"`, "帕勒 公司 帕勒公司", []string{"帕勒 公司"}},
		{`"帕勒"`, "关于帕勒的", []string{"帕勒"}},
		{`"e"`, "é e\u0301 ée", []string{"é", "e\u0301"}},
		{`"a b a"`, "a b a b a b a", []string{"a b a", "a b a"}},
		{`"น"`, "น้ำ น", []string{"น"}},
	} {
		v := value(t, c.typed)
		m, folded := NewMatcher(v), fold.String(c.text)
		var got []string
		for _, s := range Spans(c.text, m) {
			got = append(got, c.text[s.Start:s.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s stands in %q at %q, want %q", c.typed, c.text, got, c.want)
		}
		if v.In(c.text) != (c.want != nil) || m.In(folded) != (c.want != nil) {
			t.Errorf("%s in %q: %v, folded %v", c.typed, c.text, v.In(c.text), m.In(folded))
		}
		if got := m.Count(folded); got != len(c.want) {
			t.Errorf("%s stands in %q %d times, want %d", c.typed, c.text, got, len(c.want))
		}
	}
}

func TestNothingFindsNothing(t *testing.T) {
	for _, m := range []Matcher{{}, NewMatcher(Value{}), NewMatcher(Value{" ", true}), NewMatcher(Value{Text: "\u0301"})} {
		if m.In("") || m.In("a b") || m.Name("", "a") || m.Count("a") != 0 || Spans("a", m) != nil {
			t.Errorf("%+v finds something", m)
		}
	}
}

func TestSpansOfSeveral(t *testing.T) {
	text := "Amazon Web Services trennt sich, Amazon auch."
	spans := Spans(text, NewMatcher(Value{Text: "amazon"}), NewMatcher(Value{"web services", true}),
		NewMatcher(Value{"Amazon Web", true}), NewMatcher(Value{Text: "auch"}))
	var got []string
	for _, s := range spans {
		got = append(got, text[s.Start:s.End])
	}
	if want := []string{"Amazon Web Services", "Amazon", "auch"}; !slices.Equal(got, want) {
		t.Errorf("spans %q, want %q", got, want)
	}
	if Spans(text) != nil {
		t.Error("no value has spans")
	}
}

func TestNone(t *testing.T) {
	for typed, want := range map[string]bool{"none": true, "None": true, "ＮＯＮＥ": true, `"none"`: false, "nonesuch": false} {
		if got := value(t, typed).None(); got != want {
			t.Errorf("%s means that the field is missing: %v", typed, got)
		}
	}
}

func BenchmarkIn(b *testing.B) {
	titles := make([]string, 100_000)
	for i := range titles {
		titles[i] = fold.String(strings.Repeat("Anbieter kündigt ", i%4) + "Plattform verliert Dienstleister")
	}
	for _, v := range []Value{{Text: "dienst"}, {Text: "p"}, {"verliert dienstleister", true}, {Text: "absent"}} {
		m := NewMatcher(v)
		b.Run(v.Text, func(b *testing.B) {
			for b.Loop() {
				for _, title := range titles {
					m.In(title)
				}
			}
		})
	}
}

func BenchmarkSpans(b *testing.B) {
	text := strings.Repeat("Der Anbieter kündigte am Montag den Vertrag mit der Plattform. ", 1000)
	m := NewMatcher(Value{Text: "vertrag"})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Spans(text, m)
	}
}
