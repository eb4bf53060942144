package invent

import (
	"embed"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tags are the languages, the most frequent first.
var tags = []string{"en", "de", "fr", "es", "ru", "zh", "ja", "ar"}

//go:embed words/*.txt
var small embed.FS

// vocabulary is how many words a language has beside its small ones.
const vocabulary = 40_000

// language is what texts are put together from.
type language struct {
	tag    string
	small  []string // real words, the most frequent first
	words  []string // invented ones
	spaced bool     // spaces part the words
	stop   string   // what ends a sentence
	cased  bool
}

// syllables are what words are invented from: openings, middles and endings.
var syllables = map[string][3]string{
	"en": {"b bl br c ch cl cr d dr f fl fr g gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w wh", "a e i o u ea ee oo ou ai", "n t r s l ck d m p ng nt st rd tion ment er ly ing ed ness al ity"},
	"de": {"b br d dr f fl fr g gr h k kl kn kr l m n p pf r s sch schl schw sp st str t tr v w z zw", "a e i o u ä ö ü ei au eu ie", "n r t l s ch ng nd rt st m k ung heit keit lich isch en er schaft tum nis ßen"},
	"fr": {"b bl br c ch cl d f fl g gl gr j l m n p pl pr qu r s t tr v", "a e i o u é è ou ai eau oi eu", "n r t l s c ment tion que ble té ette eur eux age ance ien ère ise"},
	"es": {"b br c ch cl d f g gr h j l ll m n p pl pr qu r s t tr v z", "a e i o u ie ue á é í ó", "n r s l d z ción dad mente ero ista ante ado ido oso ura anza ible al"},
	"ru": {"б бр в вл г гр д др ж з к кл кр л м н п пл пр р с сл ст стр т тр ф х ч ш", "а е и о у ы я ю", "н т р л с к м ние ость ский ный ать ить ник ция тель ство ов ка"},
	"ar": {"م ت ي ن ا ال وال بال لل مت مست", "كتب درس علم عمل حكم سلم نظم قرر شرك جمع خدم نشر حدث سجل فصل رسل وصل بحث صدر منع حجب نقل قطع دفع", "ة ون ين ات ية ي ها هم نا ان"},
	"zh": {"", "网 络 平 台 服 务 公 司 法 律 报 道 社 交 媒 体 用 户 安 全 技 术 政 策 管 理 市 场 经 济 投 资 合 同 终 止 封 禁 言 论 自 由 暴 力 煽 动 总 统 议 会 选 举 支 持 反 对 声 明 数 据 云 端 存 储 应 用 商 店 下 载 支 付 银 行 城 市 北 南 东 西 山 河 海 天 气 学 校 医 院 病 毒 疫 苗 研 究 科 学 历 史 文 化 艺 音 乐 电 影 体 育 足 球 比 赛 冠 军", ""},
	"ja": {"", "サ ー ビ ス ネ ッ ト ワ ク 企 業 提 供 停 止 契 約 利 用 規 定 違 反 投 稿 暴 力 削 除 表 現 自 由 政 治 経 済 市 場 技 術 開 発 研 究 調 査 結 果 発 言 議 会 選 挙 大 統 領 支 持 者 電 話 決 済 銀 行 東 京 北 海 道 学 校 病 院 医 療 ア プ リ ケ シ ョ ン デ タ セ ン タ", ""},
}

func newLanguage(tag string, r *rand.Rand) *language {
	data, err := small.ReadFile("words/" + tag + ".txt")
	if err != nil {
		panic(err) // it is embedded
	}
	l := &language{tag: tag, small: strings.Fields(string(data)), spaced: tag != "zh" && tag != "ja", stop: ". "}
	if !l.spaced {
		l.stop = "。"
	}
	first, _ := utf8.DecodeRuneInString(l.small[0])
	l.cased = unicode.ToUpper(first) != first
	parts := syllables[tag]
	onsets, nuclei, codas := strings.Fields(parts[0]), strings.Fields(parts[1]), strings.Fields(parts[2])
	for range vocabulary {
		l.words = append(l.words, invented(r, onsets, nuclei, codas))
	}
	return l
}

// invented makes a word of one to three syllables, or of two to four letters
// where they are words' parts themselves.
func invented(r *rand.Rand, onsets, nuclei, codas []string) string {
	if len(onsets) == 0 {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteString(nuclei[zipf(r, len(nuclei))])
		}
		return b.String()
	}
	var b strings.Builder
	for range 1 + r.IntN(3) {
		b.WriteString(onsets[zipf(r, len(onsets))] + nuclei[zipf(r, len(nuclei))])
	}
	return b.String() + codas[zipf(r, len(codas))]
}
