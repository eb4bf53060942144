package detect

import (
	"strings"
	"testing"

	"dossier/model"
)

// TestShopsInLists: a shop that is named without its owner, in a list with one that
// has its owner in its name, and shops of others.
func TestShopsInLists(t *testing.T) {
	actors := NewActors(builtIn(t))
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "Parler has been removed from the App Store and Google Play.", "Apple Google"},
		{"en", "Parler has been removed from Apple's App Store and Google Play.", "Apple Google"},
		{"en", "The app is missing from the App Store and from Google Play.", "Apple Google"},
		{"en", "Parler has been removed from Google Play and the App Store.", "Apple Google"},
		{"de", "Parler wurde aus Google Play und dem App Store entfernt.", "Apple Google"},
		{"fr", "Parler a été retirée de Google Play et de l'App Store.", "Apple Google"},
		{"de", "Die App ist aus dem App Store und aus Google Play verschwunden.", "Apple Google"},
		{"de", "Die App wurde aus den App Stores von Apple und Google entfernt.", "Apple Google"},
		{"de", "Parler wurde aus dem App Store von Google entfernt.", "Google"},
		{"fr", "Parler a été retirée de l'App Store et de Google Play.", "Apple Google"},
		{"es", "Parler fue retirada de la App Store y de Google Play.", "Apple Google"},
		{"it", "Parler è stata rimossa da App Store e Google Play.", "Apple Google"},
		{"pt", "Parler foi removido da App Store e do Google Play.", "Apple Google"},
		{"nl", "Parler is verwijderd uit de App Store en Google Play.", "Apple Google"},
		{"fi", "Parler-sovellus poistettiin App Storesta ja Google Playsta.", "Apple Google"},
		{"ru", "Приложение Parler удалено из App Store и Google Play.", "Apple Google"},
		{"ru", "Приложение Parler удалили из App Store и Google Play.", "Apple Google"},
		{"ru", "Приложение Parler удалили из App Store и магазина Google Play.", "Apple Google"},
		{"uk", "Застосунок Parler видалили з App Store та Google Play.", "Apple Google"},
		{"ru", "Google удалила Parler из своего магазина Google Play.", "Google"},
		{"zh-Hans", "Parler应用已从App Store和Google Play下架。", "Apple Google"},
		{"ja", "ParlerはApp StoreとGoogle Playから削除された。", "Apple Google"},
		{"ko", "팔러는 앱스토어와 구글플레이에서 삭제됐다.", "Apple Google"},
	} {
		var got []string
		for _, c := range actors.Cuts("Parler\n\n"+tt.text, tt.lang, model.Date{}) {
			got = append(got, c.Vendor)
		}
		for _, vendor := range strings.Fields("Apple Google") {
			if wants := strings.Contains(tt.want, vendor); wants != strings.Contains(strings.Join(got, " "), vendor) {
				t.Errorf("%s: %q, want %s: %s", tt.lang, got, tt.want, tt.text)
			}
		}
	}
}
