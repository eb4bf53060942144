package linear

import (
	"context"
	"slices"
	"strings"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// Corrector is a library that keeps what a reader says of detected cuts.
type Corrector interface {
	Confirm(ctx context.Context, article int, vendor string) error
	Reject(ctx context.Context, article int, vendor string) error
}

// judging is what Confirm and Reject have in common.
type judging func(ctx context.Context, article int, vendor string) error

func (s *session) confirm(vendor string) error {
	c, ok := s.Library.(Corrector)
	if !ok {
		return nil
	}
	return s.judge(vendor, c.Confirm, "Confirmed: %s.")
}

func (s *session) reject(vendor string) error {
	c, ok := s.Library.(Corrector)
	if !ok {
		return nil
	}
	return s.judge(vendor, c.Reject, "Rejected: %s.")
}

// judge says of a passage that was read last whether it states a cut.
func (s *session) judge(vendor string, keep judging, said message.Text) error {
	read := s.justRead(vendor)
	cuts := slices.DeleteFunc(slices.Clone(read), func(c model.Cut) bool { return !c.Detected })
	switch {
	case len(read) == 0:
		s.say("No evidence was read just now: . goes to the next passage, e lists all.")
		return nil
	case len(cuts) == 0:
		s.say("A person stated this cut; its article or the side-car says so.")
		return nil
	}
	c := cuts[0]
	if len(cuts) > 1 {
		at, _, err := s.choose(menuOf(cuts))
		if err != nil || at < 0 {
			return notBack(err)
		}
		c = cuts[at]
	}
	if err := keep(s.ctx, int(s.open.i), c.Vendor); err != nil {
		s.line(sentence(wording.Told(err.Error())))
		return s.ctx.Err()
	}
	s.say(said, message.Say("cut|%s cut ties", c.Vendor))
	return s.renew()
}

func menuOf(cuts []model.Cut) *menu {
	m := &menu{}
	for _, c := range cuts {
		m.items = append(m.items, proven(c))
	}
	return m
}

// justRead are the cuts that the paragraphs read last state, or of them those by a
// vendor that was named.
func (s *session) justRead(vendor string) (cuts []model.Cut) {
	o := s.open
	for _, c := range told(o.facts) {
		read := slices.ContainsFunc(c.Passages, func(m model.Passage) bool {
			at := o.prose.At(m.Start)
			return o.last <= at && at < o.next
		})
		if read && (vendor == "" || strings.EqualFold(c.Vendor, vendor)) {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// renew takes in what the library knows since a verdict.
func (s *session) renew() error {
	s.index = s.Library.Index()
	s.open.facts = s.index.Dossier().Article(int(s.open.i))
	first, next := s.first, s.next
	err := s.find()
	s.first, s.next = first, next
	return err
}
