package shapes

import "math"

var tables = Set{
	"wide table": func(n int) string {
		return upTo(n/3, "|a") + "|\n" + upTo(n/3, "|-") + "|\n" + upTo(n/3, "|b") + "|\n"
	},
	"tall table":             within("|a|b|c|\n|-|-|-|\n", "|1|2|3|\n", ""),
	"table of short rows":    func(n int) string { return head(100) + upTo(n, "|x\n") },
	"table to be filled":     func(n int) string { return head(int(math.Sqrt(float64(n)/8))) + upTo(n, "|x\n") },
	"table of escaped pipes": within("|a|b|\n|-|-|\n", "|`\\|`|`\\|\\|`|\n", ""),
	"table with a huge cell": within("|a|b|\n|-|-|\n|", "word ", "|x|\n"),
	"table with a long word": within("|a|b|\n|-|-|\n|", "w", "|x|\n"),
	"table of links": func(n int) string {
		return "|a|b|\n|-|-|\n" + counted(func(i int) string { return "|[t" + number(i) + "](http://x/" + number(i) + ")|b|\n" })(n)
	},
	"table under a long name": func(n int) string {
		return "|" + upTo(3*n/4, "name ") + "|b|\n|-|-|\n" + upTo(n/4, "|x|y|\n")
	},
	"many tables": repeated("|a|b|\n|-|-|\n|c|d|\n\n"),
	"pipes":       repeated("|"),
}

// head is the first two lines of a table.
func head(columns int) string { return upTo(2*columns, "|a") + "|\n" + upTo(2*columns, "|-") + "|\n" }
