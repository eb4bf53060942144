package terminal

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dossier/model/clean"
	"dossier/model/mark"
	"dossier/ui/message"
	"dossier/ui/wording"
)

// note is one that is being edited.
type note struct {
	article int32
	id      string
	before  string
	file    string // that the editor has it in; empty without one
}

// begun: a note is ready to be edited.
type begun struct {
	note note
	err  error
}

// edited: the reader has done with a note.
type edited struct {
	note note
	text string
	err  error
}

// noteOn is the note on article i.
func (p *program) noteOn(i int32) string {
	if p.kept == nil || !p.shelf.HasNote(i) {
		return ""
	}
	return p.kept.Get(p.shelf.Article(i).ID).Note
}

// editNote lets the reader write on the article in view, or else under the
// cursor: in the editor of the environment, or in a panel where there is none.
func (p *program) editNote() tea.Cmd {
	i, ok := p.current()
	if !ok || !p.keeps() {
		return nil
	}
	marks, n := p.kept, note{article: i, id: p.shelf.Article(i).ID}
	n.before = marks.Get(n.id).Note
	if p.editor("") == nil {
		return p.write(n) // at once, as the next key is text
	}
	dir := p.variable("TMPDIR")
	p.editing = editorBegins
	return p.chores.add(func() tea.Msg {
		var err error
		n.before = marks.Get(n.id).Note
		n.file, err = writeNote(dir, n.before)
		return begun{n, err}
	})
}

// editor is the reader's own editor and its arguments, the last of which is a
// file; nil if there is none. No shell reads VISUAL and EDITOR: they are split
// at their spaces, unless there is a program with these in its name.
func (p *program) editor(file string) []string {
	for _, name := range [...]string{"VISUAL", "EDITOR"} {
		value := strings.TrimSpace(p.variable(name))
		if value == "" {
			continue
		}
		if _, err := exec.LookPath(value); err == nil {
			return []string{value, file}
		}
		return append(strings.Fields(value), file)
	}
	return nil
}

// variable is what the environment says last.
func (p *program) variable(name string) (value string) {
	for _, e := range p.options.Env {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			value = v
		}
	}
	return value
}

// writeNote writes a note to a file of its own in a folder that nobody else may
// look into, below temp or where the system has such folders.
func writeNote(temp, text string) (file string, err error) {
	dir, err := os.MkdirTemp(temp, "dossier-note-")
	if err != nil {
		return "", message.Error("the note cannot be given to the editor: %v", err)
	}
	if text != "" {
		text += "\n"
	}
	file = filepath.Join(dir, "note.md")
	if err = os.WriteFile(file, []byte(text), 0o600); err != nil {
		return "", errors.Join(message.Error("the note cannot be given to the editor: %v", err), os.RemoveAll(dir))
	}
	return file, nil
}

func (p *program) onBegun(msg begun) tea.Cmd {
	if p.editing = editorRuns; msg.err != nil {
		p.message = clean.Line(msg.err.Error())
		return afterEditor()
	}
	n, words := msg.note, p.editor(msg.note.file)
	if _, err := exec.LookPath(words[0]); err != nil {
		// The terminal is not given up for a program that is not there.
		return func() tea.Msg { return readNote(n, err) }
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Env = p.options.Env
	if _, isFile := p.options.In.(*os.File); p.options.In != nil && !isFile {
		cmd.Stdin = strings.NewReader("") // keys that are no file cannot be handed on
	}
	return tea.Exec(guest{cmd, p.job}, func(err error) tea.Msg { return readNote(n, err) })
}

// mostTaken bounds what is read of a note, in bytes. What is beyond the length
// that can be kept is refused, and not lost.
const mostTaken = 1 << 20

// readNote reads what the editor left. One that failed, as it does when the
// reader wants to give up, leaves the note as it was.
func readNote(n note, failed error) edited {
	file, err := os.Open(n.file)
	if err != nil {
		return edited{note: n, text: n.before, err: err}
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, mostTaken))
	if failed != nil {
		err = message.Error("the editor failed: %v; the note is as it was", failed)
	}
	return edited{n, string(text), err}
}

// onEdited takes a note from the editor, which is done with the keys.
func (p *program) onEdited(msg edited) tea.Cmd { return tea.Batch(p.keepNote(msg), afterEditor()) }

// keepNote keeps a note. Its file is removed only when it is kept.
func (p *program) keepNote(msg edited) tea.Cmd {
	n, text := msg.note, strings.TrimRight(clean.Text(msg.text), " \t\n")
	switch same := text == n.before; {
	case msg.err != nil && !same:
		p.message = clean.Line(message.Say("%v, what you wrote is in %s", msg.err, n.file))
		return nil
	case msg.err != nil:
		p.message = clean.Line(msg.err.Error())
		return n.removal()
	case same:
		p.message = message.Say("the note is as it was")
		return n.removal()
	}
	ctx, marks, library := p.ctx, p.kept, p.shelf.library
	return p.chores.add(func() tea.Msg {
		marks.Refresh() // where it fails, so does what follows
		text = n.with(marks.Get(n.id).Note, text)
		c := mark.Note(n.id, text)
		if body, err := library.Text(ctx, int(n.article)); err == nil {
			c.Content = mark.Sum(body.Body)
		}
		err := marks.Set(c)
		if marks.Get(n.id).Note != text {
			return noted{note: n, refused: err}
		}
		n.remove()
		return noted{n, text, err, nil}
	})
}

// with is a note and what another program wrote on the same article meanwhile.
func (n note) with(other, text string) string {
	if other == n.before || other == text || other == "" {
		return text
	}
	return text + "\n\n(" + message.Say("written elsewhere meanwhile:") + ")\n" + other
}

// remove takes away what was written for the editor.
func (n note) remove() {
	if n.file != "" {
		os.RemoveAll(filepath.Dir(n.file)) // what stays is the reader's own, in a private folder
	}
}

func (n note) removal() tea.Cmd {
	return func() tea.Msg { n.remove(); return nil }
}

// noted: a note counts, though it may not be saved; or it cannot be kept.
type noted struct {
	note    note
	text    string
	err     error
	refused error
}

func (p *program) onNoted(msg noted) tea.Cmd {
	if msg.refused != nil {
		p.message = clean.Line(wording.Told(msg.refused.Error()))
		if msg.note.file != "" {
			p.message += clean.Line(message.Say("; it is in %s", msg.note.file))
		}
		return nil
	}
	said := message.Say("note kept; has:note lists articles with one")
	if msg.text == "" {
		said = message.Say("note taken away")
	}
	p.message = ""
	p.onSaved(saved{msg.err, p.later(said)})
	p.shelf.mark(msg.note.article, mark.Note(msg.note.id, msg.text))
	delete(p.list.Snippets, msg.note.article) // it may be a piece of the note as it was
	return tea.Batch(p.layOutAgain(), p.snip())
}
