package marks

// lines is a store as its log sees it.
type lines struct {
	store *Store
	fresh *ledger // what is read from the beginning, until all of it was
	new   int     // records taken in
}

func (l *lines) current() *ledger {
	if l.fresh != nil {
		return l.fresh
	}
	return l.store.saved
}

// Reset leaves what is shown alone until the other file was read.
func (l *lines) Reset() { l.fresh = newLedger() }

func (l *lines) Apply(line []byte) {
	r, ok := decode(line)
	if l.fresh == nil {
		l.store.mu.Lock()
		defer l.store.mu.Unlock()
	}
	if !ok {
		l.current().keepStrange(r)
		return
	}
	l.current().put(r)
	l.new++
}

func (l *lines) Loaded() {
	if l.fresh != nil {
		l.store.mu.Lock()
		defer l.store.mu.Unlock()
		l.store.saved, l.fresh = l.fresh, nil
		l.new++
	}
}

func (l *lines) Keep(line []byte) bool { return l.current().needs(line) }

func (l *lines) Live() int64 { return l.current().live }

// Refresh takes in what other programs wrote since, and reports whether they
// did, also if it was taken in when something was saved. It costs next to nothing if not.
func (s *Store) Refresh() (changed bool, err error) {
	s.disk.Lock()
	defer s.disk.Unlock()
	changed, s.foreign = s.foreign, false
	if s.log == nil || !s.log.Stale() {
		return changed, nil
	}
	l := &lines{store: s}
	err = s.log.Load(l)
	return changed || l.new > 0, err
}
