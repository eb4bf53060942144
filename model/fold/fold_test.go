package fold

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/model/clean"
)

func TestString(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"parler", "parler"},
		{"Parler", "parler"},
		{"Straße", "strasse"},
		{"STRASSE", "strasse"},
		{"STRAẞE", "strasse"},
		{"ﬁnden", "finden"},
		{"Ａpple", "apple"},
		{"ＡＷＳ１", "aws1"},
		{"é", "e"},
		{"e\u0301", "e"},
		{"Ő", "o"},
		{"Œuvre", "oeuvre"},
		{"Ærø", "aero"},
		{"Łódź", "lodz"},
		{"Đorđe", "dorde"},
		{"ĲSSEL", "ijssel"},
		{"ё", "е"},
		{"ЁЖ", "еж"},
		{"İstanbul", "istanbul"},
		{"ıspanak", "ispanak"},
		{"ΟΔΥΣΣΕΎΣ", "οδυσσευσ"},
		{"Ὀδυσσεύς", "οδυσσευσ"},
		{"Việt Nam", "viet nam"},
		{"パーラー", "パーラー"},
		{"が", "が"},
		{"か\u3099", "が"},
		{"ｶﾞ", "ガ"},
		{"한글", "한글"},
		{norm.NFD.String("한글"), "한글"},
		{"帕勒", "帕勒"},
		{"كـتـاب", "كتاب"},
		{"كِتَابٌ", "كتاب"},
		{"أحمد", "احمد"},
		{"می\u200cخواهم", "میخواهم"},
		{"שָׁלוֹם", "שלום"},
		{"ไทย", "ไทย"},
		{"हिन्दी", "हिन्दी"},
		{"l’œil d’Amy", "l'oeil d'amy"},
		{"DDoS\u2011Guard", "ddos-guard"},
		{"a\u00a0b\u3000c", "a b c"},
		{"①½㎒", "11⁄2mhz"},
		{"\xff", "\ufffd"},
	} {
		if got := String(c.in); got != c.want {
			t.Errorf("String(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// every calls f for each rune there is.
func every(f func(rune)) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) {
			f(r)
		}
	}
}

func TestEveryRune(t *testing.T) {
	every(func(r rune) {
		s := string(r)
		folded := String(s)
		if again := String(folded); again != folded {
			t.Errorf("%U: %q folds again, to %q", r, folded, again)
		}
		if want := definition(s); folded != want {
			t.Errorf("%U: %q, but by the definition %q", r, folded, want)
		}
		if nfd := String(norm.NFD.String(s)); nfd != folded {
			t.Errorf("%U: %q, but decomposed %q", r, folded, nfd)
		}
		if lower := String(string(unicode.ToLower(r))); lower != folded {
			t.Errorf("%U: %q, but its lower case %q", r, folded, lower)
		}
	})
}

// definition folds without any short cut.
func definition(s string) string {
	var out []byte
	for _, r := range s {
		for _, part := range norm.NFKD.String(string(unicode.ToLower(r))) {
			part = unicode.ToLower(part)
			switch {
			case dropped(part) || dropped(r):
			case plain(part) != "":
				out = append(out, plain(part)...)
			default:
				out = utf8.AppendRune(out, part)
			}
		}
	}
	return string(norm.NFC.Bytes(out))
}

func TestUnchangedLettersJoinNothing(t *testing.T) {
	every(func(r rune) {
		if unchanged(r) && (definition(string(r)) != string(r) || joinsBack([]byte(string(r)))) {
			t.Errorf("%U", r)
		}
	})
}

func TestTableHoldsEveryFoldWhole(t *testing.T) {
	for r := rune(lowStart); r < highEnd; r++ {
		if r >= lowEnd && r < highStart {
			continue
		}
		if got, want := string(Append(nil, r)), string(appendDecomposed(nil, r)); got != want {
			t.Errorf("%U: the table has %q, want %q", r, got, want)
		}
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	letters()
	buf := make([]byte, 0, 4096)
	for _, s := range []string{"Straße, Ärger", "Ёлка Дом", "Ὀδυσσεύς", "帕勒被封", "한글", "パーラー", "كتاب", "“Parler” – l’œil…"} {
		allocs := testing.AllocsPerRun(10, func() {
			for _, r := range s {
				buf = Append(buf[:0], r)
			}
		})
		if allocs != 0 {
			t.Errorf("%q: %v allocations", s, allocs)
		}
	}
}

var samples = []string{
	"Straße nach Œuvre: ﬁnden, Ａpple, é, Ő, ё, İ",
	"e\u0301te\u0301 か\u3099 が ｶﾞ 한글 " + norm.NFD.String("한글 é ё"),
	"كـتـاب كِتَابٌ أحمد می\u200cخواهم",
	"ไทย น้ำ हिन्दी क़लम क\u093c",
	"帕勒被封，パーラー社",
	"\u0301leading accent",
	"ㄱㅏㄱ \uff9e \xff\xc3",
	"가\u11a8\u11a8 ﷺ \u0344",
	strings.Repeat("a\u0308\u093c\u0334", 40) + strings.Repeat("\u093c\u3099", 70),
}

func FuzzString(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := String(s)
		if !utf8.ValidString(folded) {
			t.Fatalf("%q: folds to invalid UTF-8 %q", s, folded)
		}
		if again := String(folded); again != folded {
			t.Fatalf("%q: %q folds again, to %q", s, folded, again)
		}
		if want := definition(s); folded != want {
			t.Fatalf("%q: %q, but by the definition %q", s, folded, want)
		}
		s = clean.Text(s)
		if nfc, nfd := String(s), String(norm.NFD.String(s)); nfc != nfd {
			t.Fatalf("%q: composed %q, decomposed %q", s, nfc, nfd)
		}
	})
}

func BenchmarkString(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"lower", "the service went dark on monday after its host cut it off. "},
		{"ASCII", "The Service went dark on Monday after Amazon cut it off. "},
		{"German", "Die Plattform fällt aus, nachdem Amazon die Geschäftsbeziehung auflöste – „größtmöglich“. "},
		{"French", "La plateforme a été coupée après qu’Amazon a résilié l’hébergement. "},
		{"Russian", "Платформа отключена после того, как хостинг разорвал с ней договор. "},
		{"Greek", "Η πλατφόρμα έκλεισε όταν ο πάροχος διέκοψε τη συνεργασία. "},
		{"Chinese", "该平台在主机商终止合作后于周一下线，多家供应商随后离开。"},
		{"Japanese", "そのサービスはホスティング会社が契約を打ち切ったため停止した。"},
		{"Korean", "호스팅 업체가 계약을 끊으면서 서비스가 월요일에 중단되었다. "},
		{"Arabic", "توقفت المنصة بعد أن قطعت شركة الاستضافة علاقتها بها يوم الإثنين. "},
		{"Thai", "แพลตฟอร์มปิดตัวหลังผู้ให้บริการโฮสต์ยกเลิกสัญญา "},
	} {
		text := strings.Repeat(c.text, 64<<10/len(c.text))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				String(text)
			}
		})
	}
}

func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		t := new(table)
		fill(t.low[:], lowStart)
		fill(t.high[:], highStart)
	}
}

func ExampleString() {
	fmt.Println(String("L’Œuvre, STRASSE, Straße, Ａpple"))
	// Output: l'oeuvre, strasse, strasse, apple
}
