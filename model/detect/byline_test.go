package detect

import "testing"

func TestAuthor(t *testing.T) {
	tests := []struct{ body, want string }{
		{"", ""},
		{"A network loses its host\nBy Jane Roe\n\n" + prose, "Jane Roe"},
		{"Ein Netzwerk verliert seinen Anbieter\nVon Erika von der Heide, Berlin\n\n" + prose, "Erika von der Heide"},
		{"A network loses its host\nThomas Muster\n\n" + prose, "Thomas Muster"},
		{"A network loses its host\nSocial Networks\n\n" + prose, ""},
		{"A network loses its host\n\n" + prose + "\n\n" + prose + "\n\nAbout the author\n\nXanthe Quill\n\nShe writes.", "Xanthe Quill"},
		{"A network loses its host\n\nBy Sunday the site was gone, said John Smith, and nobody knew when it would be back online for its users. " + prose, ""},
	}
	for _, tt := range tests {
		if got := Author(tt.body); got != tt.want {
			t.Errorf("got %q, want %q in %q", got, tt.want, tt.body)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ body, want string }{
		{"", ""},
		{" date 2021-01 " + prose, "2021-01"},
		{"2021-01-08T10:00:00Z " + prose, "2021-01-08"},
		{"A network loses its host\n8 January 2021\n\n" + prose, "2021-01-08"},
		{"A network loses its host\nJanuary 8, 2021 at 10:00\n\n" + prose, "2021-01-08"},
		{"Ein Netzwerk ohne Anbieter\n08.01.2021, 14:30 Uhr\n\n" + prose, "2021-01-08"},
		{"Un réseau sans hébergeur\nPublié le 9 février 2021\n\n" + prose, "2021-02-09"},
		{"Соцсеть без хостинга\n8 января 2021\n\n" + prose, "2021-01-08"},
		{"平台失去主机服务\n2021年1月8日\n\n" + prose, "2021-01-08"},
		{"A network loses its host\n31 February 2021\n\n" + prose, ""},
		{"A network loses its host\n\nOn 8 January 2021 it was over. " + prose, ""},
		{"8 January 2021: a day in the life of a network\n\n" + prose, ""},
	}
	for _, tt := range tests {
		if got := Date(tt.body).String(); got != tt.want {
			t.Errorf("got %q, want %q in %.60q", got, tt.want, tt.body)
		}
	}
}
