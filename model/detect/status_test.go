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
	for _, tt := range slices.Concat(statusCases, denialCases) {
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

// statusCase is an article with what it says of one vendor or several.
type statusCase struct{ lang, want, text string }

var statusCases = []statusCase{
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

	// The same in every language: the hour ahead, the deadline that runs, the one that ran
	// out, and what was long announced and is done.
	{"en", "Amazon announced", "In a letter Amazon informs Parler that its account will be closed by midnight on Sunday."},
	{"en", "Amazon announced", "From Sunday at midnight Amazon will no longer host Parler."},
	{"de", "Amazon announced", "Amazon wird Parler ab Sonntag um Mitternacht nicht mehr hosten."},
	{"de", "Amazon announced", "Amazon nimmt Parler in der Nacht zum Montag um 23.59 Uhr Ortszeit vom Netz, heißt es in einem Brief."},
	{"fr", "Amazon announced", "Amazon n'hébergera plus Parler à partir de dimanche minuit."},
	{"fr", "Amazon announced", "Amazon coupe les serveurs de Parler dimanche soir à 23h59, selon un courriel."},
	{"es", "Amazon announced", "Amazon dejará de alojar a Parler el domingo a medianoche."},
	{"es", "Amazon announced", "Amazon desconecta a Parler este domingo a las 23.59, según un correo."},
	{"it", "Amazon announced", "Da domenica a mezzanotte Amazon non ospiterà più Parler."},
	{"it", "Amazon announced", "Amazon spegne i server di Parler domenica alle 23.59, si legge in una lettera."},
	{"pt", "Amazon announced", "A Amazon deixará de hospedar o Parler no domingo à meia-noite."},
	{"pt", "Amazon announced", "A Amazon desliga os servidores do Parler no domingo às 23h59, segundo um e-mail."},
	{"nl", "Amazon announced", "Amazon zet Parler zondag om middernacht van de servers, blijkt uit een brief."},
	{"sv", "Amazon announced", "Amazon stänger av Parler på söndag klockan 23.59, enligt ett mejl."},
	{"da", "Amazon announced", "Amazon lukker for Parlers servere søndag klokken 23.59, fremgår det af en mail."},
	{"no", "Amazon announced", "Amazon stenger serverne til Parler søndag klokken 23.59, ifølge en e-post."},
	{"fi", "Amazon announced", "Amazon sulkee Parlerin palvelimet sunnuntaina keskiyöllä, kertoo BuzzFeed."},
	{"pl", "Amazon announced", "Amazon wyłącza serwery Parlera w niedzielę o 23.59, wynika z listu."},
	{"cs", "Amazon announced", "Amazon vypíná servery Parleru v neděli ve 23.59, vyplývá z dopisu."},
	{"ru", "Amazon announced", "Amazon отключает серверы Parler в воскресенье в 23:59, говорится в письме."},
	{"uk", "Amazon announced", "Amazon відключає сервери Parler у неділю о 23:59, ідеться в листі."},
	{"ro", "Amazon announced", "Amazon oprește serverele Parler duminică la ora 23:59, potrivit unui e-mail."},
	{"hu", "Amazon announced", "Az Amazon vasárnap éjfélkor lekapcsolja a Parler szervereit."},
	{"tr", "Amazon announced", "Amazon, Parler'ın sunucularını pazar günü saat 23.59'da kapatıyor."},
	{"id", "Amazon announced", "Amazon akan menghentikan layanan hosting Parler pada Minggu tengah malam."},
	{"ar", "Amazon announced", "ستوقف أمازون استضافة بارلر منتصف ليل الأحد."},
	{"ja", "Amazon announced", "アマゾンは日曜日の午後11時59分にパーラーへのサーバー提供を停止する。"},
	{"ko", "Amazon announced", "아마존은 일요일 밤 11시 59분에 팔러의 호스팅을 중단한다."},
	{"zh-Hans", "Amazon announced", "亚马逊将于周日晚上11点59分停止为Parler提供托管服务。"},
	{"en", "Apple announced", "Apple warns Parler: clean up within 24 hours or be thrown out of the App Store."},
	{"fr", "Apple announced", "Apple laisse 24 heures à Parler pour présenter un plan, sans quoi l'application sera retirée."},
	{"es", "Apple announced", "Apple da 24 horas a Parler para moderar sus contenidos o será expulsada de la tienda."},
	{"it", "Apple announced", "Apple dà 24 ore a Parler: o cambia o sarà rimossa dallo store."},
	{"pt", "Apple announced", "Apple dá 24 horas ao Parler para apresentar um plano, ou o aplicativo será removido."},
	{"nl", "Apple announced", "Apple geeft Parler 24 uur de tijd, anders wordt de app uit de App Store verwijderd."},
	{"sv", "Apple announced", "Apple ger Parler 24 timmar på sig, annars tas appen bort från App Store."},
	{"da", "Apple announced", "Apple giver Parler 24 timer, ellers bliver appen fjernet fra App Store."},
	{"no", "Apple announced", "Apple gir Parler 24 timer, ellers blir appen fjernet fra App Store."},
	{"fi", "Apple announced", "Apple antoi Parlerille 24 tuntia aikaa, muuten sovellus poistetaan kaupasta."},
	{"pl", "Apple announced", "Apple daje Parlerowi 24 godziny, inaczej aplikacja zostanie usunięta ze sklepu."},
	{"cs", "Apple announced", "Apple dává Parleru 24 hodin, jinak bude aplikace odstraněna z obchodu."},
	{"ru", "Apple announced", "Apple дала Parler 24 часа, иначе приложение удалят из магазина."},
	{"uk", "Apple announced", "Apple дала Parler 24 години, інакше застосунок видалять із магазину."},
	{"ro", "Apple announced", "Apple dă Parler 24 de ore, altfel aplicația va fi scoasă din magazin."},
	{"hu", "Apple announced", "Az Apple 24 órát adott a Parlernek, különben eltávolítja az alkalmazást."},
	{"tr", "Apple announced", "Apple, Parler'a 24 saat verdi, aksi takdirde uygulama mağazadan kaldırılacak."},
	{"id", "Apple announced", "Apple memberi Parler waktu 24 jam, jika tidak aplikasinya akan dihapus dari toko."},
	{"ar", "Apple announced", "أمهلت آبل بارلر 24 ساعة وإلا ستحذف التطبيق من متجرها."},
	{"ja", "Apple announced", "アップルはパーラーに24時間以内の改善を求め、対応しなければアプリを削除すると警告した。"},
	{"ko", "Apple announced", "애플은 팔러에 24시간의 시한을 주고 개선하지 않으면 앱을 삭제하겠다고 경고했다."},
	{"zh-Hans", "Apple announced", "苹果给帕勒24小时整改，否则将其下架。"},
	{"en", "Apple done", "Apple's 24-hour ultimatum to Parler ran out on Saturday. The app is no longer in its store."},
	{"de", "Apple done", "Apple hatte Parler ein Ultimatum gestellt. Als es verstrichen war, warf der Konzern die App aus dem Store."},
	{"fr", "Apple done", "Apple avait donné 24 heures à Parler. Samedi, faute de réponse, Apple a retiré l'application."},
	{"es", "Apple done", "Apple había dado 24 horas a Parler. Cumplido el plazo, la compañía retiró la aplicación."},
	{"it", "Apple done", "Apple aveva dato a Parler 24 ore di tempo. Sabato ha rimosso l'app dallo store."},
	{"pt", "Apple done", "A Apple tinha dado 24 horas ao Parler. Esgotado o prazo, a empresa removeu o aplicativo."},
	{"nl", "Apple done", "Apple had Parler 24 uur gegeven. Toen die verstreken waren, verwijderde het bedrijf de app."},
	{"sv", "Apple done", "Apple hade gett Parler 24 timmar. När fristen gått ut kastade bolaget ut appen."},
	{"da", "Apple done", "Apple havde givet Parler 24 timer. Da fristen udløb, fjernede selskabet appen."},
	{"no", "Apple done", "Apple hadde gitt Parler 24 timer. Da fristen gikk ut, fjernet selskapet appen."},
	{"fi", "Apple done", "Apple oli antanut Parlerille 24 tuntia. Määräajan umpeuduttua yhtiö poisti sovelluksen."},
	{"pl", "Apple done", "Apple dał Parlerowi 24 godziny. Po upływie terminu firma usunęła aplikację."},
	{"cs", "Apple done", "Apple dal Parleru 24 hodin. Po uplynutí lhůty firma aplikaci odstranila."},
	{"ru", "Apple done", "Apple дала Parler 24 часа. По истечении срока компания удалила приложение."},
	{"uk", "Apple done", "Apple дала Parler 24 години. Після завершення терміну компанія видалила застосунок."},
	{"ro", "Apple done", "Apple dăduse Parler 24 de ore. După expirarea termenului, compania a eliminat aplicația."},
	{"hu", "Apple done", "Az Apple 24 órát adott a Parlernek. A határidő lejárta után a cég eltávolította az alkalmazást."},
	{"tr", "Apple done", "Apple, Parler'a 24 saat vermişti. Süre dolunca şirket uygulamayı kaldırdı."},
	{"id", "Apple done", "Apple memberi Parler 24 jam. Setelah tenggat berakhir, perusahaan itu menghapus aplikasinya."},
	{"ar", "Apple done", "أمهلت آبل بارلر 24 ساعة. وبعد انتهاء المهلة حذفت الشركة التطبيق."},
	{"ja", "Apple done", "アップルはパーラーに24時間の猶予を与えていた。期限が過ぎ、同社はアプリを削除した。"},
	{"ko", "Apple done", "애플은 팔러에 24시간을 주었다. 시한이 지나자 회사는 앱을 삭제했다."},
	{"zh-Hans", "Apple done", "苹果给了帕勒24小时。期限过后，该公司将其下架。"},
	{"en", "Apple done", "After a 24-hour deadline, Apple pulled Parler from its store on Saturday."},
	{"en", "Amazon done", "Amazon switches off Parler's servers. The site has been unreachable since midnight on Sunday."},
	{"de", "Amazon done", "Amazon hat Parler in der Nacht um 23.59 Uhr abgeschaltet. Parler weist die Vorwürfe zurück."},
	{"de", "Google done", "Google wirft Parler aus dem Play Store. Die App war am Freitag um 22 Uhr verschwunden."},
	{"fr", "Apple done", "Au terme d'un ultimatum de 24 heures, Apple a retiré Parler de sa boutique."},
	{"es", "Apple done", "Apple retiró a Parler el sábado. La empresa niega motivos políticos."},
	{"pt", "Apple done", "A Apple removeu o Parler no sábado. A empresa nega motivos políticos."},
	{"fi", "Apple done", "Apple poisti Parlerin lauantaina. Yhtiö kiistää poliittiset syyt."},
	{"fi", "Apple done", "Apple poisti Parlerin kaupastaan lauantaina kello 21."},
	{"pl", "Apple done", "Apple usunął Parlera w sobotę. Firma zaprzecza, że miała powody polityczne."},
	{"ru", "Apple done", "Apple удалила Parler в субботу. Компания отрицает политические мотивы."},
	{"ru", "Apple done", "После ультиматума в 24 часа Apple удалила Parler из магазина."},
	{"ru", "Amazon done", "Amazon отключила серверы Parler в воскресенье в 23:59."},
	{"uk", "Apple done", "Apple видалила Parler у суботу. Компанія заперечує політичні мотиви."},
	{"uk", "Apple done", "Після ультиматуму на 24 години Apple видалила Parler з магазину."},
	{"ro", "Apple done", "După un ultimatum de 24 de ore, Apple a eliminat Parler din magazin."},
	{"hu", "Apple done", "A 24 órás ultimátum után az Apple eltávolította a Parlert."},
	{"ja", "Amazon done", "アマゾンは日曜日の午後11時59分にパーラーへのサーバー提供を停止した。"},
	{"ko", "Amazon done", "아마존은 일요일 밤 11시 59분에 팔러의 호스팅을 중단했다."},
	{"zh-Hans", "Amazon done", "亚马逊周日晚上11点59分停止了为Parler提供托管服务。"},
	{"de", "Apple done", "Nach einem Ultimatum von 24 Stunden entfernte Apple Parler am Samstag aus dem App Store."},
	{"es", "Apple done", "Tras un ultimátum de 24 horas, Apple retiró a Parler de su tienda."},
	{"it", "Apple done", "Dopo un ultimatum di 24 ore Apple ha rimosso Parler dallo store."},
	{"pt", "Apple done", "Após um ultimato de 24 horas, a Apple removeu o Parler da loja."},
	{"nl", "Apple done", "Na een ultimatum van 24 uur heeft Apple Parler uit de App Store verwijderd."},
	{"sv", "Apple done", "Efter ett ultimatum på 24 timmar tog Apple bort Parler från App Store."},
	{"da", "Apple done", "Efter et ultimatum på 24 timer fjernede Apple Parler fra App Store."},
	{"no", "Apple done", "Etter et ultimatum på 24 timer fjernet Apple Parler fra App Store."},
	{"pl", "Apple done", "Po 24-godzinnym ultimatum Apple usunął Parlera ze sklepu."},
	{"cs", "Apple done", "Po čtyřiadvacetihodinovém ultimátu Apple odstranil Parler z obchodu."},
	{"tr", "Apple done", "24 saatlik ültimatomun ardından Apple Parler'ı kaldırdı."},
	{"en", "Apple done", "Apple told Parler to clean up within 24 hours. Parler did not, and on Saturday the iPhone maker banned the app."},
	{"en", "Amazon done", "Amazon gave Parler until Sunday night to find a new home. Just after midnight the servers were shut down by Amazon."},
	{"de", "Amazon done", "Amazon hatte Parler den Rauswurf angedroht. In der Nacht machte der Konzern ernst und nahm das Netzwerk vom Netz."},
	{"fr", "Amazon done", "Amazon avait menacé de couper Parler. Dans la nuit, le groupe a débranché les serveurs."},
	{"es", "Amazon done", "Amazon había avisado de que dejaría de alojar a Parler. Esta madrugada apagó los servidores."},
	{"it", "Amazon done", "Amazon aveva annunciato che avrebbe spento i server di Parler. Nella notte lo ha fatto: Amazon ha spento i server."},
	{"pt", "Amazon done", "A Amazon tinha avisado que deixaria de hospedar o Parler. Na madrugada, a Amazon desligou os servidores."},
	{"nl", "Amazon done", "Amazon had gewaarschuwd dat het Parler zou afsluiten. Vannacht haalde Amazon de stekker eruit."},
	{"sv", "Amazon done", "Amazon hade varnat för att stänga av Parler. I natt stängde Amazon ner servrarna."},
	{"da", "Amazon done", "Amazon havde varslet, at Parler ville blive lukket ned. I nat slukkede Amazon for serverne."},
	{"pl", "Amazon done", "Amazon zapowiadał, że wyłączy Parlera. W nocy Amazon wyłączył serwery."},
	{"cs", "Amazon done", "Amazon avizoval, že Parler vypne. V noci Amazon servery vypnul."},
	{"ru", "Amazon done", "Amazon предупреждала, что отключит Parler. Ночью Amazon отключила серверы."},
	{"uk", "Amazon done", "Amazon попереджала, що відключить Parler. Уночі Amazon відключила сервери."},
	{"fi", "Amazon done", "Amazon oli varoittanut sulkevansa Parlerin. Yöllä Amazon sulki palvelimet."},
	{"hu", "Amazon done", "Az Amazon figyelmeztetett, hogy lekapcsolja a Parlert. Éjjel az Amazon lekapcsolta a szervereket."},
	{"tr", "Amazon done", "Amazon, Parler'ı kapatacağını duyurmuştu. Gece Amazon sunucuları kapattı."},
	{"id", "Amazon done", "Amazon telah memperingatkan akan menghentikan Parler. Tadi malam Amazon mematikan servernya."},
	{"ja", "Amazon done", "アマゾンはパーラーへのサービスを停止すると通告していた。未明にアマゾンはサーバーを停止した。"},
	{"ko", "Amazon done", "아마존은 팔러 서비스를 중단하겠다고 예고했었다. 새벽에 아마존은 서버를 차단했다."},
	{"zh-Hans", "Amazon done", "亚马逊曾警告将停止为Parler提供服务。凌晨，亚马逊关闭了服务器。"},
	{"en", "Amazon announced", "Amazon drops Parler\n\nAmazon told the network on Saturday that it will suspend its account on Sunday night."},
	{"de", "Amazon announced", "Amazon wirft Parler raus\n\nDer Konzern teilte Parler mit, dass er das Konto am Sonntag sperren werde."},
	{"es", "Amazon announced", "Amazon echa a Parler\n\nLa empresa comunicó a Parler que suspenderá su cuenta el domingo."},
	{"it", "Amazon announced", "Amazon caccia Parler\n\nL'azienda ha comunicato che sospenderà l'account di Parler domenica."},
	{"sv", "Amazon announced", "Amazon kastar ut Parler\n\nBolaget har meddelat Parler att kontot kommer att stängas av på söndag."},
	{"pl", "Amazon announced", "Amazon wyrzuca Parlera\n\nFirma poinformowała Parlera, że w niedzielę zawiesi jego konto."},
	{"ru", "Amazon announced", "Amazon выгоняет Parler\n\nКомпания сообщила Parler, что заблокирует её аккаунт в воскресенье."},
	{"ja", "Amazon announced", "アマゾン、パーラーを追放\n\nアマゾンはパーラーに対し、日曜日にアカウントを停止する方針を伝えた。"},
	{"zh-Hans", "Amazon announced", "亚马逊封杀Parler\n\n亚马逊通知Parler，将于周日暂停其账户。"},
	{"en", "Amazon announced", "Amazon is pulling the plug on Parler at midnight, the company wrote in an email."},
	{"de", "Epik announced", "Epik kündigt Parler die Domain zum 1. März."},
	{"de", "Amazon announced", "Amazon teilte Parler mit, dass das Konto Sonntag um 23.59 Uhr gesperrt wird."},
	{"fr", "Epik announced", "Epik cessera de gérer le domaine de Parler le 1er mars."},
	{"nl", "Amazon announced", "Amazon stopt vanaf zondag middernacht met de hosting van Parler."},
	{"pl", "Amazon announced", "Amazon poinformował, że od niedzieli nie będzie już hostował Parlera."},
	{"pl", "Amazon announced", "Od północy w niedzielę Amazon odcina Parlera od serwerów."},
	{"uk", "Amazon announced", "Від неділі Amazon більше не надаватиме Parler хостинг."},
	{"it", "Amazon announced", "Amazon ha comunicato a Parler che domenica alle 23.59 il suo account verrà sospeso."},
}
