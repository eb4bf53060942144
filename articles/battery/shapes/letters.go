package shapes

// letters are texts without any markup, whose letters or lengths are the harm.
var letters = Set{
	"one word":              repeated("a"),
	"one line":              repeated("word "),
	"spaces":                within("a", " ", "b"),
	"tabs":                  within("a", "\t", "b"),
	"hyphens":               within("a", "-", ""),
	"sentences":             repeated("Amazon said. "),
	"full stops":            repeated("."),
	"capitals":              repeated("Aa Bb "),
	"names":                 counted(func(i int) string { return "Ann" + letter(i) + " Bob" + letter(i/26) + " said. " }),
	"a name, over and over": repeated("Amazon and Apple "),
	"cuts":                  repeated("Amazon cut ties with Parler on Monday. "),
	"quotes":                repeated("“Amazon "),
	"brackets of names":     repeated("(Amazon "),
	"commas":                repeated("Amazon, "),
	"digits":                repeated("1"),
	"days":                  repeated("2021-01-08 "),
	"families":              repeated("👨‍👩‍👧‍👦"),
	"joiners":               within("a", "\u200d", ""),
	"spaces of no width":    within("a", "\u200b", ""),
	"marks":                 within("e", "\u0301", ""),
	"variation selectors":   repeated("\ufe0f "),
	"flags":                 repeated("🇦"),
	"Korean":                repeated("아마존은 "),
	"Thai":                  repeated("สำคัญ"),
	"Devanagari":            repeated("क्षत्रिय "),
	"invalid bytes":         repeated("\xff\xfe"),
	"escapes":               within("a", "\x1b", ""),
	"open sequences":        repeated("\x1b[1;"),
	"an open command":       within("a\x1b]0;", "x", ""),
	"open commands":         repeated("\x1b]"),
	"NULs":                  within("a", "\x00", ""),
	"returns":               repeated("a\r"),
}

func letter(i int) string { return string(rune('a' + i%26)) }
