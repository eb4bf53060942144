package terminal

import (
	"os"

	tea "charm.land/bubbletea/v2"

	"dossier/model/clean"
	"dossier/model/fault"
	"dossier/ui/message"
)

// guarded is the program as Bubble Tea runs it. A fault in it, in a command or in
// the background ends it in good order: Bubble Tea would end it by itself, but
// not for all of these, and write what an article may have to do with onto the
// terminal as it is.
type guarded struct {
	*program
	send  func(tea.Msg)
	drawn tea.View
	fault *fault.Fault // the first; nil if all is well
}

func (g *guarded) Init() (cmd tea.Cmd) {
	defer func() { g.catch(fault.Of(recover()), &cmd) }()
	return watched(g.program.Init())
}

func (g *guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	defer func() { g.catch(fault.Of(recover()), &cmd) }()
	if f, ok := msg.(*fault.Fault); ok {
		g.catch(f, &cmd)
		return g, cmd
	}
	_, cmd = g.program.Update(msg)
	return g, watched(cmd)
}

// View draws what was drawn last where that cannot be done.
func (g *guarded) View() (v tea.View) {
	defer func() {
		if f := fault.Of(recover()); f != nil {
			g.fault, v = f, g.drawn
			go g.send(f)
		}
	}()
	if g.fault == nil {
		g.drawn = g.program.View()
	}
	return g.drawn
}

func (g *guarded) catch(f *fault.Fault, cmd *tea.Cmd) {
	if f == nil {
		return
	}
	if g.fault == nil {
		g.fault = f
	}
	*cmd = tea.Quit
}

// watched turns a fault of a command into a message.
func watched(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if f := fault.Of(recover()); f != nil {
				msg = f
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = watched(batch[i])
			}
		}
		return msg
	}
}

// finish keeps what there is to be kept, and tells of a fault. What led to it
// goes to a file: it is long, and who can mend it is elsewhere.
func (g *guarded) finish() error {
	func() {
		defer func() {
			if f := fault.Of(recover()); f != nil && g.fault == nil {
				g.fault = f
			}
		}()
		g.program.finish()
	}()
	if g.fault == nil {
		return nil
	}
	what := message.Error("dossier has a fault: %s; what you marked is kept", clean.Line(g.fault.Error()))
	file, err := os.CreateTemp(g.variable("TMPDIR"), "dossier-fault-*.txt")
	if err != nil {
		return what
	}
	defer file.Close()
	if _, err := file.WriteString(g.fault.Error() + "\n\n" + string(g.fault.Stack)); err != nil {
		return what
	}
	return message.Error("dossier has a fault: %s; what you marked is kept, and what led to it is in %s", clean.Line(g.fault.Error()), file.Name())
}
