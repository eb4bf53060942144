// Package links says where a link of a foreign text leads, and whether that may
// be followed: it opens nothing but http, https and mailto, and writes a host's
// name in the letters that its machine has, so that one that imitates another is
// seen. Handing a link to the system is an Opener's work; asking the reader
// first is the program's.
package links

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/idna"

	"dossier/model/clean"
	"dossier/ui/message"
)

// Kind is what a link leads to.
type Kind uint8

// The kinds of target.
const (
	Refused Kind = iota // nothing that may be followed
	Web                 // http or https
	Mail
	Article  // a file of the dossier
	Fragment // a place in the same article
)

// Target is where a link leads.
type Target struct {
	Kind Kind
	// Address is what is opened or copied, on one clean line. A web address is
	// ASCII.
	Address string
	Host    string // of a web address, in ASCII; of mail the recipient, with such a host
	Written string // the host as the text writes it, where that is not ASCII
	Login   string // what stands before an @ in front of the host
	// Path is that of an article from the dossier's root, with slashes, and
	// Fragment the place in it. They are to be compared; to show them clean them.
	Path, Fragment string
	Reason         string // why it is refused
}

// refusal is a target that is not followed, with the reason.
type refusal func(reason message.Text, values ...any) Target

// mostAddress bounds an address, in bytes; longer ones are no addresses.
const mostAddress = 8 << 10

// Parse reads a link of the article whose file is at from.
func Parse(link, from string) Target {
	shown := clean.Line(link)
	refused := func(reason message.Text, values ...any) Target {
		return Target{Address: shown, Reason: message.Say(reason, values...)}
	}
	if len(link) > mostAddress {
		return refused("it is longer than any address")
	}
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || clean.Printable(link) < len(link) {
		return refused("it is no valid address")
	}
	switch scheme := strings.ToLower(u.Scheme); {
	case scheme == "http" || scheme == "https":
		return web(u, refused)
	case scheme == "mailto":
		return mail(u, refused)
	case scheme != "":
		return refused("only http, https and mailto are opened, not %s", clean.Line(scheme))
	case u.Host != "":
		return refused("it has no scheme")
	case u.Path == "" && u.Fragment != "":
		return Target{Kind: Fragment, Address: shown, Fragment: u.Fragment}
	}
	return article(u, from, shown, refused)
}

func web(u *url.URL, refused refusal) Target {
	name := u.Hostname()
	host, ok := punycode(name)
	if !ok {
		return refused("its host has no valid name")
	}
	if host == "" || strings.ContainsAny(host, " \"'`\\<>|^{}") {
		return refused("it names no host")
	}
	t := Target{Kind: Web, Host: host}
	if host != name {
		t.Written = clean.Line(name)
		u.Host = host + strings.TrimPrefix(u.Host, name)
	}
	if u.User != nil {
		t.Login = clean.Line(u.User.Username())
	}
	t.Address = u.String()
	return t
}

// punycode is a host's name in the letters that its machine has.
func punycode(name string) (string, bool) {
	if ascii(name) {
		return name, true
	}
	host, err := idna.Punycode.ToASCII(strings.ToLower(name))
	return host, err == nil
}

// mail keeps of a letter only whom it goes to and its subject: some programs
// would attach a file that a link names.
func mail(u *url.URL, refused refusal) Target {
	to, err := url.PathUnescape(u.Opaque)
	if err != nil || clean.Printable(to) < len(to) || !strings.Contains(to, "@") || strings.ContainsAny(to, " \t\r\n<>\"'`\\|;&$?") {
		return refused("it names no mail address")
	}
	at := strings.LastIndexByte(to, '@') + 1
	host, ok := punycode(to[at:])
	if !ok {
		return refused("its host has no valid name")
	}
	t := Target{Kind: Mail, Host: to[:at] + host, Address: "mailto:" + url.PathEscape(to[:at]+host)}
	if host != to[at:] {
		t.Written = clean.Line(to[at:])
	}
	if subject := u.Query().Get("subject"); subject != "" {
		t.Address += "?subject=" + url.PathEscape(clean.Line(subject))
	}
	return t
}

func article(u *url.URL, from, shown string, refused refusal) Target {
	file := u.Path
	if file == "" {
		return refused("it leads nowhere")
	}
	if strings.HasPrefix(file, "/") {
		file = strings.TrimPrefix(path.Clean(file), "/")
	} else {
		file = path.Join(path.Dir(Slashed(from)), Slashed(file))
	}
	if file == ".." || strings.HasPrefix(file, "../") || file == "" || file == "." {
		return refused("it leads out of the dossier")
	}
	return Target{Kind: Article, Address: shown, Path: file, Fragment: u.Fragment}
}

// Slashed is a path with slashes, however it was written.
func Slashed(p string) string { return strings.ReplaceAll(p, `\`, "/") }

// Leads reports whether a link to a path means a file, which may be written
// without its ending.
func Leads(to, file string) bool {
	file = Slashed(file)
	return file == to || strings.TrimSuffix(file, path.Ext(file)) == to
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
