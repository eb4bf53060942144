package detect

// mark is what a lexicon says of a word or phrase: one bit for each section of
// its file.
type mark uint64

const (
	markCut       mark = 1 << iota // ending service to someone: suspend, ban, remove
	markEnd                        // ending it with the service named: end the contract, pull the plug
	markLose                       // being left without: lose access to
	markNoun                       // the act as a noun: suspension, ban
	markSame                       // doing what another did: follow suit
	markFollow                     // stands before one who did it too: following Google
	markSubject                    // what the subject is called: the app, the network
	markOther                      // what is not the subject: users, accounts, posts
	markPronoun                    // it
	markBy                         // stands before (or after) who did it in the passive
	markFrom                       // stands before a place: from its store
	markPlace                      // app store, servers
	markOf                         // makes what follows a mere modifier: of, on, about
	markSource                     // stands before who is quoted: according to
	markPassive                    // was, wurde
	markNot                        // not, never
	markPlan                       // will, intends to
	markWish                       // could, demanded, if: nothing has happened
	markDeny                       // denied, no relationship
	markClaim                      // said, claimed
	markRel                        // which, who: a clause about the word before
	markSub                        // because, after, that: a clause of its own
	markAnd                        // and, or
	markTime                       // 24 hours, by Sunday: makes a plan dated
	markOwn                        // makes the word before an owner: 's
	markBack                       // taking back: reinstated
	markJoint                      // heads of compounds that are still the vendor: Amazon-Tochter
	markUltimatum                  // in the next 24 hours: makes an act a plan
	markWill                       // decision, move: who owns it acts
	markClitic                     // a pronoun right before the verb: l'a suspendu
	markHave                       // auxiliaries that may part a clitic from its verb
	markCompound                   // inside a longer phrase for a place
	markTold                       // stands before who is spoken to
	markInf                        // zu: an infinitive, so the word before is no relative pronoun
	markGone                       // the subject falls out by itself: vanished from
	markWarn                       // giving the subject a deadline: gave it 24 hours
	markCorp                       // what a vendor is called where its name would stand again: the company
	markThem                       // pronouns that cannot be the subject: him, them
	markStart                      // wishes where a sentence starts with them: had Amazon known
	markHe                         // pronouns that a company acts under: it had suspended
	markSelf                       // its own: whose place it is acts: "from its store"
	markWhy                        // stands before a reason: because of
	markProduct                    // of a vendor: Scylla-Datenbank
	markA                          // one of several: a, another
	markDeal                       // what a vendor takes away: contract, account, access
	markPast                       // after
	markNom                        // stands behind who acts
	markWhom                       // stands before a person as the object
	markNamed                      // naming somebody as one of those who did it: also cited
	markNoDeal                     // having had nothing to end: never a customer
	markJustify                    // defending what one did: justified
	markHoax                       // words of those who check rumours: fake, hoax
	markCourt                      // of a lawsuit: sued, judge
	markToo                        // as well: "Google too"
	markAll                        // those named before: both, all three
	markElapsed                    // a deadline that ran out, a threat made good: expired, kept its word
	markNow                        // an act in the present: stops, throws out
	markClock                      // a time of day: midnight, o'clock
	markUs                         // the one who speaks, as the object: us
	markSuppose                    // of a sentence about what might be: imagine, suppose
	markGeneral                    // of what a vendor ends for everybody: all customers
	markEarlier                    // a plan told of as one from before: had warned
	markNone                       // phrases that only look like one of the above
)

// markNames are the sections of a lexicon.
var markNames = map[string]mark{
	"justify": markJustify,
	"cut":     markCut, "end": markEnd, "lose": markLose, "noun": markNoun, "same": markSame, "follow": markFollow,
	"subject": markSubject, "other": markOther, "pronoun": markPronoun, "by": markBy, "from": markFrom,
	"place": markPlace, "of": markOf, "source": markSource, "passive": markPassive, "not": markNot,
	"plan": markPlan, "wish": markWish, "deny": markDeny, "claim": markClaim, "rel": markRel, "sub": markSub,
	"and": markAnd, "time": markTime, "own": markOwn, "back": markBack, "joint": markJoint,
	"ultimatum": markUltimatum, "will": markWill, "clitic": markClitic, "told": markTold, "inf": markInf,
	"gone": markGone, "warn": markWarn, "corp": markCorp, "them": markThem, "start": markStart,
	"have": markHave, "none": markNone, "he": markHe, "why": markWhy, "self": markSelf, "a": markA,
	"deal": markDeal, "past": markPast, "nom": markNom, "whom": markWhom, "named": markNamed,
	"nodeal": markNoDeal, "hoax": markHoax, "court": markCourt, "too": markToo, "all": markAll,
	"elapsed": markElapsed, "now": markNow, "clock": markClock, "us": markUs, "suppose": markSuppose, "general": markGeneral, "earlier": markEarlier,
}
