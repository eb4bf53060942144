package program

import (
	"dossier/articles"
	"dossier/articles/marks"
	"dossier/model/clean"
	"dossier/model/fault"
	"dossier/ui/message"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// libraries are what was opened.
type libraries struct {
	mu    sync.Mutex
	all   []*articles.Library
	marks []*marks.Store
	errs  io.Writer
}

func (l *libraries) keep(store *marks.Store) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.marks = append(l.marks, store)
}

func (l *libraries) add(lib *articles.Library) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(l.all, lib)
}

// doubt says where an answer may lack something, which no script should take for
// the whole. It returns the exit status.
func (l *libraries) doubt(status int) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, lib := range l.all {
		if lib.Damaged() {
			fmt.Fprintln(l.errs, clean.Line("dossier: "+message.Say("the index of the dossier was damaged, and is made anew the next time; ask again")))
			return max(status, 1)
		}
	}
	return status
}

// leaving is how long the work under way has to end. What it has not kept by
// then is found anew the next time.
const leaving = 300 * time.Millisecond

// close saves what waits of marks, which has all the time it needs, and lets go
// of the rest.
func (l *libraries) close() {
	l.mu.Lock()
	for _, store := range l.marks {
		var unsaved *marks.UnsavedError
		if errors.As(store.Close(), &unsaved) && !unsaved.Repeated {
			fmt.Fprintln(l.errs, clean.Line("dossier: "+message.Say("where you were is not kept in %s: %v", unsaved.Dir, unsaved.Err)))
		}
	}
	l.mu.Unlock()
	done := make(chan struct{})
	fault.Go(func() {
		defer close(done)
		l.mu.Lock()
		defer l.mu.Unlock()
		for _, lib := range l.all {
			lib.Close()
		}
	})
	select {
	case <-done:
	case <-time.After(leaving):
	}
}
