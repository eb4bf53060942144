package fault

import "testing"

func TestFaultsInTheBackgroundAreTold(t *testing.T) {
	told := make(chan *Fault, 1)
	stop := Listen(func(f *Fault) { told <- f })
	Go(func() { panic("a hole") })
	if f := <-told; f.Error() != "a hole" || len(f.Stack) == 0 {
		t.Errorf("the fault is %q", f)
	}
	stop()
	defer func() {
		if recover() == nil {
			t.Error("a fault is silent though nobody listens")
		}
	}()
	defer Catch()
	panic("another")
}
