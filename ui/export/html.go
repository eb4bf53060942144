package export

import (
	"bufio"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/message"
	"dossier/ui/wording"
)

//go:embed page.css
var css string

//go:embed page.html
var pageSource string

// pageTemplate is parsed on first use: few runs of the program need it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

// htmlPage is what the template shows.
type htmlPage struct {
	Title, Counts, Query string
	Language             string // of the words that are not the articles'
	Words                htmlWords
	Policy               string
	Style                template.CSS
	Days                 []htmlDay
	Vendors              []htmlVendor
	Articles             []htmlArticle
	Whole                bool // the articles are there, not their passages alone
}

// htmlDay is a day of the timeline, with who cut ties on it.
type htmlDay struct {
	Date    string
	Vendors []htmlName
}

type htmlName struct{ Name, Anchor string }

type htmlVendor struct {
	Name, Anchor string
	Claims       []htmlClaim
}

type htmlClaim struct {
	Date, Service, Status, Reason, Restored string
	Detected                                bool
	Anchor                                  string // of the article's part on the page
	Article, Language, Facts, URL           string
	Quotes                                  []htmlQuote
}

type htmlQuote struct {
	Number int
	Text   string
}

type htmlArticle struct {
	Anchor, Title, Language, Facts, URL, ID string
	Vendors                                 []htmlVendorLink
	Body                                    template.HTML
}

type htmlVendorLink struct {
	Name    string
	Numbers []int // of its passages
	Lost    []int // those that the body does not show
}

// htmlWords are what the page says itself.
type htmlWords struct{ Filtered, Timeline, Who, Detected, HowDetected, Articles, Cut string }

func wordsOfPage() htmlWords {
	return htmlWords{
		Filtered: message.Say("Filtered by"), Timeline: message.Say("Timeline"), Who: message.Say("Who cut ties"),
		Detected: message.Say("detected"), HowDetected: message.Say("Read from the text, not stated by a person"),
		Articles: message.Say("Articles"), Cut: message.Say("Cut ties:"),
	}
}

// policy lets the page have its own style and nothing else: no script, nothing
// from elsewhere, not even where the text would ask for it.
func policy() string {
	sum := sha256.Sum256([]byte(css))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// writeHTML writes one page that needs nothing else.
func writeHTML(ctx context.Context, w io.Writer, d Document) error {
	all := d.entries()
	page := htmlPage{
		Title: clean.Line(d.Dossier.Title), Counts: counts(all), Query: clean.Line(d.Query), Language: message.Language().String(), Words: wordsOfPage(),
		Policy: policy(), Style: template.CSS(css), Whole: !d.Passages,
	}
	for i := range all {
		a, err := d.htmlArticle(ctx, &all[i])
		if err != nil {
			return err
		}
		if !d.Passages {
			page.Articles = append(page.Articles, a)
		}
	}
	left := vendors(all)
	page.Days = days(left)
	for i, v := range left {
		page.Vendors = append(page.Vendors, htmlVendorOf(i, v))
	}
	out := bufio.NewWriter(w)
	if err := pageTemplate().Execute(out, page); err != nil {
		return err
	}
	return out.Flush()
}

func (d Document) htmlArticle(ctx context.Context, e *entry) (htmlArticle, error) {
	t, err := d.read(ctx, e)
	if err != nil || d.Passages {
		return htmlArticle{}, err
	}
	body, shown, err := htmlBody(t, e)
	if err != nil {
		return htmlArticle{}, err
	}
	a := htmlArticle{
		Anchor: anchor(e), Title: e.Title, Language: e.Language, Facts: e.facts(), URL: webAddress(e.URL), ID: e.ID,
		Body: template.HTML(body),
	}
	for _, c := range e.cuts {
		link := htmlVendorLink{Name: wording.Vendor(c.Cut)}
		for _, p := range c.passages {
			link.Numbers = append(link.Numbers, p.number)
			if !shown[p.number] {
				link.Lost = append(link.Lost, p.number)
			}
		}
		a.Vendors = append(a.Vendors, link)
	}
	return a, nil
}

func vendorAnchor(i int) string { return "v" + strconv.Itoa(i+1) }

func htmlVendorOf(i int, v vendor) htmlVendor {
	h := htmlVendor{Name: v.name, Anchor: vendorAnchor(i)}
	for _, c := range v.claims {
		k := htmlClaim{
			Date: wording.Date(c.Cut.Date), Service: wording.Service(c.Service), Detected: c.Cut.Detected,
			Anchor: anchor(c.in), Article: c.in.Title, Language: c.in.Language, Facts: c.in.facts(), URL: webAddress(c.in.URL),
		}
		if c.Status != model.Done {
			k.Status = wording.Status(c.Status)
		}
		if !c.Restored.IsZero() {
			k.Restored = message.Say("taken back %s", wording.Date(c.Restored))
		}
		if c.Reason != "" {
			k.Reason = message.Say("stated reason: %s", c.Reason)
		}
		for _, p := range c.passages {
			k.Quotes = append(k.Quotes, htmlQuote{p.number, p.text})
		}
		h.Claims = append(h.Claims, k)
	}
	return h
}

// webAddress is an address that a browser may be sent to; else empty.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
		return s
	}
	return ""
}
