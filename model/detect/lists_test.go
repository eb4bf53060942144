package detect

import (
	"slices"
	"testing"

	"dossier/model"
)

// TestListsOfVendors: all who are listed act, whatever the language joins them with.
func TestListsOfVendors(t *testing.T) {
	actors := NewActors(builtIn(t))
	for _, tt := range []struct{ lang, text string }{
		{"en", "Amazon, Apple and Google have dropped Parler."},
		{"de", "Amazon, Apple und Google haben Parler verbannt."},
		{"ja", "アマゾン、アップル、グーグルがパーラーを締め出した。"},
		{"ja", "アマゾンとアップル、グーグルがパーラーを締め出した。"},
		{"ja", "アマゾン、アップル、グーグルの3社がパーラーを締め出した。"},
		{"ja", "アマゾンやアップル、グーグルなどがパーラーを締め出した。"},
		{"ja", "アマゾン・アップル・グーグルがパーラーを締め出した。"},
		{"ko", "아마존, 애플, 구글이 팔러를 퇴출했다."},
		{"ko", "아마존과 애플, 구글은 팔러를 퇴출했다."},
		{"ko", "아마존·애플·구글이 팔러를 퇴출했다."},
		{"zh-Hans", "亚马逊、苹果和谷歌等公司封杀了Parler。"},
		{"tr", "Amazon, Apple ve Google Parler'i platformlarından çıkardı."},
	} {
		var got []string
		for _, c := range actors.Cuts("Parler\n\n"+tt.text, tt.lang, model.Date{}) {
			got = append(got, c.Vendor)
		}
		if slices.Sort(got); !slices.Equal(got, []string{"Amazon", "Apple", "Google"}) {
			t.Errorf("%s: %q did it: %s", tt.lang, got, tt.text)
		}
	}
}
