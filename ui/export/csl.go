package export

import (
	"bufio"
	"context"
	"io"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// cslItem is an article as CSL-JSON has it, for Zotero, Pandoc and the like.
// Passages stand in the note, where those show them, and in custom, where a
// program finds them.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title"`
	Author    []cslName `json:"author,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Language  string    `json:"language,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Note      string    `json:"note,omitempty"`
	Custom    cslCustom `json:"custom"`
}

// cslName is a name as it is printed. To part a byline into given and family
// names would be a guess, and in many languages a wrong one.
type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

type cslCustom struct {
	ID       string       `json:"dossier-id"`
	Passages []cslPassage `json:"passages"`
}

type cslPassage struct {
	Vendor   string `json:"vendor"`
	Status   string `json:"status"`
	Detected bool   `json:"detected"`
	Text     string `json:"text"`
	Start    *int   `json:"start"`
	End      *int   `json:"end"`
}

func writeCSL(ctx context.Context, w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	list, taken := NewArray(out), keys{}
	all := d.entries()
	if err := d.complete(ctx, all); err != nil {
		return err
	}
	for i := range all {
		if err := list.Add(csl(&all[i], taken.of(all[i].ID))); err != nil {
			return err
		}
	}
	if err := list.Close(); err != nil {
		return err
	}
	out.WriteString("\n")
	return out.Flush()
}

func csl(e *entry, key string) cslItem {
	item := cslItem{
		ID: key, Type: "article-newspaper", Title: e.Title, Container: e.Source,
		Issued: cslIssued(e.Date), Language: e.Language, URL: e.URL, Note: note(e),
		Custom: cslCustom{ID: e.ID, Passages: []cslPassage{}},
	}
	if e.Author != "" {
		item.Author = []cslName{{e.Author}}
	}
	for _, c := range e.cuts {
		for _, p := range c.passages {
			q := cslPassage{Vendor: c.Vendor, Status: c.Status.String(), Detected: c.Detected, Text: p.text}
			if p.located {
				q.Start, q.End = &p.at.Start, &p.at.End
			}
			item.Custom.Passages = append(item.Custom.Passages, q)
		}
	}
	return item
}

func cslIssued(d model.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	var parts []int
	for _, n := range []int{int(d.Year), int(d.Month), int(d.Day)} {
		if n > 0 {
			parts = append(parts, n)
		}
	}
	return &cslDate{[][]int{parts}}
}

// note tells an entry's passages, a line each.
func note(e *entry) string {
	s := ""
	for _, c := range e.cuts {
		for _, p := range c.passages {
			if s != "" {
				s += "\n"
			}
			s += message.Say("%s: “%s”", wording.CutTies(c.Cut), p.text)
		}
	}
	return s
}
