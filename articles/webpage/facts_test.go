package webpage

import (
	"strings"
	"testing"

	"dossier/articles/frontmatter"
	"dossier/model"
)

func factsOf(head string) frontmatter.Facts {
	f, _, _ := Read("<!doctype html>" + head + "<p>Text.")
	return f
}

func TestTitle(t *testing.T) {
	const site = `<meta property=og:site_name content="The Daily Shed">`
	tests := []struct{ head, want string }{
		{`<title>One | The Daily Shed</title>` + site, "One"},
		{`<title>One – Daily Shed</title>` + site, "One"},
		{`<title>One - two - dailyshed</title>` + site, "One - two"},
		{`<title>One | Other</title>` + site, "One | Other"},
		{`<title>One - News - The Daily Shed</title><h1>One</h1>`, "One"},
		{`<title>One - The Daily Shed</title><h1>The Daily Shed</h1><h1>Uno</h1>`, "One"},
		{`<title>The Daily Shed</title><h1>One</h1>` + site, "One"},
		{`<title>The Daily Shed</title>` + site, "The Daily Shed"},
		{`<title>One</title><meta property=og:title content=Two>`, "Two"},
		{`<meta name=twitter:title content=Three><meta name=dc.title content=Four>`, "Three"},
		{`<meta property=og:title content=""><meta name=DC.Title content=Four>`, "Four"},
		{`<script type=application/ld+json>{"@type":"Article","headline":"Five &amp; six"}</script><meta property=og:title content=Two>`, "Five & six"},
		{`<script type=application/ld+json>{"@type":"Article","headline":"A long headl…"}</script><meta property=og:title content="A long headline | The Daily Shed">` + site, "A long headline"},
		{`<script type=application/ld+json>{"@type":"Article","headline":"What now ..."}</script>`, "What now ..."},
		{`<svg><title>Icon</title></svg><h1>One <small>two</small></h1>`, "One two"},
		{`<title>` + strings.Repeat("x", 5000) + `</title>`, strings.Repeat("x", 299) + "…"},
		{``, ""},
	}
	for _, tt := range tests {
		if got := factsOf(tt.head).Title; got != tt.want {
			t.Errorf("%.120s: %q, want %q", tt.head, got, tt.want)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ head, want string }{
		{`<meta name=date content=2021-01-08>`, "2021-01-08"},
		{`<meta property=article:published_time content="2021-01-08T23:30:00-08:00"><meta name=date content=2020>`, "2021-01-08"},
		{`<meta name=pubdate content=20210108T081500Z>`, "2021-01-08"},
		{`<meta name=dcterms.issued content="2021-01">`, "2021-01"},
		{`<meta name=date content="January 8, 2021">`, "2021-01-08"},
		{`<meta name=date content="2021-01-08Z">`, "2021-01-08"},
		{`<meta name=date content=01/08/2021><meta name=pubdate content=2021>`, "2021"},
		{`<meta name=date content=1970-01-01T00:00Z>`, ""},
		{`<meta name=date content=2021-13-01>`, ""},
		{`<meta name=date content=20210108123>`, ""},
		{`<time datetime=2021-01-08>x</time>`, ""},
		{`<h1>x</h1><time datetime=2021-01-08>x</time><time datetime=2022-01-08>x</time>`, "2021-01-08"},
		{`<article><time datetime=2021-01-08>x</time></article>`, "2021-01-08"},
		{`<i itemprop="dateModified datePublished" content=2021-01-08></i>`, "2021-01-08"},
		{`<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2021-01-08","dateModified":"2022"}</script><meta name=date content=2020>`, "2021-01-08"},
	}
	for _, tt := range tests {
		if got := factsOf(tt.head).Date.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.head, got, tt.want)
		}
	}
}

func TestAuthorAndSource(t *testing.T) {
	ld := func(s string) string { return "<script type='application/ld+json'>" + s + "</script>" }
	tests := []struct{ head, author, source string }{
		{`<meta name=author content="Ada Quill"><meta name=author content="Ben Ink"><meta name=author content="Ada Quill">`, "Ada Quill, Ben Ink", ""},
		{`<meta name=author content="By Ada Quill"><meta name=publisher content=Shed>`, "Ada Quill", "Shed"},
		{`<meta property=article:author content=https://social.example/ada><a rel="nofollow author">Ada</a>`, "Ada", ""},
		{`<i itemprop=author itemscope>By <b itemprop=name>Ada</b></i><i itemprop=author>Ben</i>`, "Ada, Ben", ""},
		{ld(`{"@type":"BlogPosting","author":"Ada","publisher":{"name":"Shed Ltd"}}`) + `<meta name=author content=Ben>`, "Ada", "Shed Ltd"},
		{ld(`{"@type":"BlogPosting","publisher":{"name":"Shed Ltd"}}`) + `<meta property=og:site_name content=Shed>`, "", "Shed"},
		{ld(`[{"@type":"http://schema.org/Report","author":[{"name":["Ada","A."]},{"name":{"@value":"Ben"}},7,{}]}]`), "Ada, Ben", ""},
		{ld(`{"@type":"Person","@id":"#a","name":"Ada"}`) + ld(`{"@graph":[{"@type":["X","Article"],"author":{"@id":"#a"},"publisher":{"@id":"#p"}}]}`) + ld(`{"@id":"#p","name":"Shed"}`), "Ada", "Shed"},
		{ld(`{"@type":"WebPage","name":"x","author":"Ada","hasPart":{"@type":"Article","author":"Ben"}}`), "", ""},
		{ld(`{"@type":"Article","author":`), "", ""},
		{ld(`// x`) + ld(strings.Repeat(`[`, 20000)) + ld(`{"@type":"Article","author":"Ada"}`), "Ada", ""},
		{ld(strings.Repeat(`[`, 5) + `{"@type":"Article","author":"Ada"}` + strings.Repeat(`]`, 5)), "Ada", ""},
		{`<link rel=canonical href=https://www.shed.example/x>`, "", "shed.example"},
		{`<title>One - Shed</title><h1>One</h1><link rel=canonical href=https://www.shed.example/x>`, "", "Shed"},
	}
	for _, tt := range tests {
		f := factsOf(tt.head)
		if f.Author != tt.author || f.Source != tt.source {
			t.Errorf("%.200s: author %q, source %q, want %q, %q", tt.head, f.Author, f.Source, tt.author, tt.source)
		}
		if f.Stated.Has(model.FieldAuthor) != (tt.author != "") || f.Stated.Has(model.FieldSource) != (tt.source != "") {
			t.Errorf("%.200s: stated %v", tt.head, f.Stated.Names())
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ page, want string }{
		{`<html lang=de-AT>`, "de"},
		{`<html lang=zh-CN>`, "zh-Hans"},
		{`<html lang=zh-Hant-HK>`, "zh-Hant"},
		{`<html lang=sr-Latn-RS>`, "sr-Latn"},
		{`<html lang=en_US>`, "en"},
		{`<html lang="no such"><meta property=og:locale content=pt_BR>`, "pt"},
		{`<html xml:lang=fr>`, "fr"},
		{`<html lang=und><meta http-equiv=content-language content="it, en">`, "it"},
		{`<html lang=en><article lang=ja><p>` + strings.Repeat("a long paragraph, ", 30), "ja"},
		{`<html lang=en><body lang=da><p>` + strings.Repeat("a long paragraph, ", 30), "da"},
		{`<script type=application/ld+json>{"@type":"Article","inLanguage":{"name":"es"}}</script>`, "es"},
		{`<html>`, ""},
	}
	for _, tt := range tests {
		if got := factsOf(tt.page).Language; got != tt.want {
			t.Errorf("%.100s: %q, want %q", tt.page, got, tt.want)
		}
	}
}

func TestAddress(t *testing.T) {
	tests := []struct{ page, want string }{
		{`<link rel=canonical href=https://a.example/x>`, "https://a.example/x"},
		{`<link rel="x Canonical" href=/x><meta property=og:url content=https://a.example/y>`, "https://a.example/x"},
		{`<link rel=canonical href=https://a.example/><meta property=og:url content=https://a.example/y>`, "https://a.example/y"},
		{`<link rel=canonical href=https://a.example/>`, "https://a.example/"},
		{`<link rel=canonical href=javascript:x><meta property=og:url content=ftp://a.example/y>`, ""},
		{`<link rel=canonical href=/x>`, ""},
		{"<!-- saved from url=(0019)https://a.example/z -->", "https://a.example/z"},
		{"<!--\n Page saved with a tool\n url: https://a.example/z \n saved date: x -->", "https://a.example/z"},
	}
	for _, tt := range tests {
		if got := factsOf(tt.page).URL; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.page, got, tt.want)
		}
	}
}

func TestNaming(t *testing.T) {
	tests := []struct {
		class string
		want  purpose
	}{
		{"share-bar", furniture}, {"article__related", furniture}, {"RelatedArticles", furniture}, {"mostRead", furniture}, {"sr-only", furniture},
		{"post-content", nothing}, {"sharepoint", nothing}, {"read the story", nothing}, {"headline", nothing}, {"", nothing},
		{"cookieConsent", imposed}, {"share cookie", imposed}, {"article-werbung", furniture}, {"udostepnij", furniture},
	}
	for _, tt := range tests {
		if got := named(tt.class); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.class, got, tt.want)
		}
	}
}

func TestCharset(t *testing.T) {
	tests := []struct {
		page string
		want string // what the byte 0xe4 is
	}{
		{`<meta charset=windows-1251>`, "д"},
		{`<meta charset="ISO-8859-1">`, "ä"},
		{`<META HTTP-EQUIV="content-type" CONTENT="text/html; Charset = x"><meta charset=koi8-r>`, "Д"},
		{`<meta http-equiv=content-type content="text/html; charset=iso-8859-5; x">`, "ф"},
		{`<meta charset=utf-8>`, ""}, {`<meta charset=utf-16>`, ""}, {`<meta charset=nonsense>`, ""}, {`<meta charset=iso-2022-kr>`, ""},
		{`<body><meta charset=windows-1251>`, ""}, {`<!-- <meta charset=windows-1251> -->`, ""}, {`<script>"<meta charset=windows-1251>"</script>`, ""},
		{`<!--` + strings.Repeat("x", 4000) + `--><meta charset=windows-1251>`, "д"},
	}
	for _, tt := range tests {
		enc := Charset([]byte(tt.page))
		got := ""
		if enc != nil {
			got, _ = enc.NewDecoder().String("\xe4")
		}
		if got != tt.want {
			t.Errorf("%.100s: %q, want %q", tt.page, got, tt.want)
		}
	}
}

func TestIsPage(t *testing.T) {
	for _, s := range []string{"<!DOCTYPE html>x", "<html lang=x>", "\ufeff \n<HTML>", "<!-- a -->\n<!doctype HTML >", "<?xml version='1.0'?><!DOCTYPE html PUBLIC>", "<head>"} {
		if !IsPage(s) {
			t.Errorf("%q is a page", s)
		}
	}
	for _, s := range []string{"", "x", "<p>x", "# <html>", "<!-- <html>", "<?xml?><rss>", "<htmlx>", "<header>", "<html", "<!doctypehtml>"} {
		if IsPage(s) {
			t.Errorf("%q is no page", s)
		}
	}
}
