package screen

import (
	"io"
	"sync"
)

// wire holds what was typed and what the terminal answered until the program reads
// it, as a tty does. Without it an answer would wait for a program that waits to
// draw, and neither would go on.
type wire struct {
	mu   sync.Mutex
	some *sync.Cond // that data or err changed
	data []byte
	err  error
}

func newWire(from io.Reader) *wire {
	w := &wire{}
	w.some = sync.NewCond(&w.mu)
	go w.fill(from)
	return w
}

func (w *wire) fill(from io.Reader) {
	room := make([]byte, 4096)
	for {
		n, err := from.Read(room)
		w.mu.Lock()
		w.data, w.err = append(w.data, room[:n]...), err
		w.some.Broadcast()
		w.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (w *wire) Read(p []byte) (n int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.data) == 0 && w.err == nil {
		w.some.Wait()
	}
	if len(w.data) == 0 {
		return 0, w.err
	}
	n = copy(p, w.data)
	w.data = w.data[n:]
	w.some.Broadcast()
	return n, nil
}

// drain waits until all was read, or nobody reads any more.
func (w *wire) drain() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.data) > 0 && w.err == nil {
		w.some.Wait()
	}
}
