package detect

import (
	"strings"
	"unicode"
)

// isFurniture reports a line that a page puts around an article: share buttons,
// advertising, picture credits, comment counts, prompts.
func isFurniture(s string) bool {
	if len(s) > longest && s[0] != 0xc2 {
		return false
	}
	folded := strings.ToLower(s)
	return isListMark(s) || isPrice(folded) || isCredit(folded) || isCount(folded) || isPrompt(folded) || isBreadcrumb(s)
}

// longest bounds what can be furniture, in bytes; a copyright line (it starts with
// ©, whose first byte is 0xc2) may be longer.
const longest = 700

// isListMark: a bullet is part of a menu or of share buttons.
func isListMark(s string) bool {
	return strings.HasPrefix(s, "•") || strings.HasPrefix(s, "©") || strings.HasPrefix(s, "→") || strings.HasPrefix(s, "▶") || strings.HasPrefix(s, "http")
}

// isPrice: a line with a price is an offer, unless it is as long as a sentence.
func isPrice(s string) bool {
	if words(s) > 9 {
		return false
	}
	digits := strings.ContainsFunc(s, unicode.IsDigit)
	return digits && strings.ContainsAny(s, "€$£¥₹₽₺₩") && hasCurrency(s)
}

// hasCurrency asks for a digit next to the sign, and for two decimals or a word
// of offers, so that "$1bn deal" stays a headline.
func hasCurrency(s string) bool {
	for i := 0; i+3 <= len(s); i++ {
		if (s[i] == ',' || s[i] == '.') && i > 0 && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && (i+3 == len(s) || !isDigit(s[i+3])) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isCredit: who took the picture or where it comes from.
func isCredit(s string) bool {
	for _, p := range credits {
		if rest, ok := strings.CutPrefix(s, p); ok && rest != "" && strings.ContainsAny(rest[:1], ":/ ©") {
			if rest[0] != ' ' || strings.Contains(rest, ":") && strings.Index(rest, ":") < 12 {
				return true
			}
		}
	}
	for _, p := range [...]string{"quelle: ", "(foto", "(photo", "(bild", "(image", "(p.c", "getty images", "cc by", "cc0", "source: ", "фото: ", "foto: ", "photo: ", "image credit"} {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

var credits = [...]string{"bild", "foto", "fotos", "photo", "photos", "image", "picture", "quelle", "source", "credit", "crédit", "crédits", "crédit photo", "fuente", "imagen", "fonte", "immagine", "imagem", "bron", "beeld", "kilde", "källa", "kuva", "zdroj", "źródło", "fot.", "forrás", "kép", "sursa", "kaynak", "фото", "источник", "джерело", "写真", "図", "图", "圖", "来源", "來源", "사진", "출처", "المصدر", "صورة"}

// isCount: "87 Kommentare", "12 shares", "3 min read".
func isCount(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 4 || !isNumber(strings.Trim(fields[0], "().,k+")) {
		return false
	}
	return containsAny(s, countables[:])
}

var countables = [...]string{"kommentar", "comment", "comentari", "coment", "share", "likes", "views", "min", "reactie", "reakt", "komentar", "komentář", "komentarz", "комментар", "коментар", "hozzászólás", "yorum", "コメント", "评论", "評論", "댓글", "تعليق"}

// isPrompt: what a page asks its reader to do, or labels its own parts with.
func isPrompt(s string) bool {
	label := strings.TrimRight(s, ": .!…")
	for _, p := range labels {
		if label == p {
			return true
		}
	}
	for _, p := range prompts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

var labels = [...]string{"anzeige", "anzeigen", "werbung", "advertisement", "advertisements", "sponsored", "ad", "ads", "publicité", "annonce", "publicidad", "pubblicità", "publicidade", "advertentie", "reklama", "реклама", "reklam", "mainos", "hirdetés", "publicitate", "iklan", "広告", "广告", "廣告", "광고", "إعلان",
	"teilen", "drucken", "share", "print", "partager", "imprimer", "compartir", "condividi", "compartilhar", "delen", "udostępnij", "sdílet", "поделиться", "поділитися", "dela", "del", "jaa", "megosztás", "paylaş", "bagikan", "共有", "分享", "공유",
	"tags", "menu", "home", "startseite", "accueil", "inicio", "login", "anmelden", "subscribe", "facebook", "twitter", "whatsapp", "e-mail", "email", "telegram", "linkedin", "add comment", "about the author", "read more", "mehr", "weiterlesen", "lire la suite", "skip to content", "skip to main content", "zum inhalt springen", "aller au contenu"}

var prompts = [...]string{"artikel teilen", "share this", "share on", "teilen per", "partager sur", "partager cet", "compartir en", "condividi su", "klicken sie", "click here", "cliquez ici", "haga clic", "newsletter", "jetzt abonnieren", "subscribe now", "sign up", "abonnez-vous", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos", "lesen sie auch", "read also", "lire aussi", "lea también", "leggi anche", "leia também", "lees ook", "czytaj też", "читайте также", "читайте також", "cookie", "javascript", "post a comment", "leave a reply", "estimated reading", "min read", "lesezeit", "temps de lecture", "tiempo de lectura", "zuletzt aktualisiert", "last updated", "updated:", "published:", "posted on", "veröffentlicht am", "publié le"}

// isBreadcrumb: "Home > Tech > Networks".
func isBreadcrumb(s string) bool {
	return words(s) <= 8 && (strings.Contains(s, " > ") || strings.Contains(s, " » ") || strings.Contains(s, " › "))
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
