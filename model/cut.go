package model

// Cut says that, in one article, a vendor cut ties with the subject.
type Cut struct {
	Vendor   string // canonical name
	Service  string // what the vendor supplied, such as "hosting"; may be empty
	Status   Status
	Date     Date   // of the cut itself; zero if the article does not say
	Restored Date   // when the vendor took the subject back; zero if it did not
	Reason   string // as the article states it; may be empty
	Evidence string // the passage of the body that states the cut best
	Passages []Passage
	Detected bool // read from the text, not stated by a person
}

// Passage is a range of bytes of an article's body. A cut's first passage is
// its evidence, where the evidence was found in the body.
type Passage struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Status says how far a cut went.
type Status uint8

// The statuses. An article that says nothing of it reports a thing done.
const (
	Done      Status = iota
	Announced        // a dated plan or an ultimatum, not yet carried out in that text
	Disputed         // one side claims it, the vendor denies it
)

var statusNames = [...]string{"done", "announced", "disputed"}

func (s Status) String() string { return statusNames[s] }

// ParseStatus reads a status by its name; false if there is none of that name.
func ParseStatus(name string) (Status, bool) {
	for i, n := range statusNames {
		if n == name {
			return Status(i), true
		}
	}
	return Done, false
}
