package command

import "dossier/ui/message"

// speak chooses the language of messages: the configuration's, else the
// environment's. The configuration is read here once for all.
func (w *World) speak() {
	message.Follow(w.Env)
	read := w.Config.Read()
	c, notices := read.Load()
	if c.Language != "" && c.Language != message.Auto {
		message.Use(c.Language)
	}
	if len(notices) > 0 {
		read = w.Config.Read() // now in that language
	}
	w.Config = read
}
