package detect

import "unicode"

// script is a writing system that tells languages apart.
type script uint8

const (
	noScript script = iota
	latin
	cyrillic
	arabic
	hebrew
	devanagari
	bengali
	greek
	han
	hiragana
	katakana
	hangulScript
	thai
	armenian
	georgian
	tamil
	telugu
	kannada
	malayalam
	gujarati
	gurmukhi
	odia
	sinhala
	lao
	khmer
	burmese
	ethiopic
	tibetan
	thaana
	cherokee
	scripts
)

// ofScript is the language of scripts that only one, or by far one, is written
// in.
var ofScript = [scripts]string{
	greek: "el", hiragana: "ja", katakana: "ja", hangulScript: "ko", thai: "th", armenian: "hy", georgian: "ka",
	tamil: "ta", telugu: "te", kannada: "kn", malayalam: "ml", gujarati: "gu", gurmukhi: "pa", odia: "or", sinhala: "si",
	lao: "lo", khmer: "km", burmese: "my", ethiopic: "am", tibetan: "bo", thaana: "dv", cherokee: "chr",
}

// blockRanges lists where the scripts stand in Unicode, in order.
var blockRanges = [...]struct {
	from, to rune
	script   script
}{
	{0x370, 0x3ff, greek}, {0x400, 0x52f, cyrillic}, {0x531, 0x58f, armenian}, {0x591, 0x5f4, hebrew},
	{0x620, 0x6ff, arabic}, {0x750, 0x77f, arabic}, {0x780, 0x7bf, thaana}, {0x900, 0x97f, devanagari},
	{0x980, 0x9ff, bengali}, {0xa00, 0xa7f, gurmukhi}, {0xa80, 0xaff, gujarati}, {0xb00, 0xb7f, odia},
	{0xb80, 0xbff, tamil}, {0xc00, 0xc7f, telugu}, {0xc80, 0xcff, kannada}, {0xd00, 0xd7f, malayalam},
	{0xd80, 0xdff, sinhala}, {0xe00, 0xe7f, thai}, {0xe80, 0xeff, lao}, {0xf00, 0xfff, tibetan},
	{0x1000, 0x109f, burmese}, {0x10a0, 0x10ff, georgian}, {0x1100, 0x11ff, hangulScript}, {0x1200, 0x139f, ethiopic},
	{0x13a0, 0x13ff, cherokee}, {0x1780, 0x17ff, khmer}, {0x1c90, 0x1cbf, georgian}, {0x1e00, 0x1eff, latin},
	{0x1f00, 0x1fff, greek}, {0x3041, 0x309f, hiragana}, {0x30a1, 0x30fa, katakana}, {0x3130, 0x318f, hangulScript},
	{0x3400, 0x9fff, han}, {0xac00, 0xd7a3, hangulScript}, {0xf900, 0xfaff, han}, {0xfb1d, 0xfb4f, hebrew}, {0xfb50, 0xfdff, arabic},
	{0xfe70, 0xfefc, arabic}, {0xff66, 0xff9f, katakana}, {0x20000, 0x3ffff, han},
}

// scriptOf returns the script of a letter; digits and punctuation have none.
func scriptOf(r rune) script {
	switch {
	case 'a' <= r|0x20 && r|0x20 <= 'z':
		return latin
	case r < 0xaa:
		return noScript
	case r < 0x250:
		if r == 0xd7 || r == 0xf7 || r < 0xc0 && r != 0xaa && r != 0xb5 && r != 0xba {
			return noScript
		}
		return latin
	case r < 0x2b0, r >= 0xff21 && r <= 0xff5a:
		return latin
	}
	return blockOf(r)
}

func blockOf(r rune) script {
	lo, hi := 0, len(blockRanges)
	for lo < hi {
		mid := (lo + hi) / 2
		if blockRanges[mid].to < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(blockRanges) || r < blockRanges[lo].from || unicode.IsPunct(r) || unicode.IsDigit(r) {
		return noScript
	}
	return blockRanges[lo].script
}

// Characters that stand in only one of the two ways to write Chinese, the most
// frequent of them.
const (
	simplified   = "这个们来说国时为会对发过还没里后么样开学经现动实问间关进长两总从应见当级东车门马鸟鱼龙区医单书写买卖让请谁认识话语谈论议记许设访证评诉词译试诗该详误调读课谢谣谱变权条极构样树桥机杀杂众优伟传伤体余佣侠侣侦侧价亿仅仓仪仆义乌乐习乡争产亲亚云厂厅历压厌厕县参双圆圣场坏块坚坛坝坟处备复头夹夺奋奖妇妈娱孙宁宝审宪宽宾寻导寿将尔尘尝层属岁岂岗岛岭币帅师帐帮带广庆库庙废异弃张弯弹强归录彻径忆忧怀态怜总恋恳恶悬惊惧惨惯愤愿慑战户扑执扩扫扬扰抚抛抢护报担拟拥择挂挡挤挥损换据掷断无旧显晋晓暂术朴杨极枪标栏树样档检楼欢欧毁毕气汇汉污汤沟泪泽洁济测浏浓涂涛润涨渐湾湿满滚灭灯灵灾炉点炼烂烦烧热爱爷牵犹狱独狮猎环玛电画畅疗疯监盖盘着矿码砖础硕确祸离种积称稳穷窃竞笔笼签简类粮紧红约级纪纯纲纳纵纷纸纺线练组细织终经绑结绕绘给络绝统继绩续维绿缓编缘缩网罗罚职联肃肠肤胀胁胜脑脚脱脸艰艺节苏范药荐获营萧蓝虑虽蚀补袭装观规视览觉触订计讨训讯讲诚诞询质费贸资赛赞赔赵赶趋跃践车转轮软轻载较辅辆输边达迁运近进远违连迟适选递逻遗邮邻酿释里鉴针钟钢钱铁银链销锁错锋键镇镜闪闭闲闹闻阅队阳阴阵阶际陆陈险随隐难静顶项顺须顾顿预领频题颜额风飞饭饮馆驱驶验骂骑骗鲜鸡麦黄齐齿"
	traditionals = "這個們來說國時為會對發過還沒裡後麼樣開學經現動實問間關進長兩總從應見當級東車門馬鳥魚龍區醫單書寫買賣讓請誰認識話語談論議記許設訪證評訴詞譯試詩該詳誤調讀課謝謠譜變權條極構樹橋機殺雜眾優偉傳傷體餘傭俠侶偵側價億僅倉儀僕義烏樂習鄉爭產親亞雲廠廳歷壓厭廁縣參雙圓聖場壞塊堅壇壩墳處備復頭夾奪奮獎婦媽娛孫寧寶審憲寬賓尋導壽將爾塵嘗層屬歲豈崗島嶺幣帥師帳幫帶廣慶庫廟廢異棄張彎彈強歸錄徹徑憶憂懷態憐戀懇惡懸驚懼慘慣憤願懾戰戶撲執擴掃揚擾撫拋搶護報擔擬擁擇掛擋擠揮損換據擲斷無舊顯晉曉暫術樸楊槍標欄檔檢樓歡歐毀畢氣匯漢湯溝淚澤潔濟測瀏濃塗濤潤漲漸灣濕滿滾滅燈靈災爐點煉爛煩燒熱愛爺牽猶獄獨獅獵環瑪電畫暢療瘋監蓋盤著礦碼磚礎碩確禍離種積稱穩窮竊競筆籠簽簡類糧緊紅約紀純綱納縱紛紙紡線練組細織終綁結繞繪給絡絕統繼績續維綠緩編緣縮網羅罰職聯肅腸膚脹脅勝腦腳脫臉艱藝節蘇範藥薦獲營蕭藍慮雖蝕補襲裝觀規視覽覺觸訂計討訓訊講誠誕詢質費貿資賽贊賠趙趕趨躍踐轉輪軟輕載較輔輛輸邊達遷運遠違連遲適選遞邏遺郵鄰釀釋鑑針鐘鋼錢鐵銀鏈銷鎖錯鋒鍵鎮鏡閃閉閒鬧聞閱隊陽陰陣階際陸陳險隨隱難靜頂項順須顧頓預領頻題顏額風飛飯飲館驅駛驗罵騎騙鮮雞麥黃齊齒"
)
