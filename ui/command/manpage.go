package command

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// manPage is a verb's page in mdoc, the language in which a page says what a
// word is and not how it looks. It is written by hand: what Cobra makes by way
// of Markdown has faults that mandoc's linter finds, and needs three libraries.
func manPage(cmd *cobra.Command) string {
	var m mdoc
	m.macro("Dd " + pagesDate)
	m.macro("Dt " + strings.ToUpper(pageName(cmd)) + " 1")
	m.macro("Os")
	m.macro("Sh NAME")
	m.macro("Nm", pageName(cmd))
	m.macro("Nd", strings.ToLower(cmd.Short[:1])+cmd.Short[1:])
	m.macro("Sh SYNOPSIS")
	for i, line := range usageLines(cmd) {
		if i > 0 {
			m.macro("Pp")
		}
		m.text(line)
	}
	m.macro("Sh DESCRIPTION")
	m.paragraphs(cmd.Long)
	m.verbs(cmd)
	m.flags(cmd)
	m.exitStatus()
	m.macro("Sh EXAMPLES")
	m.literal(cmd.Example)
	m.seeAlso(cmd)
	return m.String()
}

// inEnglish is what pages are in, whatever the language: they are made once, for
// all who read them.
func inEnglish(text string) string { return text }

// pagesDate is when the pages were last gone over. It is no date of a build:
// the same program writes the same pages.
const pagesDate = "November 21, 2026"

func pageName(cmd *cobra.Command) string {
	return strings.ReplaceAll(cmd.CommandPath(), " ", "-")
}

// mdoc writes the lines of a page.
type mdoc struct{ strings.Builder }

// macro writes a line with a macro and what belongs to it, and arguments that
// may look like macros and are none.
func (m *mdoc) macro(line string, args ...string) {
	m.WriteString("." + line)
	for _, a := range args {
		m.WriteString(` "` + strings.ReplaceAll(unspecial.Replace(a), `"`, `""`) + `"`)
	}
	m.WriteByte('\n')
}

// unspecial keeps roff from taking text for its own: a backslash begins an
// escape, and a hyphen that someone may copy must not become a dash.
var unspecial = strings.NewReplacer(`\`, `\e`, "-", `\-`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`, "'", `\(aq`)

// text writes a line of text; one that begins like a macro is none.
func (m *mdoc) text(line string) {
	line = unspecial.Replace(strings.TrimSpace(line))
	if strings.HasPrefix(line, ".") {
		line = `\&` + line
	}
	m.WriteString(line + "\n")
}

func (m *mdoc) paragraphs(text string) {
	for i, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if strings.HasPrefix(p, " ") {
			m.literal(p)
			continue
		}
		if i > 0 {
			m.macro("Pp")
		}
		m.sentences(p)
	}
}

// sentence ends where the next one begins: there roff wants a new line.
var sentence = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([\pL\d)]{2}[.?]) (\p{Lu})`) })

func (m *mdoc) sentences(p string) {
	p = strings.Join(strings.Fields(p), " ")
	for _, s := range strings.Split(sentence().ReplaceAllString(p, "$1\n$2"), "\n") {
		for _, line := range wrapped(s, 72) {
			m.text(line)
		}
	}
}

// literal writes lines as they stand.
func (m *mdoc) literal(text string) {
	m.macro("Bd -literal -offset indent")
	for _, line := range strings.Split(text, "\n") {
		m.text(line)
	}
	m.macro("Ed")
}

func (m *mdoc) verbs(cmd *cobra.Command) {
	if !cmd.HasAvailableSubCommands() {
		return
	}
	m.macro("Pp")
	m.text("The verbs are:")
	m.macro("Bl -tag -width completion")
	for _, c := range ordered(cmd) {
		m.macro("It Cm", c.Name())
		m.text(c.Short + ".")
	}
	m.macro("El")
}

func (m *mdoc) flags(cmd *cobra.Command) {
	if len(flagRows(cmd, inEnglish)) == 0 {
		return
	}
	m.macro("Pp")
	m.text("The flags are:")
	m.macro("Bl -tag -width Ds")
	for _, r := range flagRows(cmd, inEnglish) {
		line := "It"
		if r.short != "" {
			line += " Fl " + r.short + " ,"
		}
		line += ` Fl \-` + unspecial.Replace(r.name)
		if r.value != "" {
			line += " Ar " + r.value
		}
		m.macro(line)
		m.sentences(strings.ToUpper(r.usage[:1]) + r.usage[1:] + ".")
	}
	m.macro("El")
}

func (m *mdoc) exitStatus() {
	m.macro("Sh EXIT STATUS")
	m.macro("Bl -tag -width Ds")
	for _, s := range exitStatuses {
		m.macro("It", fmt.Sprint(s.status))
		m.sentences(s.meaning)
	}
	m.macro("El")
}

func (m *mdoc) seeAlso(cmd *cobra.Command) {
	m.macro("Sh SEE ALSO")
	if cmd.HasParent() {
		m.macro("Xr dossier 1")
		return
	}
	var pages []string
	for _, c := range ordered(cmd) {
		pages = append(pages, unspecial.Replace(pageName(c))+" 1")
	}
	slices.Sort(pages)
	m.macro("Xr " + strings.Join(pages, " ,\n.Xr "))
}
