package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
)

// writeBibTeX writes an entry for each article, for BibTeX and BibLaTeX, in
// UTF-8. Author and title stand in braces of their own, so that no style parts
// a byline into names or changes the case of a title.
func writeBibTeX(ctx context.Context, w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	taken, all := keys{}, d.entries()
	if err := d.complete(ctx, all); err != nil {
		return err
	}
	for i := range all {
		if i > 0 {
			out.WriteString("\n")
		}
		bibtexEntry(out, &all[i], taken.of(all[i].ID))
	}
	return out.Flush()
}

var bibtexMonths = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func bibtexEntry(w io.Writer, e *entry, key string) {
	kind := "misc"
	if e.Source != "" {
		kind = "article" // which a style refuses without a journal
	}
	fmt.Fprintf(w, "@%s{%s", kind, key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, ",\n  %-8s = %s", name, value)
		}
	}
	field("author", braced(braced(latex(e.Author))))
	field("title", braced(braced(latex(e.Title))))
	field("journal", braced(latex(e.Source)))
	if !e.Date.IsZero() {
		field("year", fmt.Sprintf("{%04d}", e.Date.Year))
	}
	if e.Date.Month > 0 {
		field("month", bibtexMonths[e.Date.Month-1])
	}
	if e.Date.Day > 0 {
		field("day", fmt.Sprintf("{%d}", e.Date.Day))
	}
	field("language", braced(latex(e.Language)))
	field("url", braced(bibtexURL(e.URL)))
	field("annote", braced(latex(strings.ReplaceAll(note(e), "\n", "; "))))
	fmt.Fprint(w, "\n}\n")
}

func braced(s string) string {
	if s == "" {
		return ""
	}
	return "{" + s + "}"
}

// latexSpecials are what LaTeX would take for a command. BibTeX itself counts
// braces even behind a backslash, so those are spelled out.
var latexSpecials = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, `"`, `\textquotedbl{}`,
)

func latex(s string) string { return latexSpecials.Replace(s) }

// bibtexURL keeps an address as it is, which the field url is for, save what
// would end the field or begin a command.
var urlSpecials = strings.NewReplacer(`\`, "%5C", "{", "%7B", "}", "%7D", `"`, "%22", " ", "%20", "<", "%3C", ">", "%3E", "^", "%5E", "`", "%60", "|", "%7C")

func bibtexURL(s string) string { return urlSpecials.Replace(s) }
