package articles

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/model"
	"dossier/model/facet"
	"dossier/model/query"
	"dossier/model/search"
)

// withIndex makes dossiers of any size have an index, and returns its folder.
func withIndex(t testing.TB) string {
	was := smallDossier
	smallDossier = -1
	t.Cleanup(func() { smallDossier = was })
	return t.TempDir()
}

// openLive opens a folder and follows it until the test ends.
func openLive(t testing.TB, dir, index string) *Library {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	l, err := Open(ctx, []string{dir}, Options{Index: index, Live: true})
	if err != nil {
		stop()
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); l.Close() })
	return l
}

// ask finds articles and shows them as "id:title id:title".
func ask(t testing.TB, l *Library, text string) string {
	t.Helper()
	q, _ := query.Parse(text)
	x := l.Index()
	a, err := x.Find(context.Background(), q, search.Marks{}, [facet.NumDimensions]bool{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, i := range a.Hits {
		article := x.Dossier().Article(int(i))
		all = append(all, article.ID+":"+article.Title)
	}
	return strings.Join(all, " ")
}

// eventually waits until a library answers a query as wanted.
func eventually(t testing.TB, l *Library, text, want string) {
	t.Helper()
	var got string
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if got = ask(t, l, text); got == want {
			return
		}
	}
	t.Errorf("%q finds %q, want %q", text, got, want)
}

// idle waits until a library has read all there is.
func idle(t testing.TB, l *Library) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if l.Progress().Pass == model.Idle && l.Index() != nil {
			return
		}
	}
	t.Fatal("the reading does not end: ", l.Progress())
}

// inBothStocks runs a test with a dossier in memory, and with one in an index.
func inBothStocks(t *testing.T, test func(t *testing.T, index string)) {
	t.Run("memory", func(t *testing.T) { test(t, "") })
	t.Run("index", func(t *testing.T) { test(t, withIndex(t)) })
}

const leaves = "Amazon has removed Parler from its servers, the company said on Monday in a letter to the network.\n"

func TestLiveChanges(t *testing.T) {
	inBothStocks(t, func(t *testing.T, index string) {
		dir := t.TempDir()
		write(t, dir, "a.md", "# Alpha\n\nSome words.\n")
		write(t, dir, "sub/b.md", "# Beta\n\nOther words.\n")
		l := openLive(t, dir, index)
		eventually(t, l, "sort:title", "a:Alpha sub/b:Beta")
		number, _, _ := l.Index().ByID(t.Context(), "a")

		write(t, dir, "c.txt", "Gamma\n\n"+leaves)
		eventually(t, l, "vendor:Amazon", "c:Gamma")
		write(t, dir, "sub/b.md", "# Beta\n\nWords that are new.\n")
		eventually(t, l, "new", "sub/b:Beta")
		eventually(t, l, "other", "")
		write(t, dir, "far/away/d.md", "# Delta\n")
		eventually(t, l, "title:delta", "far/away/d:Delta")
		write(t, dir, "far/away/e.md", "# Epsilon\n")
		eventually(t, l, "title:epsilon", "far/away/e:Epsilon")
		must(t, os.Rename(filepath.Join(dir, "far"), filepath.Join(dir, "near")))
		eventually(t, l, "title:delta", "near/away/d:Delta")
		must(t, os.Remove(filepath.Join(dir, "c.txt")))
		eventually(t, l, "vendor:Amazon", "")
		must(t, os.WriteFile(filepath.Join(dir, "dossier.tags.yaml"), []byte("a.md:\n  title: Alif\n"), 0o644))
		eventually(t, l, "sort:title", "a:Alif sub/b:Beta near/away/d:Delta near/away/e:Epsilon")

		if again, ok, _ := l.Index().ByID(t.Context(), "a"); !ok || again != number {
			t.Errorf("article %d became %d", number, again)
		}
	})
}

// An index answers as the memory does.
func TestIndexAnswersAsMemoryDoes(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		write(t, dir, fmt.Sprintf("n%02d.md", i), fmt.Sprintf("---\ndate: 2021-01-%02d\nsource: S%d\nauthor: A%d\n---\n# Number %d of café\n\nWörter und Straße %d. 東京で雲が切れた。\n\n%s",
			1+i%28, i%3, i%5, i*7%40, i%4, strings.Repeat(leaves, i%2)))
	}
	write(t, dir, "x.md", "---\nid: n00\n---\n# Clash\n")
	write(t, dir, "n01.txt", "A namesake\n")
	memory := openLive(t, dir, "")
	idle(t, memory)
	index := withIndex(t)
	cold := openLive(t, dir, index)
	idle(t, cold)
	warm := openLive(t, dir, index)
	whole, err := Open(t.Context(), []string{dir}, Options{Index: index})
	must(t, err)
	defer whole.Close()
	for _, q := range []string{
		"", "sort:title", "sort:source", "sort:date", "cafe", "wort", `"und strasse"`, "雲", "東京", "-3", "title:number", `title:"of cafe"`,
		"vendor:Amazon", "-vendor:Amazon", "source:S1", "author:A2 OR source:S0", "date:2021-01-03..2021-01-05", "id:n00", "id:n01", "id:n01.txt", "is:detected", "lang:none", "vendor:none 1",
	} {
		want := ask(t, memory, q)
		for name, l := range map[string]*Library{"cold": cold, "warm": warm, "read at once": whole} {
			if got := ask(t, l, q); got != want {
				t.Errorf("%s: %q finds\n%s, want\n%s", name, q, got, want)
			}
		}
	}
	if got, want := toldBy(warm), toldBy(memory); got != want {
		t.Errorf("notices %s, want %s", got, want)
	}
	i, _, _ := warm.Index().ByID(t.Context(), "n02")
	text, err := warm.Text(t.Context(), int(i))
	if err != nil || !strings.Contains(text.Body, "Straße") {
		t.Errorf("text %q, %v", text.Body, err)
	}
}

// What changed while nobody looked is found when the dossier is opened again.
func TestIndexIsBroughtUpToDate(t *testing.T) {
	dir, index := t.TempDir(), withIndex(t)
	write(t, dir, "a.md", "# Alpha\n")
	write(t, dir, "b.md", "# Beta\n")
	l := openLive(t, dir, index)
	idle(t, l)
	number, _, _ := l.Index().ByID(t.Context(), "a")
	must(t, l.Close())
	must(t, os.Remove(filepath.Join(dir, "a.md")))
	write(t, dir, "b.md", "# Beta two\n")
	write(t, dir, "c.md", "# Gamma\n")
	again := openLive(t, dir, index)
	eventually(t, again, "sort:title", "b:Beta two c:Gamma")
	if _, err := again.Text(t.Context(), int(number)); err == nil {
		t.Error("an article that is gone has a text")
	}
}

// TestFilesThatNoIndexKeeps: what was told of them when the index was made is told
// whenever it is opened.
func TestFilesThatNoIndexKeeps(t *testing.T) {
	dir, index := t.TempDir(), withIndex(t)
	write(t, dir, "a.md", "# A")
	write(t, dir, "binary.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00")
	write(t, dir, strings.Repeat("d/", maxDepth+1)+"deep.txt", "x")
	for _, when := range []string{"cold", "warm"} {
		l, err := Open(t.Context(), []string{dir}, Options{Index: index})
		must(t, err)
		if got := toldBy(l); !strings.Contains(got, "binary.txt") || !strings.Contains(got, "deep") {
			t.Errorf("%s: told %q", when, got)
		}
		l.Close()
	}
}

// TestDamagedIndex: a damaged index costs time and nothing else.
func TestDamagedIndex(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "# Alpha\n\n"+leaves)
	for name, damage := range map[string]func(path string) error{
		"cut": func(path string) error { return os.Truncate(path, 5000) },
		"garbage": func(path string) error {
			return os.WriteFile(path, []byte(strings.Repeat("no database ", 4000)), 0o600)
		},
		"zeros": func(path string) error {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				return err
			}
			defer f.Close()
			_, err = f.WriteAt(make([]byte, 20_000), 4096)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			index := withIndex(t)
			l := openLive(t, dir, index)
			idle(t, l)
			must(t, l.Close())
			paths, _ := filepath.Glob(filepath.Join(index, "*.db"))
			for _, path := range paths {
				must(t, damage(path))
			}
			if len(paths) != 1 {
				t.Errorf("indexes: %q", paths)
			}
			eventually(t, openLive(t, dir, index), "vendor:Amazon", "a:Alpha")
		})
	}
}

// Two programs that read one folder for the first time come to the same.
func TestTwoAtOnce(t *testing.T) {
	dir, index := t.TempDir(), withIndex(t)
	var want []string
	for i := range 300 {
		write(t, dir, fmt.Sprintf("n%03d.md", i), fmt.Sprintf("# Number %d\n\n%s", i, leaves))
		want = append(want, fmt.Sprintf("n%03d", i))
	}
	one, two := openLive(t, dir, index), openLive(t, dir, index)
	idle(t, one)
	idle(t, two)
	for _, l := range []*Library{one, two, openLive(t, dir, index)} {
		// One may be done while the other still writes; it learns the rest soon.
		var got []string
		for end := time.Now().Add(10 * time.Second); !slices.Equal(got, want) && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
			got = nil
			for _, pair := range strings.Fields(ask(t, l, "vendor:Amazon servers")) {
				if id, _, ok := strings.Cut(pair, ":"); ok {
					got = append(got, id)
				}
			}
			slices.Sort(got)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d articles: %.200q", len(got), got)
		}
	}
	write(t, dir, "n000.md", "# Changed\n")
	eventually(t, one, "title:changed", "n000:Changed")
	eventually(t, two, "title:changed", "n000:Changed")
}

// An index that cannot be kept is done without.
func TestNoPlaceForAnIndex(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "# Alpha\n")
	withIndex(t)
	file := write(t, t.TempDir(), "file", "")
	for _, index := range []string{"", filepath.Join(file, "no", "folder")} {
		eventually(t, openLive(t, dir, index), "", "a:Alpha")
	}
}

func TestRecordHoldsAllFacts(t *testing.T) {
	e := &entry{
		file: file{place: 2, name: "a:b.md", size: 3, stamp: -4}, stated: "id", path: "p/a:b.md",
		parsed: parsed{
			article: model.Article{
				ID: "id", Path: "p", Title: "t", Language: "de", Date: model.Date{Year: 2021, Month: 1, Day: 2}, Author: "a", Source: "s", URL: "u",
				Actors: []string{"x", "y"}, Detected: model.FieldCuts,
				Possible: []model.Cut{{Vendor: "w"}},
				Cuts:     []model.Cut{{Vendor: "v", Service: "s", Status: model.Disputed, Date: model.Date{Year: 2020}, Restored: model.Date{Year: 2022}, Reason: "r", Evidence: "e", Passages: []model.Passage{{Start: 1, End: 9}}, Detected: true}},
			},
			people: []string{"x"}, notices: []model.Notice{{Path: "p", Line: 3, Text: "n", Kind: model.AboutDate}}, unknown: []model.Notice{{Path: "p", Line: 4, Text: "x" + unknownHint, Kind: model.AboutActor}, {Path: "t", Text: "y" + unknownHint}},
			origin: origin{bodyLine: 7, idLine: 1, idTagged: true},
		},
	}
	comesBack(t, e)
	e.article.ID, e.article.Path, e.path = "id", "a:b.md", "a:b.md" // all like others
	comesBack(t, e)
	// A field that is added to an article is not to be lost.
	if n := reflect.TypeFor[model.Article]().NumField(); n != 12 {
		t.Errorf("an article has %d fields; keep the new ones in record, and fill them above", n)
	}
}

func comesBack(t *testing.T, e *entry) {
	t.Helper()
	facts, err := e.encode()
	must(t, err)
	again, err := decodeEntry(facts)
	must(t, err)
	if got, want := fmt.Sprintf("%+v", again), fmt.Sprintf("%+v", e); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A verdict right after the start leaves everything else as it was.
func TestVerdictOnWhatAnIndexKnew(t *testing.T) {
	dir, index := t.TempDir(), withIndex(t)
	write(t, dir, "a.txt", "Alpha\n\n"+leaves)
	write(t, dir, "b.md", "# Beta\n")
	idle(t, openLive(t, dir, index))
	again := openLive(t, dir, index)
	idle(t, again)
	i, _, _ := again.Index().ByID(t.Context(), "a")
	must(t, again.Reject(t.Context(), int(i), "Amazon"))
	eventually(t, again, "sort:title", "a:Alpha b:Beta")
	eventually(t, again, "vendor:Amazon", "")
	must(t, again.Confirm(t.Context(), int(i), "Amazon"))
	eventually(t, again, "vendor:Amazon", "a:Alpha")
}

// A single file is followed too, also when an editor puts a new one in its
// place.
func TestLiveFile(t *testing.T) {
	dir := t.TempDir()
	path := write(t, dir, "a.md", "# Alpha\n")
	write(t, dir, "b.md", "# Beta\n")
	l := openLive(t, path, "")
	eventually(t, l, "", "a:Alpha")
	write(t, dir, "b.md", "# Beta two\n")
	write(t, dir, "new.md", "# Alpha two\n")
	must(t, os.Rename(filepath.Join(dir, "new.md"), path))
	eventually(t, l, "", "a:Alpha two")
	must(t, os.Remove(path))
	eventually(t, l, "", "")
	write(t, dir, "a.md", "# Alpha three\n")
	eventually(t, l, "", "a:Alpha three")
}

// One file that cannot be read any more keeps no other from being searched.
func TestOneFileVanishesBeforeItsWords(t *testing.T) {
	dir, folder := t.TempDir(), withIndex(t)
	for i := range 40 {
		write(t, dir, fmt.Sprintf("n%02d.md", i), fmt.Sprintf("# Number %d\n\nWord%d.\n", i, i))
	}
	ps, err := newPlaces([]string{dir}, nil)
	must(t, err)
	l := newLibrary(ps)
	defer l.Close()
	k := &keeper{Library: l, options: Options{Index: folder}, shown: make(chan struct{})}
	must(t, k.chooseStock(t.Context()))
	c, err := k.compare(t.Context())
	must(t, err)
	must(t, k.list(t.Context(), c.changed))
	must(t, os.Remove(filepath.Join(dir, "n07.md")))
	must(t, k.settle(t.Context()))
	must(t, k.deepenAll(t.Context()))
	if got := ask(t, l, "word30"); got != "n30:Number 30" {
		t.Errorf("found %q", got)
	}
}

// A text is the same whether its facts were all stated or had to be found, with
// an index and without one: what its page put around it is set apart.
func TestFurnitureOfWhatIsStated(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "---\ntitle: Alpha\nlanguage: en\ndate: 2021-01-08\nauthor: Ann\nsource: The Paper\nactors: [Amazon]\ncuts: []\n---\n# Alpha\n\nAmazon said on Monday that all is well, and that it would go on as before for a long time.\n")
	read := func(o Options) model.Text {
		l, err := Open(t.Context(), []string{dir}, o)
		must(t, err)
		defer l.Close()
		i, _, _ := l.Index().ByID(t.Context(), "a")
		text, err := l.Text(t.Context(), int(i))
		must(t, err)
		return text
	}
	want := read(Options{})
	if len(want.Furniture) != 1 {
		t.Fatalf("%+v", want)
	}
	if got := read(Options{Live: true}); !reflect.DeepEqual(got, want) {
		t.Errorf("live: %+v", got)
	}
	if got := read(Options{Live: true, Index: withIndex(t)}); !reflect.DeepEqual(got, want) {
		t.Errorf("with an index: %+v", got)
	}
}

// An article that went away while it waited to be read is no file that cannot
// be read.
func TestGoneBeforeItsTurn(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "# Alpha\n")
	write(t, dir, "b.md", "# Beta\n")
	l := openLive(t, dir, withIndex(t))
	idle(t, l)
	i, _, _ := l.Index().ByID(t.Context(), "b")
	must(t, os.Remove(filepath.Join(dir, "b.md")))
	eventually(t, l, "", "a:Alpha")
	k := &keeper{Library: l}
	files, numbers, err := k.filesOf([]int32{i})
	if len(files) > 0 || len(numbers) > 0 || err != nil {
		t.Errorf("%+v, %v, %v", files, numbers, err)
	}
}
