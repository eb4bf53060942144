package index

import (
	"context"
	"database/sql"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Words that are in many articles are kept like initials, and so are their
// beginnings: to step through 300,000 articles in the full text takes 80 ms.
// Which they are shows in a sample of the texts that are indexed. The articles
// from before that are filled in at once.
//
// A whole word is kept with a space behind it, which makes it one more
// beginning of itself.

const (
	// One text of so many is looked at. After sampleSize of them, what was in
	// commonness of these is common. A lower share would in the end, by chance,
	// take in whatever is in a twentieth of the articles: 3,800 beginnings of
	// 100,000 articles, and a quarter of the database.
	sampled    = 8
	sampleSize = 128
	commonness = 16
	maxCommon  = 4096
	// longestCommon is in bytes. Reading on, a reader types little more.
	longestCommon = 48
	// fillTime bounds one transaction that fills in articles.
	fillTime = 20 * time.Millisecond
)

// sample counts in how many texts there are which beginnings of words.
type sample struct {
	offered, seen int
	counts        map[string]tally
}

// tally is in how many texts a beginning was, and in which last.
type tally struct{ texts, last int }

// look counts a text, now and then.
func (s *signer) look(c *cut) {
	a := &s.sample
	if a.offered++; a.offered%sampled != 0 {
		return
	}
	if a.counts == nil {
		a.counts = map[string]tally{}
	}
	a.seen++
	a.count(c.title, titleMark)
	a.count(c.title, "")
	a.count(c.body, "")
	if a.seen < sampleSize {
		return
	}
	s.promote(a.common())
	a.seen, a.counts = 0, nil
}

func (a *sample) count(spaced, mark string) {
	for spaced != "" {
		word := spaced[:strings.IndexByte(spaced, ' ')+1]
		spaced = spaced[len(word):]
		for end := range further(word) {
			begun := mark + word[:end]
			if n := a.counts[begun]; n.last != a.seen {
				a.counts[begun] = tally{n.texts + 1, a.seen}
			}
		}
	}
}

// further yields the ends of the beginnings of a word that are no initials. The
// word has its space.
func further(word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for end := len(longest(word[:len(word)-1])); end < min(len(word), longestCommon); {
			_, n := utf8.DecodeRuneInString(word[end:])
			if end += n; !yield(end) {
				return
			}
		}
	}
}

// common returns the beginnings found often, each after its own beginnings.
func (a *sample) common() []string {
	var often []string
	for begun, n := range a.counts {
		if n.texts >= commonness {
			often = append(often, begun)
		}
	}
	slices.Sort(often)
	return often
}

// promote gives numbers to beginnings that have none. Until their articles are
// filled in they are not ready for queries.
func (s *signer) promote(often []string) {
	for _, begun := range often {
		if s.ids[begun] == 0 && s.common < maxCommon {
			s.give(strings.Clone(begun), false) // not the text that it is a piece of
		}
	}
}

// fillIn fills in the articles of all beginnings that are not ready. What was
// signed without knowing of them must be settled before: it would overrule.
func (s *Store) fillIn(ctx context.Context) error {
	if !s.write.unfilled.Load() {
		return nil
	}
	var unready bool
	err := s.point.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM initial WHERE ready = 0)").Scan(&unready)
	if err == nil && unready {
		err = s.settle(ctx, 1)
	}
	if err != nil {
		return wrap(err)
	}
	for more := true; more; {
		err := s.write.transact(ctx, aside, func(t *transaction) (err error) {
			more, err = t.fillSome()
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) fillSome() (more bool, err error) {
	start := time.Now()
	for t.stop() == nil && time.Since(start) < fillTime {
		var id uint32
		var begun string
		err := t.row("SELECT id, text FROM initial WHERE ready = 0 LIMIT 1").Scan(&id, &begun)
		if err == sql.ErrNoRows {
			t.w.unfilled.Store(false)
			return false, nil
		}
		if err == nil {
			err = t.fill(id, begun)
		}
		if err != nil {
			return false, err
		}
	}
	return true, t.stop()
}

// fill keeps for a beginning the articles that the full text has for it.
func (t *transaction) fill(id uint32, begun string) error {
	in := InTitleAndBody
	if rest, ok := strings.CutPrefix(begun, titleMark); ok {
		in, begun = InTitle, rest
	}
	word := strings.TrimSuffix(begun, " ")
	p := phrase{[]string{word}, word == begun}
	next, err := t.next()
	if err != nil {
		return err
	}
	var nums []byte
	err = t.row("SELECT "+gather+"(rowid) FROM words WHERE words MATCH ? AND rowid BETWEEN 0 AND ?", p.match(in), next).Scan(&nums)
	if err != nil {
		return err
	}
	nums = append(nums, make([]byte, blockSize/8)...)
	for b := 0; (b+1)*blockSize/8 <= len(nums); b++ {
		encoded := decode(nums[b*blockSize/8 : (b+1)*blockSize/8]).encode(nil)
		if len(encoded) == 0 {
			continue
		}
		if err := t.exec("INSERT OR REPLACE INTO bits VALUES (?, ?, ?)", b, id, encoded); err != nil {
			return err
		}
	}
	return t.exec("UPDATE initial SET ready = 1 WHERE id = ?", id)
}
