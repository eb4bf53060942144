package terminal

import (
	"fmt"
	"strings"
	"time"

	"dossier/model"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// passes says what is done in each pass over a dossier's files.
var passes = [...]message.Text{
	model.Idle:      "",
	model.Comparing: "looking for changes",
	model.Listing:   "listing",
	model.Indexing:  "indexing words",
	model.Detecting: "detecting facts",
}

// progressText says how far the dossier has been read: what is done, how many
// files of how many, per cent, and the time left.
func progressText(p model.Progress) string {
	parts := []string{passes[p.Pass].String()}
	switch {
	case p.Total > 0:
		parts = append(parts, message.Say("%d of %d", p.Done, p.Total), wording.Percent(100*p.Done/p.Total))
	case p.Done > 0:
		parts = append(parts, wording.Number(p.Done))
	}
	if p.Left >= time.Second {
		parts = append(parts, message.Say("about %s left", roundTime(p.Left)))
	}
	return strings.Join(parts, " · ")
}

func roundTime(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%d s", int(d.Seconds()))
	}
	return fmt.Sprintf("%d min", int(d.Minutes()+0.5))
}
