package detect

import (
	"strings"
	"unicode/utf8"
)

// Titles that stand behind a Chinese name, verbs and other words that end one, and
// what Korean calls people by. Without a title beside it no stretch of such letters
// is taken for a name.
var (
	behindHan    = [...]string{"先生", "女士", "教授", "博士", "总统", "總統", "总理", "總理", "主席", "部长", "部長", "律师", "律師", "法官", "议员", "議員", "参议员", "參議員"}
	speechHan    = [...]string{"说", "說", "表示", "称", "稱", "告诉", "告訴", "宣布", "认为", "認為", "在", "的", "是", "对", "對", "和", "与", "與", "也", "则", "則", "周", "星期", "曾", "向", "指", "本月", "本周", "本週", "本人", "当天", "當天", "近日", "早前", "早些", "坦承", "笑称", "笑稱", "重申", "感叹", "感嘆", "抱怨", "发出", "發出", "宣称", "宣稱", "声称", "聲稱", "辩称", "辯稱", "证实", "證實", "反驳", "反駁", "反问", "反問", "呛", "嗆", "谈到", "談到", "提到", "跟", "让", "讓", "只", "仍", "旗下", "麾下", "强调", "強調", "于", "於", "将", "將", "已", "就", "没有", "沒有", "受訪", "受访", "接受", "估計", "估计", "分析", "主張", "主张", "提醒", "呼籲", "呼吁", "裁定", "建議", "建议", "批評", "批评", "質疑", "质疑", "担任", "擔任", "出席", "透露", "坦言", "直言", "解釋", "解释", "回應", "回应", "補充", "补充", "預測", "预测", "判断", "判斷", "劝", "勸", "今天", "昨天", "日前", "则", "卻", "却", "也", "都", "还", "還", "又", "被", "把", "从", "從", "以", "及", "等", "到", "要求", "同意", "拒绝", "拒絕", "否认", "否認", "承认", "承認", "警告", "写道", "寫道", "发文", "發文", "发推", "介绍", "介紹", "签署", "簽署", "写", "寫", "问", "問", "給", "给", "因", "为", "為", "不", "可", "会", "會", "能", "要", "上", "下", "这", "這", "那", "他", "她", "我", "你", "评价", "評價", "回覆", "回复", "婉拒", "感到", "召开", "召開", "举行", "舉行", "形容", "觉得", "覺得", "坚持", "堅持", "试着", "試著", "笑说", "笑說"}
	behindHangul = [...]string{"대표", "대표이사", "회장", "사장", "CEO", "최고경영자", "대통령", "총리", "장관", "의원", "상원의원", "하원의원", "교수", "대변인", "변호사", "기자", "씨", "위원장", "검사", "판사", "총장", "시장", "지사", "감독", "창업자", "연구원", "박사", "부사장", "앵커", "작가", "배우", "평론가", "위원", "이사", "전문가", "애널리스트", "총재", "부회장", "부통령", "국장", "활동가", "차관", "부장", "실장", "센터장", "단장", "국무총리", "부총리", "원내대표", "이사장", "원장", "청장", "수석"}
)

// neverGivenHan are the signs of speechHan that no given name begins with; others do,
// as in 陈向东.
const neverGivenHan = "说說称稱指写寫问問在的是对對也则則卻却都还還又被把从從给給他她我你这這那"

const (
	surnamesHan    = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文习習莊庄柯游詹連连溫温藍蓝簡简塗涂巫古倪施辛阮童翁柳鮑鲍耿甄尤華华駱骆歐欧費费柏章祝左岳齊齐聶聂焦葛邢裴席盛莫苗翟靳管寧宁項项牛包凌單单伍桂穆卞鞏巩岑房梅俞褚滕佟冼鄺邝麥麦霍嚴严喻符閔闵甘饒饶屈尚舒荊荆樊茅曲查晏祁郁紀纪屠繆缪婁娄厲厉戎卓藺蔺瞿艾匡寇冷關关桓邬鄔"
	surnamesHangul = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)

// eastern reads the names of Chinese, Japanese and Korean.
func (p *people) eastern() {
	l := uncasedOf(p.base)
	switch p.base {
	case "zh":
		c := &chinese{people: p, letters: runesOf(l["letters"]), joined: runesOf(l["joined"])}
		p.each([]lookout{
			{titlesOf()["zh role"], func(at int, title string) { c.behind(at + len(title)) }},
			{titlesOf()["zh behind"], func(at int, _ string) { c.before(at) }},
			{titlesOf()["zh known"], p.known},
		})
		c.betweenDots()
	case "ja":
		p.each([]lookout{{titlesOf()["ja role"], p.japanese}, {titlesOf()["ja known"], p.known}})
		p.japaneseParts(l)
	case "ko":
		p.each([]lookout{
			{titlesOf()["ko behind"], func(at int, _ string) { p.korean(at) }},
			{titlesOf()["ko known"], p.known},
		})
		p.koreanWords()
	default:
		return
	}
	p.aged()
}

// runesOf is the set of the letters that a list of words consists of.
func runesOf(words map[string]bool) map[rune]bool {
	set := map[rune]bool{}
	for w := range words {
		for _, r := range w {
			set[r] = true
		}
	}
	return set
}

// lookout is what to do at every place of one of some titles.
type lookout struct {
	titles *titles
	seen   func(at int, title string)
}

// each keeps all lookouts in one pass over the body.
func (p *people) each(all []lookout) {
	body := p.runs.body
	for i := 0; i < len(body) && len(p.names) < maxPeople; {
		r, n := utf8.DecodeRuneInString(body[i:])
		for _, l := range all {
			if !l.titles.mayBegin(r) {
				continue
			}
			if title := l.titles.at(body[i:], r, n); title != "" {
				l.seen(i, title)
			}
		}
		i += n
	}
}

func isHan(r rune) bool { return classOf(r) == unspaced && (r >= 0x3400 && r <= 0x9fff) }

// noteEastern notes a name unless the register has it or a firm is called so.
func (p *people) noteEastern(name string, at int) {
	if uncasedOf(p.base).is("firms", plainLetters(strings.ReplaceAll(name, " ", "_"))) {
		return
	}
	s := &p.scanner
	if p.isGlossed(at + len(name)) {
		return
	}
	for i := at; i < at+len(name); {
		r, n := utf8.DecodeRuneInString(s.body[i:])
		end := i + n
		if c := classOf(r); c != none && c != unspaced {
			end = wordEnd(s.body, i)
		}
		if _, _, ok := s.at(i, end, r); ok {
			return
		}
		i += n
	}
	if p.ends == nil {
		p.ends = map[int]bool{}
	}
	p.ends[at+len(name)] = true
	if _, known := p.byKey[name]; !known {
		p.byKey[name] = len(p.names)
		p.names = append(p.names, fullName{name, name})
	}
}

// isGlossed reports that a person of the register stands in brackets at i, in Latin
// letters: 林伍德（Lin Wood）.
func (p *people) isGlossed(i int) bool {
	s := &p.scanner
	open, n := utf8.DecodeRuneInString(s.body[i:])
	if open != '(' && open != '（' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.body[i+n:])
	if classOf(r) == none {
		return false
	}
	m, actor, ok := s.at(i+n, wordEnd(s.body, i+n), r)
	return ok && s.persons[actor] && m.Start == i+n
}
