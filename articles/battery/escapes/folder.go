package escapes

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// Folder is where the files of a dossier go that says one thing wherever a file
// can say anything.
type Folder struct {
	Dir    string
	Says   string
	places []string
	err    error
}

// At is what stands at a place: the payload, with the place's name behind its
// tell, and before it all too, as messages show the beginning of long ones.
func (f *Folder) At(place string) string {
	f.places = append(f.places, place)
	name := Tell + place + "z" // no name has a z, so that none is the beginning of the next
	return name + " " + strings.ReplaceAll(f.Says, Tell, name)
}

// Places are the names of all places that were filled.
func (f *Folder) Places() []string { return f.places }

// Shows reports whether an output holds what stands at a place.
func Shows(output, place string) bool {
	return strings.Contains(strings.ToLower(output), Tell+place+"z")
}

// Body are the places of Markdown in which text is seen.
var Body = []struct{ Place, Markdown string }{
	{"para", "P %s\n"}, {"head", "## H %s\n"}, {"under", "%s\n---\n"}, {"emph", "*a %s a*\n"}, {"strong", "**a %s a**\n"}, {"strike", "~~a %s a~~\n"},
	{"code", "```\n%s\n```\n"}, {"colour", "```go\n// %s\n```\n"}, {"dented", "    %s\n"},
	{"link", "[t %s t](http://a/)\n"}, {"picture", "![a %s](http://a/i.png)\n"},
	{"list", "- %s\n"}, {"number", "1. %s\n"}, {"task", "- [ ] %s\n"}, {"quote", "> %s\n"}, {"deep", "> - %s\n"},
	{"column", "|%s|b|\n|-|-|\n|a|c|\n"}, {"cell", "|a|b|\n|-|-|\n|%s|c|\n"},
	{"html", "<div>\n%s\n</div>\n"}, {"raw", "a <b>%s</b>\n"}, {"term", "Term %s\n: x\n"}, {"meant", "Term\n: %s\n"}, {"foot", "a[^n]\n\n[^n]: %s\n"}, {"bare", "%s\n"},
}

// Seen are the names of those places.
func Seen() (all []string) {
	for _, p := range Body {
		all = append(all, p.Place)
	}
	return all
}

// Hidden are places in which it is not, or only under other names.
var Hidden = []string{
	"```%s\nx\n```\n", "[t](http://a/%s)\n", "[t](<http://a/%s>)\n", "[t](http://a/ \"%s\")\n", "[t][r]\n\n[r]: <http://a/%s> '%s'\n",
	"<http://a/%s>\n", "www.a.org/%s\n", "![a](<http://a/%s>)\n", "a <b title=\"%s\">x</b>\n", "<!-- %s -->\n", "`%s`\n", "a[^%s]\n\n[^%s]: x\n",
}

func (f *Folder) body() string {
	var b strings.Builder
	for _, p := range Body {
		b.WriteString(strings.ReplaceAll(p.Markdown, "%s", f.At(p.Place)) + "\nBetween.\n\n")
	}
	for _, p := range Hidden {
		b.WriteString(strings.ReplaceAll(p, "%s", f.Says) + "\nBetween.\n\n")
	}
	return b.String()
}

func (f *Folder) write(name, text string) {
	path := filepath.Join(f.Dir, name)
	if f.err == nil {
		f.err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if f.err == nil {
		f.err = os.WriteFile(path, []byte(text), 0o644)
	}
}

// yaml is what stands at a place, as a scalar.
func (f *Folder) yaml(place string) string { return YAML(f.At(place)) }

// Name is what stands at a place as a file's name, as far as a system takes it.
func (f *Folder) Name(place string) string {
	s := strings.NewReplacer("/", "", "\x00", "").Replace(f.Says)
	if len(s) > 150 {
		s = strings.ToValidUTF8(s[:150], "") + Tell
	}
	f.places = append(f.places, place)
	return strings.ReplaceAll(s, Tell, Tell+place+"z")
}

// Fill writes a folder in which text stands wherever a file can say anything.
func Fill(dir, text string) (*Folder, error) {
	f := &Folder{Dir: dir, Says: text}
	f.write("dossier.yaml", "title: "+f.yaml("dossier")+"\nsubject: { name: "+f.yaml("subject")+", aliases: ["+YAML(text)+"] }\nactors:\n"+
		"  - name: "+f.yaml("actor")+"\n    kind: organisation\n    role: "+f.yaml("role")+"\n    supplies: "+f.yaml("supplies")+"\n    aliases: ["+f.yaml("alias")+"]\n"+
		"  - name: Bank\n    kind: "+f.yaml("kind")+"\n    aliases: [Bank]\n")
	f.write("a.md", "---\nid: "+f.yaml("id")+"\ntitle: "+f.yaml("title")+"\nlanguage: en\ndate: 2021-01-08\nauthor: "+f.yaml("author")+"\nsource: "+f.yaml("source")+
		"\nurl: "+YAML("https://a.example/"+f.At("url"))+"\ntags: ["+f.yaml("tag")+"]\nactors: ["+f.yaml("named")+", "+YAML(f.At("actor"))+"]\ncuts:\n"+
		"  - vendor: "+f.yaml("vendor")+"\n    service: "+f.yaml("service")+"\n    status: done\n    date: 2021-01-09\n    reason: "+f.yaml("reason")+"\n    evidence: Evidence stands here.\n"+
		"  - vendor: Bank\n    evidence: "+f.yaml("evidence")+"\n---\n# A\n\nEvidence stands here.\n\n"+f.body())
	f.write("b.md", "---\ntitle: B zqx\nlanguage: "+f.yaml("language")+"\ndate: "+f.yaml("date")+"\ncuts: [{vendor: Bank, status: "+f.yaml("status")+", date: "+f.yaml("day")+"}]\nauthor: "+Binary(text)+"\n---\nNo words.\n")
	f.write("broken.md", "---\ntitle: ["+text+"\n"+text+": [}\n---\nThe Bank cut ties "+f.At("detected")+".\n")
	f.write("text.txt", "Plain "+f.At("plain")+"\n\nMore.\n")
	f.write("page.html", "<html><head><title>"+f.At("page")+"</title><meta name=author content='"+f.At("byline")+"'></head><body><article><h1>Heading</h1><p>The first paragraph is long enough to be text of the page, and goes on "+
		f.At("paragraph")+" for a while, so that it is kept.</p><p>And <a href='http://a.example/"+text+"'>one more</a>, with words in it, and "+f.At("second")+"</p></article></body></html>")
	f.write(f.Name("name")+".md", "# Named\n")
	f.write(filepath.Join(f.Name("folder"), "in.md"), "# In a folder\n")
	f.write("dossier.tags.yaml", YAML(f.At("path")+".md")+":\n  title: T\n"+"text.txt:\n  "+f.yaml("key")+": x\n  date: "+f.yaml("tagged")+"\n")
	if f.err == nil {
		f.err = os.Symlink("../nowhere/"+f.Name("target"), filepath.Join(dir, f.Name("broken")+".md"))
	}
	return f, f.err
}

// Marks is an export of marks to take in, with a note on the article and a view.
func (f *Folder) Marks(id string) ([]byte, error) {
	const then = "2021-02-01T10:00:00Z"
	type object = map[string]any
	return json.Marshal(object{
		"schema": 1, "dossier": f.At("left"), "exported": then,
		"articles": []object{{"id": id, "note": object{"text": f.At("note") + "\n" + f.Says, "time": then}}},
		"views":    []object{{"letter": "b", "name": f.At("view"), "query": "-title:" + f.At("query"), "time": then}},
	})
}

// Config is a configuration in which nothing can be used.
func (f *Folder) Config() string {
	return "theme: " + f.yaml("theme") + "\nlanguage: " + f.yaml("tongue") + "\n" + f.yaml("setting") + ": x\nwidth: " + f.yaml("width") +
		"\nkeys:\n  " + f.yaml("action") + ": [x]\n  quit: [" + f.yaml("press") + "]\n"
}
