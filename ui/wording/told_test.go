package wording

import (
	"go/ast"
	"go/constant"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"dossier/model/clean"
	"dossier/ui/message"
)

func TestTold(t *testing.T) {
	message.Use("de")
	t.Cleanup(func() { message.Use(message.English) })
	for _, c := range []struct{ english, want string }{
		{"cannot open a/b: there is no such file or folder; check the name", "a/b lässt sich nicht öffnen: keine solche Datei und kein solcher Ordner; den Namen prüfen"},
		{"cannot open x: strange", "x lässt sich nicht öffnen: strange"},
		{"aliases: takes a list of names, not a mapping in it; left out", "aliases: braucht eine Liste von Namen, nicht eine Zuordnung darin; weggelassen"},
		{"the evidence for Jo's; Shop is not in the text; copy the passage exactly", "der Beleg für Jo's; Shop steht nicht im Text; die Stelle genau kopieren"},
		{"a list", "a list"},
		{`line 3: read takes true or false, and is of type string`, "Zeile 3: read braucht true oder false und ist vom Typ string"},
		{"", ""},
		{"was immer", "was immer"},
	} {
		if got := Told(c.english); got != c.want {
			t.Errorf("%q is said as\n%s, want\n%s", c.english, got, c.want)
		}
	}
	message.Use(message.English)
	if got := Told("it is a folder, not a file"); got != "it is a folder, not a file" {
		t.Errorf("in English it is said as %s", got)
	}
}

// TestSentencesAreThoseOfTheSource finds a sentence that nobody tells any more, and
// one that is told and not known here.
func TestSentencesAreThoseOfTheSource(t *testing.T) {
	all, told := texts(t)
	for _, s := range append(append([]message.Text{}, sentences...), kinds...) {
		for _, part := range strings.Split(strings.Join(literals(s), "; "), "; ") {
			if part = strings.TrimSpace(part); !strings.Contains(all, part) {
				t.Errorf("%q is told nowhere: nothing says %q", string(s), part)
			}
		}
	}
	for _, s := range told {
		filled := clean.Line(verb.ReplaceAllString(s, "~"))
		if !isSentence(filled) && !inside(s) {
			t.Errorf("%q is told and not known", s)
		}
	}
}

var verb = regexp.MustCompile(`%[a-z]`)

func isSentence(text string) bool {
	for _, s := range sentences {
		if _, ok := between(text, literals(s)); ok {
			return true
		}
	}
	return false
}

// inside reports what no reader is told: why an index is made anew, or what
// stands in a text that is told as a whole.
func inside(s string) bool {
	switch s {
	case "%s", "%v", "%w: %w", "%s: %w", "%s has no cut by %s", "%s takes %s, and is of type %s":
		return true
	}
	for _, beginning := range []string{
		"no article %d", "no front matter", "no folder", "there is no index", "there is no fact", "an article ",
		"schema ", "it has no \"schema\"", "there is more", "this is no", "%q is no time", "nobody knows", "line %d: ",
	} {
		if strings.HasPrefix(s, beginning) {
			return true
		}
	}
	return false
}

// texts are the constants of the packages that tell, and those among them that
// they tell by their ways of telling.
func texts(t *testing.T) (all string, told []string) {
	t.Helper()
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedSyntax,
	}, "dossier/articles", "dossier/articles/decode", "dossier/articles/frontmatter", "dossier/articles/marks/...", "dossier/articles/tags", "dossier/articles/webpage", "dossier/articles/yamldoc")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range loaded {
		for _, f := range p.Syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok {
					if v := p.TypesInfo.Types[e].Value; v != nil && v.Kind() == constant.String {
						b.WriteString(constant.StringVal(v) + "\n")
					}
				}
				if call, ok := n.(*ast.CallExpr); ok {
					for _, a := range call.Args {
						if v := p.TypesInfo.Types[a].Value; tells(call.Fun) && v != nil && v.Kind() == constant.String {
							told = append(told, constant.StringVal(v))
						}
					}
				}
				return true
			})
		}
	}
	return verb.ReplaceAllString(b.String(), "\n"), told
}

func tells(f ast.Expr) bool {
	s, ok := f.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch s.Sel.Name {
	case "notice", "problem", "about":
		return true
	case "New", "Errorf":
		x, ok := s.X.(*ast.Ident)
		return ok && (x.Name == "errors" || x.Name == "fmt")
	}
	return false
}
