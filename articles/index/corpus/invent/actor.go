package invent

import "strings"

var (
	given  = strings.Fields("Anna Boris Clara David Elena Felix Greta Hugo Irene Jonas Karin Leo Maria Nina Oscar Paula Quentin Rosa Simon Tanja Ulla Viktor Wanda Xaver Yara Zoe Amir Bela Carlos Dana Emil Farah Goran Hana Ivan Julia Kofi Lina Marek Noor")
	onset  = strings.Fields("Ba Be Bo Da De Do Fa Fe Ga Go Ha He Ka Ke Ko La Le Lo Ma Me Mo Na Ne Pa Pe Ra Re Ro Sa Se So Ta Te To Va Ve Wa We Za Ze")
	middle = strings.Fields("lan ber min tor ves nik dar gel rum sol kan fer lis mon tav rik den pol sar vin")
	coda   = strings.Fields("ski son er mann ov ez ini ard el is au ton berg ley as en o a i us")
	firm   = strings.Fields("Systems Cloud Media Networks Bank Pay Labs Group Holding Software Hosting Mobile Data Press Radio Digital Partners Works Online Foundation")
)

// actor is the name of actor k: a person if k is even, else an organisation.
func actor(k int) string {
	m := k / 2
	family := onset[m%len(onset)] + middle[m/len(onset)%len(middle)] + coda[m/len(onset)/len(middle)%len(coda)]
	if k%2 == 0 {
		return given[(m*7+m/1000)%len(given)] + " " + family
	}
	return family + " " + firm[(m*3+m/1000)%len(firm)]
}
