-- SPDX-License-Identifier: GPL-3.0-or-later
-- The desk, what is sent, and the calendar. Instants are UTC microseconds (_at); what people plan is a wall time in a
-- zone (_wall, _zone), never an offset, beside the instant it was last resolved to. 0 stands for "none" in ids.

CREATE TABLE ticket(
  id INTEGER PRIMARY KEY, root_item_id INTEGER NOT NULL, latest_item_id INTEGER NOT NULL, member_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL, status TEXT NOT NULL, owner TEXT NOT NULL DEFAULT '',
  snooze_wall TEXT, snooze_zone TEXT, snooze_due_at INTEGER, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  first_inbound_at INTEGER, first_reply_at INTEGER, waiting_since_at INTEGER,
  inbound INTEGER NOT NULL DEFAULT 0, outbound INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX ticket_status ON ticket(status, created_at);
CREATE INDEX ticket_snooze ON ticket(snooze_due_at) WHERE snooze_due_at IS NOT NULL;
CREATE INDEX ticket_member ON ticket(member_id, outbound);
CREATE INDEX ticket_asked ON ticket(first_inbound_at) WHERE first_inbound_at IS NOT NULL;

CREATE TABLE ticket_item(
  ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, item_id INTEGER NOT NULL,
  PRIMARY KEY(ticket_id, item_id)) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_item_item ON ticket_item(item_id);

-- History lines are only ever added.
CREATE TABLE ticket_event(
  id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, at INTEGER NOT NULL,
  what TEXT NOT NULL, from_value TEXT NOT NULL DEFAULT '', to_value TEXT NOT NULL DEFAULT '', actor TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX ticket_event_ticket ON ticket_event(ticket_id);

-- Notes never leave the house: no column leads from here to anything that is sent.
CREATE TABLE note(
  id INTEGER PRIMARY KEY AUTOINCREMENT, ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE,
  text TEXT NOT NULL, author TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL) STRICT;
CREATE INDEX note_ticket ON note(ticket_id);

CREATE TABLE draft(
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE, text TEXT NOT NULL, changed_at INTEGER NOT NULL) STRICT;

CREATE TABLE change_set(
  id INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT;
-- Rows as they were and as they became: kind 'ticket' (row_id), 'note' (row_id), 'link' (row_id ticket, other_id item),
-- 'tag' (row_id item, other_id tag). NULL: the row was not there.
CREATE TABLE change_row(
  change_set_id INTEGER NOT NULL REFERENCES change_set(id) ON DELETE CASCADE, kind TEXT NOT NULL, row_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL DEFAULT 0, ticket_id INTEGER NOT NULL DEFAULT 0, before_json TEXT, after_json TEXT,
  PRIMARY KEY(change_set_id, kind, row_id, other_id)) STRICT, WITHOUT ROWID;

CREATE TABLE outbound(
  id INTEGER PRIMARY KEY AUTOINCREMENT, account_id INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
  warning TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT '', visibility TEXT NOT NULL, sensitive INTEGER NOT NULL DEFAULT 0,
  target_item_id INTEGER NOT NULL DEFAULT 0, target_native TEXT NOT NULL DEFAULT '', ticket_id INTEGER NOT NULL DEFAULT 0,
  plan_id INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, due_at INTEGER,
  late_by_minutes INTEGER, attempts INTEGER NOT NULL DEFAULT 0, error_json TEXT, next_check_at INTEGER,
  checks INTEGER NOT NULL DEFAULT 0, comment TEXT NOT NULL DEFAULT '', client_token TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX outbound_state ON outbound(state, due_at);
CREATE INDEX outbound_ticket ON outbound(ticket_id) WHERE ticket_id <> 0;
CREATE INDEX outbound_plan ON outbound(plan_id) WHERE plan_id <> 0;
CREATE UNIQUE INDEX outbound_token ON outbound(client_token) WHERE client_token <> '';

-- creates: the part makes a post of its own (an edit names the post of another row). state: enum OutboundPart::State.
CREATE TABLE outbound_part(
  outbound_id INTEGER NOT NULL REFERENCES outbound(id) ON DELETE CASCADE, position INTEGER NOT NULL, account_id INTEGER NOT NULL,
  creates INTEGER NOT NULL, text TEXT NOT NULL, media_json TEXT NOT NULL DEFAULT '[]', native_id TEXT NOT NULL DEFAULT '',
  permalink TEXT NOT NULL DEFAULT '', state INTEGER NOT NULL DEFAULT 0, idempotency_key TEXT NOT NULL DEFAULT '', started_at INTEGER,
  PRIMARY KEY(outbound_id, position)) STRICT;
CREATE UNIQUE INDEX outbound_part_native ON outbound_part(native_id, account_id) WHERE native_id <> '' AND creates = 1;

-- Tries are only ever added or ended.
CREATE TABLE attempt(
  id INTEGER PRIMARY KEY, outbound_id INTEGER NOT NULL REFERENCES outbound(id) ON DELETE CASCADE, part INTEGER NOT NULL,
  number INTEGER NOT NULL, phase TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, http_status INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX attempt_outbound ON attempt(outbound_id);

CREATE TABLE plan_item(
  id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, warning TEXT NOT NULL DEFAULT '', lang TEXT NOT NULL DEFAULT '',
  visibility TEXT NOT NULL, wall TEXT, zone TEXT NOT NULL DEFAULT '', due_at INTEGER, due_kind INTEGER NOT NULL DEFAULT 0,
  late_by_minutes INTEGER NOT NULL, approved INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  deleted_at INTEGER) STRICT;
CREATE INDEX plan_item_due ON plan_item(due_at) WHERE deleted_at IS NULL;
CREATE TABLE plan_variant(
  plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, position INTEGER NOT NULL, account_id INTEGER NOT NULL,
  text TEXT NOT NULL DEFAULT '', overridden INTEGER NOT NULL DEFAULT 0, outbound_id INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(plan_id, position), UNIQUE(plan_id, account_id)) STRICT, WITHOUT ROWID;
CREATE TABLE plan_media(
  plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, position INTEGER NOT NULL, path TEXT NOT NULL, mime TEXT NOT NULL,
  alt TEXT NOT NULL DEFAULT '', sha256 TEXT NOT NULL DEFAULT '', native_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(plan_id, position)) STRICT, WITHOUT ROWID;

-- What was done to the workspace and by whom, beside the histories of tickets and the attempts of the outbox.
CREATE TABLE audit(
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX audit_at ON audit(at);
