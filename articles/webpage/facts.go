package webpage

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"dossier/articles/frontmatter"
	"dossier/model"
	"dossier/model/clean"
)

// The names that state each fact, the best first.
var (
	titleNames  = []string{"og:title", "twitter:title", "item:headline", "dc.title", "dcterms.title", "citation_title", "sailthru.title", "parsely-title"}
	sourceNames = []string{"og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "citation_journal_title", "item:publisher"}
	authorNames = []string{"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl", "item:author"}
	dateNames   = []string{"article:published_time", "og:article:published_time", "og:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
		"dcterms.created", "datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
		"citation_date", "item:datepublished"}
	languageNames = []string{"content-language", "og:locale", "dc.language", "dcterms.language", "item:inlanguage"}
	urlNames      = []string{"og:url"}
)

// facts puts together what the page states. lang is the language that its main
// part is marked with.
func (m *meta) facts(lang string) frontmatter.Facts {
	site := site{name: line(cmp.Or(m.first(sourceNames[:1]), m.ld.publisher, m.first(sourceNames[1:]))), headlines: m.headlines}
	f := frontmatter.Facts{
		Title:    m.bestTitle(&site),
		Language: languageOf(append([]string{lang, m.lang, m.first(languageNames), m.ld.language}, m.named["og:locale"]...)),
		Date:     m.date(),
		Author:   m.authors(),
	}
	u := m.address()
	f.URL = u.String()
	f.Source = cmp.Or(site.name, line(strings.TrimPrefix(u.Hostname(), "www.")))
	for field, states := range map[model.Fields]bool{
		model.FieldTitle: f.Title != "", model.FieldLanguage: f.Language != "", model.FieldDate: !f.Date.IsZero(),
		model.FieldAuthor: f.Author != "", model.FieldSource: f.Source != "",
	} {
		if states {
			f.Stated |= field
		}
	}
	return f
}

func line(s string) string { return frontmatter.Clip(clean.Line(s)) }

// languageOf is the first tag that names a language, in the form in which
// package detect names it: without the country, in which readers take no
// interest, but with the script of Chinese, which the country tells.
func languageOf(tags []string) string {
	for _, s := range tags {
		s, _, _ = strings.Cut(s, ",") // Content-Language may list several
		tag, err := language.Parse(strings.TrimSpace(s))
		if err != nil || tag == language.Und {
			continue
		}
		base, script, _ := tag.Raw()
		if b := base.String(); b == "zh" {
			script, _ := tag.Script()
			return "zh-" + script.String()
		} else if script.String() == "Zzzz" {
			return b
		}
		return base.String() + "-" + script.String()
	}
	return ""
}

// date is the first date that can be read. The first day of 1970 is what
// programs write that know none.
func (m *meta) date() model.Date {
	said := []string{m.ld.published}
	for _, n := range dateNames {
		said = append(said, m.named[n]...)
	}
	for _, s := range append(said, m.time) {
		if d, ok := parseDate(clean.Line(s)); ok && d != (model.Date{Year: 1970, Month: 1, Day: 1}) {
			return d
		}
	}
	return model.Date{}
}

// parseDate also reads 20210111T0815 and a day with anything behind it.
func parseDate(s string) (model.Date, bool) {
	if d, ok := frontmatter.ParseDate(s); ok {
		return d, true
	}
	for _, n := range []int{len("2021-01-11"), len("20210111")} {
		if len(s) > n && (s[n] < '0' || s[n] > '9') {
			if d, ok := frontmatter.ParseDate(s[:n]); ok && d.Day > 0 {
				return d, true
			}
		}
	}
	return model.Date{}, false
}

// authors joins the names of those who wrote the page, each once.
func (m *meta) authors() string {
	if all := names(m.ld.authors); all != "" {
		return all
	}
	for _, n := range authorNames {
		if all := names(m.named[n]); all != "" {
			return all
		}
	}
	return names([]string{m.author})
}

func names(said []string) string {
	var all []string
	for _, s := range said {
		s = line(s)
		if rest, ok := strings.CutPrefix(s, "By "); ok {
			s = rest
		}
		if s != "" && !strings.Contains(s, "://") && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return frontmatter.Clip(strings.Join(all, ", "))
}
