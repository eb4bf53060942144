package message

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestCataloguesHoldWhatIsSaid compares the catalogues with the source: no message
// is missing, none is left over, and each has the values of its English.
func TestCataloguesHoldWhatIsSaid(t *testing.T) {
	s := load(t, "dossier/...")
	for _, fault := range s.faults {
		t.Error(fault)
	}
	if len(s.messages) == 0 {
		t.Fatal("no message was found in the source")
	}
	for _, language := range Languages()[1:] {
		text, err := files.ReadFile(language + ".po")
		if err != nil {
			t.Fatal(err)
		}
		all, err := parse(string(text))
		if err != nil {
			t.Errorf("%s.po: %v", language, err)
		}
		for _, fault := range s.compare(all) {
			t.Errorf("%s.po: %s", language, fault)
		}
	}
}

// TestWhatTheComparisonFinds shows that it can fail.
func TestWhatTheComparisonFinds(t *testing.T) {
	s := load(t, "dossier/ui/message/testdata/said")
	if got, want := strings.Join(s.faults, "\n"), `said.go:21: a message is a constant
said.go:22: 1 values for a message with 2: %s of %s
said.go:23: no value for a message with 1: %d part`; got != want {
		t.Errorf("found:\n%s\nwant:\n%s", got, want)
	}
	all := map[string][]string{
		"in a table":   {"in einer Tabelle"},
		"%s of %s":     {"%[2]s, %s"},
		"%d item":      {"ein Ding", "%d Dinge"},
		"%d thing":     {"%d Ding"},
		"nobody says":  {"niemand sagt"},
		"same|meaning": {"x"},
	}
	if got, want := strings.Join(s.compare(all), "\n"), `missing:
#: said.go:23
msgid "%d part"
msgstr ""

other forms: %d thing
other values: %[2]s, %s
missing:
#: said.go:14
msgid "never translated"
msgstr ""

not in the source: nobody says`; got != want {
		t.Errorf("found:\n%s\nwant:\n%s", got, want)
	}
}

// source is what the program says, in English.
type source struct {
	messages map[string]spoken
	faults   []string
}

// spoken is a message where it stands.
type spoken struct {
	at    string
	forms []string
}

// load finds every constant that is a message.
func load(t *testing.T, pattern string) *source {
	t.Helper()
	all, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedSyntax,
	}, pattern)
	if err != nil {
		t.Fatal(err)
	}
	s := &source{messages: map[string]spoken{}}
	for _, p := range all {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
		if p.PkgPath == "dossier/ui/message" {
			continue
		}
		for _, f := range p.Syntax {
			ast.Inspect(f, (&file{s, p, map[ast.Expr]bool{}}).visit)
		}
	}
	slices.Sort(s.faults)
	return s
}

// file is one that is gone through.
type file struct {
	*source
	in   *packages.Package
	done map[ast.Expr]bool // the parts of constants that were taken whole
}

func (f *file) at(n ast.Node) string {
	p := f.in.Fset.Position(n.Pos())
	return p.Filename[strings.LastIndexByte(p.Filename, '/')+1:] + ":" + strconv.Itoa(p.Line)
}

func (f *file) fault(n ast.Node, format string, args ...any) {
	f.faults = append(f.faults, f.at(n)+": "+fmt.Sprintf(format, args...))
}

func (f *file) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		f.call(n)
		f.text(n)
	case ast.Expr:
		f.text(n)
	}
	return true
}

// isType reports whether an expression is of a type of this package.
func (f *file) isType(e ast.Expr, name string) (types.TypeAndValue, bool) {
	tv, ok := f.in.TypesInfo.Types[e]
	if !ok || tv.Type == nil {
		return tv, false
	}
	return tv, tv.Type.String() == "dossier/ui/message."+name
}

// text takes a message in, if an expression is one.
func (f *file) text(e ast.Expr) {
	tv, ok := f.isType(e, "Text")
	if !ok || tv.Value == nil || f.done[e] {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if part, ok := n.(ast.Expr); ok {
			f.done[part] = true
		}
		return true
	})
	if key := constant.StringVal(tv.Value); key != "" {
		f.add(e, key)
	}
}

func (f *file) add(n ast.Node, forms ...string) {
	if was, ok := f.messages[forms[0]]; ok && !slices.Equal(was.forms, forms) {
		f.fault(n, "another form stands at %s: %s", was.at, forms[0])
	}
	if _, ok := f.messages[forms[0]]; !ok {
		f.messages[forms[0]] = spoken{f.at(n), forms}
	}
}

// call looks at how a message is said.
func (f *file) call(c *ast.CallExpr) {
	if _, ok := f.isType(c, "Text"); ok && len(c.Args) == 1 && f.in.TypesInfo.Types[c.Fun].IsType() {
		if f.in.TypesInfo.Types[c.Args[0]].Value == nil {
			f.fault(c, "a message is a constant")
		}
		return
	}
	callee, _ := f.in.TypesInfo.Uses[name(c.Fun)].(*types.Func)
	if callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "dossier/ui/message" || c.Ellipsis != token.NoPos {
		return
	}
	switch callee.Name() {
	case "Say", "Error":
		if key := f.in.TypesInfo.Types[c.Args[0]].Value; key != nil {
			f.values(c, constant.StringVal(key), len(c.Args)-1)
		}
	case "Count":
		one, other := f.in.TypesInfo.Types[c.Args[1]].Value, f.in.TypesInfo.Types[c.Args[2]].Value
		if one == nil || other == nil {
			f.fault(c, "a message is a constant")
			return
		}
		f.add(c, constant.StringVal(one), constant.StringVal(other))
		f.values(c, constant.StringVal(other), len(c.Args)-2)
	}
}

func name(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.Ident:
		return e
	}
	return nil
}

// values compares how many values a message is given with how many it has.
func (f *file) values(n ast.Node, text string, given int) {
	want := len(verbs(text))
	switch {
	case given == want:
	case given == 0:
		f.fault(n, "no value for a message with %d: %s", want, text)
	default:
		f.fault(n, "%d values for a message with %d: %s", given, want, text)
	}
}

var verb = regexp.MustCompile(`%%|%(?:\[(\d+)\])?[-+# 0]*[\d.]*(?:\[(\d+)\])?([a-zA-Z])`)

// verbs are how a message shows its values, by their place among them.
func verbs(text string) map[int]string {
	all := map[int]string{}
	next := 1
	for _, m := range verb.FindAllStringSubmatch(text, -1) {
		if m[0] == "%%" {
			continue
		}
		if at := m[1] + m[2]; at != "" {
			next, _ = strconv.Atoi(at)
		}
		all[next] = m[3]
		next++
	}
	return all
}
