-- SPDX-License-Identifier: GPL-3.0-or-later
-- Service levels: opening hours, what was promised, and how each promise went. docs/service-levels.md

-- A calendar (kind 1) or a policy (kind 2). Versions are only ever added: what was measured names the one it was measured by.
CREATE TABLE sla_part(
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE sla_part_version(
  part_id INTEGER NOT NULL REFERENCES sla_part(id) ON DELETE CASCADE, version INTEGER NOT NULL, at INTEGER NOT NULL, definition TEXT NOT NULL,
  PRIMARY KEY(part_id, version)) STRICT, WITHOUT ROWID;

-- In what state a ticket was since when, as far as messages do not say it. An action that is undone leaves no row.
CREATE TABLE ticket_state(
  id INTEGER PRIMARY KEY, ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, at INTEGER NOT NULL, status TEXT NOT NULL,
  snoozed_until INTEGER) STRICT;
CREATE INDEX ticket_state_ticket ON ticket_state(ticket_id, at);
INSERT INTO ticket_state(ticket_id, at, status) SELECT ticket_id, at, to_value FROM ticket_event WHERE what='status' ORDER BY id;
INSERT INTO ticket_state(ticket_id, at, status, snoozed_until) SELECT id, changed_at, status, snooze_due_at FROM ticket WHERE snooze_due_at IS NOT NULL;

-- A clock of a ticket: a first answer (target 0), a next one (1), the resolution (2). state: enum SlaState. used: open seconds up to the
-- last time it stopped; running_since: since when it runs again. policy 0: nothing was promised.
CREATE TABLE sla_event(
  ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, target INTEGER NOT NULL, sequence INTEGER NOT NULL,
  policy_id INTEGER NOT NULL, policy_version INTEGER NOT NULL, calendar_id INTEGER NOT NULL, calendar_version INTEGER NOT NULL,
  started_at INTEGER NOT NULL, ended_at INTEGER, due_at INTEGER, running_since INTEGER, state INTEGER NOT NULL,
  promised INTEGER NOT NULL, used INTEGER NOT NULL, wall INTEGER NOT NULL, skewed INTEGER NOT NULL,
  PRIMARY KEY(ticket_id, target, sequence)) STRICT, WITHOUT ROWID;
CREATE INDEX sla_event_started ON sla_event(started_at);
CREATE INDEX sla_event_ended ON sla_event(ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sla_event_due ON sla_event(due_at) WHERE ended_at IS NULL;

-- The clock that a ticket shows: the one that is due first. Only tickets that have one.
CREATE TABLE sla_clock(
  ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE, target INTEGER NOT NULL, policy_id INTEGER NOT NULL,
  calendar_id INTEGER NOT NULL, calendar_version INTEGER NOT NULL, due_at INTEGER, seconds_left INTEGER NOT NULL) STRICT;

-- Tickets whose clocks are to be worked out again; anew: by the policies of now, even what has ended since they changed.
CREATE TABLE sla_mark(ticket_id INTEGER PRIMARY KEY REFERENCES ticket(id) ON DELETE CASCADE, anew INTEGER NOT NULL DEFAULT 0) STRICT;
-- Answers that a machine gave: they stop no clock.
CREATE TABLE sla_automatic(outbound_id INTEGER PRIMARY KEY REFERENCES outbound(id) ON DELETE CASCADE) STRICT;
INSERT INTO sla_mark SELECT id, 0 FROM ticket;

CREATE TRIGGER sla_ticket_new AFTER INSERT ON ticket BEGIN
  INSERT INTO ticket_state(ticket_id, at, status, snoozed_until) SELECT NEW.id, NEW.created_at, NEW.status, NEW.snooze_due_at
    WHERE NEW.status<>'new' OR NEW.snooze_due_at IS NOT NULL;
  INSERT INTO sla_mark(ticket_id) SELECT NEW.id WHERE NOT EXISTS(SELECT 1 FROM sla_mark WHERE ticket_id=NEW.id);
END;
-- OR IGNORE would not do: the statement that a trigger runs in has its own way with conflicts, and that one counts.
-- What a message of the member (it opens) or an answer of ours (the member has the word) changes is said by the messages, at their own
-- times. A row that goes back to an earlier change is an undo: what came after it never was.
CREATE TRIGGER sla_ticket_state AFTER UPDATE OF status, snooze_due_at ON ticket
WHEN NEW.status<>OLD.status OR NEW.snooze_due_at IS NOT OLD.snooze_due_at BEGIN
  DELETE FROM ticket_state WHERE ticket_id=NEW.id AND at>NEW.changed_at;
  INSERT INTO ticket_state(ticket_id, at, status, snoozed_until) SELECT NEW.id, NEW.changed_at, NEW.status, NEW.snooze_due_at
    WHERE NOT (NEW.status='open' AND NEW.inbound>OLD.inbound)
      AND NOT (NEW.status='waiting_member' AND NEW.waiting_since_at IS NULL AND OLD.waiting_since_at IS NOT NULL);
END;
CREATE TRIGGER sla_ticket_changed AFTER UPDATE ON ticket BEGIN INSERT INTO sla_mark(ticket_id) SELECT NEW.id WHERE NOT EXISTS(SELECT 1 FROM sla_mark WHERE ticket_id=NEW.id); END;
CREATE TRIGGER sla_item_added AFTER INSERT ON ticket_item BEGIN INSERT INTO sla_mark(ticket_id) SELECT NEW.ticket_id WHERE NOT EXISTS(SELECT 1 FROM sla_mark WHERE ticket_id=NEW.ticket_id); END;
CREATE TRIGGER sla_item_gone AFTER DELETE ON ticket_item WHEN EXISTS(SELECT 1 FROM ticket WHERE id=OLD.ticket_id) BEGIN
  INSERT INTO sla_mark(ticket_id) SELECT OLD.ticket_id WHERE NOT EXISTS(SELECT 1 FROM sla_mark WHERE ticket_id=OLD.ticket_id);
END;
CREATE TRIGGER sla_tag_added AFTER INSERT ON item_tag BEGIN
  INSERT INTO sla_mark(ticket_id) SELECT ticket_id FROM ticket_item WHERE item_id=NEW.item_id AND ticket_id NOT IN (SELECT ticket_id FROM sla_mark);
END;
CREATE TRIGGER sla_tag_gone AFTER DELETE ON item_tag BEGIN
  INSERT INTO sla_mark(ticket_id) SELECT ticket_id FROM ticket_item WHERE item_id=OLD.item_id AND ticket_id NOT IN (SELECT ticket_id FROM sla_mark);
END;
CREATE TRIGGER sla_automatic_said AFTER INSERT ON sla_automatic BEGIN
  INSERT INTO sla_mark(ticket_id) SELECT ticket_id FROM outbound WHERE id=NEW.outbound_id AND ticket_id IN (SELECT id FROM ticket)
    AND ticket_id NOT IN (SELECT ticket_id FROM sla_mark);
END;
