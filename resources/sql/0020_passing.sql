-- SPDX-License-Identifier: GPL-3.0-or-later
-- Services of the house that questions are passed on to, what became of each question, and who looks after what: scopes,
-- absences, claims, and what two machines tell one another. 0 stands for "none" in ids; instants are UTC microseconds.

ALTER TABLE question ADD COLUMN in_reply_to TEXT NOT NULL DEFAULT '';

CREATE TABLE department(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name_fr TEXT NOT NULL, name_en TEXT NOT NULL, calendar TEXT NOT NULL DEFAULT '',
  deadline_minutes INTEGER NOT NULL, lang TEXT NOT NULL, template TEXT NOT NULL DEFAULT '', tags_json TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL DEFAULT 0, retired INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE department_colleague(
  department_id INTEGER NOT NULL REFERENCES department(id) ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL,
  address TEXT NOT NULL, PRIMARY KEY(department_id, position)) STRICT, WITHOUT ROWID;

-- reminds: the question that this one reminds of. status_before: of the ticket, for a question that is taken back.
CREATE TABLE passing(
  question_id INTEGER PRIMARY KEY REFERENCES question(id) ON DELETE CASCADE, department_id INTEGER NOT NULL, way TEXT NOT NULL,
  status_before TEXT NOT NULL DEFAULT '', asked_at INTEGER NOT NULL, due_at INTEGER NOT NULL, answered_at INTEGER,
  reminds INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX passing_asked ON passing(asked_at);
CREATE INDEX passing_answered ON passing(answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX passing_reminds ON passing(reminds) WHERE reminds <> 0;

-- An answer that lies on its ticket as a note; used_at: when it was turned into the draft of a reply.
CREATE TABLE passing_note(
  reply_id INTEGER PRIMARY KEY REFERENCES question_reply(id) ON DELETE CASCADE, note_id INTEGER NOT NULL, ticket_id INTEGER NOT NULL,
  used_at INTEGER) STRICT;
CREATE INDEX passing_note_ticket ON passing_note(ticket_id);

-- Lists are JSON arrays of texts; an empty list asks nothing.
CREATE TABLE scope(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, owner TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
  countries_json TEXT NOT NULL DEFAULT '[]', languages_json TEXT NOT NULL DEFAULT '[]', segments_json TEXT NOT NULL DEFAULT '[]',
  brands_json TEXT NOT NULL DEFAULT '[]') STRICT;
CREATE TABLE absence(
  id INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, from_at INTEGER NOT NULL, until_at INTEGER NOT NULL,
  replaced_by TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE claim(
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE, person TEXT NOT NULL, taken_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL) STRICT;

-- What this machine last knew of each field of each ticket, and who had changed it how often (a version vector as JSON).
-- ticket_key names the first message of the conversation as its network does; it may not have arrived here yet.
CREATE TABLE exchange_field(
  ticket_key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, clock_json TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  applied INTEGER NOT NULL DEFAULT 1, PRIMARY KEY(ticket_key, field)) STRICT, WITHOUT ROWID;
-- Two people changed one field and neither knew of the other: the value from elsewhere waits for a person.
CREATE TABLE exchange_conflict(
  ticket_key TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, clock_json TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL, PRIMARY KEY(ticket_key, field)) STRICT, WITHOUT ROWID;
