// Package fault takes in what panics in the background. A goroutine that does
// would end the program at once: with the terminal in the middle of things, and
// what the reader left not kept. Whoever has something to put in order first
// listens.
package fault

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Fault is a panic that was caught.
type Fault struct {
	Value any    // what the panic was about
	Stack []byte // where
}

// Error says what the panic was about.
func (f *Fault) Error() string { return fmt.Sprint(f.Value) }

// Of makes a fault of what recover returned; nil if there was no panic.
func Of(recovered any) *Fault {
	if recovered == nil {
		return nil
	}
	return &Fault{recovered, debug.Stack()}
}

var listening struct {
	sync.Mutex
	last int
	all  map[int]func(*Fault)
}

// Listen hands faults in the background to f until stop is called. Several may
// listen.
func Listen(f func(*Fault)) (stop func()) {
	l := &listening
	l.Lock()
	defer l.Unlock()
	if l.all == nil {
		l.all = map[int]func(*Fault){}
	}
	l.last++
	id := l.last
	l.all[id] = f
	return func() {
		l.Lock()
		defer l.Unlock()
		delete(l.all, id)
	}
}

// Go runs f in the background. If it panics, whoever listens is told; where
// nobody does, the panic takes its course.
func Go(f func()) {
	go func() {
		defer Catch()
		f()
	}()
}

// Catch is deferred by what runs in the background in another way than by Go.
func Catch() {
	r := recover()
	if r == nil {
		return
	}
	listening.Lock()
	var told []func(*Fault)
	for _, f := range listening.all {
		told = append(told, f)
	}
	listening.Unlock()
	if told == nil {
		panic(r)
	}
	for _, f := range told {
		f(Of(r))
	}
}
