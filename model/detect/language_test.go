package detect

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/model/language"
)

// sentences of our own, one language each, about the same event.
var languageSamples = map[string]string{
	"en":      "The company said on Monday that it had switched off the servers, because the network had not done enough against threats that its users had posted for weeks.",
	"de":      "Das Unternehmen teilte am Montag mit, dass es die Server abgeschaltet habe, weil das Netzwerk nicht genug gegen die Drohungen seiner Nutzer getan habe.",
	"fr":      "L’entreprise a annoncé lundi qu’elle avait coupé les serveurs, parce que le réseau n’avait pas fait assez contre les menaces de ses utilisateurs.",
	"es":      "La empresa anunció el lunes que había apagado los servidores porque la red no había hecho lo suficiente contra las amenazas de sus usuarios.",
	"it":      "La società ha annunciato lunedì di aver spento i server perché la rete non aveva fatto abbastanza contro le minacce dei suoi utenti.",
	"pt":      "A empresa anunciou na segunda-feira que desligou os servidores porque a rede não tinha feito o suficiente contra as ameaças dos seus usuários.",
	"ca":      "L'empresa va anunciar dilluns que havia apagat els servidors perquè la xarxa no havia fet prou contra les amenaces dels seus usuaris.",
	"gl":      "A empresa anunciou o luns que apagara os servidores porque a rede non fixera o suficiente contra as ameazas dos seus usuarios.",
	"nl":      "Het bedrijf zei maandag dat het de servers had uitgezet omdat het netwerk niet genoeg had gedaan tegen de bedreigingen van zijn gebruikers.",
	"sv":      "Företaget sade på måndagen att det hade stängt av servrarna eftersom nätverket inte hade gjort tillräckligt mot hoten från sina användare.",
	"da":      "Selskabet sagde mandag, at det havde slukket for serverne, fordi netværket ikke havde gjort nok mod truslerne fra sine brugere af tjenesten.",
	"no":      "Selskapet sa mandag at det hadde slått av serverne fordi nettverket ikke hadde gjort nok mot truslene fra brukerne av tjenesten.",
	"is":      "Fyrirtækið sagði á mánudag að það hefði slökkt á netþjónunum vegna þess að miðillinn hefði ekki gert nóg gegn hótunum notenda sinna.",
	"fi":      "Yhtiö kertoi maanantaina, että se oli sulkenut palvelimet, koska verkosto ei ollut tehnyt tarpeeksi käyttäjiensä uhkauksia vastaan.",
	"et":      "Ettevõte teatas esmaspäeval, et on serverid välja lülitanud, kuna võrgustik ei olnud kasutajate ähvarduste vastu piisavalt teinud.",
	"hu":      "A vállalat hétfőn közölte, hogy lekapcsolta a szervereket, mert a hálózat nem tett eleget a felhasználóinak fenyegetései ellen.",
	"pl":      "Firma poinformowała w poniedziałek, że wyłączyła serwery, ponieważ sieć nie zrobiła dość przeciwko groźbom swoich użytkowników.",
	"cs":      "Společnost v pondělí oznámila, že vypnula servery, protože síť neudělala dost proti výhrůžkám svých uživatelů, které se šířily po celé týdny.",
	"sk":      "Spoločnosť v pondelok oznámila, že vypla servery, pretože sieť neurobila dosť proti vyhrážkam svojich používateľov, ktoré sa šírili celé týždne.",
	"sl":      "Podjetje je v ponedeljek sporočilo, da je izklopilo strežnike, ker omrežje ni storilo dovolj proti grožnjam svojih uporabnikov.",
	"hr":      "Tvrtka je u ponedjeljak priopćila da je isključila poslužitelje jer mreža nije učinila dovoljno protiv prijetnji svojih korisnika koje su se širile tjednima.",
	"ro":      "Compania a anunțat luni că a oprit serverele, deoarece rețeaua nu a făcut destul împotriva amenințărilor utilizatorilor săi.",
	"tr":      "Şirket pazartesi günü, ağın kullanıcılarının tehditlerine karşı yeterince bir şey yapmadığı için sunucuları kapattığını bildirdi.",
	"az":      "Şirkət bazar ertəsi bildirib ki, şəbəkə istifadəçilərinin hədələrinə qarşı kifayət qədər iş görmədiyi üçün serverləri söndürüb.",
	"id":      "Perusahaan itu mengatakan pada hari Senin bahwa mereka telah mematikan server karena jaringan tersebut tidak berbuat cukup terhadap ancaman penggunanya.",
	"ms":      "Syarikat itu berkata pada hari Isnin bahawa ia telah mematikan pelayan kerana rangkaian tersebut tidak berbuat cukup terhadap ancaman penggunanya.",
	"vi":      "Công ty cho biết hôm thứ Hai rằng họ đã tắt các máy chủ vì mạng này không làm đủ để chống lại những lời đe dọa của người dùng.",
	"lt":      "Bendrovė pirmadienį pranešė, kad išjungė serverius, nes tinklas nepadarė pakankamai prieš savo vartotojų grasinimus.",
	"lv":      "Uzņēmums pirmdien paziņoja, ka ir izslēdzis serverus, jo tīkls nebija darījis pietiekami daudz pret savu lietotāju draudiem.",
	"sq":      "Kompania tha të hënën se kishte fikur serverët, sepse rrjeti nuk kishte bërë mjaft kundër kërcënimeve të përdoruesve të tij.",
	"eu":      "Enpresak astelehenean esan zuen zerbitzariak itzali zituela, sareak ez zuelako nahikoa egin bere erabiltzaileen mehatxuen aurka.",
	"ga":      "Dúirt an chuideachta Dé Luain gur mhúch sí na freastalaithe mar nach ndearna an líonra go leor i gcoinne bhagairtí a chuid úsáideoirí.",
	"cy":      "Dywedodd y cwmni ddydd Llun ei fod wedi diffodd y gweinyddion am nad oedd y rhwydwaith wedi gwneud digon yn erbyn bygythiadau ei ddefnyddwyr.",
	"af":      "Die maatskappy het Maandag gesê dat hy die bedieners afgeskakel het omdat die netwerk nie genoeg gedoen het teen die dreigemente van sy gebruikers nie.",
	"sw":      "Kampuni hiyo ilisema Jumatatu kwamba imezima seva kwa sababu mtandao huo haukufanya vya kutosha dhidi ya vitisho vya watumiaji wake na wengine.",
	"tl":      "Sinabi ng kumpanya noong Lunes na pinatay nito ang mga server dahil hindi sapat ang ginawa ng network laban sa mga banta ng mga gumagamit nito.",
	"eo":      "La firmao diris lundon, ke ĝi malŝaltis la servilojn, ĉar la reto ne faris sufiĉe kontraŭ la minacoj de siaj uzantoj kaj iliaj amikoj.",
	"ru":      "Компания сообщила в понедельник, что отключила серверы, потому что сеть не сделала достаточно против угроз своих пользователей.",
	"uk":      "Компанія повідомила в понеділок, що вимкнула сервери, тому що мережа не зробила достатньо проти погроз своїх користувачів.",
	"be":      "Кампанія паведаміла ў панядзелак, што выключыла серверы, таму што сетка не зрабіла дастаткова супраць пагроз сваіх карыстальнікаў.",
	"bg":      "Компанията съобщи в понеделник, че е изключила сървърите, защото мрежата не е направила достатъчно срещу заплахите на своите потребители.",
	"mk":      "Компанијата соопшти во понеделникот дека ги исклучила серверите, бидејќи мрежата не сторила доволно против заканите на своите корисници.",
	"sr":      "Компанија је у понедељак саопштила да је искључила сервере јер мрежа није учинила довољно против претњи својих корисника.",
	"kk":      "Компания дүйсенбіде желі өз пайдаланушыларының қоқан-лоққысына қарсы жеткілікті шара қолданбағаны үшін серверлерді өшіргенін және оны қоспайтынын хабарлады.",
	"el":      "Η εταιρεία ανακοίνωσε τη Δευτέρα ότι έκλεισε τους διακομιστές, επειδή το δίκτυο δεν έκανε αρκετά κατά των απειλών των χρηστών του.",
	"he":      "החברה הודיעה ביום שני כי כיבתה את השרתים משום שהרשת לא עשתה די נגד האיומים של המשתמשים שלה.",
	"yi":      "די פירמע האָט מאָנטיק געזאָגט אַז זי האָט אויסגעלאָשן די סערווערס ווייל די נעץ האָט נישט געטאָן גענוג קעגן די סטראַשונקעס.",
	"ar":      "قالت الشركة يوم الاثنين إنها أوقفت الخوادم لأن الشبكة لم تفعل ما يكفي ضد تهديدات مستخدميها على مدى أسابيع.",
	"fa":      "این شرکت روز دوشنبه اعلام کرد که سرورها را خاموش کرده است، زیرا شبکه در برابر تهدیدهای کاربران خود به اندازه کافی اقدام نکرده بود.",
	"ur":      "کمپنی نے پیر کو کہا کہ اس نے سرور بند کر دیے ہیں کیونکہ نیٹ ورک نے اپنے صارفین کی دھمکیوں کے خلاف کافی کچھ نہیں کیا تھا۔",
	"hi":      "कंपनी ने सोमवार को कहा कि उसने सर्वर बंद कर दिए हैं क्योंकि नेटवर्क ने अपने उपयोगकर्ताओं की धमकियों के खिलाफ पर्याप्त काम नहीं किया था।",
	"mr":      "कंपनीने सोमवारी सांगितले की तिने सर्व्हर बंद केले आहेत कारण नेटवर्कने आपल्या वापरकर्त्यांच्या धमक्यांविरुद्ध पुरेसे काम केले नाही.",
	"ne":      "कम्पनीले सोमबार भन्यो कि उसले सर्भर बन्द गरेको छ किनभने सञ्जालले आफ्ना प्रयोगकर्ताको धम्की विरुद्ध पर्याप्त काम गरेको थिएन।",
	"bn":      "কোম্পানিটি সোমবার জানিয়েছে যে তারা সার্ভার বন্ধ করে দিয়েছে, কারণ নেটওয়ার্কটি ব্যবহারকারীদের হুমকির বিরুদ্ধে যথেষ্ট কাজ করেনি এবং না করে।",
	"ta":      "நிறுவனம் திங்கட்கிழமை சேவையகங்களை நிறுத்தியதாகக் கூறியது.",
	"te":      "కంపెనీ సోమవారం సర్వర్లను ఆపివేసినట్లు తెలిపింది.",
	"th":      "บริษัทกล่าวเมื่อวันจันทร์ว่าได้ปิดเซิร์ฟเวอร์แล้ว เพราะเครือข่ายไม่ได้ทำมากพอ",
	"ka":      "კომპანიამ ორშაბათს განაცხადა, რომ სერვერები გათიშა.",
	"hy":      "Ընկերությունը երկուշաբթի հայտնեց, որ անջատել է սերվերները։",
	"am":      "ኩባንያው ሰኞ ዕለት አገልጋዮቹን እንዳጠፋ ተናገረ።",
	"ja":      "同社は月曜日、利用者の脅迫に対して十分な対策を取らなかったとして、サーバーを停止したと発表した。",
	"ko":      "회사는 월요일 네트워크가 이용자의 위협에 충분히 대응하지 않아 서버를 껐다고 밝혔다.",
	"zh-Hans": "该公司周一表示，由于该网络没有对用户的威胁采取足够的措施，已经关闭了服务器。",
	"zh-Hant": "該公司週一表示，由於該網路沒有對用戶的威脅採取足夠的措施，已經關閉了伺服器。",
}

func TestLanguage(t *testing.T) {
	for want, text := range languageSamples {
		if got := Language(text); got != want {
			t.Errorf("%s was taken for %q: %s", want, got, text)
		}
	}
}

func TestLanguageMixed(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"numbers", "2021-01-08 10:00 100 %", ""},
		{"code", "func main() {\n\tfmt.Println(\"the\")\n}\n", ""},
		{"addresses", "https://example.org/the/of/and www.example.org", ""},
		{"names in Latin", "Amazon Web ServicesとAppleは月曜日、Parlerのサービスを停止した。", "ja"},
		{"code in it", "Das ist der Befehl:\n\n```\nfor i in of the and to is; do\n```\n\nEr löscht nicht die Datei, sondern zeigt sie.", "de"},
		{"names of firms in it", "Unser Angebot. Die Plattform ist seit Montag nicht mehr erreichbar, weil Amazon Web Services und Apple App Store sie gesperrt haben.", "de"},
	}
	for _, tt := range tests {
		if got := Language(tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestLanguagesKnown(t *testing.T) {
	if len(languageSamples) < 50 {
		t.Errorf("only %d languages are tested", len(languageSamples))
	}
	for sc, v := range vocabularies() {
		if v == nil {
			continue
		}
		if len(v.tags) > 255 {
			t.Errorf("script %d: %d languages do not fit a byte", sc, len(v.tags))
		}
		for _, tag := range v.tags {
			if language.Name(tag) == tag {
				t.Errorf("%s has no name", tag)
			}
		}
	}
}

func FuzzLanguage(f *testing.F) {
	f.Add("")
	f.Add("‘·'")
	for _, s := range languageSamples {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		tag := Language(text)
		if len(tag) == 1 || !utf8.ValidString(tag) || strings.ContainsAny(tag, " :_") {
			t.Errorf("%q is no tag", tag)
		}
		if again := Language(text); again != tag {
			t.Errorf("%q, then %q", tag, again)
		}
	})
}

func BenchmarkLanguage(b *testing.B) {
	for _, tag := range []string{"de", "ru", "ja"} {
		text := strings.Repeat(languageSamples[tag]+"\n", 100)[:sampleBytes]
		b.Run(tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Language(text)
			}
		})
	}
}

// TestTooLittleToTell calls a few words no language.
func TestTooLittleToTell(t *testing.T) {
	for _, text := range []string{"", "lang", "from fifo", "word word word word", "12 + 30 = 42"} {
		if got := Language(text); got != "" {
			t.Errorf("%q is called %s", text, got)
		}
	}
}

// TestLanguageOfParts tells the language of every 300 characters of the texts that
// the other tests read. Whole articles are easier.
func TestLanguageOfParts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*/*.txt")
	if err != nil || len(paths) < 60 {
		t.Fatalf("%d texts: %v", len(paths), err)
	}
	const part = 300
	var right share
	for _, path := range paths {
		want, _, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".txt"), "_")
		text := []rune(withoutGold(t, path))
		for ; len(text) >= part; text = text[part:] {
			got := Language(string(text[:part]))
			if right.add(got == want); got != want {
				t.Logf("%s: %q in %q", path, got, string(text[:part]))
			}
		}
	}
	if t.Logf("%v", right); right.value() < 0.98 {
		t.Errorf("right in %v", right)
	}
}

// withoutGold is a file of cases without the lines that are in no language.
func withoutGold(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "= ") && !strings.HasPrefix(line, "@ ") {
			if _, turn, ok := strings.Cut(line, ": "); ok && strings.Contains(path, "turns") {
				line = turn // its vendors stand before it
			}
			text.WriteString(line)
		}
	}
	return text.String()
}
