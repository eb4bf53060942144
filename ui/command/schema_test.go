package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossier/model"
	"dossier/ui/export"
)

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schemaOf(name)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return schema
}

func TestEverySchemaIsOne(t *testing.T) {
	for _, name := range schemaNames() {
		compiled(t, name)
	}
}

// TestSchemaIsExact: what is in it is allowed, and nothing else.
func TestSchemaIsExact(t *testing.T) {
	a := &model.Article{ID: "a", Title: "A", Possible: []model.Cut{{Vendor: "Bank", Detected: true}}}
	text, err := json.Marshal(export.RecordOf(a, model.NewRegister(model.Actor{}, nil)))
	if err != nil {
		t.Fatal(err)
	}
	schema := compiled(t, "article")
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{string(text), true},
		{strings.Replace(string(text), `"id":"a"`, `"id":""`, 1), false},
		{strings.Replace(string(text), `"id":"a",`, ``, 1), false},
		{strings.Replace(string(text), `"id":"a"`, `"id":"a","more":1`, 1), false},
		{strings.Replace(string(text), `"date":null`, `"date":"9 Jan"`, 1), false},
		{strings.Replace(string(text), `"status":"done"`, `"status":"gone"`, 1), false},
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); (err == nil) != c.ok {
			t.Errorf("%s is valid: %v, want %v", c.text, err, c.ok)
		}
	}
}

// TestNoNameGoes: a version of the schema keeps every name that it ever had. The
// file lists those of this one; new names are added to it.
func TestNoNameGoes(t *testing.T) {
	var schema struct {
		ID   string `json:"$id"`
		Defs map[string]struct {
			Properties map[string]any
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(schemas), &schema); err != nil {
		t.Fatal(err)
	}
	version := strings.TrimPrefix(schema.ID, "urn:dossier:output:")
	kept, err := os.ReadFile(filepath.Join("testdata", "names-"+version+".lst"))
	if err != nil {
		t.Fatalf("version %s has no list of its names: %v", version, err)
	}
	var names []string
	for def, d := range schema.Defs {
		for name := range d.Properties {
			names = append(names, def+"."+name)
		}
	}
	slices.Sort(names)
	if got := strings.Join(names, "\n") + "\n"; got != string(kept) {
		t.Errorf("the names of version %s are\n%swant\n%sIf some are new, add them to the list; if some are gone, it is another version.", version, got, kept)
	}
}
