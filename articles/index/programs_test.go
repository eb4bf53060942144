package index

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/articles/battery"
	"dossier/model/query"
)

// The tests here run this test's program again as other programs that use the
// same store. What they do is told in the environment.
const (
	childDir  = "DOSSIER_TEST_INDEX_DIR"
	childName = "DOSSIER_TEST_INDEX_NAME"
	childTask = "DOSSIER_TEST_INDEX_TASK"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := child(dir, os.Getenv(childName), os.Getenv(childTask)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// child writes rows of its own and rows that others write too: a fixed number,
// or more and more until it is killed.
func child(dir, name, task string) error {
	s, err := Open(dir, "test", "1")
	if err != nil {
		return err
	}
	defer s.Close()
	for i := 0; i < 40 || task == "forever"; i++ {
		if err := writeSome(s, name, i); err != nil {
			return err
		}
		if _, err := s.Match(ctx, begun("a"), InTitleAndBody, 10_000); err != nil {
			return err
		}
		for _, err := range s.Known(ctx) {
			if err != nil {
				return err
			}
		}
	}
	return s.Compact(ctx)
}

func writeSome(s *Store, name string, i int) error {
	nums, err := s.Put(ctx, []Row{row(fmt.Sprint("own ", name, i%200)), row(fmt.Sprint("shared ", i%200))})
	if err != nil {
		return err
	}
	texts := []Text{{nums[0], name, fmt.Sprintf("apple own%s%d", name, i%200)}, {nums[1], "shared", fmt.Sprint("apple shared", i%200)}}
	if err := s.Index(ctx, texts); err != nil {
		return err
	}
	if facts, ok, err := s.Facts(nums[0]); !ok || err != nil || !strings.HasPrefix(string(facts), "facts of own "+name) {
		return fmt.Errorf("facts %q, %v, %w", facts, ok, err)
	}
	return s.PutBlob(ctx, "blob", int64(i), bytes.Repeat([]byte(name), 1000))
}

func start(t *testing.T, dir, name, task string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), childDir+"="+dir, childName+"="+name, childTask+"="+task)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, &stderr
}

func TestBatteryProgramsShareAStore(t *testing.T) {
	programs := battery.Of(3, 10)
	for name, before := range map[string]string{"new": "", "damaged": strings.Repeat("garbage ", 2000)} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(pathOf(dir, "test"), []byte(before), 0o600); err != nil {
				t.Fatal(err)
			}
			wait := map[*exec.Cmd]*bytes.Buffer{}
			for n := range programs {
				cmd, stderr := start(t, dir, fmt.Sprint("p", n, "x"), "")
				wait[cmd] = stderr
			}
			for cmd, stderr := range wait {
				if err := cmd.Wait(); err != nil {
					t.Errorf("%v: %s", err, stderr)
				}
			}
			s := reopen(t, dir)
			sound(t, s)
			if n := len(collect(t, s.Known(ctx))); n != (programs+1)*40 {
				t.Errorf("%d rows, want %d", n, (programs+1)*40)
			}
			if got := found(t, s, begun("apple"), InTitleAndBody, 1000); len(got) != (programs+1)*40 {
				t.Errorf("%d articles are found, want %d", len(got), (programs+1)*40)
			}
		})
	}
	battery.Tried(t, 2*programs*40*3, "writes of programs that share an index")
}

func TestBatteryProgramIsKilled(t *testing.T) {
	dir, rounds := t.TempDir(), battery.Of(12, 1000)
	rows := 0
	for i := range rounds {
		cmd, stderr := start(t, dir, fmt.Sprint("k", i%3), "forever")
		time.Sleep(time.Duration(60+rand.IntN(120)) * time.Millisecond)
		cmd.Process.Kill()
		if err := cmd.Wait(); err == nil || stderr.Len() > 0 {
			t.Fatalf("%v: %s", err, stderr)
		}
		s := reopen(t, dir)
		sound(t, s)
		n := len(collect(t, s.Known(ctx)))
		if n < rows {
			t.Errorf("%d rows after a kill, %d before", n, rows)
		}
		rows = n
		s.Close()
	}
	if rows < 20 {
		t.Errorf("only %d rows were written", rows)
	}
	battery.Tried(t, rounds, "rounds of SIGKILL of a program that writes an index")
}

// sound checks that a database is whole, and that whatever is said to be
// searchable is found, by its words and by the beginnings of them.
func sound(t *testing.T, s *Store) {
	t.Helper()
	var says string
	if err := s.read.QueryRow("PRAGMA integrity_check").Scan(&says); err != nil || says != "ok" {
		t.Errorf("integrity: %s, %v", says, err)
	}
	all := found(t, s, whole("apple"), InTitleAndBody, 10_000)
	for _, k := range collect(t, s.Known(ctx)) {
		if k.Stage >= Searchable && !slices.Contains(all, int(k.Num)) {
			t.Errorf("%s is said to be searchable", k.Key)
		}
	}
	for _, v := range []query.Value{begun("a"), begun("ap"), begun("app"), begun("appl")} {
		if got := found(t, s, v, InTitleAndBody, 10_000); !slices.Equal(got, all) {
			t.Errorf("%q is in %d articles of %d", v.Text, len(got), len(all))
		}
	}
}
