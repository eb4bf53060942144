package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// writeMarkdown writes who cut ties, each passage quoted and cited by a
// footnote, and then the articles. Footnotes are those of Pandoc and GitHub.
func writeMarkdown(ctx context.Context, w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	all := d.entries()
	if err := d.complete(ctx, all); err != nil {
		return err
	}
	markdownHead(out, d, all)
	for _, v := range vendors(all) {
		markdownVendor(out, v)
	}
	if !d.Passages {
		fmt.Fprintf(out, "\n## %s\n", message.Say("Articles"))
		for i := range all {
			if err := d.markdownArticle(ctx, out, &all[i]); err != nil {
				return err
			}
		}
	}
	markdownNotes(out, all)
	return out.Flush()
}

func markdownHead(w io.Writer, d Document, all []entry) {
	fmt.Fprintf(w, "# %s\n\n%s\n", escaped(clean.Line(d.Dossier.Title)), counts(all))
	if d.Query != "" {
		fmt.Fprintf(w, "\n%s %s\n", message.Say("Filtered by"), codeSpan(clean.Line(d.Query)))
	}
	if len(vendors(all)) > 0 {
		fmt.Fprintf(w, "\n## %s\n", message.Say("Who cut ties"))
	}
}

func markdownVendor(w io.Writer, v vendor) {
	fmt.Fprintf(w, "\n### %s\n", escaped(v.name))
	for _, c := range v.claims {
		fmt.Fprintf(w, "\n%s — %s\n", escaped(about(c)), escaped(c.in.Title))
		for _, p := range c.passages {
			fmt.Fprintf(w, "\n> %s[^%d]\n", escaped(p.text), p.number)
		}
	}
}

// about is what a claim says beside its vendor: 9 January 2021, app store.
func about(c claim) string {
	parts := []string{wording.Date(c.Cut.Date)}
	if c.Service != "" {
		parts = append(parts, wording.Service(c.Service))
	}
	if c.Status != model.Done {
		parts = append(parts, wording.Status(c.Status))
	}
	if c.Reason != "" {
		parts = append(parts, message.Say("stated reason: %s", c.Reason))
	}
	if !c.Restored.IsZero() {
		parts = append(parts, message.Say("taken back %s", wording.Date(c.Restored)))
	}
	if c.Cut.Detected {
		parts = append(parts, message.Say("detected"))
	}
	return strings.Join(parts, ", ")
}

func (d Document) markdownArticle(ctx context.Context, w io.Writer, e *entry) error {
	t, err := d.read(ctx, e)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n### %s\n\n%s\n", escaped(e.Title), escaped(e.facts()))
	if u := webAddress(e.URL); u != "" {
		fmt.Fprintf(w, "\n<%s>\n", bibtexURL(u))
	}
	if line := cutLine(e); line != "" {
		fmt.Fprintf(w, "\n%s\n", message.Say("Cut ties: %s", line))
	}
	fmt.Fprintf(w, "\n%s\n", strings.Trim(embedded(t, int(e.number)), "\n"))
	return nil
}

// cutLine names an entry's vendors with the footnotes of their passages.
func cutLine(e *entry) string {
	var parts []string
	for _, c := range e.cuts {
		s := escaped(wording.Vendor(c.Cut))
		for _, p := range c.passages {
			s += fmt.Sprintf("[^%d]", p.number)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ", ")
}

func markdownNotes(w io.Writer, all []entry) {
	for _, v := range vendors(all) {
		for _, c := range v.claims {
			for _, p := range c.passages {
				fmt.Fprintf(w, "\n[^%d]: %s%s\n", p.number, escaped(wording.Citation(&c.in.Article)), escaped(where(c, p)))
			}
		}
	}
}

// where says at which bytes of which text a passage stands, so that anybody can
// look it up.
func where(c claim, p passage) string {
	s := " (" + c.in.ID
	if p.located {
		s += message.Say(", bytes %s–%s", strconv.Itoa(p.at.Start), strconv.Itoa(p.at.End))
	}
	if c.Cut.Detected {
		s += ", " + message.Say("detected")
	}
	return s + ")"
}
