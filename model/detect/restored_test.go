package detect

import (
	"testing"

	"dossier/model"
)

// TestRestored reads when a vendor took the subject back.
func TestRestored(t *testing.T) {
	actors := NewActors(cutRegister())
	day := model.Date{Year: 2021, Month: 5, Day: 18}
	for _, tt := range []struct {
		lang, text, vendor, want string
	}{
		{"en", "Apple removed Parler in January. It let the app back into its store on 17 May 2021.", "Apple", "2021-05-17"},
		{"en", "Apple booted Parler on Jan. 9. Apple took Parler back into the App Store on May 17.", "Apple", "2021-05-17"},
		{"en", "Parler returned to Apple's App Store on Monday.\n\nApple had banned Parler in January.", "Apple", "2021-05-17"},
		{"en", "Apple reinstates Parler\n\nApple had banned Parler in January.", "Apple", "2021-05"},
		{"en", "Apple had banned Parler in January. In May Apple lifted its ban on Parler.", "Apple", "2021-05"},
		{"en", "Apple banned Parler in January. Apple has not let the app back.", "Apple", ""},
		{"en", "Apple banned Parler in January. Apple said it would let the app back in May if rules were met.", "Apple", ""},
		{"en", "Google banned Parler. A judge refused on Friday to order Amazon to restore Parler.", "Google", ""},
		{"de", "Apple verbannte Parler im Januar. Am 17. Mai 2021 hat Apple Parler wieder aufgenommen.", "Apple", "2021-05-17"},
		{"de", "Apple warf Parler im Januar aus dem Store. Seit Montag ist Parler wieder im App Store von Apple.", "Apple", "2021-05-17"},
		{"fr", "Apple a banni Parler en janvier. Apple a réintégré l'application le 17 mai 2021.", "Apple", "2021-05-17"},
		{"es", "Apple expulsó a Parler en enero. Apple readmitió la aplicación el 17 de mayo de 2021.", "Apple", "2021-05-17"},
		{"it", "Apple ha rimosso Parler a gennaio. Apple ha riammesso l'applicazione il 17 maggio 2021.", "Apple", "2021-05-17"},
		{"pt", "A Apple removeu o Parler em janeiro. A Apple readmitiu o aplicativo em 17 de maio de 2021.", "Apple", "2021-05-17"},
		{"nl", "Apple verwijderde Parler in januari. Op 17 mei 2021 heeft Apple Parler weer toegelaten.", "Apple", "2021-05-17"},
		{"sv", "Apple stängde av Parler i januari. Den 17 maj 2021 släppte Apple in Parler igen.", "Apple", "2021-05-17"},
		{"da", "Apple fjernede Parler i januar. Den 17. maj 2021 genoptog Apple Parler.", "Apple", "2021-05-17"},
		{"no", "Apple fjernet Parler i januar. Den 17. mai 2021 slapp Apple Parler inn igjen.", "Apple", "2021-05-17"},
		{"pl", "Apple usunął Parlera w styczniu. Apple przywrócił aplikację 17 maja 2021.", "Apple", "2021-05-17"},
		{"cs", "Apple v lednu odstranil Parler. Apple aplikaci vrátil do obchodu 17. května 2021.", "Apple", "2021-05-17"},
		{"ru", "Apple удалила Parler в январе. Apple вернула приложение 17 мая 2021 года.", "Apple", "2021-05-17"},
		{"uk", "Apple видалила Parler у січні. Apple повернула застосунок 17 травня 2021 року.", "Apple", "2021-05-17"},
		{"hu", "Az Apple januárban eltávolította a Parlert. Az Apple 2021. május 17-én visszaengedte az alkalmazást.", "Apple", "2021-05-17"},
		{"ro", "Apple a eliminat Parler în ianuarie. Apple a reprimit aplicația pe 17 mai 2021.", "Apple", "2021-05-17"},
		{"fi", "Apple poisti Parlerin tammikuussa. Apple palautti sovelluksen 17. toukokuuta 2021.", "Apple", "2021-05-17"},
		{"tr", "Apple Parler'ı ocakta kaldırdı. Apple uygulamayı 17 Mayıs 2021'de mağazasına geri aldı.", "Apple", "2021-05-17"},
		{"id", "Apple menghapus Parler pada Januari. Apple mengizinkan kembali aplikasi itu pada 17 Mei 2021.", "Apple", "2021-05-17"},
		{"ar", "أزالت آبل بارلر في يناير. أعادت آبل التطبيق في 17 مايو 2021.", "Apple", "2021-05-17"},
		{"ja", "アップルは1月にパーラーを削除した。アップルは2021年5月17日にパーラーを再び受け入れた。", "Apple", "2021-05-17"},
		{"ko", "애플은 1월에 팔러를 삭제했다. 애플은 2021년 5월 17일 팔러를 다시 허용했다.", "Apple", "2021-05-17"},
		{"zh-Hans", "苹果在1月下架了帕勒。苹果于2021年5月17日恢复了帕勒。", "Apple", "2021-05-17"},
		{"zh-Hant", "蘋果在1月下架了帕勒。蘋果於2021年5月17日讓帕勒重新上架。", "Apple", "2021-05-17"},
	} {
		var got model.Cut
		for _, c := range actors.Cuts(tt.text, tt.lang, day) {
			if c.Vendor == tt.vendor {
				got = c
			}
		}
		if got.Vendor == "" || got.Restored.String() != tt.want {
			t.Errorf("%s: %q, want %q (cut %q): %s", tt.lang, got.Restored, tt.want, got.Vendor, tt.text)
		}
	}
}
