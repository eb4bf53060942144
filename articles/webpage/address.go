package webpage

import (
	"net/url"
	"strings"
)

// maxAddress bounds an address that is kept. Longer ones carry data.
const maxAddress = 2000

// base is the address that those of a page are relative to; nil if unknown.
type base struct{ *url.URL }

// web reads an absolute address of the web.
func web(s string) (*url.URL, bool) {
	u, err := address(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, false
	}
	return u, true
}

// address reads an address as browsers do: white space in it is nothing.
func address(s string) (*url.URL, error) {
	if len(s) > 2*maxAddress {
		return nil, url.InvalidHostError("too long")
	}
	return url.Parse(lineEnds.Replace(strings.TrimSpace(s)))
}

var lineEnds = strings.NewReplacer("\n", "", "\r", "", "\t", "")

// resolve returns where a link of the page leads: an absolute address if that
// can be known, else a relative one. It is empty for what leads nowhere from
// outside a browser, such as javascript: and places on the page itself.
func (b base) resolve(href string) string {
	u, err := address(href)
	if err != nil || strings.HasPrefix(strings.TrimSpace(href), "#") {
		return ""
	}
	if b.URL != nil && u.Scheme == "" {
		u = b.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https", "mailto", "":
	default:
		return ""
	}
	if s := u.String(); len(s) <= maxAddress && printable(s) {
		return s
	}
	return ""
}

func printable(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x7f })
}

var parentheses = strings.NewReplacer("(", "%28", ")", "%29")

// destination escapes what would end an address in parentheses.
func destination(s string) string {
	if strings.ContainsAny(s, "()") && !balanced(s) {
		s = parentheses.Replace(s)
	}
	if i := strings.IndexByte(s, '&'); i >= 0 && strings.IndexByte(s[i:], ';') > 0 {
		s = strings.ReplaceAll(s, "&", "&amp;")
	}
	return s
}

func balanced(s string) bool {
	open := 0
	for _, r := range s {
		switch r {
		case '(':
			open++
		case ')':
			if open--; open < 0 {
				return false
			}
		}
	}
	return open == 0
}
