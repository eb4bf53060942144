package webpage

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// charsetWithin is how far down a page may name its encoding. Browsers look at
// 1 KiB; programs that save pages put notes of their own above it.
const charsetWithin = 16 << 10

// Charset returns the encoding that a page says it is in, nil if it says none
// that is known. A page that can be read so far as to say UTF-16 is not in it.
//
// The library's charset.DetermineEncoding does not tell what a page says from
// what it guesses.
func Charset(raw []byte) encoding.Encoding {
	z := html.NewTokenizer(bytes.NewReader(raw[:min(len(raw), charsetWithin)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			if string(name) == "body" {
				return nil
			}
			if string(name) != "meta" || !more {
				continue
			}
			if enc := lookup(metaCharset(z)); enc != nil {
				return enc
			}
		}
	}
}

// metaCharset reads <meta charset=…> or <meta http-equiv=content-type content=…>.
func metaCharset(z *html.Tokenizer) string {
	var label, content string
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "charset":
			label = string(value)
		case "content":
			content = strings.ToLower(string(value))
		}
	}
	if label != "" {
		return label
	}
	_, label, _ = strings.Cut(content, "charset=")
	label, _, _ = strings.Cut(label, ";")
	return strings.Trim(label, " \t\r\n\"'")
}

func lookup(label string) encoding.Encoding {
	enc, err := htmlindex.Get(label)
	if err != nil || enc == encoding.Replacement {
		return nil
	}
	if name, _ := htmlindex.Name(enc); strings.HasPrefix(name, "utf-") {
		return nil
	}
	return enc
}
