package command

import (
	"encoding/json"
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
