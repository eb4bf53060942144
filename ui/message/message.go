// Package message says things in the reader's language. Code holds English; a
// catalogue holds what a translator made of it: de.po and fr.po, in the form that
// gettext's tools and editors read. What has no translation is said in English.
//
//	message.Say("Nothing matches.")
//	message.Say("Without %s there would be %s.", term, articles)
//	message.Count(n, "%d article", "%d articles")
//
// Where two languages need two words for one in English, a word before a bar says
// which is meant and is not shown: "key|open". A % that is no verb is written %%,
// and numbers come out grouped as the language groups them.
//
// Messages are constants of the types Text and Form, wherever they stand; so a test
// finds them all in the source and compares them with the catalogues. The
// environment LANG=en_XA puts each message in brackets: what then stands on the
// screen without them is foreign text, or was forgotten.
//
// The language is that of the process, as setlocale has it. A catalogue is read
// when it is first needed, English needs none.
package message

import (
	"strconv"
	"strings"
	"sync/atomic"

	"golang.org/x/text/language"
)

// Text is a message in English, as the catalogues know it. Printed it is in the
// reader's language.
type Text string

// String is the message in the reader's language.
func (t Text) String() string { return Say(t) }

// Form is a message in English for one number or for others.
type Form string

// Say is a message with values where it has verbs, those of fmt.
func Say(t Text, values ...any) string {
	v := current.Load()
	if t == "" || v.plain && len(values) == 0 && !strings.ContainsAny(string(t), "|%") {
		return string(t)
	}
	return v.say(string(t), values, string(t))
}

// Later is a message that is said by Now when it is shown, for what holds texts as
// strings until then.
func Later(t Text) string { return string(t) }

// Now is what Later kept.
func Now(english string) string { return Say(Text(english)) }

// Count is a message in the form that fits n, which is its first value:
// 1 article, 1,204 articles.
func Count(n int, one, other Form, values ...any) string {
	all := append(make([]any, 0, 1+len(values)), n)
	return current.Load().say(string(one), append(all, values...), string(one), string(other))
}

var current atomic.Pointer[voice]

func init() { current.Store(newVoice(English, English)) }

// English is the language of the source.
const English = "en"

// bracketed is English in brackets, by the name that other projects give it too.
const bracketed = "en-XA"

// Auto stands for the language that the environment asks for.
const Auto = "auto"

// Languages are those that there are messages in.
func Languages() []string { return []string{English, "de", "fr"} }

// Use takes one of Languages for all that is said from now on.
func Use(name string) { use(name, name) }

// Follow uses the languages that an environment asks for, of messages and of dates.
func Follow(env []string) {
	name := Choose(env)
	use(name, chooseDates(env, name))
}

func use(name, dates string) {
	if name == bracketed {
		dates = English
	}
	if now := current.Load(); now.name != name || now.dates != dates {
		current.Store(newVoice(name, dates))
	}
}

// Source reports that messages are said as the source has them.
func Source() bool { return current.Load().plain }

// Language is the one in use.
func Language() language.Tag { return current.Load().tag }

// Dates is the one of Languages that dates are written in; empty if they are to be
// in a language that there are no messages in.
func Dates() string { return current.Load().dates }

// Number is n with its digits grouped.
func Number(n int) string {
	if -1000 < n && n < 1000 {
		return strconv.Itoa(n)
	}
	return current.Load().printer.Sprintf("%d", n)
}
