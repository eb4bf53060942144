package webpage

import (
	"iter"
	"strings"
	"sync"
	"unicode"
)

// purpose is what the class, id and role of an element say it is for.
type purpose uint8

const (
	nothing   purpose = iota
	furniture         // menus, share bars, comments, related articles
	imposed           // dialogs about cookies: they may be longer than the article
)

func naming(n *node) (what purpose) {
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			what = max(what, roles[strings.ToLower(strings.TrimSpace(a.Val))])
		case "class", "id":
			what = max(what, named(a.Val))
		}
	}
	return what
}

// named looks up the words of a class or id, and what two of them make:
// share-bar, entry_footer, RelatedArticles, mostRead.
func named(s string) (what purpose) {
	last, purposes := "", purposes()
	for w := range wordsOf(s[:min(len(s), maxText)]) {
		what = max(what, purposes[w])
		if firsts[last] {
			what = max(what, purposes[last+w])
		}
		last = w
	}
	return what
}

// wordsOf yields the words of a name, in lower case.
func wordsOf(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start := -1
		var before rune
		for i, r := range s {
			if start >= 0 && (!unicode.IsLetter(r) || unicode.IsUpper(r) && unicode.IsLower(before)) {
				if !yield(strings.ToLower(s[start:i])) {
					return
				}
				start = -1
			}
			if start < 0 && unicode.IsLetter(r) {
				start = i
			}
			before = r
		}
		if start >= 0 {
			yield(strings.ToLower(s[start:]))
		}
	}
}

var roles = map[string]purpose{
	"navigation": furniture, "banner": furniture, "contentinfo": furniture, "complementary": furniture, "search": furniture,
	"menu": furniture, "menubar": furniture, "toolbar": furniture, "tablist": furniture, "dialog": imposed, "alertdialog": imposed,
}

// purposes leads from a word of a class or id to what it says. Words that also
// name the article's own container on some sites are not here: paywall,
// premium, promo, print, meta, tag.
var purposes = sync.OnceValue(func() map[string]purpose {
	all := make(map[string]purpose)
	for what, lists := range map[purpose][]string{
		furniture: {menuWords, shareWords, commentWords, relatedWords, advertWords, serviceWords, wikiWords},
		imposed:   {consentWords},
	} {
		for _, list := range lists {
			for w := range strings.FieldsSeq(list) {
				all[w] = what
			}
		}
	}
	return all
})

// firsts are the words that mean something only with the next one.
var firsts = map[string]bool{
	"add": true, "author": true, "follow": true, "jump": true, "lire": true, "mehr": true, "more": true, "most": true,
	"read": true, "screen": true, "site": true, "skip": true, "sr": true, "tag": true, "visually": true,
}

const (
	menuWords = `menu submenu nav navbar navigation breadcrumb breadcrumbs toolbar sidebar pagination pager footer masthead
		topbar skiplink skipto toc taglist tagcloud tags keywords sronly screenreader visuallyhidden offscreen`
	shareWords = `share shares sharing sharebar sharebuttons sharedaddy social socialmedia addto addtoany addthis
		teilen partage partager partagez compartir compartilhar condividi condivisione delen dela jaa sdilet udostepnij
		podelitsya paylas megosztas bagikan distribuie fenxiang`
	commentWords = `comment comments commentlist disqus respond livefyre coral
		kommentar kommentare kommentarbereich commentaires commentaire comentarios comentario commenti reacties kommentarer
		kommentit komentare komentarze komentari kommentarii hozzaszolasok yorumlar komentar comentarii pinglun`
	relatedWords = `related relatedarticles recommended recommendation recommendations readmore readnext readalso morenews
		morestories mostread mostviewed popular trending teaser teasers teaserlist outbrain taboola zergnet
		verwandt verwandte empfehlung empfehlungen empfohlen mehrzum similaires lireaussi
		relacionadas relacionados correlati gerelateerd relaterade relaterte relaterede souvisejici powiazane kapcsolodo
		ilgili terkait xiangguan`
	advertWords = `ad ads advert adverts advertisement advertising advertorial adslot adbox banner sponsor sponsored dfp
		werbung anzeige anzeigen publicite publicidad publicidade pubblicita advertentie annons annonse annonce reklama
		reklam mainos hirdetes iklan publicitate guanggao`
	serviceWords = `newsletter newsletters subscribe subscription signup signin login register donate donation donations
		rating ratings vote likes follow followus authorbox authorbio bio copyright credit credits caption`
	wikiWords    = `editsection navbox catlinks hatnote noprint reflist mbox ambox sistersitebox printfooter sitesub jumplink jumpto`
	consentWords = `cookie cookies cookiebanner cookiebar cookienotice cookieconsent cookiebot consent consentmanager gdpr dsgvo
		rgpd lgpd onetrust usercentrics didomi truste trustarc quantcast cmp popup modal lightbox interstitial`
)
