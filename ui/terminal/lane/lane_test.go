package lane

import (
	"context"
	"testing"
)

func TestOnlyTheLatestAnswerSettles(t *testing.T) {
	var l Lane
	first, ctx1 := l.Begin(context.Background())
	second, ctx2 := l.Begin(context.Background())
	if ctx1.Err() == nil {
		t.Error("the first work goes on after the second began")
	}
	if l.Settle(first) {
		t.Error("a late answer settled")
	}
	if ctx2.Err() != nil || !l.Busy() {
		t.Error("a late answer ended the work that is waited for")
	}
	if !l.Settle(second) {
		t.Error("the answer that is waited for did not settle")
	}
	if l.Settle(second) {
		t.Error("one answer settled twice")
	}
}

func TestCancelledWorkDoesNotSettle(t *testing.T) {
	var l Lane
	id, ctx := l.Begin(context.Background())
	l.Cancel()
	if l.Settle(id) || ctx.Err() == nil || l.Busy() {
		t.Error("work goes on after Cancel")
	}
	if next, _ := l.Begin(context.Background()); next == id {
		t.Error("two pieces of work share an ID")
	}
}

func TestZeroLaneSettlesNothing(t *testing.T) {
	var l Lane
	if l.Settle(0) {
		t.Error("an answer settled in a lane without work")
	}
}
