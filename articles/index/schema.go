package index

// format is the version of this package's tables and of the way it cuts text
// into words. Another one makes every database anew.
const format = "1"

// The rows that are looked through whole are narrow and apart from the facts:
// a million of them are read in half a second, and with the facts beside them
// in three.
//
// A file's id is null while it is the one that it wants.
//
// The full text is cut into words by this package, so its tokenizer has only to
// part them at spaces, which ascii does fastest. It has no prefix index: that
// of one to three letters would halve the speed of writing and treble the size;
// the tables below it do the same (see initials.go).
const schema = `
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE file(
	num INTEGER PRIMARY KEY,
	key TEXT NOT NULL UNIQUE,
	size INTEGER NOT NULL,
	modtime INTEGER NOT NULL,
	stage INTEGER NOT NULL,
	rev INTEGER NOT NULL,
	want TEXT NOT NULL,
	stated INTEGER NOT NULL,
	id TEXT,
	title TEXT NOT NULL);
CREATE INDEX file_rev ON file(rev);
CREATE INDEX file_want ON file(want);
CREATE INDEX file_id ON file(id) WHERE id IS NOT NULL;
CREATE TABLE facts(num INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE blob(name TEXT PRIMARY KEY, rev INTEGER NOT NULL, made INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE part(made INTEGER NOT NULL, nth INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(made, nth));
CREATE VIRTUAL TABLE words USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
INSERT INTO words(words, rank) VALUES ('automerge', 16), ('hashsize', 8388608);
CREATE TABLE initial(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, ready INTEGER NOT NULL);
CREATE INDEX initial_unready ON initial(id) WHERE ready = 0;
CREATE TABLE fresh(num INTEGER PRIMARY KEY, ids BLOB NOT NULL);
CREATE TABLE block(block INTEGER PRIMARY KEY);
CREATE TABLE bits(block INTEGER NOT NULL, id INTEGER NOT NULL, nums BLOB NOT NULL, PRIMARY KEY(block, id)) WITHOUT ROWID;
`
