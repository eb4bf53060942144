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
	some *sync.Cond // that something below changed
	data []byte
	err  error
	next int // whose turn it is to read
	last int // who came last
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

// Read gives what there is to whoever waits for it longest: a reader that the program
// could not stop takes the first key, as it would anywhere.
func (w *wire) Read(p []byte) (n int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	turn := w.last
	w.last++
	for turn != w.next || len(w.data) == 0 && w.err == nil {
		w.some.Wait()
	}
	w.next++
	n = copy(p, w.data)
	w.data = w.data[n:]
	if n == 0 {
		err = w.err
	}
	w.some.Broadcast()
	return n, err
}

// drain waits until all was read, or nobody reads any more.
func (w *wire) drain() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.data) > 0 && w.err == nil {
		w.some.Wait()
	}
}
