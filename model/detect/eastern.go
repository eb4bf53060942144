package detect

import (
	"strings"
	"unicode/utf8"
)

// Titles and honorifics of scripts without capitals. Without one beside it no
// stretch of such letters is taken for a name.
var (
	beforeHan    = [...]string{"首席执行官", "首席執行官", "执行长", "執行長", "总裁", "總裁", "总统", "總統", "副总统", "副總統", "主席", "发言人", "發言人", "董事长", "董事長", "创始人", "創始人", "创办人", "創辦人", "总理", "總理", "部长", "部長", "参议员", "參議員", "众议员", "眾議員", "教授", "律师", "律師", "记者", "記者", "分析师", "分析師", "研究员", "研究員", "总经理", "總經理", "投资者", "評論員", "评论员", "主持人"}
	behindHan    = [...]string{"先生", "女士", "教授", "博士", "总统", "總統", "总理", "總理", "主席", "部长", "部長"}
	behindKana   = [...]string{"氏", "さん", "最高経営責任者", "CEO", "大統領", "副大統領", "会長", "社長", "議員", "上院議員", "首相", "知事", "教授", "博士", "弁護士", "記者", "容疑者", "被告", "選手", "監督", "報道官", "長官", "大臣"}
	speechHan    = [...]string{"说", "說", "表示", "称", "稱", "告诉", "告訴", "宣布", "认为", "認為", "在", "的", "是", "对", "對", "和", "与", "與", "也", "则", "則", "周", "星期", "曾", "向", "指出", "强调", "強調", "于", "於", "将", "將", "已", "就", "没有", "沒有"}
	behindHangul = [...]string{"대표", "대표이사", "회장", "사장", "CEO", "최고경영자", "대통령", "총리", "장관", "의원", "상원의원", "하원의원", "교수", "대변인", "변호사", "기자", "씨", "위원장", "검사", "판사", "총장", "시장", "지사", "감독", "창업자", "연구원", "박사", "부사장"}
)

const (
	surnamesHan    = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文习習"
	surnamesHangul = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국"
)

// eastern reads the names of Chinese, Japanese and Korean.
func (p *people) eastern() {
	switch p.base {
	case "zh":
		p.each(beforeHan[:], func(at int, title string) { p.chinese(at + len(title)) })
		p.each(behindHan[:], func(at int, _ string) { p.chineseBehind(at) })
	case "ja":
		p.each(behindKana[:], func(at int, _ string) { p.japanese(at) })
	case "ko":
		p.each(behindHangul[:], func(at int, _ string) { p.korean(at) })
	}
}

// each calls f with every place of one of the titles in the body, in one pass.
func (p *people) each(titles []string, f func(at int, title string)) {
	body := p.runs.body
	var first [1 << 10]uint64 // a set of the low 16 bits of first runes
	for _, t := range titles {
		r, _ := utf8.DecodeRuneInString(t)
		first[uint16(r)>>6] |= 1 << (r & 63)
	}
	for i := 0; i < len(body) && len(p.names) < maxPeople; {
		r, n := utf8.DecodeRuneInString(body[i:])
		if first[uint16(r)>>6]&(1<<(r&63)) != 0 {
			if t := longestPrefix(body[i:], titles); t != "" {
				f(i, t)
			}
		}
		i += n
	}
}

func longestPrefix(s string, of []string) (longest string) {
	for _, t := range of {
		if len(t) > len(longest) && strings.HasPrefix(s, t) {
			longest = t
		}
	}
	return longest
}

// chinese reads a name behind a title: parts with dots between, or a family name
// of the list with one or two signs, as far as a mark or a verb.
func (p *people) chinese(at int) {
	rest := p.runs.body[at:min(len(p.runs.body), at+60)]
	n, dots := 0, 0
	for n < len(rest) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if r == '·' || r == '‧' || r == '・' {
			dots++
		} else if !isHan(r) || dots == 0 && n > 0 && beginsWithSpeech(rest[n:]) || dots > 0 && beginsWithSpeech(rest[n:]) {
			break
		}
		n += size
	}
	name := rest[:n]
	count := utf8.RuneCountInString(name)
	first, _ := utf8.DecodeRuneInString(name)
	native := dots == 0 && count >= 2 && count <= 3 && strings.ContainsRune(surnamesHan, first)
	if native || dots > 0 && count >= 4 && count <= 14 {
		p.noteEastern(name, at)
	}
}

// chineseBehind reads a name with dots, or one of three signs, before a title.
func (p *people) chineseBehind(at int) {
	body := p.runs.body
	start, dots, count := at, 0, 0
	for start > 0 && count < 14 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		if r == '·' || r == '‧' {
			dots++
		} else if !isHan(r) {
			break
		}
		start -= size
		count++
	}
	first, _ := utf8.DecodeRuneInString(body[start:])
	if dots == 0 && count >= 2 && count <= 3 && strings.ContainsRune(surnamesHan, first) {
		p.noteEastern(body[start:at], start)
	}
}

func isHan(r rune) bool { return classOf(r) == unspaced && (r >= 0x3400 && r <= 0x9fff) }

func beginsWithSpeech(s string) bool {
	for _, w := range speechHan {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// japanese reads a name before an honorific: parts in Katakana with dots between,
// or three to five Kanji between other letters.
func (p *people) japanese(at int) {
	body := p.runs.body
	start, dots, count, katakana := at, 0, 0, true
	for start > 0 && count < 24 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		switch {
		case r == '・' || r == '＝':
			dots++
		case classOf(r) == kana:
			if count > 0 && !katakana {
				return
			}
		case isHan(r) && (count == 0 || !katakana):
			katakana = false
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		start -= size
		count++
	}
	if katakana && dots > 0 && count >= 4 || !katakana && dots == 0 && count >= 3 && count <= 4 && !inTitleHan(body[start:at]) {
		p.noteEastern(body[start:at], start)
	}
}

// inTitleHan rejects what is a title or a firm itself.
func inTitleHan(s string) bool {
	for _, w := range [...]string{"最高", "責任", "大統", "会長", "社長", "議員", "副", "会社", "政府", "米国", "当時", "同社", "代表", "取締", "州", "党", "元", "前"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// korean reads a name of three syllables before a title.
func (p *people) korean(at int) {
	body := p.runs.body
	if at < 10 || body[at-1] != ' ' {
		return
	}
	start := at - 1
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		if classOf(r) != hangul {
			break
		}
		start -= size
	}
	name := body[start : at-1]
	first, _ := utf8.DecodeRuneInString(name)
	if utf8.RuneCountInString(name) == 3 && strings.ContainsRune(surnamesHangul, first) && !isKoreanNoun(name) {
		p.noteEastern(name, start)
	}
}

// isKoreanNoun knows words of three syllables that stand before a title.
func isKoreanNoun(s string) bool {
	switch s {
	case "공화당", "민주당", "부회장", "위원회", "대통령", "최고위", "국무부", "법무부", "국방부", "외교부", "전미국", "하원의", "상원의", "이사회", "연구소", "공동의", "유럽의", "국회의", "여당의", "서울시", "부산시", "경기도":
		return true
	}
	return false
}

// noteEastern notes a name unless the register has it.
func (p *people) noteEastern(name string, at int) {
	s := &p.scanner
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
	if _, known := p.byKey[name]; !known {
		p.byKey[name] = len(p.names)
		p.names = append(p.names, fullName{name, name})
	}
}
