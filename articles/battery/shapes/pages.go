package shapes

import (
	"fmt"
)

// Pages are saved web pages.
var Pages = pages(Set{
	"divisions in depth":    repeated("<div>"),
	"divisions with text":   repeated("<div>a b c "),
	"paragraphs":            repeated("<p>Some words that make a paragraph. "),
	"bold, open":            repeated("<b>"),
	"links, open":           repeated("<a href=x>a"),
	"fonts, open":           repeated("<font size=1>a<p>"),
	"formats, crossed":      repeated("<b><i>a</b>"),
	"paragraphs in formats": repeated("<i><p>a"),
	"tables in tables":      repeated("<table><tr><td>a"),
	"text in tables":        repeated("<table>a"),
	"rows of a table":       within("<table>", "<tr><td>a<td>b", "</table>"),
	"cells of a row":        within("<table><tr>", "<td>a", "</table>"),
	"cells that span":       within("<table>", "<tr><td colspan=1000 rowspan=1000>a", "</table>"),
	"lists in lists":        repeated("<ul><li>a"),
	"items":                 within("<ol>", "<li>a", "</ol>"),
	"quotes in quotes":      repeated("<blockquote>a"),
	"headings":              repeated("<h1>a</h1>"),
	"headings, open":        repeated("<h1>a"),
	"selections":            repeated("<select><option>a"),
	"templates":             repeated("<template>a"),
	"frames":                repeated("<svg><g>a"),
	"formulas":              repeated("<math><mi>a"),
	"entities":              repeated("&amp;"),
	"ampersands":            repeated("&"),
	"less-thans":            repeated("<"),
	"comments, open":        repeated("<!--a"),
	"comments":              repeated("<!--a-->"),
	"scripts, open":         repeated("<script>"),
	"texts, open":           repeated("<textarea>"),
	"one attribute":         within("<p a=\"", "b", "\">c"),
	"attributes": func(n int) string {
		return "<p" + counted(func(i int) string { return fmt.Sprintf(" a%d=b", i) })(n) + ">c"
	},
	"bodies":                 counted(func(i int) string { return fmt.Sprintf("<body a%d=b>", i) }),
	"classes":                within("<div class=\"", "comment share ", "\">a"),
	"metadata":               within("<head>", "<meta name=author content=b>", "</head><p>a"),
	"data, nested":           within("<script type=\"application/ld+json\">", "[", "</script><p>a"),
	"data, listed":           within("<script type=\"application/ld+json\">[", "{\"@type\":\"Article\"},", "{}]</script><p>a"),
	"one word":               within("<p>", "a", ""),
	"code":                   within("<pre>", "`` a\n", "</pre>"),
	"line breaks":            repeated("a<br>"),
	"rules":                  repeated("<hr>"),
	"spans":                  repeated("<span>a</span> "),
	"empty links":            repeated("<a href=#></a>"),
	"links to scripts":       repeated("<a href=\"javascript:a()\">b</a> "),
	"pictures":               repeated("<img src=a alt=b>"),
	"teasers":                repeated("<div class=teaser><a href=b>A line of a story</a></div>"),
	"definitions":            repeated("<dt>a<dd>b"),
	"letters to be escaped":  repeated("*_[]`"),
	"articles":               repeated("<article><p>Some words, and more of them.</article>"),
	"ends without beginning": repeated("</p></b></div></table>"),
})

// pages begins each as a page begins.
func pages(bodies Set) Set {
	whole := Set{}
	for name, of := range bodies {
		whole[name] = func(n int) string { return "<!doctype html><title>A page</title>" + of(n) }
	}
	return whole
}
