package detect

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/model"
)

func register() *model.Register {
	person := func(name string, aliases ...string) model.Actor {
		return model.Actor{Name: name, Kind: model.Person, Aliases: aliases}
	}
	firm := func(name string, aliases ...string) model.Actor {
		return model.Actor{Name: name, Aliases: aliases}
	}
	return model.NewRegister(firm("Parler", "パーラー", "帕勒", "Парлер"), []model.Actor{
		person("Donald Trump", "Trump", "Donald J. Trump", "トランプ", "特朗普", "Трамп", "Дональд Трамп", "ترامب", "트럼프"),
		person("John Matze", "Matze", "约翰·马茨"),
		person("Lin Wood", "L. Lin Wood", "Лин Вуд"),
		person("Cecilia Fan"),
		person("Robert Mercer"),
		person("Rebekah Mercer"),
		person("Ted Cruz", "Cruz"),
		person("Barack Obama", "Obama", "Обама"),
		firm("Amazon", "AWS", "Amazon Web Services", "Amazon.com", "アマゾン", "亚马逊", "أمازون", "아마존"),
		firm("Apple", "Apple Inc", "アップル", "苹果公司", "애플"),
		firm("Alphabet"),
		firm("DDoS-Guard", "DDoS Guard"),
		firm("The New York Times", "New York Times", "NYT"),
		firm("Reuters", "Thomson Reuters"),
		firm("Slack"), firm("Gab", "Габ"), firm("eBay"), firm("Böll-Verlag"),
	})
}

func TestMentions(t *testing.T) {
	actors := NewActors(register())
	tests := []struct{ lang, body, want string }{
		{"en", "Amazon and Apple", "Amazon=Amazon Apple=Apple"},
		{"en", "Amazon Web Services told Parler", "Amazon=Amazon Web Services Parler=Parler"},
		{"en", "Trump's lawyer; Apple’s store", "Donald Trump=Trump Apple=Apple"},
		{"en", "Donald J. Trump said", "Donald Trump=Donald J. Trump"},
		{"en", "an apple a day, cut the slack, wood", ""},
		{"en", "APPLE DROPS PARLER", "Apple=APPLE Parler=PARLER"},
		{"en", "Apple pie is good. Slack off now.", ""},
		{"en", "Slack said no.", "Slack=Slack"},
		{"en", "Pineapple, Applebee, Parlera", ""},
		{"en", "Wood spoke before Lin Wood did; then Wood left.", "Lin Wood=Lin Wood Lin Wood=Wood"},
		{"en", "Melania Trump and Penélope Cruz, then Donald Trump Jr.", ""},
		{"en", "Senator Cruz met President Trump", "Ted Cruz=Cruz Donald Trump=Trump"},
		{"en", "Rebekah Mercer, then Mercer, Robert Mercer, Mercer", "Rebekah Mercer=Rebekah Mercer Rebekah Mercer=Mercer Robert Mercer=Robert Mercer Robert Mercer=Mercer"},
		{"en", "eBay or EBAY, never ebay", "eBay=eBay eBay=EBAY"},
		{"en", "NYT, aws and AWS", "The New York Times=NYT Amazon=AWS"},
		{"en", "the New York\nTimes", "The New York Times=New York\nTimes"},
		{"en", "the New York\n\nTimes", ""},
		{"en", "DDoS-Guard, DDoS Guard, DDoSGuard", "DDoS-Guard=DDoS-Guard DDoS-Guard=DDoS Guard"},
		{"en", "Boll-Verlag", "Böll-Verlag=Boll-Verlag"},
		{"en", "www.amazon.com and Amazon.com", "Amazon=Amazon.com"},
		{"de", "Matzes Konto, Parlers Chef, Amazons Server, Apples Laden", "John Matze=Matzes Parler=Parlers Amazon=Amazons Apple=Apples"},
		{"de", "Parler-Chef, Trump-Anhänger, Ex-Amazon-Kunde", "Parler=Parler Donald Trump=Trump Amazon=Amazon"},
		{"de", "Gab es Hinweise? Gab wurde gesperrt. Das Alphabet, aber Alphabet.", "Gab=Gab Alphabet=Alphabet"},
		{"de", "Die Gaben, so Cecilia Fan, so Fan", "Cecilia Fan=Cecilia Fan Cecilia Fan=Fan"},
		{"fr", "Parler de tout. Il faut parler. Parler a fermé, l’app d’Amazon", "Parler=Parler Amazon=Amazon"},
		{"ru", "Трампа и Трампом, с Дональдом Трампом, Обамы", "Donald Trump=Трампа Donald Trump=Трампом Donald Trump=Дональдом Трампом Barack Obama=Обамы"},
		{"ru", "записи Лина Вуда и Лину Вуду; лина, Габа", "Lin Wood=Лина Вуда Lin Wood=Лину Вуду"},
		{"pl", "wpisy Lina Wooda, Gabie, Lina", "Lin Wood=Lina Wooda"},
		{"cs", "Amazonu, Applu, Trumpovi, Obamy, Parlerem", "Amazon=Amazonu Apple=Applu Donald Trump=Trumpovi Barack Obama=Obamy Parler=Parlerem"},
		{"pl", "Trumpa, Apple’a, Matze'em, Amazonie", "Donald Trump=Trumpa Apple=Apple John Matze=Matze Amazon=Amazonie"},
		{"fi", "Applen, Trumpille, Parlerista, Amazonin", "Apple=Applen Donald Trump=Trumpille Parler=Parlerista Amazon=Amazonin"},
		{"tr", "Trump'ın, Apple’ın", "Donald Trump=Trump Apple=Apple"},
		{"hu", "Trumppal, Amazonnak, Apple-t", "Donald Trump=Trumppal Amazon=Amazonnak Apple=Apple"},
		{"ar", "قال ترامب إن وأمازون", "Donald Trump=ترامب Amazon=أمازون"},
		{"ja", "アップルとアマゾンはパーラーを。アップルパイ", "Apple=アップル Amazon=アマゾン Parler=パーラー"},
		{"zh-Hans", "苹果公司和亚马逊将帕勒下架，特朗普在Parler上", "Apple=苹果公司 Amazon=亚马逊 Parler=帕勒 Donald Trump=特朗普 Parler=Parler"},
		{"ko", "애플은 아마존과, 애플리케이션", "Apple=애플은 Amazon=아마존과"},
		{"zh-Hans", "亚马逊河与亚马逊雨林，约翰‧马茨和亚马逊", "John Matze=约翰‧马茨 Amazon=亚马逊"},
		{"ja", "アマゾン川はアマゾンより長い", "Amazon=アマゾン"},
		{"ko", "아마존 열대우림과 아마존은", "Amazon=아마존은"},
		{"ar", "غابات أمازون المطيرة وأمازون", "Amazon=أمازون"},
		{"", "Ａｍａｚｏｎ", "Amazon=Ａｍａｚｏｎ"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range actors.Mentions(tt.body, tt.lang) {
			got = append(got, m.Actor+"="+m.Form)
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s %q:\n got %s\nwant %s", tt.lang, tt.body, g, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	got := NewActors(register()).Names("Matze sued Amazon; Parler and Matze, AWS", "en")
	if want := []string{"John Matze", "Amazon", "Parler"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := NewActors(&model.Register{}).Names("Matze", "en"); len(got) > 0 {
		t.Errorf("an empty register named %v", got)
	}
}

func FuzzMentions(f *testing.F) {
	actors := NewActors(register())
	for _, s := range []string{"", "Matzes Konto", "Трампом", "アップルと", "New York\nTimes Trump's", "وأمازون", "L. L. Lin Wood", "亚马"} {
		f.Add(s, "de")
		f.Add(s, "ru")
	}
	f.Fuzz(func(t *testing.T, body, lang string) {
		body = strings.ToValidUTF8(body, "?")
		last := 0
		for _, m := range actors.Mentions(body, lang) {
			if m.At.Start < last || m.At.End <= m.At.Start || m.At.End > len(body) {
				t.Fatalf("range %v after %d, of %d bytes", m.At, last, len(body))
			}
			if m.Form != body[m.At.Start:m.At.End] || !utf8.ValidString(m.Form) {
				t.Errorf("form %q at %v", m.Form, m.At)
			}
			if m.Actor == "" {
				t.Error("nobody is named")
			}
			last = m.At.End
		}
	})
}

func BenchmarkMentions(b *testing.B) {
	actors := NewActors(register())
	for _, bb := range []struct{ lang, text string }{
		{"en", "The network said on Monday that Amazon had switched its servers off, and John Matze told Reuters he did not know when Parler would be back. "},
		{"ru", "Соцсеть сообщила в понедельник, что Amazon отключила серверы, а сторонники Трампа ищут другую площадку. "},
		{"zh", "周一，亚马逊关闭了该平台的服务器，首席执行官表示不知道何时能恢复，特朗普的支持者正在寻找其他平台。"},
	} {
		body := strings.Repeat(bb.text, 2000)
		b.Run(bb.lang, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				actors.Names(body, bb.lang)
			}
		})
	}
}
