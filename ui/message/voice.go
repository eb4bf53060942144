package message

import (
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// voice is a language with its messages. Each goes to the catalogue of x/text
// when it is first said: to compile them all takes longer than to show a screen.
type voice struct {
	name    string
	dates   string // the one of Languages that dates are written in, or empty
	tag     language.Tag
	plain   bool // messages are said as the source has them
	printer *message.Printer
	read    func() map[string][]string // what was translated, by the first form in English

	mu      sync.Mutex
	catalog *catalog.Builder
	has     map[string]bool
}

func newVoice(name, dates string) *voice {
	tag := language.Make(name)
	made := catalog.NewBuilder(catalog.Fallback(language.English))
	return &voice{
		name: name, dates: dates, tag: tag, plain: name == English, catalog: made,
		printer: message.NewPrinter(tag, message.Catalog(made)),
		read:    sync.OnceValue(func() map[string][]string { return translations(name) }),
		has:     map[string]bool{},
	}
}

// say is the message with a key, which has the forms given in English.
func (v *voice) say(key string, values []any, english ...string) string {
	v.need(key, english)
	return v.printer.Sprintf(key, values...)
}

// need puts a message in the catalogue.
func (v *voice) need(key string, english []string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.has[key] {
		return
	}
	v.has[key] = true
	forms := v.read()[key]
	if len(forms) == 0 {
		forms = v.source(english)
	}
	// What cannot be compiled is said as it stands in the source.
	_ = v.catalog.Set(v.tag, key, variants(forms))
}

// source is a message as it stands in the source, without what says which of two
// meanings it has.
func (v *voice) source(english []string) []string {
	forms := make([]string, len(english))
	for i, s := range english {
		forms[i] = s
		if _, text, ok := cutMeaning(s); ok {
			forms[i] = text
		}
		if v.name == bracketed {
			forms[i] = "⟦" + forms[i] + "⟧"
		}
	}
	return forms
}

// cutMeaning parts a message from the word before its bar, if it has one.
func cutMeaning(s string) (meaning, text string, ok bool) {
	meaning, text, ok = strings.Cut(s, "|")
	if !ok || meaning == "" || strings.ContainsAny(meaning, " %") {
		return "", s, false
	}
	return meaning, text, true
}

// variants is a message with one form, or with one for each kind of number. The
// languages that there are have two kinds.
func variants(forms []string) catalog.Message {
	if len(forms) == 1 {
		return catalog.String(forms[0])
	}
	return plural.Selectf(1, "%d", plural.One, forms[0], plural.Other, forms[1])
}
