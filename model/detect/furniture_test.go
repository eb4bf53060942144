package detect

import (
	"strings"
	"testing"
)

// toClean makes of any bytes what the door of the program lets through.
func toClean(s string) string { return strings.ReplaceAll(strings.ToValidUTF8(s, "?"), "\r", "\n") }

// TestIsFurniture: what pages print around articles, in many languages.
func TestIsFurniture(t *testing.T) {
	for _, s := range []string{
		"Anzeige", "ADVERTISEMENT", "[Publicité]", "Реклама", "広告", "إعلان", "• Facebook", "Teilen", "Share this article", "Partager sur Twitter",
		"Поделиться в соцсетях", "12 Kommentare", "Kommentare (212)", "Comments: 14", "3 min read", "14 комментариев", "87 yorum",
		"Lesen Sie auch: Was die Sperre bedeutet", "READ MORE: Ten charts", "Lire aussi : Qui paie ?", "Leggi anche – La storia", "Читайте также: Кто следующий",
		"Läs också: Det här vet vi", "Baca juga: Kronologi", "▶ 看更多:懶人包", "Explained | What a host does",
		"Foto: Jane Roe/dpa", "Photo: Jane Roe", "Bild: ABC | CC0 1.0", "(Foto: dpa)", "Kuva: Lehtikuva", "Фото: ТАСС", "写真＝ロイター", "The servers of the network. Source: dpa", "Der Chef vor Gericht (Foto: Jana Weil)",
		"© 2021 The Harbour Express. All rights reserved.", "Copyright © 2021 Example", "→ Mehr dazu hier", "https://example.org/a-b",
		"Sign up for our newsletter and get the day's stories in your inbox every morning.", "Jetzt abonnieren!", "Подписывайтесь на наш канал", "Follow us on Twitter", "购买请点击这里",
		"Updated on 11 January 2021 at 10:00", "Stand: 11.01.2021, 10:00 Uhr", "Publié le 9 janvier 2021", "입력 2021.01.11. 오후 6:12", "発表: 公開日 2021年1月11日"[len("発表: "):],
		"(Reporting by Jane Roe; editing by John Doe)", "Mit Material von dpa", "Home > Tech > Networks", "Our app, 1 month for only 0,99 €", "Leave a comment", "Estimated reading time: 3 minutes",
	} {
		if !isFurniture(s) {
			t.Errorf("%q is taken for the article's own", s)
		}
	}
}

// TestIsNoFurniture: prose, headlines and lists that sound like it.
func TestIsNoFurniture(t *testing.T) {
	for _, s := range []string{
		"Apple wants browsers to block third-party cookies, and its rivals do not.",
		"Nobody could sign up for the network any more on Sunday evening.",
		"The company declined to leave a trace of the comments that had been published on its site.",
		"公司没有发表评论。", "12 administrators resigned on Monday.", "The $1bn deal is off",
		"• Amazon: hosting, ended on Sunday", "• The firm has lost its app, its host and its lawyers.",
		"Published on Sunday, the letter asked the company to explain why it had kept the account.",
		"Das Video: Es zeigt, wie die Menge in das Gebäude eindringt und niemand sie aufhält.",
		"Die Quelle: ein früherer Mitarbeiter, der seinen Namen nicht nennen will und seit Jahren schweigt.",
		"Wie es weitergeht", "Hintergrund", "Interview", "He said: no.", "Er sagte: „Wir kommen wieder.“",
		"8. Januar: Google nimmt die App aus dem Laden.", "It was 10:00 when the servers went dark.",
		"The newsletter of the movement was printed in Idaho, said its editor in a long interview with this paper.",
	} {
		if isFurniture(s) {
			t.Errorf("%q is taken for furniture", s)
		}
	}
}

// TestOtherArticles: a list of teasers is furniture, the heading below it and the
// text around it are not.
func TestOtherArticles(t *testing.T) {
	body := "A network loses its host\n\n" + prose + "\n\nRead also\nThe other article\nWhat is a host?\n\n" + prose + "\n\nWhat comes next\n\n" + prose + " Read also is no label here."
	got := ""
	for _, p := range Furniture(body) {
		got += body[p.Start:p.End] + ";"
	}
	if want := "Read also\nThe other article\nWhat is a host?;"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	body = "A network loses its host\n\n" + prose + "\n\nRead also\n\nThe other article\n\nWhat comes next\n\n" + prose
	got = ""
	for _, p := range Furniture(body) {
		got += body[p.Start:p.End] + ";"
	}
	if want := "Read also\n\nThe other article;"; got != want {
		t.Errorf("with blank lines got %q, want %q", got, want)
	}
}

func BenchmarkFurniture(b *testing.B) {
	for _, lang := range []string{"en", "ru", "ja"} {
		var text strings.Builder
		for _, c := range peopleCases(b) {
			if c.lang == lang {
				text.WriteString(c.body + "\n")
			}
		}
		body := strings.Repeat(text.String()+"\n", 1+1<<18/max(1, text.Len()))
		b.Run(lang, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			for b.Loop() {
				Furniture(body)
			}
		})
	}
}
