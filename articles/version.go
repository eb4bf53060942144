package articles

import (
	"fmt"
	"unicode"

	"dossier/model/detect"
)

// readingVersion is raised by hand with every change after which a file may come
// to other facts or another body: in how it is decoded, cleaned, taken apart,
// titled or given its id, here and in the packages below. What is detected has a
// number of its own: see detect.Fingerprint. A test knows what some files came to
// with this number.
const readingVersion = 2

// version is that of what an index holds. Another one reads everything anew, so
// it follows what bears on that and not the program, which is a new one with
// every update: the number above, the lexicon and the rules of detection, the
// fields of a record, Unicode's tables, and the register by which names were
// read. Package index adds the number of its tables.
func (k *keeper) version() string {
	return fmt.Sprint(readingVersion, recordVersion, detect.Fingerprint(), unicode.Version, k.base.Subject(), k.base.Actors())
}
