-- SPDX-License-Identifier: GPL-3.0-or-later
-- People: which identities (rows of member) are one person, and what the house notes, plans and owes. All of it hangs on one
-- identity and never on the person, so that taking a merge back gives each identity what is its own. docs/members.md

-- Merges in force (undone_at NULL) are a forest over members; a person is one tree of it. reasons: JSON, as they were known then.
CREATE TABLE member_merge(
  id INTEGER PRIMARY KEY AUTOINCREMENT, one_id INTEGER NOT NULL, other_id INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  reasons TEXT NOT NULL DEFAULT '[]', undone_at INTEGER, undone_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX member_merge_one ON member_merge(one_id) WHERE undone_at IS NULL;
CREATE INDEX member_merge_other ON member_merge(other_id) WHERE undone_at IS NULL;
-- The trees, so that nobody walks them: person_id is the smallest member of it. Who stands alone has no row.
CREATE TABLE member_person(member_id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL) STRICT;
CREATE INDEX member_person_person ON member_person(person_id);
-- Said to be two people: never suggested and never merged. one_id < other_id.
CREATE TABLE member_apart(one_id INTEGER NOT NULL, other_id INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL, PRIMARY KEY(one_id, other_id)) STRICT, WITHOUT ROWID;

CREATE TABLE member_note(
  id INTEGER PRIMARY KEY AUTOINCREMENT, member_id INTEGER NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX member_note_member ON member_note(member_id);
-- What is to be done next with somebody, on a day of the house.
CREATE TABLE member_step(
  id INTEGER PRIMARY KEY AUTOINCREMENT, member_id INTEGER NOT NULL, text TEXT NOT NULL, due_day TEXT NOT NULL DEFAULT '', who TEXT NOT NULL,
  at INTEGER NOT NULL, done_at INTEGER) STRICT;
CREATE INDEX member_step_member ON member_step(member_id);
-- What they agreed to or took back, each with where that was said.
CREATE TABLE member_consent(
  id INTEGER PRIMARY KEY AUTOINCREMENT, member_id INTEGER NOT NULL, what TEXT NOT NULL, granted INTEGER NOT NULL, source TEXT NOT NULL,
  at INTEGER NOT NULL, who TEXT NOT NULL) STRICT;
CREATE INDEX member_consent_member ON member_consent(member_id);
-- Data somebody gave us, beside what the network shows. kind: email, phone, place, name, language, order, other.
CREATE TABLE member_fact(
  id INTEGER PRIMARY KEY AUTOINCREMENT, member_id INTEGER NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, origin TEXT NOT NULL,
  at INTEGER NOT NULL, who TEXT NOT NULL) STRICT;
CREATE INDEX member_fact_member ON member_fact(member_id);
CREATE INDEX member_fact_value ON member_fact(kind, value);
-- What the picture at an address is; only of those that were compared.
CREATE TABLE member_avatar(member_id INTEGER PRIMARY KEY, url TEXT NOT NULL, sha256 TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX member_seen ON member(last_seen_at);

-- What we promised. wall and zone are what was said, due_at what it was resolved to (end of work where only a day was said).
-- state: open, kept, broken, released.
CREATE TABLE promise(
  id INTEGER PRIMARY KEY AUTOINCREMENT, member_id INTEGER NOT NULL DEFAULT 0, ticket_id INTEGER NOT NULL DEFAULT 0,
  item_id INTEGER NOT NULL DEFAULT 0, outbound_id INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, wall TEXT NOT NULL, zone TEXT NOT NULL,
  due_at INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'open', made_at INTEGER NOT NULL, made_by TEXT NOT NULL,
  settled_at INTEGER, settled_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX promise_open ON promise(due_at) WHERE state='open';
CREATE INDEX promise_member ON promise(member_id) WHERE member_id<>0;
CREATE INDEX promise_ticket ON promise(ticket_id) WHERE ticket_id<>0;

-- That somebody was erased, when, by whom and why: nothing of whom.
CREATE TABLE erasure(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL, identities INTEGER NOT NULL,
  items INTEGER NOT NULL, answers INTEGER NOT NULL, notes INTEGER NOT NULL, mentions INTEGER NOT NULL) STRICT;
