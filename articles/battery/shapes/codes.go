package shapes

var codes = Set{
	"indented code":           repeated("\ta\n"),
	"code on one line":        within("```\n", "a", "\n```\n"),
	"open fences":             repeated("```a\n"),
	"statements on one line":  within("```js\n", "a=b+1;", "\n```\n"),
	"less-thans in code":      within("```html\n", "<", "\n```\n"),
	"unclosed quotes in code": within("```python\n", "\"", "\n```\n"),
	"open shells in code":     within("```bash\n", "$(", "\n```\n"),
	"pairs in code":           within("```yaml\n", "a: b\n", "\n```\n"),
	"text in code":            within("```markdown\n", "*a _b ", "\n```\n"),
	"spaces in code":          within("```c\n", "    \n", "```\n"),
	"code that never ends":    repeated("```jungle\n-\n```\n\n```jsonata\n\"\n```\n\n"),
}
