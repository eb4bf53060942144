// Package lane tells an answer that is still wanted from one that came too
// late. Each kind of work has a lane; new work in a lane cancels the old.
package lane

import "context"

// ID names one piece of work. Answers carry it.
type ID uint64

// Lane holds at most one piece of work. The zero Lane holds none.
type Lane struct {
	current ID
	cancel  context.CancelFunc
}

// Begin cancels the lane's work and starts another: do it under the context,
// and send the ID with the answer.
func (l *Lane) Begin(ctx context.Context) (ID, context.Context) {
	l.Cancel()
	ctx, l.cancel = context.WithCancel(ctx)
	return l.current, ctx
}

// Settle reports whether the answer to id is the one that is waited for. It is
// so once.
func (l *Lane) Settle(id ID) bool {
	if id != l.current || l.cancel == nil {
		return false
	}
	l.Cancel()
	return true
}

// Busy reports whether an answer is waited for.
func (l *Lane) Busy() bool { return l.cancel != nil }

// Cancel ends the lane's work; its answer will not settle.
func (l *Lane) Cancel() {
	if l.cancel != nil {
		l.cancel()
	}
	l.cancel = nil
	l.current++
}
