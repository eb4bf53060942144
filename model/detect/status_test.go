package detect

import (
	"slices"
	"strings"
	"testing"

	"dossier/model"
)

// TestStatus reads how far cuts went: done, announced with a date or a deadline, or
// claimed by one side and denied by the other. Each text is an article of its own;
// "-" behind a vendor wants no cut of it, and vendors that are not named are free.
func TestStatus(t *testing.T) {
	actors := NewActors(builtIn(t))
	for _, tt := range statusCases {
		cuts := actors.Cuts(tt.text, tt.lang, model.Date{})
		for want := range strings.SplitSeq(tt.want, "; ") {
			at := strings.LastIndexByte(want, ' ')
			got := "-"
			if i := slices.IndexFunc(cuts, func(c model.Cut) bool { return c.Vendor == want[:at] }); i >= 0 {
				got = cuts[i].Status.String()
			}
			if got != want[at+1:] {
				t.Errorf("%s, %s: %s, want %s: %s", tt.lang, want[:at], got, want[at+1:], tt.text)
			}
		}
	}
}

var statusCases = []struct{ lang, want, text string }{
	// The vendor denies in a later sentence or clause, by name, as "the company" or by
	// somebody who speaks for it.
	{"en", "American Express disputed", "Matze told a podcast that American Express had dropped Parler. The card company says it never had a contract with the network."},
	{"en", "American Express disputed; Stripe done", "Stripe cut off Parler on Monday. He also named American Express. A spokeswoman for the card issuer called that false."},
	{"en", "Zendesk disputed", "According to Matze, Zendesk closed Parler's account on Sunday. \"That is not true,\" a spokesman said. Zendesk's lawyers had no comment."},
	{"en", "Twilio disputed", "Parler's chief claims that Twilio abandoned Parler. Twilio denies this. It says the customer switched the service off itself."},
	{"de", "Zendesk disputed", "Laut Matze hat Zendesk den Vertrag mit Parler gekündigt. Das Unternehmen weist das zurück, das Konto sei aktiv."},
	{"de", "American Express disputed", "American Express habe Parler ebenfalls gekündigt, sagte Matze. Der Kartenanbieter bestreitet, je Geschäfte mit dem Netzwerk gemacht zu haben."},
	{"de", "Zendesk disputed", "»Zendesk hat uns rausgeworfen«, sagt Amy Peikoff von Parler. Bei Zendesk heißt es, das stimme nicht."},
	{"fr", "American Express disputed", "Selon Matze, American Express a rompu avec Parler. L'émetteur de cartes dément : il n'a jamais eu ce réseau pour client."},
	{"fr", "Zendesk disputed", "Matze affirme que Zendesk a lâché Parler. C'est faux, répond l'entreprise, le compte reste ouvert."},
	{"es", "Zendesk disputed", "Según Matze, Zendesk expulsó a Parler. Zendesk lo niega y dice que la cuenta sigue abierta."},
	{"es", "American Express disputed", "Matze aseguró que American Express había roto con Parler. La compañía respondió que eso es falso."},
	{"it", "American Express disputed", "Secondo Matze, American Express ha abbandonato Parler. La società smentisce: mai avuto un contratto con il social."},
	{"pt", "American Express disputed", "Segundo Matze, a American Express cortou relações com o Parler. A empresa nega e diz que nunca teve contrato com a rede."},
	{"nl", "American Express disputed", "Volgens Matze heeft American Express Parler laten vallen. Het bedrijf ontkent dat: er is nooit een contract geweest."},
	{"sv", "Zendesk disputed", "Enligt Matze har Zendesk stängt av Parler. Företaget förnekar detta och säger att kontot är öppet."},
	{"da", "Twilio disputed", "Ifølge Matze har Twilio opsagt aftalen med Parler. Selskabet afviser det."},
	{"no", "Twilio disputed", "Ifølge Matze har Twilio sagt opp avtalen med Parler. Selskapet avviser dette."},
	{"pl", "American Express disputed", "Według Matze American Express zerwał współpracę z Parlerem. Spółka zaprzecza."},
	{"cs", "Zendesk disputed", "Podle Matzeho Zendesk ukončil smlouvu s Parlerem. Firma to popírá."},
	{"ru", "American Express disputed", "По словам Матце, American Express разорвала отношения с Parler. В компании это отрицают."},
	{"uk", "American Express disputed", "За словами Матце, American Express розірвала відносини з Parler. У компанії це заперечують."},
	{"ja", "American Express disputed", "マッツェ氏によると、アメリカン・エキスプレスもパーラーとの契約を打ち切った。同社はこれを否定している。"},
	{"zh-Hans", "Zendesk disputed", "马茨称Zendesk终止了与Parler的合同。该公司否认了这一说法。"},
	{"tr", "Zendesk disputed", "Matze'ye göre Zendesk, Parler ile sözleşmesini feshetti. Şirket bunu yalanladı."},

	// Traps: a denial of something else, of somebody else, or an act in its words.
	{"en", "Amazon done", "Amazon pulled Parler from its servers on Monday. Parler has sued. Amazon disputes the accusations in the lawsuit."},
	{"en", "Slack done; American Express disputed", "Slack deleted Parler's workspace on Sunday. Matze says American Express dropped Parler too. American Express denies it."},
	{"en", "Okta done", "Okta denied Parler access to its login tools on Sunday."},
	{"en", "Slack done", "Slack closed Parler's workspace on Sunday, the company confirmed. PayPal never had anything to do with the network, a spokesman said."},
	{"en", "Slack done; Okta done", "Slack and Okta cut ties with Parler; Facebook denies blocking links to it."},
	{"de", "Twilio done", "Twilio hat Parler gekündigt. Facebook bestreitet, Links auf Parler zu sperren."},
	{"it", "Twilio done; Okta done", "Twilio ha disdetto il contratto con Parler, mentre Okta ha negato ai dipendenti di Parler l'accesso ai sistemi."},
	{"sv", "Slack done", "Att Slack stängde av Parler stämmer, det har företaget bekräftat. Att PayPal gjorde samma sak är taget ur luften, de två har aldrig haft affärer med varandra."},
	{"ja", "Slack done", "スラックはパーラーのアカウントを停止した。なお、レディットが閉鎖したのは別の掲示板で、パーラーとは関係がない。"},
	{"zh-Hans", "Zendesk done", "Zendesk周日注销了Parler的账号。支付公司PayPal则强调与Parler毫无关系，双方从未接触。"},
	{"es", "Amazon done", "Amazon retiró a Parler de sus servidores el lunes. Parler la demandó. Amazon niega las acusaciones de la demanda."},
	{"fr", "Amazon done", "Amazon a débranché Parler lundi. Le réseau accuse Amazon d'entente avec Twitter. Amazon conteste ces accusations."},

	// An ultimatum that ran out, a threat that was made good.
	{"en", "Apple done", "Apple gave Parler 24 hours to clean up and then removed the app from its store."},
	{"en", "Apple done", "Apple had given Parler 24 hours. After the deadline passed, Apple threw the app out of its store."},
	{"en", "Apple done", "Apple made good on its threat on Saturday: Parler is gone from the App Store."},
	{"en", "Amazon done", "Amazon had warned that it would pull the plug on Parler, and it kept its word: the servers were shut off on Monday."},
	{"de", "Apple done", "Apple hatte Parler 24 Stunden gegeben. Nach Ablauf der Frist flog die App aus dem Store."},
	{"de", "Apple done", "Apple macht seine Drohung wahr und wirft Parler aus dem App Store."},
	{"fr", "Apple done", "Apple avait lancé un ultimatum à Parler, il n'a pas été respecté, et l'application a été retirée samedi."},
	{"nl", "Apple done", "Apple maakt zijn dreigement waar: Parler is weg uit de App Store."},
	{"es", "Apple done", "Apple dio 24 horas a Parler y después retiró la aplicación de su tienda."},
	{"it", "Apple done", "Apple aveva dato 24 ore a Parler. Scaduto l'ultimatum, Apple ha rimosso l'app dallo store."},
	{"ro", "Apple done; Google done; Amazon announced", "Vineri Google a șters Parler din Play Store, iar sâmbătă Apple a eliminat aplicația, după un ultimatum de 24 de ore. Amazon va opri serverele Parler duminică."},
	{"ja", "Apple done", "アップルはパーラーに24時間の猶予を与え、その後アプリを削除した。"},
	{"zh-Hans", "Apple done", "苹果给了帕勒24小时整改，期限过后将其下架。"},

	// Traps: the deadline still runs.
	{"en", "Apple announced", "Apple has given Parler 24 hours to clean up, after Google removed the app."},
	{"en", "Apple announced", "Apple gave Parler 24 hours to submit a plan. If it does not, the app will be removed from the store on Saturday."},
	{"da", "Apple announced", "Apple har givet Parler 24 timer til at fremlægge en plan. Sker det ikke, ryger appen ud af App Store lørdag."},
	{"de", "Apple announced", "Apple stellt Parler ein Ultimatum. In 24 Stunden fliegt die App aus dem Store, wenn Parler nichts ändert."},

	// The present with a day or an hour ahead.
	{"en", "Amazon announced", "Amazon stops hosting Parler on Sunday at 11:59 p.m. Pacific time, according to a letter."},
	{"en", "Amazon announced", "Amazon's hosting of Parler is due to end just before midnight on Sunday."},
	{"de", "Amazon announced", "Amazon setzt Parler am Sonntag um Mitternacht vor die Tür, das kündigte der Konzern an."},
	{"nl", "Amazon announced", "Amazon laat weten dat het de hosting van Parler zondag om 23.59 uur stopt."},
	{"fi", "Amazon announced", "Amazon heittää Parlerin ulos palvelimiltaan maanantaina kello 9.59."},
	{"sv", "Amazon announced", "Amazon drar ur sladden för Parler. På söndagen strax före midnatt upphör avtalet om servrarna."},
	{"fr", "Amazon announced", "Amazon donne congé à Parler. Dans un courrier, AWS annonce que les serveurs du réseau seront débranchés dimanche à 23 h 59."},
	{"uk", "Amazon announced", "Amazon оголосила, що в неділю опівночі відключить Parler від серверів."},
	{"zh-Hant", "DDoS-Guard announced", "資安業者DDoS-Guard發布公告，將自2月28日起不再為Parler過濾攻擊流量。"},
	{"es", "Amazon announced", "Amazon avisó a Parler de que el domingo a las 23.59 dejará de alojar la red social."},
	{"ko", "Amazon announced", "아마존은 일요일 자정에 팔러의 호스팅을 중단할 예정이다."},

	// Traps: a day and an hour gone by.
	{"en", "Amazon done", "Amazon stopped hosting Parler on Sunday at 11:59 p.m. Pacific time."},
	{"en", "Amazon done", "Amazon will no longer host Parler. The site went dark on Monday when Amazon shut off its servers."},
	{"de", "Amazon done", "Amazon setzte Parler am Sonntag um Mitternacht vor die Tür."},
	{"nl", "Amazon done", "Amazon stopte de hosting van Parler zondag om 23.59 uur."},
	{"fi", "Amazon done", "Amazon heitti Parlerin ulos palvelimiltaan maanantaina kello 9.59."},
	{"fr", "Amazon done", "Amazon a débranché Parler dimanche à 23 h 59."},
	{"da", "Stripe done; Slack done", "Stripe vil ikke have pengene, Slack vil ikke have snakken: begge har smidt Parler ud."},
	{"en", "Stripe done", "Stripe will not work with Parler any more. It has closed its account."},
	{"ru", "Amazon done", "Amazon предупредила, что лишит Parler хостинга, и свое обещание выполнила: серверы Parler отключены в понедельник."},
}
