package page

// corpus is Markdown in which every word of three letters and more is shown,
// but for those with "hidden" in them.
var corpus = map[string]string{
	"headings": "# Überschrift „groß“ gesagt\n\nText\n\n## Second *emphasised* heading\n\nSetext heading\n===\n\ntext\n\n### Third with `code`\n",
	"emphasis": "Plain *emphasised **strong inside** and* after, __strong _both_ here__ and ~~struck *out*~~ again, intra*word*emphasis.\n",
	"lists": "- first item with enough words in it to be wrapped at narrow widths\n- second\n  1. inner one\n  2. inner two\n\n" +
		"     a paragraph below\n- [x] ticked task\n- [ ] open task\n\n9. nine\n10. ten\n",
	"quotes":  "> quoted text that goes on\n> over two lines\n>\n> > nested deeper\n>\n> - item in quote\n\nafterwards\n",
	"links":   "See [the **strong** text](http://hidden.example/hidden) and <https://shown.example/path>, www.shown.example too, or [ref][hidden] and ![picture text](hidden.png).\n\n[hidden]: https://hidden.example\n",
	"code":    "Some `inline code` and\n\n```go\nfunc main() {\n\tprintln(\"hello\")\n}\n```\n\n    indented code\n\n```unknownhidden\nraw words\n```\n",
	"tables":  "| Name | Amount | Remark |\n|:--|--:|:-:|\n| Amazon | 1200 | some longer remark that has to be wrapped in its column |\n| Größe `code` | 3 | *short* and [linked](http://hidden.example) |\n",
	"signs":   "Fish &amp; chips, caf&eacute;s, 3 &lt; 4, \\*not emphasis\\*, a\\_b, &#27;shown &#x41;bc &unknown; done & gone.\n",
	"cjk":     "帕勒在苹果和谷歌下架之后，又失去了亚马逊的托管服务。“我们会回来的”，他说。パーラーは月曜日に停止した。\n混合 Latin 文字与 English 单词的段落，看看如何换行。\n",
	"emoji":   "Flags 🇩🇪🇫🇷 and family 👨‍👩‍👧‍👦 and thumbs 👍🏽 between words, combining e\u0323\u0302 and n\u0303 marks.\n",
	"german":  "Der „Netzwerkbetreiber“ erklärte am Montag, die Kündigung sei »endgültig« – ein Google-Sprecher widersprach: ‚Nein‘. Straße, Übergröße, Donaudampfschifffahrtsgesellschaft.\n",
	"french":  "Le réseau « conservateur » a été coupé ; Amazon l’a confirmé : « C’est fini ! » Pourquoi ? L’œuvre, naïveté, garçon.\n",
	"breaks":  "first line  \nsecond line\\\nthird line<br>fourth line\nsoft line\n\n***\n\nafter the rule\n",
	"html":    "<div class=\"hidden\">\nShown words <b>and bold</b>\n<p>paragraph words</p>\n<!-- hidden -->\n</div>\n\nInline <span class=\"hidden\">tagged words</span> here.\n",
	"defined": "Term here\n: Definition that follows the term\n\nOther term\n: More *words*\n",
}
