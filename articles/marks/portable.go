package marks

import (
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"dossier/model/clean"
	"dossier/model/mark"
)

// schema is the version of exports. A file of a greater one is refused.
const schema = 1

// portable is all that was left in a dossier, as a person can read it and
// another machine take it in. Every fact has its time, so that of two files the
// newer facts win; one that was taken back is there too, for the same reason.
type portable struct {
	Schema   int               `json:"schema"`
	Dossier  string            `json:"dossier"` // its key
	Exported time.Time         `json:"exported"`
	Articles []portableArticle `json:"articles"`
	Views    []portableView    `json:"views,omitempty"`
}

type portableArticle struct {
	ID       string            `json:"id"`
	Content  string            `json:"content,omitempty"`
	Read     *portableFlag     `json:"read,omitempty"`
	Starred  *portableFlag     `json:"starred,omitempty"`
	Note     *portableNote     `json:"note,omitempty"`
	Position *portablePosition `json:"position,omitempty"`
}

type portableFlag struct {
	On    bool      `json:"on"`
	Since time.Time `json:"since,omitzero"` // of an article that is read
	Time  time.Time `json:"time"`
}

type portableNote struct {
	Text string    `json:"text"`
	Time time.Time `json:"time"`
}

type portablePosition struct {
	Paragraph int       `json:"paragraph"`
	Into      int       `json:"into,omitempty"`
	Sum       string    `json:"sum"`
	Time      time.Time `json:"time"`
}

type portableView struct {
	Letter  string    `json:"letter"`
	Name    string    `json:"name,omitempty"`
	Query   string    `json:"query,omitempty"`
	Dropped bool      `json:"dropped,omitempty"`
	Time    time.Time `json:"time"`
}

// portableOf is an article as its records have it; false if nothing was set.
func portableOf(key string, all *row) (portableArticle, bool) {
	a := portableArticle{ID: key, Content: contentOf(all)}
	if r := all[mark.FactRead]; r != nil {
		a.Read = &portableFlag{On: r.on, Time: timeOf(r.at)}
		if r.on {
			a.Read.Since = timeOf(r.since)
		}
	}
	if r := all[mark.FactStar]; r != nil {
		a.Starred = &portableFlag{On: r.on, Time: timeOf(r.at)}
	}
	if r := all[mark.FactNote]; r != nil {
		a.Note = &portableNote{r.text, timeOf(r.at)}
	}
	if r := all[mark.FactPosition]; r != nil {
		p, _ := r.object.(mark.Position)
		a.Position = &portablePosition{p.Paragraph, p.Into, p.Sum, timeOf(r.at)}
	}
	return a, a.Read != nil || a.Starred != nil || a.Note != nil || a.Position != nil
}

// records are what an article of an export sets.
func (a *portableArticle) records() (all []*record, err error) {
	if a.ID == "" {
		return nil, errors.New("an article has no id")
	}
	add := func(c mark.Change, at, since time.Time) {
		r, bad := recordOf(c)
		if bad != nil {
			err = fmt.Errorf("%s: %w", clean.Line(a.ID), bad)
			return
		}
		r.content, r.at, r.since = tidy(a.Content), secondsOf(at), secondsOf(since)
		all = append(all, r)
	}
	if f := a.Read; f != nil {
		add(mark.Read(a.ID, f.On), f.Time, f.Since)
	}
	if f := a.Starred; f != nil {
		add(mark.Star(a.ID, f.On), f.Time, time.Time{})
	}
	if f := a.Note; f != nil {
		add(mark.Note(a.ID, f.Text), f.Time, time.Time{})
	}
	if f := a.Position; f != nil {
		add(mark.At(a.ID, mark.Position{Paragraph: f.Paragraph, Into: f.Into, Sum: f.Sum}), f.Time, time.Time{})
	}
	return all, err
}

func (v *portableView) record() (*record, error) {
	letter, size := utf8.DecodeRuneInString(v.Letter)
	if size != len(v.Letter) || !isViewLetter(letter) {
		return nil, errNoLetter(v.Letter)
	}
	r := &record{at: secondsOf(v.Time), kind: view, key: v.Letter}
	if !v.Dropped {
		r.object = cleanView(mark.View{Letter: letter, Name: v.Name, Query: v.Query})
	}
	return r, nil
}

func portableViewOf(r *record) portableView {
	v, there := r.object.(mark.View)
	return portableView{r.key, v.Name, v.Query, !there, timeOf(r.at)}
}
