package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"dossier/model"
	"dossier/model/clean"
	"dossier/ui/wording"
)

// jsonVersion is raised when a name in the JSON goes or changes its meaning.
const jsonVersion = 1

// TextRecord is an article with its text as scripts see it.
type TextRecord struct {
	Record
	Markup string `json:"markup"` // markdown or plain
	Body   string `json:"body"`
}

// TextRecordOf makes the record of an article with its text.
func TextRecordOf(a *model.Article, r *model.Register, t model.Text) TextRecord {
	markup := "markdown"
	if t.Markup == model.Plain {
		markup = "plain"
	}
	return TextRecord{RecordOf(a, r), markup, t.Body}
}

// passageJSON is one passage with the facts to cite it by.
type passageJSON struct {
	Number   int        `json:"number"` // from 1
	Vendor   string     `json:"vendor"`
	Status   string     `json:"status"`
	Service  *string    `json:"service"`
	Date     *string    `json:"date"` // of the cut
	Restored *string    `json:"restored"`
	Reason   *string    `json:"reason"`
	Detected bool       `json:"detected"`
	Text     string     `json:"text"`
	Start    *int       `json:"start"` // null where the body does not hold the text
	End      *int       `json:"end"`
	Article  sourceJSON `json:"article"`
}

// sourceJSON is the article that a passage is from.
type sourceJSON struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Language *string `json:"language"`
	Date     *string `json:"date"`
	Author   *string `json:"author"`
	Source   *string `json:"source"`
	URL      *string `json:"url"`
	Citation string  `json:"citation"`
}

func writeJSON(ctx context.Context, w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	key, write := "articles", d.addArticles
	if d.Passages {
		key, write = "passages", d.addPassages
	}
	title, err := encoded(clean.Line(d.Dossier.Title), "")
	if err != nil {
		return err
	}
	query, err := encoded(Known(clean.Line(d.Query)), "")
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "{\n  \"version\": %d,\n  \"title\": %s,\n  \"query\": %s,\n  %q: ", jsonVersion, title, query, key)
	list := &Array{w: out, indent: "  "}
	if err := write(ctx, list, d.entries()); err != nil {
		return err
	}
	if err := list.Close(); err != nil {
		return err
	}
	fmt.Fprint(out, "\n}\n")
	return out.Flush()
}

func (d Document) addArticles(ctx context.Context, list *Array, all []entry) error {
	for i := range all {
		t, err := d.read(ctx, &all[i])
		if err != nil {
			return err
		}
		if err := list.Add(TextRecordOf(&all[i].Article, d.Dossier.Register, t)); err != nil {
			return err
		}
	}
	return nil
}

func (d Document) addPassages(ctx context.Context, list *Array, all []entry) error {
	if err := d.complete(ctx, all); err != nil {
		return err
	}
	for _, v := range vendors(all) {
		for _, c := range v.claims {
			for _, p := range c.passages {
				if err := list.Add(passageRecord(c, p)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func passageRecord(c claim, p passage) passageJSON {
	e := &c.in.Article
	j := passageJSON{
		Number: p.number, Vendor: c.Vendor, Status: c.Status.String(), Service: Known(c.Service),
		Date: Known(c.Cut.Date.String()), Restored: Known(c.Restored.String()), Reason: Known(c.Reason),
		Detected: c.Cut.Detected, Text: p.text,
		Article: sourceJSON{
			e.ID, e.Title, Known(e.Language), Known(e.Date.String()), Known(e.Author), Known(e.Source), Known(e.URL),
			wording.Citation(e),
		},
	}
	if p.located {
		j.Start, j.End = &p.at.Start, &p.at.End
	}
	return j
}
