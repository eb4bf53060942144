package page

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dossier/articles/battery"
	"dossier/articles/battery/naughty"
	"dossier/articles/battery/shapes"
	"dossier/articles/webpage"
	"dossier/model"
	"dossier/model/clean"
)

// widthsOfSets are those in which what is known to break readers of Markdown and of
// web pages is laid out: below 20 cells as text, and up to wider than any line.
func widthsOfSets() []int {
	if battery.Whole() {
		return []int{1, 2, 10, 40, 80, 400}
	}
	return []int{10, 80}
}

// tryAll lays out bodies in every width, with and without markup, and reports how
// many pages that made. check, if any, sees those of Markdown.
func tryAll(t *testing.T, what string, bodies []string, check func(p *Page, i int)) {
	t.Helper()
	pages := 0
	for i, body := range bodies {
		body = clean.Text(body)
		for _, width := range widthsOfSets() {
			for _, m := range []model.Markup{model.Markdown, model.Plain} {
				p := Render(t.Context(), model.Text{Body: body, Markup: m}, Options{Width: width, Style: testStyle()})
				if checkPage(t, p, body, width); t.Failed() {
					t.Fatalf("%d cells, from %q", width, body)
				}
				if check != nil && m == model.Markdown && width >= 40 {
					check(p, i)
				}
				pages++
			}
		}
	}
	battery.Tried(t, pages, "pages of "+what)
}

// example is a piece of Markdown, and what it is in HTML.
type example struct{ Markdown, HTML string }

// TestBatterySpec lays out the examples of CommonMark's specification and of the
// extensions, all of whose words are to be seen.
func TestBatterySpec(t *testing.T) {
	dir := battery.Module(t, "github.com/yuin/goldmark")
	all := specified(t, filepath.Join(dir, "_test", "spec.json"))
	for _, pattern := range []string{"_test/*.txt", "extension/_test/*.txt"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			all = append(all, listed(t, file)...)
		}
	}
	if len(all) < 700 {
		t.Fatalf("only %d examples", len(all))
	}
	var bodies []string
	for _, e := range all {
		bodies = append(bodies, e.Markdown)
	}
	tryAll(t, "examples of Markdown's specification", bodies, func(p *Page, i int) { checkShown(t, p, all[i]) })
}

func specified(t *testing.T, file string) (all []example) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// listed reads goldmark's own form: a number, Markdown and HTML, with lines of
// strokes between them.
func listed(t *testing.T, file string) (all []example) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range strings.Split(string(text), "//= = =") {
		if parts := strings.Split(one, "//- - - - - - - - -//\n"); len(parts) == 3 {
			all = append(all, example{parts[1], parts[2]})
		}
	}
	return all
}

var (
	tag     = regexp.MustCompile(`(?s)<!--.*?-->|<\?.*?\?>|<![^>]*>|<(script|style|textarea)\b.*?(</(script|style|textarea)>|$)|</?[a-zA-Z][^>]*>`)
	letters = regexp.MustCompile(`\pL{3,}`)
)

// checkShown fails unless a page shows the words that an example has in HTML. It
// looks at no example of tags, of which that does not tell what is text, nor of
// footnotes, which are none here, nor of characters that nothing may show.
func checkShown(t *testing.T, p *Page, e example) {
	t.Helper()
	if strings.ContainsAny(e.Markdown, "<") || strings.Contains(e.Markdown, "[^") || strings.Contains(e.Markdown, "&#") {
		return
	}
	seen := strings.ToLower(strings.Join(strings.Fields(shown(p)), ""))
	for _, word := range letters.FindAllString(html.UnescapeString(tag.ReplaceAllString(e.HTML, " ")), -1) {
		if !strings.EqualFold(word, "ufffd") && !strings.Contains(seen, strings.ToLower(word)) { // goldmark's files have that for a character
			t.Errorf("%q is not shown of %q, but %q", word, e.Markdown, seen)
		}
	}
}

// TestBatteryNaughty puts strings that broke other programs into five places.
func TestBatteryNaughty(t *testing.T) {
	var bodies []string
	for _, s := range naughty.Strings() {
		for _, place := range []string{"%s\n", "# Words %s\n", "- [%s](http://a.example/)\n\n  > %s\n", "|a|b|\n|-|-|\n|%s|c|\n", "a `%s` b\n\n```\n%s\n```\n"} {
			bodies = append(bodies, strings.ReplaceAll(place, "%s", s))
		}
	}
	tryAll(t, "naughty strings", bodies, nil)
}

// TestBatteryWebPages reads what browsers are tested with, as pages that somebody
// has saved.
func TestBatteryWebPages(t *testing.T) {
	var bodies []string
	err := filepath.WalkDir(filepath.Join(battery.Module(t, "golang.org/x/net"), "html", "testdata"), func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".dat" {
			return err
		}
		text, err := os.ReadFile(path)
		for _, one := range strings.Split(string(text), "#data\n")[1:] {
			page, _, _ := strings.Cut(one, "\n#errors")
			_, body, _ := webpage.Read(strings.ToValidUTF8(page, "\ufffd"))
			bodies = append(bodies, body.Body)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(bodies) < 1500 {
		t.Fatalf("only %d pages", len(bodies))
	}
	tryAll(t, "html5lib", bodies, nil)
}

// TestBatteryPathological lays out what other parsers could not bear.
func TestBatteryPathological(t *testing.T) {
	var bodies []string
	for _, name := range shapes.Pathological.Names() {
		bodies = append(bodies, shapes.Pathological[name](battery.Of(1000, 50_000)))
	}
	tryAll(t, "input that is pathological", bodies, nil)
}
