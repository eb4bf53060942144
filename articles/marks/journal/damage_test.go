package journal

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"dossier/articles/battery"
)

// numLines makes a log of 4 KB.
const numLines = 90

// ends are where the lines of a text end, each with its own.
func ends(text []byte) (all []int) {
	for i, c := range text {
		if c == '\n' {
			all = append(all, i+1)
		}
	}
	return all
}

func TestBatteryCutAtEveryByte(t *testing.T) {
	text := sample(t, numLines)
	if len(text) < 4096 {
		t.Fatalf("only %d bytes", len(text))
	}
	path, lines := pathFor(t), ends(text)
	for cut := 0; cut < len(text); cut += battery.Of(5, 1) {
		put(t, path, text[:cut])
		whole := 0
		for whole < len(lines) && lines[whole] <= cut+1 { // the last end may be missing
			whole++
		}
		l, b := load(t, path)
		l.hasty = true
		if want := max(whole-1, 0); len(b.numbers) != want || l.Damaged() != 0 {
			t.Fatalf("cut at %d: %d of %d kept, %d damaged", cut, len(b.numbers), want, l.Damaged())
		}
		appendTo(t, l, b, object("new", 1))
		want := maps.Clone(b.numbers)
		if l, b = load(t, path); !maps.Equal(b.numbers, want) || b.numbers["new"] != 1 || l.Damaged() > 0 {
			t.Fatalf("cut at %d: then %v, want %v; %d damaged", cut, b.numbers, want, l.Damaged())
		}
	}
	battery.Tried(t, len(text)/battery.Of(5, 1), "cuts of a log of 4 KB, in the whole form at each of its bytes")
}

// TestBatteryFlippedBits flips bits anywhere, and in its whole form all of them.
func TestBatteryFlippedBits(t *testing.T) {
	text := sample(t, numLines)
	path, lines := pathFor(t), ends(text)
	random := rand.New(rand.NewPCG(1, 2))
	rounds := battery.Of(1000, 8*len(text))
	for n := range rounds {
		at, bit := random.IntN(len(text)), random.IntN(8)
		if battery.Whole() {
			at, bit = n/8, n%8
		}
		damaged := bytes.Clone(text)
		damaged[at] ^= 1 << bit
		put(t, path, damaged)
		hit := 0
		for lines[hit] <= at {
			hit++
		}
		l, b := load(t, path)
		l.hasty = true
		for i := range numLines {
			_, kept := b.numbers[fmt.Sprint("key ", i)]
			lost := i == hit-1 && text[at] != '\n'
			if kept == lost {
				t.Fatalf("bit %d of byte %d, in line %d, flipped: line %d kept: %v", bit, at, hit, i+1, kept)
			}
		}
		if l.Damaged() > 2 { // it may have become two
			t.Fatalf("bit %d of byte %d flipped: %d lines damaged", bit, at, l.Damaged())
		}
	}
	battery.Tried(t, rounds, "bits of a log flipped")
}

func TestHeal(t *testing.T) {
	text := sample(t, 5)
	path := pathFor(t)
	bad := strings.Replace(string(text), `"number":3`, `"number":8`, 1) + "torn"
	put(t, path, []byte(bad))
	l, b := load(t, path)
	if l.Damaged() != 1 || len(b.numbers) != 4 {
		t.Fatalf("%d damaged, %v", l.Damaged(), b.numbers)
	}
	if err := l.Heal(b); err != nil {
		t.Fatal(err)
	}
	now, again := load(t, path)
	if l.Damaged()+now.Damaged() != 0 || !maps.Equal(b.numbers, again.numbers) || len(b.numbers) != 4 {
		t.Errorf("%d and %d damaged, %v and %v", l.Damaged(), now.Damaged(), b.numbers, again.numbers)
	}
	if aside := string(get(t, path+".damaged")); !strings.Contains(aside, `"number":8`) || !strings.HasSuffix(aside, "torn\n") {
		t.Errorf("set aside: %q", aside)
	}
	if string(get(t, path+".bak")) != bad {
		t.Error("the log as it was is not kept")
	}
	if err := l.Heal(b); err != nil || strings.Count(string(get(t, path+".damaged")), "\n") != 2 {
		t.Errorf("healed twice: %v", err)
	}
}

func TestLineTooLong(t *testing.T) {
	text := sample(t, 5)
	at := ends(text)[2]
	for _, filler := range []string{"x", "\x00", "{}"} {
		for _, size := range []int{MaxLine, MaxLine + 1, 2*MaxLine + 2, 3 * MaxLine} {
			path := pathFor(t)
			long := strings.Repeat(filler, size/len(filler)) + "\n"
			put(t, path, []byte(string(text[:at])+long+string(text[at:])))
			l, b := load(t, path)
			l.hasty = true
			if len(b.numbers) != 5 || l.Damaged() > 1 {
				t.Errorf("%d of %q: %d of 5 lines, %d damaged", size, filler, len(b.numbers), l.Damaged())
			}
			appendTo(t, l, b, object("new", 1))
			if _, b = load(t, path); len(b.numbers) != 6 {
				t.Errorf("%d of %q: %d of 6 lines", size, filler, len(b.numbers))
			}
		}
	}
}

// fullAfter is a disk that takes n more bytes.
func fullAfter(n int) func(*os.File, []byte) (int, error) {
	return func(f *os.File, text []byte) (int, error) {
		written, err := f.Write(text[:min(n, len(text))])
		if err == nil && written < len(text) {
			err = syscall.ENOSPC
		}
		return written, err
	}
}

func TestBatteryFullDisk(t *testing.T) {
	text := sample(t, 3)
	more := objects(3, 5)
	for n := range 200 {
		path := pathFor(t)
		put(t, path, text)
		l, b := load(t, path)
		l.hasty = true
		l.write = fullAfter(n)
		err := l.Append(b, func() [][]byte { return more })
		if err == nil {
			if n < 80 {
				t.Fatalf("%d bytes were enough", n)
			}
			battery.Tried(t, n, "disks that were full, by one byte more each")
			return
		}
		if !errors.Is(err, syscall.ENOSPC) || !bytes.Equal(get(t, path), text) {
			t.Fatalf("%d bytes: %v; the file is %q", n, err, get(t, path))
		}
		l.write = nil
		appendTo(t, l, b, more...)
		if l, b = load(t, path); len(b.numbers) != 5 || l.Damaged() != 0 {
			t.Fatalf("%d bytes: then %d of 5, %d damaged", n, len(b.numbers), l.Damaged())
		}
	}
	t.Fatal("the disk was always full")
}

// killedAfter is a program that ends when it has written n bytes: nothing is
// taken back.
func killedAfter(n int) func(*os.File, []byte) (int, error) {
	return func(f *os.File, text []byte) (int, error) {
		f.Write(text[:min(n, len(text))])
		return 0, errors.New("killed")
	}
}

func TestBatteryKilledWhileWriting(t *testing.T) {
	text := sample(t, 3)
	for n := range 80 {
		path := pathFor(t)
		put(t, path, text)
		l, b := load(t, path)
		l.hasty = true
		l.write = killedAfter(n)
		if l.Append(b, func() [][]byte { return objects(3, 5) }) == nil {
			t.Fatal("killed, and nobody noticed")
		}
		l, b = load(t, path)
		appendTo(t, l, b, object("new", 1))
		if l, b = load(t, path); b.numbers["new"] != 1 || len(b.numbers) < 4 || l.Damaged() > 0 {
			t.Fatalf("%d bytes: %v, %d damaged", n, b.numbers, l.Damaged())
		}
	}
	battery.Tried(t, 80, "programs killed while they wrote, a byte later each")
}

// A folder in the lock's place is a system without locks.
func TestWithoutLocks(t *testing.T) {
	text := sample(t, 3)
	path := pathFor(t)
	put(t, path, append(bytes.Clone(text), "torn"...))
	if err := os.Mkdir(path+".lock", 0o700); err != nil {
		t.Fatal(err)
	}
	l, b := load(t, path)
	l.Smallest = 100
	for i := range 50 {
		appendTo(t, l, b, object("key", i))
	}
	if l, b = load(t, path); len(b.numbers) != 4 || b.numbers["key"] != 49 || l.Damaged() != 1 {
		t.Errorf("%v, %d damaged", b.numbers, l.Damaged())
	}
	if err := l.Heal(b); err == nil || !strings.Contains(string(get(t, path)), "torn\n") {
		t.Errorf("the file was replaced without a lock: %v", err)
	}
}

func FuzzLog(f *testing.F) {
	text := sample(f, 3)
	f.Add(text)
	f.Add(text[:len(text)-1])
	f.Add(text[:len(text)-20])
	f.Add(bytes.ReplaceAll(text, []byte("\n"), nil))
	f.Add(bytes.ReplaceAll(text, []byte("key 1"), []byte("key\n1")))
	f.Add([]byte("\n\n\x00\x00\n" + opening + opening))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, text []byte) {
		all, _ := sifted(t, text)
		for _, line := range bytes.Split(text, []byte("\n")) {
			if sound(line) && !isHeading(line) && len(line) <= MaxLine && !slices.Contains(all, string(line)) {
				t.Fatalf("lost %q of %q", line, text)
			}
		}
		if healed, again := sifted(t, []byte(strings.Join(append(all, ""), "\n"))); len(again) > 0 || !slices.Equal(healed, all) {
			t.Fatalf("%q became %q and %q", all, healed, again)
		}
	})
}

// sifted is what a file comes to.
func sifted(t *testing.T, text []byte) (found, damaged []string) {
	t.Helper()
	n, err := scan(bytes.NewReader(text), 0, int64(len(text)), func(p piece) {
		p.sift(
			func(line []byte) { found = append(found, string(line)) },
			func(part []byte) { damaged = append(damaged, string(part)) },
		)
	})
	if end := bytes.LastIndexByte(text, '\n') + 1; err != nil || int(n) != end && len(text) < MaxLine {
		t.Fatalf("%d of %d bytes, %v", n, end, err)
	}
	return found, damaged
}
