// Package detect reads an article's facts from its own text: the language, the
// headline, the actors it names and the vendors that cut ties. Everything it says
// is a reading, not a statement; a fact that a person stated goes before it.
//
//	Language   script first, then function words
//	Headline   the line a newspaper would have printed largest
//	Date       the day that a line around the text states
//	Author     who wrote it, as the page says
//	Furniture  what a page put around the article
//	Actors     a register's names in a text, in the forms that grammar gives them
//	People     persons in a text whom the register does not know
//	Cuts       which vendors cut ties with the subject, each with its sentence
//
// A body becomes cuts in seven steps:
//
//	body → blocks (no furniture) → sentences → tokens with marks → clauses
//	     → for each act: who did it, to whom, did it happen
//	     → for each vendor: what speaks for it and against it in a sentence
//	     → and in the whole text → one cut a vendor
//
// The rules of the fifth step are precise and know few ways of saying a thing. The
// sixth weighs what they found together with what stands around an act, so that it
// drops what little speaks for and adds what they missed; features.go says what is
// looked at, and lexicon/weights.txt how much each weighs, as fit_test.go fitted it.
// The seventh (verdict.go, lexicon/verdicts.txt) asks whether the whole text bears out
// what was found: an article about another's trouble has sentences that would state a
// cut elsewhere.
//
// All offsets are bytes into the body it was given, which has to be clean: valid
// UTF-8 in NFC with LF line ends. The rules know kinds of text, never one text.
//
// What the words of a language are stands in the files of lexicon. To teach it
// the cuts of another language, add lexicon/cuts/TAG.txt: lines "section: phrase;
// phrase", with "/" between alternatives of a word, "*" for any ending, "*" before
// a single word for any beginning of a compound, and ".." for other words in
// between, "&" for parts that stand near each other in any order; marks.go says what
// the sections are. "@deal: words" is a list that "@deal" stands for in the phrases
// below it. "called Apple: iphone maker" is what papers call a vendor of the built-in
// register beside its name. "order:" takes inverts (who acts may stand behind the
// verb), final (the verb may stand last), after (prepositions stand behind their
// noun), bare (who acts may follow a passive without a preposition), free (the object
// may stand before the verb), owned (what is owned stands before its owner), behind
// ("according to" stands behind the name), drops (a verb may go without its subject),
// cedillas (renunţat is read as renunțat) and progressive (was with -ing is no
// passive).
//
// Then write testdata/turns/TAG.txt, forty turns and more, and testdata/cuts/TAG.txt,
// half of it articles that state no cut, and add what TestTrust prints to trust.txt:
// below nine cases in ten the cuts of a language are only possible ones. Fit the
// weights anew with go test ./model/detect -run 'TestFit$' -fit, then what a whole text
// weighs with -run TestFitVerdicts -fit. A new language for
// Language is a line of words.txt and a sample in its test; what its grammar does to
// names is a line of endings.txt.
//
// It leaves Markdown, web pages and front matter to others.
package detect
