package model

// Notice tells the reader of something that did not go well with one file. The
// rest of the dossier is open all the same.
type Notice struct {
	Path string // the file, as a person would type it
	Line int    // from 1; 0 if no line can be named
	Text string // what is wrong and the way out
	Kind NoticeKind
}

// Fault reports whether something has to be put right. A detected cut that no
// person confirmed is told, and is no fault.
func (n Notice) Fault() bool { return n.Kind != Unconfirmed }

// NoticeKind says what a notice is about.
type NoticeKind uint8

// The kinds of notice.
const (
	AboutFile     NoticeKind = iota // a file that cannot be read, or gives nothing
	AboutFormat                     // YAML that is not valid, a value of the wrong shape
	AboutLanguage                   // a language that nobody knows
	AboutStatus                     // a status that does not exist
	AboutDate                       // a date that the calendar does not have
	AboutEvidence                   // evidence that the body does not hold
	AboutVendor                     // a cut by a vendor that the register does not know, or a second one
	AboutActor                      // an actor that the register does not know
	AboutID                         // an id that another article has too
	AboutPath                       // facts about an article that is not there
	Unconfirmed                     // a detected cut that no person confirmed
)

var noticeKinds = [...]string{"file", "format", "language", "status", "date", "evidence", "vendor", "actor", "id", "path", "unconfirmed"}

// String is the kind's name in JSON.
func (k NoticeKind) String() string { return noticeKinds[k] }
