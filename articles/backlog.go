package articles

import "sync"

// backlog is files that were found and are not read yet, those of a folder
// together.
type backlog struct {
	mu    sync.Mutex
	more  *sync.Cond
	files [][]file
	ended bool
}

func newBacklog() *backlog {
	b := &backlog{}
	b.more = sync.NewCond(&b.mu)
	return b
}

func (b *backlog) put(files []file) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.files = append(b.files, files)
	b.more.Signal()
}

func (b *backlog) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = true
	b.more.Signal()
}

// take waits for files; nil is the end.
func (b *backlog) take() (files []file) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.files) == 0 && !b.ended {
		b.more.Wait()
	}
	if len(b.files) > 0 {
		files, b.files[0] = b.files[0], nil
		b.files = b.files[1:]
	}
	return files
}
