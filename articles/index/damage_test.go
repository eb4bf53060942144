package index

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/articles/battery"
	"dossier/model/query"
)

// built is a closed store with some of everything, in a new folder.
func built(t *testing.T, version string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	s, err := Open(dir, "test", version)
	if err != nil {
		t.Fatal(err)
	}
	var rows []Row
	for i := range 300 {
		rows = append(rows, row(fmt.Sprintf("folder/file%03d", i)))
	}
	var texts []Text
	for _, num := range put(t, s, rows...) {
		texts = append(texts, Text{num, fmt.Sprint("title ", num), strings.Repeat("apple banana cherry ", int(num)%40)})
	}
	index(t, s, texts...)
	if err := s.settle(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if err := s.PutBlob(ctx, "x", 1, bytes.Repeat([]byte("blob"), 5000)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// exercise asks and writes some of everything. It fails the test over any error
// but ErrDamaged, which it returns, and over facts that were never put.
func exercise(t *testing.T, s *Store) (damaged error) {
	t.Helper()
	check := func(err error) {
		t.Helper()
		if errors.Is(err, ErrDamaged) {
			damaged = err
		} else if err != nil {
			t.Errorf("%v", err)
		}
	}
	for _, err := range s.Known(ctx) {
		check(err)
	}
	for e, err := range s.All(ctx, 0) {
		if check(err); err == nil && !bytes.HasPrefix(e.Facts, []byte("facts of ")) {
			t.Errorf("row %d has the facts %q", e.Num, e.Facts)
		}
	}
	for _, err := range s.Titles(ctx) {
		check(err)
	}
	for _, err := range s.Clashes(ctx) {
		check(err)
	}
	for num := range int32(310) {
		facts, ok, err := s.Facts(num)
		if check(err); ok && !bytes.HasPrefix(facts, []byte("facts of ")) {
			t.Errorf("row %d has the facts %q", num, facts)
		}
	}
	data, _, ok, err := s.Blob(ctx, "x")
	if check(err); ok && len(data) != 20_000 {
		t.Errorf("the blob has %d bytes", len(data))
	}
	for _, text := range []string{"a", "ban", "cherr", "apple ban", "banana a"} {
		_, err := s.Match(ctx, begun(text), InTitleAndBody, 400)
		check(err)
	}
	_, err = s.Best(ctx, []query.Value{begun("apple")}, 10)
	check(err)
	nums, err := s.Put(ctx, []Row{row("folder/file007"), row("new")})
	check(err)
	if err == nil {
		check(s.Index(ctx, []Text{{nums[0], "t", "apple"}, {nums[1], "t", "durian"}}))
		check(s.Remove(ctx, nums))
	}
	check(s.Compact(ctx))
	_, err = s.Rev(ctx)
	check(err)
	return damaged
}

// remakeAndCheck does what a caller does about ErrDamaged, and checks that all is well.
func remakeAndCheck(t *testing.T, s *Store, dir string) {
	t.Helper()
	s.Close()
	if err := Drop(dir, "test"); err != nil {
		t.Fatal(err)
	}
	checkNew(t, reopen(t, dir))
}

// checkNew checks that a store is empty and works.
func checkNew(t *testing.T, s *Store) {
	t.Helper()
	if n := len(collect(t, s.Known(ctx))); n != 0 {
		t.Errorf("%d rows in a store made anew", n)
	}
	put(t, s, row("a"))
	index(t, s, Text{Num: 1, Body: "apple"})
	if got := found(t, s, begun("appl"), InTitleAndBody, 2); len(got) != 1 {
		t.Errorf("found %v", got)
	}
}

func TestBatteryDamage(t *testing.T) {
	good := built(t, "1")
	data, err := os.ReadFile(pathOf(good, "test"))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	damages := map[string][]byte{
		"garbage":        bytes.Repeat([]byte("garbage\x00"), 4000),
		"text":           []byte("not a database\n"),
		"one byte":       data[:1],
		"header":         data[:100],
		"one page":       data[:4096],
		"half":           data[:len(data)/2],
		"short":          data[:len(data)-1],
		"page short":     data[:len(data)-4096],
		"zeros":          make([]byte, len(data)),
		"zeros at start": append(make([]byte, 4096), data[4096:]...),
	}
	flip := func(at, bit int) {
		flipped := bytes.Clone(data)
		flipped[at] ^= 1 << bit
		damages[fmt.Sprintf("bit %d of byte %d flipped", bit, at)] = flipped
	}
	for range battery.Of(50, 1000) {
		flip(r.IntN(len(data)), r.IntN(8))
	}
	for range battery.Of(20, 1000) { // most of what they hit is not read at all elsewhere
		flip(r.IntN(4096), r.IntN(8))
	}
	// What was told as no damage.
	table := bytes.Index(data, []byte("contentless_delete=1,"))
	flip(table+len("contentless_delete=1"), 0)
	for range battery.Of(20, 300) {
		torn := bytes.Clone(data)
		page := 4096 * r.IntN(len(data)/4096)
		rest := torn[page+r.IntN(4000) : page+4096]
		for i := range rest {
			rest[i] = byte(r.Uint32())
		}
		damages[fmt.Sprint("torn page at ", page)] = torn
	}
	noticed := 0
	for name, data := range damages {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(pathOf(dir, "test"), data, 0o600); err != nil {
				t.Fatal(err)
			}
			Status(dir, "test")
			s, err := Open(dir, "test", "1")
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if exercise(t, s) != nil {
				noticed++
				remakeAndCheck(t, s, dir)
			}
		})
	}
	if noticed < 10 {
		t.Errorf("only %d damages were noticed while asking", noticed)
	}
	battery.Tried(t, len(damages), "damaged indexes")
}

func TestDamagedCompanions(t *testing.T) {
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		dir := built(t, "1")
		if err := os.WriteFile(pathOf(dir, "test")+suffix, bytes.Repeat([]byte("garbage "), 9000), 0o600); err != nil {
			t.Fatal(err)
		}
		s := reopen(t, dir)
		if err := exercise(t, s); err != nil {
			remakeAndCheck(t, s, dir)
		}
	}
}

func TestMadeAnew(t *testing.T) {
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	for name, spoil := range map[string]func(path string) error{
		"empty file":      func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"folder":          func(path string) error { return os.MkdirAll(filepath.Join(path, "mine"), 0o700) },
		"folder for -wal": func(path string) error { return os.MkdirAll(filepath.Join(path+"-wal", "mine"), 0o700) },
		"folder for -shm": func(path string) error { return os.MkdirAll(filepath.Join(path+"-shm", "mine"), 0o700) },
		"dangling link":   func(path string) error { return os.Symlink(filepath.Join(elsewhere, "nothing"), path) },
		"foreign database": func(path string) error {
			db, err := sql.Open("sqlite", path)
			if err == nil {
				_, err = db.Exec("CREATE TABLE theirs(x)")
				db.Close()
			}
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := spoil(pathOf(dir, "test")); err != nil {
				t.Fatal(err)
			}
			checkNew(t, reopen(t, dir))
			kept, _ := filepath.Glob(filepath.Join(dir, "*.aside-*", "*", "mine"))
			if strings.HasPrefix(name, "folder") && len(kept) != 1 {
				t.Errorf("a folder was not kept: %v", kept)
			}
		})
	}
}

func TestOtherVersionIsMadeAnew(t *testing.T) {
	dir := built(t, "0")
	if info, err := Status(dir, "test"); info.Version != "0" || info.Files != 300 || err != nil {
		t.Errorf("%+v, %v", info, err)
	}
	checkNew(t, reopen(t, dir))
}

func TestDatabaseTakenAway(t *testing.T) {
	dir := built(t, "1")
	s := reopen(t, dir)
	put(t, s, row("a"))
	if err := Drop(dir, "test"); err != nil {
		t.Fatal(err)
	}
	other := reopen(t, dir)
	checkNew(t, other)
	if _, err := s.Put(ctx, []Row{row("b")}); !errors.Is(err, ErrDamaged) {
		t.Errorf("Put into a database that was taken away: %v", err)
	}
	for num := range int32(5) {
		if _, _, err := s.Facts(num); err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	}
}

func TestNoPlaceForADatabase(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "below"), "test", "1"); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("below a file: %v", err)
	}
	if os.Getuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := built(t, "1")
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if _, err := Open(dir, "test", "1"); err == nil {
		t.Error("a database in a folder that is read-only")
	}
}

// TestBatteryFullDisk lets a write fail at one page after another.
func TestBatteryFullDisk(t *testing.T) {
	s := reopen(t, t.TempDir())
	put(t, s, row("a"))
	var pages int
	if err := s.read.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	big := row("b")
	big.Facts = make([]byte, 1<<20)
	rooms := 0
	for room := 0; room < 250; room += battery.Of(60, 1) {
		put(t, s, row("a")) // which makes another connection after a failure
		if _, err := s.write.conn.ExecContext(ctx, fmt.Sprint("PRAGMA max_page_count = ", pages+room)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Put(ctx, []Row{big}); err == nil || errors.Is(err, ErrDamaged) {
			t.Errorf("Put on a full disk: %v", err)
		}
		if got := collect(t, s.Known(ctx)); len(got) != 1 {
			t.Errorf("%d rows on a full disk", len(got))
		}
		rooms++
	}
	s.write.drop() // another connection, another disk
	if nums := put(t, s, big); nums[0] != 2 {
		t.Errorf("number %d after a write that failed", nums[0])
	}
	battery.Tried(t, rooms, "disks that were full for an index, by a page more each")
}
