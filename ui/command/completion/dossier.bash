# Completion for dossier in bash.
#
# What an article holds is foreign text. It gets onto the command line only in
# such a way that the shell takes all of it for letters, also where several
# values have their beginning in common; and no word of the line is run.

_dossier() {
	local tab=$'\t' line=${COMP_LINE:0:COMP_POINT}
	local word='' started='' quote='' open=0 raw=0 i c
	local -a words
	words=()

	# The words of the line as the program would get them. Of the last one also
	# whether a quote is open, and how much of it stands before that.
	for ((i = 0; i < ${#line}; i++)); do
		c=${line:i:1}
		case $quote$c in
		\'\' | \"\") quote='' ;;
		\' | \") quote=$c open=${#word} started=1 ;;
		\\ | \"\\) i=$((i + 1)) word+=${line:i:1} started=1 ;;
		' ' | "$tab")
			[[ $started ]] && words+=("$word")
			word='' started='' open=0 raw=$((i + 1))
			;;
		*) word+=$c started=1 ;;
		esac
	done
	for ((i = 0; i < ${#words[@]}; i++)); do
		case ${words[i]} in '~/'*) words[i]=$HOME${words[i]:1} ;; esac
	done

	local out directive
	out=$("${words[0]}" __complete "${words[@]:1}" "$word" 2>/dev/null)
	directive=${out##*:}
	out=${out%:*}
	case $directive in '' | *[!0-9]*) return ;; esac
	if [[ $(type -t compopt) == builtin ]]; then
		((directive & 2)) && compopt -o nospace
		((directive & 4)) && compopt +o default
	fi

	# Bash replaces what follows an open quote, or else the last of its breaks.
	local flag='' breaks=''
	case $word in --*=*) flag=${word%%=*}= ;; esac
	if [[ -z $quote ]]; then
		case $COMP_WORDBREAKS in *:*) breaks+=: ;; esac
		case $COMP_WORDBREAKS in *=*) breaks+='=' ;; esac
		raw=${line:raw}
		case $raw in
		*[$breaks]*) raw=${raw##*[$breaks]} c=${word##*[$breaks]} open=$((${#word} - ${#c})) ;;
		*) open=0 ;;
		esac
	fi

	local value about longest=0
	local -a values abouts
	values=() abouts=()
	while IFS= read -r value; do
		[[ $value ]] || continue
		case $value in *"$tab"*) about=${value#*"$tab"} ;; *) about= ;; esac
		value=$flag${value%%"$tab"*}
		[[ $value == "$word"* ]] || continue
		value=${value:open}
		values+=("$value") abouts+=("$about")
		((${#value} > longest)) && longest=${#value}
	done <<<"$out"

	COMPREPLY=()
	for ((i = 0; i < ${#values[@]}; i++)); do
		value=${values[i]} about=${abouts[i]}
		if ((COMP_TYPE == 63)); then # to be looked at, not to be written
			[[ $about ]] && printf -v value '%s%*s  (%s)' "$value" $((longest - ${#value})) '' "$about"
		elif [[ $quote == \' ]]; then
			value=${value//\'/\'\\\'\'}
		elif [[ $quote ]]; then
			case $value in *!*) continue ;; esac # history, which nothing keeps out here
			for c in \\ \" \$ \`; do value=${value//"$c"/\\"$c"}; done
		else
			printf -v value %q "$value"
		fi
		COMPREPLY+=("$value")
	done
}

complete -o default -F _dossier dossier
