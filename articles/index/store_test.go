package index

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

var ctx = context.Background()

// open opens a store in dir and closes it with the test.
func reopen(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(dir, "test", "1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t testing.TB, s *Store, rows ...Row) []int32 {
	t.Helper()
	nums, err := s.Put(ctx, rows)
	if err != nil {
		t.Fatal(err)
	}
	return nums
}

func row(key string) Row {
	return Row{File: File{Key: key, Size: int64(len(key)), ModTime: 1 << 60}, Stage: Listed, Want: key, Title: "About " + key, Facts: []byte("facts of " + key)}
}

// collect is what a sequence yields, which must end without an error.
func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func keys(known []Known) (keys []string) {
	for _, k := range known {
		keys = append(keys, k.Key)
	}
	return keys
}

func TestWhatIsPutIsThereAgain(t *testing.T) {
	dir := t.TempDir()
	s := reopen(t, dir)
	nums := put(t, s, row("b/x.md"), row("a.md"), row("ä.md"))
	if !slices.Equal(nums, []int32{1, 2, 3}) {
		t.Fatalf("numbers %v", nums)
	}
	s.Close()
	s = reopen(t, dir)
	want := []Known{
		{File: row("a.md").File, Num: 2, Stage: Listed, Rev: 1},
		{File: row("b/x.md").File, Num: 1, Stage: Listed, Rev: 1},
		{File: row("ä.md").File, Num: 3, Stage: Listed, Rev: 1},
	}
	if got := collect(t, s.Known(ctx)); !reflect.DeepEqual(got, want) {
		t.Errorf("Known = %+v, want %+v", got, want)
	}
	for i, key := range []string{"b/x.md", "a.md", "ä.md"} {
		facts, ok, err := s.Facts(nums[i])
		if string(facts) != "facts of "+key || !ok || err != nil {
			t.Errorf("Facts(%d) = %q, %v, %v", nums[i], facts, ok, err)
		}
	}
	if facts, ok, err := s.Facts(99); ok || err != nil {
		t.Errorf("Facts(99) = %q, %v, %v", facts, ok, err)
	}
}

func TestNumbersStayAndAreNotUsedAgain(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"), row("b"), row("c"))
	changed := row("b")
	changed.Stage, changed.Size, changed.Facts = Detected, 77, nil
	if nums := put(t, s, changed, row("d")); !slices.Equal(nums, []int32{2, 4}) {
		t.Fatalf("numbers %v, want 2 and 4", nums)
	}
	if err := s.Remove(ctx, []int32{4, 1}); err != nil {
		t.Fatal(err)
	}
	if nums := put(t, s, row("a"), row("e")); !slices.Equal(nums, []int32{5, 6}) {
		t.Fatalf("numbers %v, want 5 and 6", nums)
	}
	known := collect(t, s.Known(ctx))
	if got := keys(known); !slices.Equal(got, []string{"a", "b", "c", "e"}) {
		t.Errorf("keys %v", got)
	}
	if known[1].Stage != Detected || known[1].Size != 77 {
		t.Errorf("the replaced row is %+v", known[1])
	}
	if facts, ok, err := s.Facts(2); len(facts) != 0 || !ok || err != nil {
		t.Errorf("empty facts come back as %q, %v, %v", facts, ok, err)
	}
	if _, ok, _ := s.Facts(4); ok {
		t.Error("a removed row has facts")
	}
}

func TestRevsTellWhatWasWrittenSince(t *testing.T) {
	s := reopen(t, t.TempDir())
	rev := func() int64 {
		t.Helper()
		rev, err := s.Rev(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return rev
	}
	since := func(after int64) (nums []int32) {
		t.Helper()
		for _, e := range collect(t, s.All(ctx, after)) {
			nums = append(nums, e.Num)
			if e.Rev <= after {
				t.Errorf("row %d of rev %d after %d", e.Num, e.Rev, after)
			}
		}
		return nums
	}
	empty := rev()
	put(t, s, row("a"), row("b"), row("c"))
	first := rev()
	put(t, s, row("b"))
	second := rev()
	if err := s.SetIDs(ctx, []ID{{1, "other"}}); err != nil {
		t.Fatal(err)
	}
	if err := s.PutBlob(ctx, "x", second, []byte("y")); err != nil {
		t.Fatal(err)
	}
	third := rev()
	if !(empty < first && first < second && second < third) {
		t.Errorf("revs %d, %d, %d, %d do not grow", empty, first, second, third)
	}
	for _, c := range []struct {
		after int64
		want  []int32
	}{{0, []int32{1, 2, 3}}, {empty, []int32{1, 2, 3}}, {first, []int32{1, 2}}, {second, []int32{1}}, {third, nil}} {
		if got := since(c.after); !slices.Equal(got, c.want) {
			t.Errorf("after %d: %v, want %v", c.after, got, c.want)
		}
	}
	e := collect(t, s.All(ctx, 0))[2]
	if want := (Entry{Num: 3, Rev: first, Stage: Listed, Facts: []byte("facts of c")}); !reflect.DeepEqual(e, want) {
		t.Errorf("entry %+v, want %+v", e, want)
	}
}

func TestBlobs(t *testing.T) {
	s := reopen(t, t.TempDir())
	if _, _, ok, err := s.Blob(ctx, "x"); ok || err != nil {
		t.Fatalf("a blob before it was put: %v, %v", ok, err)
	}
	rng := rand.NewChaCha8([32]byte{7})
	for i, size := range []int{0, 1, partSize - 1, partSize, partSize + 1, 5*partSize + 3, 10} {
		data := make([]byte, size)
		rng.Read(data)
		if err := s.PutBlob(ctx, "x", int64(i), data); err != nil {
			t.Fatal(err)
		}
		got, rev, ok, err := s.Blob(ctx, "x")
		if !bytes.Equal(got, data) || rev != int64(i) || !ok || err != nil {
			t.Fatalf("size %d: %d bytes, rev %d, %v, %v", size, len(got), rev, ok, err)
		}
	}
	var left int
	if err := s.read.QueryRow("SELECT count(*) FROM part").Scan(&left); err != nil || left != 1 {
		t.Errorf("%d parts are left of values that were replaced, %v", left-1, err)
	}
}

func TestOddNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("it has no such names")
	}
	dir := filepath.Join(t.TempDir(), "a b?mode=ro#c%41&é'\"", "deep")
	s := reopen(t, dir)
	put(t, s, row("a\nb\x00\xff'--"))
	if files, _ := os.ReadDir(dir); len(files) == 0 || !strings.HasPrefix(files[0].Name(), "test.db") {
		t.Errorf("the database is not where it should be: %v", files)
	}
	if got := keys(collect(t, s.Known(ctx))); !slices.Equal(got, []string{"a\nb\x00\xff'--"}) {
		t.Errorf("keys %q", got)
	}
	if nums := put(t, s, row("a\nb\x00\xff'--")); nums[0] != 1 {
		t.Errorf("the same key has number %d", nums[0])
	}
}

func TestTemporary(t *testing.T) {
	s, err := Temporary("1")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, row("a"))
	temp := s.temp
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Status(temp, "index"); err == nil {
		t.Error("the temporary store outlives its closing")
	}
}

func TestCancelledWritesLeaveNothing(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"))
	done, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Put(done, []Row{row("b")}); err != context.Canceled {
		t.Errorf("Put = %v", err)
	}
	if err := s.Remove(done, []int32{1}); err != context.Canceled {
		t.Errorf("Remove = %v", err)
	}
	for _, err := range s.Known(done) {
		if err != context.Canceled {
			t.Errorf("Known yields %v", err)
		}
	}
	put(t, s, row("c"))
	if got := keys(collect(t, s.Known(ctx))); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("keys %v", got)
	}
}

func TestManyUseOneStore(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("first"))
	errs := make(chan error)
	for g := range 8 {
		go func() {
			for i := range 20 {
				if _, err := s.Put(ctx, []Row{row(fmt.Sprint(g, i))}); err != nil {
					errs <- err
					return
				}
				if _, ok, err := s.Facts(1); !ok || err != nil {
					errs <- fmt.Errorf("facts: %v, %w", ok, err)
					return
				}
			}
			errs <- nil
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Fatal(err)
		}
	}
	if n := len(collect(t, s.Known(ctx))); n != 161 {
		t.Errorf("%d rows, want 161", n)
	}
}
