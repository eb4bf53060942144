package decode

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	german       = "Der Händler schließt die Tür – „für immer“, heißt es; über Gründe schweigt er."
	french       = "L’élève a été reçu à l’école où naît l’été ; ça, c’est une autre affaire."
	russian      = "Компания закрыла доступ к серверам, и сеть осталась без хостинга на несколько недель."
	greekText    = "Η εταιρεία έκλεισε τους διακομιστές της και το δίκτυο έμεινε εκτός λειτουργίας."
	japaneseText = "会社はサーバーを停止しました。利用者は数週間サイトを開けませんでした。"
	chineseText  = "公司关闭了服务器，用户几个星期都无法打开网站，其他平台也下架了应用。"
	taiwan       = "公司關閉了伺服器，用戶幾個星期都無法打開網站，其他平台也下架了應用。"
	koreanText   = "회사가 서버를 중단했고 이용자들은 몇 주 동안 사이트를 열 수 없었다."
	hebrewText   = "החברה סגרה את השרתים והאתר לא היה זמין במשך כמה שבועות"
)

// read decodes what does not say how it is encoded.
func read(raw []byte) (string, error) {
	t, err := Bytes(raw, nil)
	return t.UTF8, err
}

func TestDecodeKnowsEncodings(t *testing.T) {
	tests := []struct {
		name, text string
		enc        encoding.Encoding
	}{
		{"UTF-8", german + japaneseText, encoding.Nop},
		{"UTF-8 with BOM", german, unicode.UTF8BOM},
		{"UTF-16LE with BOM", german + japaneseText, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16BE with BOM", german + japaneseText, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-32LE with BOM", german + "😀", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"UTF-32BE with BOM", german + "😀", utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		{"UTF-16LE", german, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16BE", french, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"windows-1252 German", german, charmap.Windows1252},
		{"windows-1252 French", french, charmap.Windows1252},
		{"windows-1251", russian, charmap.Windows1251},
		{"KOI8-R", russian, charmap.KOI8R},
		{"ISO-8859-5", russian, charmap.ISO8859_5},
		{"IBM866", russian, charmap.CodePage866},
		{"Mac Cyrillic", russian, charmap.MacintoshCyrillic},
		{"windows-1253", greekText, charmap.Windows1253},
		{"windows-1255", hebrewText, charmap.Windows1255},
		{"Shift_JIS", japaneseText, japanese.ShiftJIS},
		{"EUC-JP", japaneseText, japanese.EUCJP},
		{"ISO-2022-JP", japaneseText, japanese.ISO2022JP},
		{"GBK", chineseText, simplifiedchinese.GBK},
		{"GB18030", chineseText, simplifiedchinese.GB18030},
		{"Big5", taiwan, traditionalchinese.Big5},
		{"EUC-KR", koreanText, korean.EUCKR},
	}
	for _, tt := range tests {
		raw, err := tt.enc.NewEncoder().Bytes([]byte(tt.text))
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got, err := read(raw); got != tt.text || err != nil {
			t.Errorf("%s: %q, %v", tt.name, got, err)
		}
	}
}

func TestDecodeMendsWhatIsDamaged(t *testing.T) {
	for in, want := range map[string]string{
		"":                   "",
		"Tür \xff " + french: "Tür \ufffd " + french,
		"caf\xe9":            "café", // alone it is windows-1252
		"cafés et th\xc3":    "cafés et th\ufffd",
		"it\x92s " + strings.Repeat("plain text ", 500): "it’s " + strings.Repeat("plain text ", 500),
		"\xef\xbb\xbfa\xff":                             "a\ufffd",
		"\xff\xfea\x00b":                                "a\ufffd",
		"plain text with one \x00 in it":                "plain text with one \x00 in it",
		"\x1b[31mred":                                   "\x1b[31mred",
	} {
		if got, err := read([]byte(in)); got != want || err != nil {
			t.Errorf("%.40q: %.60q, %v", in, got, err)
		}
	}
}

// A text cut anywhere loses nothing but the character it was cut in.
func TestDecodeTextCutAnywhere(t *testing.T) {
	text := strings.Repeat(german+russian+chineseText, 4)
	for n := strings.Index(text, "ä") + len("ä"); n < len(text); n++ {
		want := strings.ToValidUTF8(text[:n], "\ufffd")
		if got, err := read([]byte(text[:n])); got != want || err != nil {
			t.Fatalf("cut at %d: %q, %v", n, got[max(0, len(got)-20):], err)
		}
	}
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for _, in := range []string{
		"\x00", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00>\x00",
		"plain \x00 text with \x00 several \x00 in it", strings.Repeat("\x00", 1000),
	} {
		if got, err := read([]byte(in)); !errors.Is(err, ErrBinary) {
			t.Errorf("%.20q: %.20q, %v", in, got, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", german, "\xff\xfea\x00", "\xfe\xff\x00a", "caf\xe9", "\x1b$B", "a\x00", "\x82\xa0\x82\xa2", "\x00\x00\xfe\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := read(raw)
		switch {
		case err != nil && !errors.Is(err, ErrBinary):
			t.Errorf("%v", err)
		case err != nil && text != "":
			t.Errorf("text %q with an error", text)
		case !utf8.ValidString(text):
			t.Errorf("%q is no UTF-8", text)
		case err == nil && text == "" && len(raw) > len("\x00\x00\xfe\xff"):
			t.Errorf("%q came to nothing", raw)
		}
		if utf8.Valid(raw) && !strings.ContainsAny(string(raw), "\x00\x1b\ufeff") && text != string(raw) {
			t.Errorf("%q became %q", raw, text)
		}
	})
}
