package detect

import "testing"

func TestAuthor(t *testing.T) {
	tests := []struct{ body, want string }{
		{"", ""},
		{"A network loses its host\nBy Jane Roe\n\n" + prose, "Jane Roe"},
		{"Ein Netzwerk verliert seinen Anbieter\nVon Erika von der Heide, Berlin\n\n" + prose, "Erika von der Heide"},
		{"A network loses its host\nThomas Muster\n\n" + prose, "Thomas Muster"},
		{"Von Erika Muster · 12. Januar 2021\n\n" + prose, "Erika Muster"},
		{"Ein Netzwerk verliert seinen Anbieter\n\nVon Erika Muster | 12. Januar 2021\n\n" + prose, "Erika Muster"},
		{"A network loses its host\nSocial Networks\n\n" + prose, ""},
		{"A network loses its host\n\n" + prose + "\n\n" + prose + "\n\nAbout the author\n\nXanthe Quill\n\nShe writes.", "Xanthe Quill"},
		{"A network loses its host\nBy Jane Roe and Luis Ferrante\n\n" + prose, "Jane Roe, Luis Ferrante"},
		{"A network loses its host\nBy Jane Roe, US Showbiz and Tech Reporter\n\n" + prose, "Jane Roe"},
		{"A network loses its host\n\n" + prose + "\n\n" + prose + "\n\nÀ LIRE AUSSI\n\n> The other article", ""},
		{"A network loses its host\nJane Roe | 09/01/2021 - 13:48h\n\n" + prose, "Jane Roe"},
		{"A network loses its host\nBy Business Staff | Updated Jan. 14, 2021\n\n" + prose, ""},
		{"Сеть без хостинга\nАвтор: Игорь Савельев\n\n" + prose, "Игорь Савельев"},
		{"שם\nמאת: דנה לוי\n\n" + prose, "דנה לוי"},
		{"عنوان\nكتبت: سلمى الحداد\n\n" + prose, "سلمى الحداد"},
		{"平台失去主机\n作者:陈默\n\n" + prose, "陈默"},
		{"平台失去主機\n海邊晚訊 記者林大同／綜合報導\n\n" + prose, "林大同"},
		{"플랫폼\n홍길동 기자\n\n" + prose, "홍길동"},
		{"プラットフォーム\n編集委員 高瀬直樹\n\n" + prose, "高瀬直樹"},
		{"A hálózat\nÍrta: Kárpáti Zsófia\n\n" + prose, "Kárpáti Zsófia"},
		{"A network loses its host\n\n" + prose + "\n\n(Reporting by Dana Whitcombe in London; editing by Paula Rourke)", "Dana Whitcombe"},
		{"A network loses its host\n\nBy Sunday the site was gone, said John Smith, and nobody knew when it would be back online for its users. " + prose, ""},
	}
	for _, tt := range tests {
		if got := PageOf(tt.body).Author(); got != tt.want {
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
		{"A network loses its host\n2021. január 11. 10:48\n\n" + prose, "2021-01-11"},
		{"A network loses its host\n2021년 1월 11일\n\n" + prose, "2021-01-11"},
		{"A network loses its host\n110年1月22日\n\n" + prose, "2021-01-22"},
		{"A network loses its host\n١١ يناير ٢٠٢١\n\n" + prose, "2021-01-11"},
		{"A network loses its host\n11 בינואר 2021\n\n" + prose, "2021-01-11"},
		{"A network loses its host\n11. tammikuuta 2021 klo 10.22\n\n" + prose, "2021-01-11"},
		{"A network loses its host\n12 Mayıs 2021 - 11:32\n\n" + prose, "2021-05-12"},
		{"A network loses its host\n17 Agustus 2021\n\n" + prose, "2021-08-17"},
		{"A network loses its host\n\nPARIS, 12 janvier 2021 (AFP) — " + prose, "2021-01-12"},
		{"A network loses its host\n\n" + prose + "\n\nPublished on January 11, 2021", "2021-01-11"},
		{"A network loses its host\n\n" + prose + "\n\nIt had begun on 11 January 2021.", ""},
		{"Google acted on 8 January 2021, the others later\n\nIt was 9 January 2021 when Apple gave the network a day.\n\n" + prose, ""},
		{"A network loses its host\n31 February 2021\n\n" + prose, ""},
		{"A network loses its host\n\nOn 8 January 2021 it was over. " + prose, ""},
		{"8 January 2021: a day in the life of a network\n\n" + prose, ""},
	}
	for _, tt := range tests {
		if got := PageOf(tt.body).Date().String(); got != tt.want {
			t.Errorf("got %q, want %q in %.60q", got, tt.want, tt.body)
		}
	}
}
