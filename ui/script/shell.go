package script

import (
	"os/exec"

	"github.com/rogpeppe/go-internal/testscript"
)

// offered are programs for shells that write what the shell offers for the line
// in their first argument.
var offered = map[string]string{
	"fish": `dossier completion fish | source; complete -C "$argv[2]"`,
	"bash": `source <(dossier completion bash); compopt() { :; }
COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9; _dossier; printf '%s\n' "${COMPREPLY[@]}"`,
	// What is typed comes back first, and then what is completed.
	"zsh": `zmodload zsh/zpty zsh/zselect; zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; source <(dossier completion zsh); echo rea''dy'
zpty -r z out '*ready*'
zpty -w -n z "$1"$'\t'
for i in {1..100}; do zpty -r -t z out && all+=$out; [[ $all == *$1[[:alnum:]]* ]] && break; zselect -t 5; done
print -r -- "$all"; zpty -d z`,
}

// complete writes what a shell offers for a command line: complete SHELL LINE.
func complete(ts *testscript.TestScript, neg bool, args []string) {
	usage(ts, neg || len(args) != 2, "complete SHELL LINE")
	shell, line := args[0], args[1]
	if _, err := exec.LookPath(shell); err != nil {
		ts.Fatalf("there is no %s here: the condition [exec:%[1]s] is missing", shell)
	}
	ts.Check(ts.Exec(shell, "-c", offered[shell], "complete", line))
}
