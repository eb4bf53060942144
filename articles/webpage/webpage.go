// Package webpage reads a saved web page: the facts that its metadata state, and
// its main text as Markdown.
//
//	Read → parse   text to a tree, or to plain words where there is too much of it
//	     → meta    what <head>, JSON-LD and microdata say
//	     → main    the part that is the article, once menus, share bars, cookie
//	               banners and the like are left out (prune)
//	     → writer  that part as Markdown
//
// Metadata are statements of those who published the page: what they say is
// stated, not detected. What they lack is left to package articles to detect,
// as for any text. Where several say the same thing, the first of these counts:
//
//	title     JSON-LD headline, og:title, twitter:title, microdata, Dublin Core,
//	          <title> without the name of the site, the first <h1>
//	source    og:site_name, JSON-LD publisher, other <meta>, the end of <title>,
//	          the host of the page's address
//	author    JSON-LD, <meta name=author> and its kin, microdata, rel=author
//	date      JSON-LD datePublished, article:published_time, other <meta>,
//	          microdata, the first <time> under the headline
//	language  lang of the article's element, of <html>, Content-Language,
//	          og:locale, JSON-LD inLanguage
//	url       canonical link, og:url, JSON-LD, the note of the browser that saved it
//
// A headline that opens the text and is the title is left out of the body: it
// is shown above it anyway. So are the signs for bold and italic inside a
// paragraph, since they would stand between the words of a phrase that is
// sought.
//
// Decoding the bytes and cleaning are left to package articles, but for the
// encoding that a page names itself (Charset) and the facts, which are clean.
package webpage

import (
	"errors"
	"strings"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// maxTree bounds what is made a tree of: above it a page is shown as its words
// alone. Pictures and fonts inside the page do not count.
const maxTree = 8 << 20

var errLarge = errors.New("the page is larger than 8 MiB")

// Read takes a page apart: its text decoded, entities still in it. The body is
// clean; it is Markdown, or plain text with a problem that says why. Read never
// fails: a page without a main text has all that it shows for a body.
func Read(page string) (frontmatter.Facts, model.Text, []frontmatter.Problem) {
	page = withoutInlineData(page)
	if len(page) > maxTree {
		return plainPage(page, errLarge)
	}
	t, err := parse(page)
	if err != nil {
		return plainPage(page, err)
	}
	m := gather(t)
	main := t.main()
	facts := m.facts(t.language(main))
	body := clean.Text(t.markdown(main, facts.Title, m.base()))
	return facts, model.Text{Body: body, Markup: model.Markdown}, nil
}

// maxHead is how much of a page that is no tree is searched for metadata.
const maxHead = 256 << 10

func plainPage(page string, why error) (frontmatter.Facts, model.Text, []frontmatter.Problem) {
	var facts frontmatter.Facts
	if t, err := parse(headOf(page)); err == nil {
		facts = gather(t).facts("")
	}
	text := model.Text{Body: clean.Text(words(page)), Markup: model.Plain}
	return facts, text, []frontmatter.Problem{{Text: why.Error() + "; its words are shown without their layout"}}
}

// headOf is what stands above the body.
func headOf(page string) string {
	page = page[:min(len(page), maxHead)]
	if i := strings.Index(page, "<body"); i >= 0 {
		return page[:i]
	}
	return page
}

// IsPage reports that a text of unknown kind, of which start is the beginning,
// is a web page.
func IsPage(start string) bool {
	for {
		start = strings.TrimLeft(start, " \t\r\n\f\ufeff")
		end := ""
		switch {
		case strings.HasPrefix(start, "<!--"):
			end = "-->"
		case strings.HasPrefix(start, "<?xml"):
			end = "?>"
		default:
			return opensPage(start)
		}
		_, rest, ok := strings.Cut(start, end)
		if !ok {
			return false
		}
		start = rest
	}
}

func opensPage(s string) bool {
	for _, tag := range []string{"<!doctype html", "<html", "<head"} {
		if len(s) > len(tag) && strings.EqualFold(s[:len(tag)], tag) && strings.IndexByte("> \t\r\n\f", s[len(tag)]) >= 0 {
			return true
		}
	}
	return false
}
