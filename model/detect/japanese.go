package detect

import (
	"strings"
	"unicode/utf8"
)

// japanese reads a name before a title or an honorific: in Katakana, in parts with
// dots between or of one, or three to five Kanji between other letters.
func (p *people) japanese(at int, title string) {
	start, dots, count, katakana := p.nameBack(at)
	name := p.runs.body[start:at]
	switch {
	case count == 0 || uncasedOf("ja").is("role", name) || isGroupHan(p.runs.body[at+len(title):]):
	case katakana && dots > 0 && count >= 4:
		p.noteEastern(name, start)
	case katakana && dots == 0 && count >= 3 && count <= 7 && namesPerson(title) && !uncasedOf("ja").is("countries", name):
		p.noteEastern(name, start)
	case !katakana && dots == 0 && count >= 3 && count <= 5 && !inTitleHan(name):
		p.noteEastern(name, start)
	}
}

// isGroupHan reports what makes a body of men of a title: 委員会, 記者団.
func isGroupHan(rest string) bool {
	return strings.HasPrefix(rest, "会") || strings.HasPrefix(rest, "団")
}

// japaneseParts reads a given name of the list and the parts that dots join to it,
// title or not, unless a thing is named so: ジョージ・ワシントン大学.
func (p *people) japaneseParts(l uncasedLexicon) {
	body := p.runs.body
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRuneInString(body[i:])
		if classOf(r) != kana {
			i += n
			continue
		}
		end := wordEnd(body, i)
		stop := p.partsEnd(end)
		if before, _ := utf8.DecodeLastRuneInString(body[:i]); stop > end && !isNameJoint(before) && l.is("given", body[i:end]) && !p.ends[stop] && !titlesOf()["ja after"].begins(body[stop:]) {
			p.noteEastern(body[i:stop], i)
		}
		i = max(stop, end)
	}
}

// partsEnd passes dots with Katakana behind them.
func (p *people) partsEnd(i int) int {
	body := p.runs.body
	for {
		dot, n := utf8.DecodeRuneInString(body[i:])
		next, _ := utf8.DecodeRuneInString(body[i+n:])
		if dot != '・' && dot != '＝' && dot != '·' || classOf(next) != kana {
			return i
		}
		i = wordEnd(body, i+n)
	}
}

// nameBack goes back over the letters that a name can consist of.
func (p *people) nameBack(at int) (start, dots, count int, katakana bool) {
	body := p.runs.body
	start, katakana = at, true
	for start > 0 && count < 24 {
		r, size := utf8.DecodeLastRuneInString(body[:start])
		switch {
		case r == '・' || r == '＝':
			dots++
		case classOf(r) == kana:
			if count > 0 && !katakana {
				return at, 0, 0, false
			}
		case isHan(r) && (count == 0 || !katakana):
			katakana = false
		default:
			return start, dots, count, katakana
		}
		start -= size
		count++
	}
	return start, dots, count, katakana
}

// namesPerson reports titles that stand behind a family name; before the others
// also the name of the firm may stand.
func namesPerson(title string) bool {
	switch title {
	case "氏", "さん", "首相", "大統領", "副大統領", "前大統領", "元大統領", "議員", "上院議員", "下院議員", "教授", "准教授", "博士", "弁護士", "容疑者", "被告", "選手", "外相", "財務相", "判事", "裁判官", "長官", "知事", "報道官":
		return true
	}
	return false
}

// inTitleHan rejects what is a title or a firm itself.
func inTitleHan(s string) bool {
	for _, w := range [...]string{"最高", "責任", "大統", "会長", "社長", "議員", "副", "会社", "政府", "米国", "当時", "同社", "代表", "取締", "州", "党", "元", "前", "大学", "担当", "研究", "委員", "企業", "報道", "連邦", "経済", "国務", "財務", "外務", "広報", "編集", "専門", "政治", "共和", "民主", "上院", "下院", "検察", "警察", "裁判", "国会", "知事", "市長", "主任", "名誉", "客員", "特任", "顧問", "技術", "経営", "共同", "創業", "新聞", "通信", "記者", "各社", "両社", "容疑", "被告", "日本", "韓国", "中国", "欧州", "英国", "独"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
