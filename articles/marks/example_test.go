package marks_test

import (
	"fmt"
	"os"

	"dossier/articles/marks"
	"dossier/model/mark"
)

func Example() {
	state, err := os.MkdirTemp("", "state")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(state)
	dir := marks.Dir([]string{"XDG_STATE_HOME=" + state})
	bodies := map[string]string{"cloud": "Text of an article."}

	s, notices := marks.Open(dir, marks.Key())
	star := mark.Star("cloud", true)
	star.Content = mark.Sum(bodies["cloud"])
	fmt.Println(len(notices), s.Set(star, mark.Note("cloud", "Check the date.")))
	fmt.Println(s.Close())

	bodies = map[string]string{"renamed": "Text of an article."}
	s, _ = marks.Open(dir, marks.Key())
	fmt.Println(s.Follow([]string{"renamed"}, func(id string) string { return mark.Sum(bodies[id]) }))
	fmt.Println(s.Get("renamed").Starred, s.Get("renamed").Note)
	undone, err := s.Undo() // what an earlier run did stays
	fmt.Println(len(undone), err, s.Close())
	// Output:
	// 0 <nil>
	// <nil>
	// 1 <nil>
	// true Check the date.
	// 0 <nil> <nil>
}
