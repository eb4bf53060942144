package index

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"dossier/model/query"
	"dossier/model/set"
)

// Field says where a value is sought.
type Field uint8

// The fields.
const (
	InTitleAndBody Field = iota
	InTitle
)

// Match returns the articles with numbers below n that have a value: a quoted
// one as a phrase of whole words, any other as one whose last word may go on.
// Punctuation parts words and is not sought, so a value of nothing else is in
// every article.
//
// Of an unquoted value of several words the last of which has but one or two
// letters yet, it returns the articles that have the other words in a row and
// the last one anywhere.
func (s *Store) Match(ctx context.Context, v query.Value, in Field, n int) (*set.Set, error) {
	p := phraseOf(v)
	if len(p.words) == 0 {
		return set.Full(n), nil
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, wrap(err)
	}
	defer tx.Rollback()
	found, err := matcher{ctx, tx, in, n}.phrase(p)
	if err != nil {
		return nil, wrap(err)
	}
	return found, nil
}

// matcher answers for one state of the store.
type matcher struct {
	ctx context.Context
	tx  *sql.Tx
	in  Field
	n   int
}

func (m matcher) phrase(p phrase) (*set.Set, error) {
	if word, ok := p.initial(); ok {
		return m.initial(word)
	}
	if len(p.words) == 1 {
		return m.word(p)
	}
	rest, last, ok := p.parted()
	if !ok {
		return m.search(p)
	}
	found, err := m.search(rest)
	if err != nil {
		return nil, err
	}
	begun, err := m.initial(last)
	if err != nil {
		return nil, err
	}
	return found.And(begun), nil
}

// parted splits off a last word of which so little is there that its positions
// could not be merged while a reader types.
func (p phrase) parted() (rest phrase, last string, ok bool) {
	n := len(p.words) - 1
	last = p.words[n]
	first, _ := utf8.DecodeRuneInString(last)
	if n == 0 || !p.begun || packed(first) || utf8.RuneCountInString(last) >= longestInitial {
		return p, "", false
	}
	return phrase{words: p.words[:n]}, last, true
}

// search asks the full-text index.
func (m matcher) search(p phrase) (*set.Set, error) {
	var nums sql.RawBytes
	rows, err := m.tx.QueryContext(m.ctx, "SELECT "+gather+"(rowid) FROM words WHERE words MATCH ? AND rowid BETWEEN 0 AND ? - 1", p.match(m.in), m.n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := set.New(m.n)
	for rows.Next() {
		if err := rows.Scan(&nums); err != nil {
			return nil, err
		}
		addBits(found, nums)
	}
	return found, rows.Err()
}

// match is the phrase in the language of FTS5.
func (p phrase) match(in Field) string {
	var b strings.Builder
	if in == InTitle {
		b.WriteString("{title} : ")
	}
	b.WriteByte('"')
	b.WriteString(strings.Join(p.words, " "))
	b.WriteByte('"')
	if p.begun {
		b.WriteByte('*')
	}
	return b.String()
}

// word returns the articles that have a word, which may be kept as common.
func (m matcher) word(p phrase) (*set.Set, error) {
	text := p.words[0]
	if !p.begun {
		text += " "
	}
	id, err := m.number(text)
	if err == sql.ErrNoRows {
		return m.search(p)
	}
	if err != nil {
		return nil, err
	}
	return m.kept(id)
}

// initial returns the articles that have a word that begins so.
func (m matcher) initial(text string) (*set.Set, error) {
	id, err := m.number(text)
	if err == nil {
		return m.kept(id)
	}
	if err != sql.ErrNoRows {
		return nil, err
	}
	var last sql.NullInt64
	if err := m.tx.QueryRowContext(m.ctx, "SELECT max(id) FROM initial").Scan(&last); err != nil {
		return nil, err
	}
	if last.Int64 >= maxInitials { // it may have no number though articles have it
		return m.search(phrase{[]string{text}, true})
	}
	return set.New(m.n), nil
}

// number returns the number of an initial or a common word.
func (m matcher) number(text string) (id uint32, err error) {
	if m.in == InTitle {
		text = titleMark + text
	}
	err = m.tx.QueryRowContext(m.ctx, "SELECT id FROM initial WHERE text = ? AND ready", text).Scan(&id)
	return id, err
}

// kept returns the articles that are kept under a number.
func (m matcher) kept(id uint32) (*set.Set, error) {
	found := set.New(m.n)
	if err := m.settled(found, id); err != nil {
		return nil, err
	}
	return found, m.overrule(found, id)
}

// settled adds the articles of all blocks. The join is crossed so that SQLite
// looks the initial up in each block, and does not read all bits.
func (m matcher) settled(found *set.Set, id uint32) error {
	rows, err := m.tx.QueryContext(m.ctx, "SELECT block, nums FROM block CROSS JOIN bits USING (block) WHERE id = ?", id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var b int
		var nums sql.RawBytes
		if err := rows.Scan(&b, &nums); err != nil {
			return err
		}
		decode(nums).each(func(i int) {
			if i += b * blockSize; i >= 0 && i < m.n {
				found.Add(i)
			}
		})
	}
	return rows.Err()
}

// overrule gives the articles with fresh signatures their due.
func (m matcher) overrule(found *set.Set, id uint32) error {
	rows, err := m.tx.QueryContext(m.ctx, "SELECT num, ids FROM fresh WHERE num BETWEEN 0 AND ? - 1", m.n)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var num int
		var ids sql.RawBytes
		if err := rows.Scan(&num, &ids); err != nil {
			return err
		}
		found.Remove(num)
		if signedWith(ids, id) {
			found.Add(num)
		}
	}
	return rows.Err()
}

// addBits adds what gather returns.
func addBits(s *set.Set, nums []byte) {
	for i, b := range nums {
		for j := 0; b != 0; j, b = j+1, b>>1 {
			if num := i*8 + j; b&1 != 0 && num < s.Len() {
				s.Add(num)
			}
		}
	}
}
