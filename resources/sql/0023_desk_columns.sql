-- SPDX-License-Identifier: GPL-3.0-or-later
-- Saved queries that ask for tags, or for the state or the owner of tickets, are kept in the match table as well
-- (saved_query.desk_dependent 2; 1: searched for anew each time; 0: judged as items come). What changes at the desk marks its
-- mentions here, and the job that changed it holds them against these queries before it ends.
-- (The marks ask for themselves: in a trigger OR IGNORE is overruled by the statement that it runs in.)
CREATE INDEX saved_query_desk ON saved_query(id) WHERE desk_dependent=2;
CREATE TABLE desk_mark(item_id INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER desk_tag_added AFTER INSERT ON item_tag WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT NEW.item_id WHERE NOT EXISTS(SELECT 1 FROM desk_mark WHERE item_id=NEW.item_id); END;
CREATE TRIGGER desk_tag_gone AFTER DELETE ON item_tag WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT OLD.item_id WHERE NOT EXISTS(SELECT 1 FROM desk_mark WHERE item_id=OLD.item_id); END;
CREATE TRIGGER desk_tag_renamed AFTER UPDATE OF name_folded ON tag
  WHEN NEW.name_folded<>OLD.name_folded AND EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT item_id FROM item_tag WHERE tag_id=NEW.id AND item_id NOT IN (SELECT item_id FROM desk_mark); END;
CREATE TRIGGER desk_ticket_changed AFTER UPDATE OF status, owner, snooze_due_at ON ticket
  WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) AND (NEW.status, NEW.owner, NEW.snooze_due_at) IS NOT (OLD.status, OLD.owner, OLD.snooze_due_at) BEGIN
  INSERT INTO desk_mark SELECT item_id FROM ticket_item WHERE ticket_id=NEW.id AND item_id NOT IN (SELECT item_id FROM desk_mark); END;
CREATE TRIGGER desk_item_added AFTER INSERT ON ticket_item WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT NEW.item_id WHERE NOT EXISTS(SELECT 1 FROM desk_mark WHERE item_id=NEW.item_id); END;
CREATE TRIGGER desk_item_moved AFTER UPDATE ON ticket_item WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT NEW.item_id WHERE NOT EXISTS(SELECT 1 FROM desk_mark WHERE item_id=NEW.item_id); END;
CREATE TRIGGER desk_item_gone AFTER DELETE ON ticket_item WHEN EXISTS(SELECT 1 FROM saved_query WHERE desk_dependent=2) BEGIN
  INSERT INTO desk_mark SELECT OLD.item_id WHERE NOT EXISTS(SELECT 1 FROM desk_mark WHERE item_id=OLD.item_id); END;

-- Of the total and of the unread: relays, so that columns count without them just as quickly.
ALTER TABLE query_count ADD COLUMN relays INTEGER NOT NULL DEFAULT 0;
ALTER TABLE query_count ADD COLUMN unread_relays INTEGER NOT NULL DEFAULT 0;
UPDATE query_count SET (relays, unread_relays) = (SELECT count(*), coalesce(sum(m.item_id > q.read_up_to), 0) FROM query_match m JOIN saved_query q ON q.id=m.query_id
  WHERE m.query_id=query_count.query_id AND m.counted=1 AND m.relay=1);
