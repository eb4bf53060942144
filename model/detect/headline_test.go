package detect

import (
	"strings"
	"testing"

	"dossier/model"
)

const prose = "The network went dark on Monday after its host switched the servers off, and nobody at the company could say when it would be back. Two suppliers confirmed that they had ended their contracts as well."

func TestHeadline(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"nothing", "", ""},
		{"blank", "\n \n\t\n", ""},
		{"headline above prose", "A network loses its host\n\n" + prose, "A network loses its host"},
		{"kicker above", "Technology\n\nA network loses its host overnight\n\n" + prose, "A network loses its host overnight"},
		{"inline kicker kept", "Networks: host pulls the plug\n\n" + prose, "Networks: host pulls the plug"},
		{"twice", "News\nA network loses its host\nJane Roe\nA network loses its host\n\n" + prose, "A network loses its host"},
		{"advertising line", "Our app, 1 month for only 0,99 €\nAnzeige\n\nA network loses its host\n\n" + prose, "A network loses its host"},
		{"share buttons twice", "• Share this article:\n• Share this article:\nA network loses its host\n\n" + prose, "A network loses its host"},
		{"lead is no headline", "A network loses its host\n\nIts chief hopes for a return within days.\n\n" + prose, "A network loses its host"},
		{"a question", "Will the network ever return?\n\n" + prose, "Will the network ever return?"},
		{"none", prose, "The network went dark on Monday after its host switched the servers off, and nobody at the company…"},
		{"machine prefix", " date 2021-01 The network is gone. " + prose, "The network is gone."},
		{"one paragraph", "It rained. Then it stopped.", "It rained."},
		{"chinese", "平台失去主机服务\n\n周一，该平台因服务商切断服务器而下线，公司没有人能说出何时恢复。另有两家供应商确认已终止合同，并表示不会再与该平台合作，原因是内容审核不力。", "平台失去主机服务"},
		{"chinese sentence", "周一下线了。公司没有人能说出何时恢复。", "周一下线了。"},
		{"poem", "The wind has gone\nand with it all the leaves\nI stay", "The wind has gone"},
		{"initials and ordinals", "Am 6. Januar sprach J. Matze mit Dr. Roe. Danach war Ruhe.", "Am 6. Januar sprach J. Matze mit Dr. Roe."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, at := Headline(tt.body)
			if got != tt.want {
				t.Fatalf("got %q, want %q", got, tt.want)
			}
			in := strings.Join(strings.Fields(tt.body[at.Start:at.End]), " ")
			if in != strings.TrimSuffix(tt.want, "…") {
				t.Errorf("range holds %q", in)
			}
		})
	}
}

func FuzzHeadline(f *testing.F) {
	for _, s := range []string{"", "A\n\n" + prose, " date 2021-01 x", "。。", "\xe2\x80\xa6", "1. a\n2. b", strings.Repeat("字", 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		body = strings.ToValidUTF8(body, "?")
		title, at := Headline(body)
		if strings.ContainsAny(title, "\n\t") {
			t.Errorf("title of several lines: %q", title)
		}
		if at.Start < 0 || at.Start > at.End || at.End > len(body) {
			t.Fatalf("range %v of %d bytes", at, len(body))
		}
		if d := PageOf(body).Date(); !d.IsZero() {
			if again, err := model.ParseDate(d.String()); err != nil || again != d {
				t.Errorf("date %v", d)
			}
		}
		if a := PageOf(body).Author(); a != strings.TrimSpace(a) || strings.Contains(a, "\n") {
			t.Errorf("author %q", a)
		}
		if hasLetter(body) == (title == "") {
			t.Errorf("title %q of %q", title, body)
		}
		if in := oneLine(body[at.Start:at.End]); in != strings.TrimSuffix(title, "…") && in != title {
			t.Errorf("title %q, range holds %q", title, in)
		}
	})
}
