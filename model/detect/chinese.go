package detect

import (
	"strings"
	"unicode/utf8"
)

// chinese reads the names of Chinese texts.
type chinese struct {
	*people
	letters map[rune]bool // that foreign names are spelled with
	joined  map[rune]bool // that they are spelled with too where a dot joins their parts
}

// spells reports a letter of a name in parts.
func (c *chinese) spells(r rune) bool { return c.letters[r] || c.joined[r] }

// behind reads the name that a title is followed by: parts with dots between, a
// foreign name spelled in the letters for that, or a family name of the list with
// one or two more signs. It ends at a mark, a figure or a verb.
func (c *chinese) behind(at int) {
	rest := c.runs.body[at:min(len(c.runs.body), at+60)]
	for _, colon := range [...]string{":", "："} { // 作者：钟亦尘
		if after, ok := strings.CutPrefix(rest, colon); ok {
			at, rest = at+len(colon), after
		}
	}
	n := c.dotted(rest)
	if n == 0 {
		n = c.spelled(rest)
	}
	if n == 0 {
		n = c.native(rest)
	}
	if n > 0 {
		c.noteEastern(rest[:n], at)
	}
}

// dotted is the length of a name in parts: 约翰·马茨.
func (c *chinese) dotted(rest string) int {
	n, dots, count := 0, 0, 0
	for n < len(rest) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if c.joins(rest, n) || r == '-' && dots > 0 {
			dots++
		} else if !c.spells(r) {
			break
		}
		n += size
		count++
	}
	if r, size := utf8.DecodeLastRuneInString(rest[:n]); isNameDot(r) {
		next, m := utf8.DecodeRuneInString(rest[n:])
		if strings.ContainsRune(surnamesHan, next) && endsHan(rest[n+m:]) {
			n, count = n+m, count+1 // 迈克·李
		} else {
			n, dots = n-size, dots-1
		}
	}
	if dots == 0 || count < 4 || count > 14 {
		return 0
	}
	return n
}

func isNameDot(r rune) bool { return strings.ContainsRune("·‧・•．", r) }

// joins reports a dot between the parts of a foreign name at i. A full stop, which
// papers of Taiwan write there, has to have their letters on both sides.
func (c *chinese) joins(s string, i int) bool {
	r, n := utf8.DecodeRuneInString(s[i:])
	if r != '.' {
		return isNameDot(r)
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return c.spells(before) && c.spells(after)
}

// spelled is the length of a foreign name: 默克尔. What begins with a family name
// of the country has to be longer than those are.
func (c *chinese) spelled(rest string) int {
	n, count := 0, 0
	for n < len(rest) {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if !c.letters[r] {
			break
		}
		n += size
		count++
	}
	first, _ := utf8.DecodeRuneInString(rest)
	least := 3
	if strings.ContainsRune(surnamesHan, first) {
		least = 4
	}
	if count < least && !(count == 3 && c.times(rest[:n]) > 1) || count > 6 || !endsHan(rest[n:]) {
		return 0
	}
	return n
}

// betweenDots reads foreign names whether a title stands there or not: the letters
// on both sides of a dot.
func (c *chinese) betweenDots() {
	body := c.runs.body
	for i := 0; i < len(body); {
		_, n := utf8.DecodeRuneInString(body[i:])
		if !c.joins(body, i) {
			i += n
			continue
		}
		start, end := c.lettersBefore(i), c.dottedEnd(i)
		if start < i && end > i+n && !c.ends[end] && !isHouseHan(body[end:]) && !c.endsRegistered(start) {
			c.noteEastern(body[start:end], start)
		}
		i = max(end, i+n)
	}
}

// endsRegistered reports a name of the register that reaches beyond start: some of its
// signs are none that foreign names are usually spelled with.
func (c *chinese) endsRegistered(start int) bool {
	s := &c.scanner
	for i, count := start, 0; i > 0 && count < 4; count++ {
		r, n := utf8.DecodeLastRuneInString(s.body[:i])
		if i -= n; !isHan(r) {
			return false
		}
		if at, _, ok := s.at(i, i+n, r); ok && at.End > start {
			return true
		}
	}
	return false
}

// lettersBefore goes back over the letters of foreign names.
func (c *chinese) lettersBefore(i int) int {
	for count := 0; i > 0 && count < 6; count++ {
		r, n := utf8.DecodeLastRuneInString(c.runs.body[:i])
		if !c.spells(r) {
			break
		}
		i -= n
	}
	for _, head := range [...]string{"亚历山", "亞歷山", "大卫", "大衛", "彼得", "保罗", "保羅", "亚当", "亞當", "雅各"} { // not all signs of which are letters
		if strings.HasSuffix(c.runs.body[:i], head) {
			return i - len(head)
		}
	}
	return i
}

// dottedEnd passes dots and the letters behind them.
func (c *chinese) dottedEnd(i int) int {
	body, before := c.runs.body, rune(0)
	for i < len(body) {
		r, n := utf8.DecodeRuneInString(body[i:])
		if (isNameDot(before) || before == '.') && strings.ContainsRune(surnamesHan, r) && endsHan(body[i+n:]) {
			return i + n // 迈克·李
		}
		if !c.joins(body, i) && !c.spells(r) && !(r == '-' && c.spells(before)) || beginsWordHan(body[i:]) {
			break
		}
		i += n
		before = r
	}
	if before == '-' {
		i--
	}
	return i
}

// beginsWordHan knows words that begin with a sign that names are spelled with: 拜登胜选.
func beginsWordHan(rest string) bool {
	for _, w := range [...]string{"胜选", "勝選", "胜利", "勝利", "胜出", "勝出", "东部", "東部", "东北", "東北", "东南", "東南", "历史", "歷史", "采访", "采取", "列为", "列為"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// isHouseHan reports the words that make a school or a firm of a name.
func isHouseHan(rest string) bool {
	for _, w := range [...]string{"大学", "大學", "公司", "集团", "集團", "学院", "學院", "医院", "醫院", "基金", "银行", "銀行", "奖", "獎", "机场", "機場", "中心", "号", "號"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// native is the length of a Chinese name of two or three signs, after which a verb
// or a mark has to follow unless the name stands elsewhere too.
func (c *chinese) native(rest string) int {
	first, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune(surnamesHan, first) || isNounHan(rest) {
		return 0
	}
	n := size
	for count := 1; count < 3 && n < len(rest); count++ {
		r, size := utf8.DecodeRuneInString(rest[n:])
		if !isHan(r) || beginsWithSpeech(rest[n:]) && (count > 1 || !mayBeginGiven(rest[n:], r, size)) {
			break
		}
		n += size
	}
	if n == size || strings.HasSuffix(rest[:n], "先生") || strings.HasSuffix(rest[:n], "女士") || !endsHan(rest[n:]) && c.times(rest[:n]) < 2 {
		return 0
	}
	return n
}

// mayBeginGiven reports one sign that ends a name elsewhere, but not behind a family
// name alone.
func mayBeginGiven(rest string, r rune, size int) bool {
	return titlesOf()["zh speech"].at(rest, r, size) == rest[:size] && !strings.ContainsRune(neverGivenHan, r)
}

// isNounHan knows the words that a title is followed by and that begin like a
// family name.
func isNounHan(s string) bool {
	for _, w := range [...]string{"高度", "高级", "高級", "高层", "高層", "高管", "任期", "任命", "任内", "任內", "任务", "任務", "方面", "方案", "方式", "万", "萬", "金融", "石油", "文章", "文件", "文化", "安全", "安排", "严", "温和", "温度", "路透", "谈", "談", "应", "應", "何时", "何時", "经常", "常务", "常務", "容易", "马上", "馬上", "江南", "夏天", "白宫", "白宮", "毛利", "余下", "于是", "许多", "許多", "黄金", "黃金", "水平", "水準", "罗列", "史上", "康复", "陆续", "陸續", "连任", "連任", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "王国", "王國", "高通", "高峰", "高中", "高校", "关于", "關於", "关系", "關係", "关闭", "關閉", "关掉", "關掉", "关注", "關注", "关键", "關鍵", "关停", "单独", "單獨", "单方", "單方", "项目", "項目", "高呼", "高调", "高調", "曾经", "曾經", "方才", "常年", "古怪", "段时间", "管理", "施压", "施壓", "司法", "席位", "路过", "都", "张贴", "張貼", "江湖", "成立", "成为", "温馨", "包括", "包含"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// endsHan reports that no further sign of a name follows.
func endsHan(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !isHan(r) || beginsWithSpeech(rest)
}

// times counts how often a name stands in the body.
func (c *chinese) times(name string) int {
	if c.looks <= 0 {
		return 0
	}
	c.looks--
	return strings.Count(c.runs.body, name)
}

// before reads the name of two or three signs between others that stands before a
// title.
func (c *chinese) before(at int) {
	body := c.runs.body
	start, dots, count := at, 0, 0
	for start > 0 && count < 14 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		if isNameDot(r) {
			dots++
		} else if !isHan(r) {
			break
		}
		start -= size
		count++
	}
	first, _ := utf8.DecodeRuneInString(body[start:])
	if dots == 0 && count >= 2 && count <= 3 && strings.ContainsRune(surnamesHan, first) && !isNounHan(body[start:]) {
		c.noteEastern(body[start:at], start)
	}
}

func beginsWithSpeech(s string) bool { return titlesOf()["zh speech"].begins(s) }
