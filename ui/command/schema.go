package command

import (
	_ "embed"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dossier/ui/message"
)

// schemas describe every JSON that the program writes. Its version is in its
// $id.
//
//go:embed schema.json
var schemas string

func newSchema(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "schema [NAME]",
		Short: message.Later("Write the JSON Schema of what the verbs write as JSON"),
		Long: message.Later(`Schema writes a JSON Schema (draft 2020-12) with a definition for the JSON of
each verb, by the verb's name, and for the lines of --jsonl: article, vendor,
facet-value, notice. With a name it writes the schema of that alone, for a
validator to use as it is.`),
		Example: `  dossier schema
  dossier schema list > list.schema.json
  dossier schema | jq '.["$defs"] | keys'`,
		Args: cobra.ArbitraryArgs,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return schemaNames(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) > 1:
			return usage("schema takes one name")
		case len(args) == 1 && !slices.Contains(schemaNames(), args[0]):
			return usage("there is no schema %q; %s", args[0], meant(args[0], schemaNames()))
		}
		_, err := io.WriteString(w.Out, schemaOf(args...))
		return err
	}
	return cmd
}

// schemaOf is the schema of one thing, or the definitions of all.
func schemaOf(name ...string) string {
	if len(name) == 0 {
		return schemas
	}
	return strings.Replace(schemas, "{", "{\n  \"$ref\": \"#/$defs/"+name[0]+"\",", 1)
}

// schemaNames are what there is a definition for.
func schemaNames() []string {
	var s struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(schemas), &s); err != nil {
		panic(err) // the file is ours
	}
	return slices.Sorted(maps.Keys(s.Defs))
}
