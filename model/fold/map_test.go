package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		text, needle string
		want         []string // what stands in the text at each span
	}{
		{"", "a", nil},
		{"abc", "", nil},
		{"Apple, APPLE and äpple", "apple", []string{"Apple", "APPLE", "äpple"}},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"Straße STRASSE", "strasse", []string{"Straße", "STRASSE"}},
		{"Straße", "stras", []string{"Straß"}},
		{"ﬁnden", "fin", []string{"ﬁn"}},
		{"Ａｐｐｌｅ", "pp", []string{"ｐｐ"}},
		{"cafe\u0301 bar", "cafe", []string{"cafe\u0301"}},
		{"e\u0301\u0301x", "e", []string{"e\u0301\u0301"}},
		{"\u0301x", "x", []string{"x"}},
		{"Ёлка ёлка", "елка", []string{"Ёлка", "ёлка"}},
		{norm.NFD.String("한글이"), "글", []string{norm.NFD.String("글")}},
		{"か\u3099か", "か", []string{"か"}},
		{"か\u3099か", "が", []string{"か\u3099"}},
		{"ｶﾞｶ", "ガ", []string{"ｶﾞ"}},
		{"كـتـاب", "كتاب", []string{"كـتـاب"}},
		{"كِتَاب", "كت", []string{"كِتَ"}},
		{"x ﷺ y", "y", []string{"y"}},
		{"أحمد", "احمد", []string{"أحمد"}},
		{"a\xffb", "b", []string{"b"}},
	} {
		var got []string
		for _, s := range Spans(c.text, c.needle) {
			got = append(got, c.text[s[0]:s[1]])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("Spans(%q, %q) = %q, want %q", c.text, c.needle, got, c.want)
		}
	}
}

// Each word of a text, folded, is found again where it stands.
func TestSpansOfMixedText(t *testing.T) {
	text := "Straße nach Œuvre: ﬁnden, Ａpple, Ő, ё, İ; e\u0301te\u0301 か\u3099 が ｶﾞ 한글 " +
		norm.NFD.String("한글 été ёж") + " كـتـاب كِتَابٌ أحمد می\u200cخواهم ไทย น้ำ हिन्दी क़लम 帕勒被封，パーラー社 ㄱㅏㄱ"
	for _, word := range strings.Fields(text) {
		needle := String(word)
		spans := Spans(text, needle)
		if needle != "" && len(spans) == 0 {
			t.Errorf("%q is not found", word)
		}
		for _, s := range spans {
			if got := String(text[s[0]:s[1]]); got != needle {
				t.Errorf("the span of %q folds to %q", needle, got)
			}
		}
	}
}

func FuzzMap(f *testing.F) {
	for _, s := range samples {
		f.Add(s, 3, 7)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		m := NewMap(s)
		if want := String(s); m.Text != want {
			t.Fatalf("%q: map has %q, want %q", s, m.Text, want)
		}
		if start < 0 || end <= start || end > len(m.Text) ||
			!utf8.RuneStart(m.Text[start]) || end < len(m.Text) && !utf8.RuneStart(m.Text[end]) {
			return
		}
		from, to := m.Source(start, end)
		if from < 0 || to <= from || to > len(s) {
			t.Fatalf("%q: %d..%d comes from %d..%d", s, start, end, from, to)
		}
		if got := String(s[from:to]); !strings.Contains(got, m.Text[start:end]) {
			t.Fatalf("%q: %q comes from %q, which folds to %q", s, m.Text[start:end], s[from:to], got)
		}
	})
}

func BenchmarkNewMap(b *testing.B) {
	for _, text := range []string{"Der Anbieter kündigte am Montag. ", "Поставщик разорвал договор. ", "供应商终止合作。"} {
		text = strings.Repeat(text, 64<<10/len(text))
		b.Run(text[:3], func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				NewMap(text)
			}
		})
	}
}
