package detect

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

// blindCase is an article written by somebody who had not seen the rules, with
// what a reader would say of it.
type blindCase struct {
	lang, name, body string
	held             bool     // scored apart
	persons          []string // canonical names of the register's people in it
	cuts             []blindCut
}

// blindCut is a cut that an article states. The first passage states it best;
// the others state it as well.
type blindCut struct {
	vendor, status string
	passages       []model.Passage
}

// blindCases are the articles of testdata/blind.
func blindCases(t *testing.T) []blindCase { return casesOf(t, "blind") }

// casesOf reads the files LANG.txt of a folder: "# name", the article, "@" with the
// people in it, and "= vendor status | passage | passage" or "= none". The register
// is that of the built-in dossier. They were written unseen and have since shown
// what the rules lacked; what they show is to be written anew under testdata/cuts
// and testdata/turns. Those whose name begins with "aside: " are scored apart.
func casesOf(t *testing.T, folder string) (all []blindCase) {
	t.Helper()
	for lang, data := range casesIn(t, folder) {
		for _, text := range strings.Split("\n"+data, "\n# ")[1:] {
			all = append(all, parseBlind(t, lang, text))
		}
	}
	return all
}

func parseBlind(t *testing.T, lang, text string) blindCase {
	t.Helper()
	name, rest, _ := strings.Cut(text, "\n")
	c := blindCase{lang: lang, name: name, held: strings.HasPrefix(name, "aside: ")}
	for line := range strings.Lines(rest) {
		mark, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case mark == "@" && value != "none":
			c.persons = strings.Split(value, "; ")
		case mark == "=" && value != "none":
			c.cuts = append(c.cuts, parseBlindCut(t, c, strings.Split(value, " | ")))
		case mark != "@" && mark != "=":
			c.body += line
		}
	}
	return c
}

func parseBlindCut(t *testing.T, c blindCase, fields []string) blindCut {
	t.Helper()
	at := strings.LastIndexByte(fields[0], ' ')
	cut := blindCut{vendor: fields[0][:at], status: fields[0][at+1:]}
	if _, known := model.ParseStatus(cut.status); !known || len(fields) < 2 {
		t.Fatalf("%s, %s: no status or no passage in %q", c.lang, c.name, fields)
	}
	for _, passage := range fields[1:] {
		start := strings.Index(c.body, passage)
		if start < 0 {
			t.Fatalf("%s, %s: %q is not in the text", c.lang, c.name, passage)
		}
		cut.passages = append(cut.passages, model.Passage{Start: start, End: start + len(passage)})
	}
	return cut
}

// share is a count out of a count.
type share struct{ n, of int }

func (s *share) add(ok bool) {
	s.of++
	if ok {
		s.n++
	}
}

func (s share) value() float64 { return float64(s.n) / float64(max(s.of, 1)) }

func (s share) String() string {
	if s.of == 0 {
		return "      -     "
	}
	return fmt.Sprintf("%3d/%-3d %.2f", s.n, s.of, s.value())
}

// blindScore is what a set of articles scored. Best counts evidence on the
// passage that states the cut best, tight evidence of about that passage's length.
type blindScore struct {
	precision, recall, status, evidence, best, tight share
	language, personPrecision, personRecall          share
}

const blindHead = "            precision    recall       status       evidence     best         tight        language     persons pr.  persons re."

func (s *blindScore) String() string {
	return fmt.Sprint(s.precision, " ", s.recall, " ", s.status, " ", s.evidence, " ", s.best, " ", s.tight, " ", s.language, " ", s.personPrecision, " ", s.personRecall)
}

func (s *blindScore) shares() []*share {
	return []*share{&s.precision, &s.recall, &s.status, &s.evidence, &s.best, &s.tight, &s.language, &s.personPrecision, &s.personRecall}
}

func (s *blindScore) join(o *blindScore) {
	for i, from := range o.shares() {
		to := s.shares()[i]
		to.n, to.of = to.n+from.n, to.of+from.of
	}
}

// article scores one article and says what was wrong, a line each.
func (s *blindScore) article(c blindCase, register *model.Register) (wrong []string) {
	actors, lang := NewActors(register), Language(c.body)
	s.language.add(lang == c.lang)
	if lang != c.lang {
		wrong = append(wrong, "language "+lang)
	}
	wrong = append(wrong, s.people(c, register, actors.Names(c.body, c.lang))...)
	return append(wrong, s.cuts(c, actors.Cuts(c.body, c.lang, model.Date{}))...)
}

func (s *blindScore) people(c blindCase, register *model.Register, named []string) (wrong []string) {
	var got []string
	for _, name := range named {
		if a, _ := register.Find(name); a.Kind != model.Person {
			continue
		}
		got = append(got, name)
		s.personPrecision.add(slices.Contains(c.persons, name))
		if !slices.Contains(c.persons, name) {
			wrong = append(wrong, "false person "+name)
		}
	}
	for _, name := range c.persons {
		s.personRecall.add(slices.Contains(got, name))
		if !slices.Contains(got, name) {
			wrong = append(wrong, "missed person "+name)
		}
	}
	return wrong
}

func (s *blindScore) cuts(c blindCase, got []model.Cut) (wrong []string) {
	for _, g := range got {
		i := slices.IndexFunc(c.cuts, func(w blindCut) bool { return w.vendor == g.Vendor })
		s.precision.add(i >= 0)
		if i < 0 {
			wrong = append(wrong, fmt.Sprintf("false cut %s %v: %q", g.Vendor, g.Status, g.Evidence))
			continue
		}
		wrong = append(wrong, s.cut(c.cuts[i], g)...)
	}
	for _, w := range c.cuts {
		found := slices.ContainsFunc(got, func(g model.Cut) bool { return g.Vendor == w.vendor })
		s.recall.add(found)
		if !found {
			wrong = append(wrong, fmt.Sprintf("missed cut %s %s: %q", w.vendor, w.status, c.body[w.passages[0].Start:w.passages[0].End]))
		}
	}
	return wrong
}

func (s *blindScore) cut(want blindCut, got model.Cut) (wrong []string) {
	s.status.add(got.Status.String() == want.status)
	if got.Status.String() != want.status {
		wrong = append(wrong, fmt.Sprintf("status of %s is %v, want %s: %q", got.Vendor, got.Status, want.status, got.Evidence))
	}
	at := got.Passages[0]
	on := func(p model.Passage) bool { return common(at, p) > 0 }
	near := func(p model.Passage) bool { return 2*common(at, p) >= max(at.End-at.Start, p.End-p.Start) }
	proven := slices.ContainsFunc(want.passages, on)
	s.evidence.add(proven)
	s.best.add(on(want.passages[0]))
	if !proven {
		return append(wrong, fmt.Sprintf("evidence of %s is %q", got.Vendor, got.Evidence))
	}
	tight := slices.ContainsFunc(want.passages, near)
	s.tight.add(tight)
	if !tight {
		wrong = append(wrong, fmt.Sprintf("evidence of %s is not tight: %q", got.Vendor, got.Evidence))
	}
	return wrong
}

// common is the number of bytes that two passages share.
func common(a, b model.Passage) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }
