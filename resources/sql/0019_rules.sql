-- SPDX-License-Identifier: GPL-3.0-or-later
-- Triage at length: saved views of the queue, the tree of tags, rules and what they did, pins, and what the queue needs to
-- know of each ticket, kept ready.

-- statuses: words separated by blanks, empty: all that are not closed. owner: NULL anybody, '' nobody, '@me' whoever sits there.
CREATE TABLE desk_view(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL DEFAULT '', statuses TEXT NOT NULL DEFAULT '',
  owner TEXT, tag_id INTEGER NOT NULL DEFAULT 0, account_id INTEGER NOT NULL DEFAULT 0, lang TEXT NOT NULL DEFAULT '',
  snoozed INTEGER NOT NULL DEFAULT 0, sort TEXT NOT NULL, position INTEGER NOT NULL) STRICT;

-- mark: one or two letters or a sign that says the tag without its colour.
ALTER TABLE tag ADD COLUMN parent_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tag ADD COLUMN mark TEXT NOT NULL DEFAULT '';
-- What became of tags: only ever added to. what: 'renamed', 'merged', 'moved', 'removed'.
CREATE TABLE tag_event(
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, tag_id INTEGER NOT NULL, what TEXT NOT NULL, from_value TEXT NOT NULL, to_value TEXT NOT NULL) STRICT;
CREATE INDEX tag_event_tag ON tag_event(tag_id);

-- moment: 'arrives', 'changes', 'late', 'daily'. at_minute of the day and weekdays (bit 0 Monday) in the workspace's zone: 'daily'.
CREATE TABLE rule(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, moment TEXT NOT NULL, at_minute INTEGER NOT NULL DEFAULT 0,
  weekdays INTEGER NOT NULL DEFAULT 127, source TEXT NOT NULL, account_id INTEGER NOT NULL DEFAULT 0, waiting_hours INTEGER NOT NULL DEFAULT 0,
  messages INTEGER NOT NULL DEFAULT 0, actions_json TEXT NOT NULL, stop_after INTEGER NOT NULL DEFAULT 0, is_on INTEGER NOT NULL,
  position INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1) STRICT;
-- What rules did: only ever added to. outcome: 'done', 'nothing' (it was so already), 'capped', 'failed'. done: actions in words.
CREATE TABLE rule_log(
  id INTEGER PRIMARY KEY, rule_id INTEGER NOT NULL, rule_name TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, moment TEXT NOT NULL,
  item_id INTEGER NOT NULL, ticket_id INTEGER NOT NULL, outcome TEXT NOT NULL, done TEXT NOT NULL) STRICT;
CREATE INDEX rule_log_rule ON rule_log(rule_id, id);
-- Which delay a rule has seen become late, and which day it ran: neither is undone with what it did.
CREATE TABLE rule_seen(
  rule_id INTEGER NOT NULL, ticket_id INTEGER NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY(rule_id, ticket_id)) STRICT, WITHOUT ROWID;

-- Answers that rules prepared: taken into the outbox by the next beat of the engines, with a delay in which they can be taken back.
CREATE TABLE rule_answer(
  id INTEGER PRIMARY KEY AUTOINCREMENT, ticket_id INTEGER NOT NULL, item_id INTEGER NOT NULL, rule TEXT NOT NULL, text TEXT NOT NULL,
  delay_minutes INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;

CREATE TABLE ticket_bump(ticket_id INTEGER PRIMARY KEY, points REAL NOT NULL, rule TEXT NOT NULL) STRICT;
-- first_json: the tickets that stood first when the pin was put, to tell how good the order was.
CREATE TABLE ticket_pin(ticket_id INTEGER PRIMARY KEY, at INTEGER NOT NULL, first_json TEXT NOT NULL) STRICT;

-- How one works, for oneself: counted only while it is switched on, never sent anywhere.
CREATE TABLE effort(
  day INTEGER NOT NULL, command TEXT NOT NULL, presses INTEGER NOT NULL, clicks INTEGER NOT NULL, tickets INTEGER NOT NULL, seconds REAL NOT NULL,
  PRIMARY KEY(day, command)) STRICT, WITHOUT ROWID;

-- Of each ticket what its score is made of, beside the ticket's own row. intent: 1 question, 2 complaint, 4 direct, 8 review.
-- The triggers drop what no longer holds; the store works it out again behind, and reads around what is missing meanwhile.
CREATE TABLE queue_fact(
  ticket_id INTEGER PRIMARY KEY, intent INTEGER NOT NULL, tone REAL NOT NULL, exchanges INTEGER NOT NULL, relays INTEGER NOT NULL,
  audience REAL NOT NULL) STRICT;
CREATE TABLE queue_stale(ticket_id INTEGER PRIMARY KEY) STRICT;
CREATE INDEX ticket_latest ON ticket(latest_item_id);
INSERT INTO queue_stale SELECT id FROM ticket;
CREATE TRIGGER queue_fact_lost AFTER DELETE ON queue_fact BEGIN
  INSERT OR IGNORE INTO queue_stale VALUES(old.ticket_id);
END;
CREATE TRIGGER queue_ticket_made AFTER INSERT ON ticket BEGIN
  INSERT OR IGNORE INTO queue_stale VALUES(new.id);
  DELETE FROM queue_fact WHERE new.outbound <> 0 AND ticket_id IN (SELECT id FROM ticket WHERE member_id=new.member_id);
END;
CREATE TRIGGER queue_ticket_moved AFTER UPDATE OF latest_item_id, member_id ON ticket
  WHEN old.latest_item_id <> new.latest_item_id OR old.member_id <> new.member_id BEGIN
  DELETE FROM queue_fact WHERE ticket_id=new.id;
END;
CREATE TRIGGER queue_ticket_answered AFTER UPDATE OF outbound ON ticket WHEN old.outbound <> new.outbound BEGIN
  DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE member_id=new.member_id);
END;
CREATE TRIGGER queue_ticket_gone AFTER DELETE ON ticket BEGIN
  DELETE FROM queue_fact WHERE ticket_id=old.id OR (old.outbound <> 0 AND ticket_id IN (SELECT id FROM ticket WHERE member_id=old.member_id));
  DELETE FROM queue_stale WHERE ticket_id=old.id;
END;
CREATE TRIGGER queue_item_changed AFTER UPDATE OF text, title, lang, tone, visibility, kind ON item
  WHEN old.text <> new.text OR old.title IS NOT new.title OR old.lang <> new.lang OR old.tone <> new.tone
    OR old.visibility <> new.visibility OR old.kind <> new.kind BEGIN
  DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE latest_item_id=new.id);
END;
CREATE TRIGGER queue_relay_seen AFTER INSERT ON item_ref WHEN new.relation = 3 AND new.target_id IS NOT NULL BEGIN
  DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE latest_item_id=new.target_id);
END;
CREATE TRIGGER queue_relay_found AFTER UPDATE OF target_id ON item_ref
  WHEN new.relation = 3 AND old.target_id IS NOT new.target_id AND new.target_id IS NOT NULL BEGIN
  DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE latest_item_id=new.target_id);
END;
CREATE TRIGGER queue_audience AFTER UPDATE OF followers ON member WHEN old.followers IS NOT new.followers BEGIN
  DELETE FROM queue_fact WHERE ticket_id IN (SELECT id FROM ticket WHERE member_id=new.id);
END;
