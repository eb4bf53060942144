package articles

import (
	"path"
	"strconv"
	"strings"

	"dossier/model"
	"dossier/model/clean"
)

// assignIDs gives every article an id of its own. One that was stated is kept
// by the first who states it. The others have their path without its ending;
// with it where two would be the same; with a number where even that is taken,
// as by two names that differ in invisible characters only. paths are those of
// the files, "stdin" for a stream. It tells of the articles whose stated
// id was taken, without saying where.
func assignIDs(articles []model.Article, paths []string) (refused []remark) {
	taken := make(map[string]bool, len(articles))
	for i := range articles {
		a := &articles[i]
		if taken[a.ID] {
			refused = append(refused, remark{int32(i), model.Notice{
				Kind: model.AboutID, Text: "another article has the id " + a.ID + " too; this one goes by its path",
			}})
			a.ID = ""
		}
		taken[a.ID] = a.ID != ""
	}
	same := make(map[string]int, len(articles))
	for i := range articles {
		if articles[i].ID == "" {
			same[stem(paths[i])]++
		}
	}
	for i := range articles {
		if a := &articles[i]; a.ID == "" {
			a.ID = pathID(paths[i], same, taken)
			taken[a.ID] = true
		}
	}
	return refused
}

func pathID(file string, same map[string]int, taken map[string]bool) string {
	id := stem(file)
	if same[id] == 1 && id != "" && !taken[id] {
		return id
	}
	whole := clean.Line(file)
	if whole == "" {
		whole = "untitled"
	}
	id = whole
	for n := 2; taken[id]; n++ {
		id = whole + "-" + strconv.Itoa(n)
	}
	return id
}

// stem is a path without the ending of its last part. A name that is nothing
// but an ending keeps it.
func stem(file string) string {
	s := strings.TrimSuffix(file, path.Ext(file))
	if s == "" || strings.HasSuffix(s, "/") {
		s = file
	}
	return clean.Line(s)
}
