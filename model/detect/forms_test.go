package detect

import (
	"fmt"
	"testing"
)

func TestForms(t *testing.T) {
	actors := NewActors(register())
	tests := []struct{ lang, body, want string }{
		{"en", "", "map[]"},
		{"en", "AWS left. Amazon Web Services said that AWS and Apple's store …", "map[Amazon:[AWS Amazon Web Services] Apple:[Apple]]"},
		{"de", "Matzes Konto, so John\nMatze. Matze schweigt, Matze geht.", "map[John Matze:[Matze Matzes John Matze]]"},
		{"ru", "Трампа и Трампом, о Трампа", "map[Donald Trump:[Трампа Трампом]]"},
		{"ja", "アップルとパーラー、パーラー", "map[Apple:[アップル] Parler:[パーラー]]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(actors.Forms(tt.body, tt.lang)); got != tt.want {
			t.Errorf("%s %q: got %s, want %s", tt.lang, tt.body, got, tt.want)
		}
	}
}
