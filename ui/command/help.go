package command

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dossier/ui/message"
)

// Help is styled here and not by a library: it has to be plain in a pipe and
// cost nothing until it is asked for. The one that is made for Cobra takes over
// the exit status, believes the environment of the process, and asks the
// terminal for its colours by reading from standard input, which may be an
// article. Bold and underlined, as in a manual, needs no colours.

// helpLook is what turns the look of names and of their values on and off; the
// zero value leaves everything plain.
type helpLook struct{ name, value, end string }

// widestHelp is how wide help is at most: lines of prose are hard to follow
// beyond.
const widestHelp = 84

// help writes the help of a verb.
func (w World) help(cmd *cobra.Command) error {
	var look helpLook
	out, width := io.Writer(w.Out), widestHelp
	if w.Terminal {
		look, out = helpLook{"\x1b[1m", "\x1b[4m", "\x1b[m"}, w.coloured(w.Out)
	}
	if w.Terminal && w.Width > 0 {
		width = min(width, w.Width)
	}
	b := bufio.NewWriter(out)
	h := helper{b, width, look}
	h.prose(message.Now(cmd.Long))
	h.heading(message.Say("Usage"))
	for _, line := range usageLines(cmd) {
		fmt.Fprintln(b, "  "+line)
	}
	h.verbs(cmd)
	h.flags(cmd)
	if cmd.Example != "" {
		h.heading(message.Say("Examples"))
		fmt.Fprintln(b, cmd.Example)
	}
	return b.Flush()
}

// usageLines are the ways to call a verb.
func usageLines(cmd *cobra.Command) []string {
	line := strings.TrimSpace(strings.TrimPrefix(cmd.UseLine(), cmd.CommandPath()))
	line = strings.TrimSuffix(line, " [flags]")
	if !cmd.HasAvailableSubCommands() {
		return []string{cmd.CommandPath() + " " + line}
	}
	return []string{cmd.CommandPath() + " " + line, cmd.CommandPath() + " VERB …"}
}

// helper sets the parts of a help text.
type helper struct {
	w     io.Writer
	width int
	look  helpLook
}

func (h helper) heading(name string) {
	fmt.Fprintln(h.w, "\n"+h.look.name+strings.ToUpper(name)+h.look.end)
}

// prose sets paragraphs anew for the width, and columns of names and what they
// mean; what else is indented stays as it is.
func (h helper) prose(text string) {
	for i, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if i > 0 {
			fmt.Fprintln(h.w)
		}
		if rows := columns(p); rows != nil {
			h.pairs(rows)
			continue
		}
		if !strings.HasPrefix(p, " ") {
			p = strings.Join(wrapped(p, h.width), "\n")
		}
		fmt.Fprintln(h.w, p)
	}
}

// columns are the names and meanings of an indented list, or else none.
func columns(paragraph string) (rows [][2]string) {
	for line := range strings.SplitSeq(paragraph, "\n") {
		name, text, found := strings.Cut(strings.TrimSpace(line), "  ")
		if !strings.HasPrefix(line, "  ") || !found {
			return nil
		}
		rows = append(rows, [2]string{name, strings.TrimSpace(text)})
	}
	return rows
}

func (h helper) verbs(cmd *cobra.Command) {
	var rows [][2]string
	for _, c := range ordered(cmd) {
		rows = append(rows, [2]string{c.Name(), message.Now(c.Short)})
	}
	if len(rows) > 0 {
		h.heading(message.Say("Verbs"))
		h.pairs(rows)
	}
}

func (h helper) flags(cmd *cobra.Command) {
	var rows [][2]string
	for _, r := range flagRows(cmd, message.Now) {
		rows = append(rows, [2]string{r.label(), r.usage})
	}
	if len(rows) > 0 {
		h.heading(message.Say("Flags"))
		h.pairs(rows)
	}
}

// flagRow is a flag as it is told of.
type flagRow struct{ short, name, value, usage string }

// usageOf is what a flag's value is called, and what the flag does.
func usageOf(f *pflag.Flag, say func(english string) string) (value, usage string) {
	said := *f
	said.Usage = say(f.Usage)
	value, usage = pflag.UnquoteUsage(&said)
	if all := f.Annotations[choicesKey]; len(all) > 0 {
		usage += " " + strings.Join(all, ", ")
	}
	return value, usage
}

// label is the flag as it is typed.
func (r flagRow) label() string {
	s := "    --" + r.name
	if r.short != "" {
		s = "-" + r.short + ", --" + r.name
	}
	return strings.TrimRight(s+" "+r.value, " ")
}

// choicesKey is where a flag has its choices.
const choicesKey = "choices"

// choices tells of the values that a flag takes: its help, and a shell.
func choices(cmd *cobra.Command, flag string, values []string) {
	cobra.CheckErr(cmd.Flags().SetAnnotation(flag, choicesKey, values))
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)))
}

// flagRows are the flags that are a verb's own, with their help as say has it.
func flagRows(cmd *cobra.Command, say func(english string) string) (rows []flagRow) {
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			value, usage := usageOf(f, say)
			rows = append(rows, flagRow{f.Shorthand, f.Name, value, usage})
		}
	})
	return rows
}

// pairs sets names at the left and what they mean at the right of them, or below
// where there is no room.
func (h helper) pairs(rows [][2]string) {
	left := 0
	for _, r := range rows {
		left = max(left, ansi.StringWidth(r[0]))
	}
	margin, room := left+4, h.width-left-4
	below := room < 24
	if below {
		margin, room = 6, h.width-6
	}
	for _, r := range rows {
		text := strings.Join(wrapped(r[1], room), "\n"+strings.Repeat(" ", margin))
		between := strings.Repeat(" ", left-ansi.StringWidth(r[0])+2)
		if below {
			between = "\n" + strings.Repeat(" ", margin)
		}
		fmt.Fprintln(h.w, "  "+h.label(r[0])+between+text)
	}
}

// label sets a name in bold, and the value that it takes underlined.
func (h helper) label(s string) string {
	name := strings.TrimRightFunc(s, unicode.IsUpper)
	set := h.look.name + name + h.look.end
	if value := s[len(name):]; value != "" {
		set += h.look.value + value + h.look.end
	}
	return set
}

// wrapped breaks a text at its spaces, though not at those that are not to be
// broken at, for lines of a width; a longer word has a line of its own.
func wrapped(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' }) {
		if line != "" && ansi.StringWidth(line+" "+word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}

// ordered are the verbs in the order in which help lists them: what is asked
// first, what keeps the program itself last, the others between.
func ordered(root *cobra.Command) []*cobra.Command {
	first := []string{"list", "show", "facets", "cuts", "export"}
	last := []string{"config", "schema", "completion", "man", "licenses", "help"}
	rank := func(c *cobra.Command) int {
		if i := slices.Index(first, c.Name()); i >= 0 {
			return i - len(first)
		}
		return slices.Index(last, c.Name()) + 1
	}
	all := slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return !c.IsAvailableCommand() && c.Name() != "help" })
	slices.SortStableFunc(all, func(a, b *cobra.Command) int { return rank(a) - rank(b) })
	return all
}
