-- SPDX-License-Identifier: GPL-3.0-or-later
-- Full-text search over what is no item: earlier texts (1), notes (2), members (3), answers of ours (4), plans (5). kind: enum
-- FindScope. A row of found is one text; found_fts has the same id. What changes is only marked in found_due, by triggers,
-- whoever writes; words are folded by the program, which catches up behind everything else. What is deleted goes at once, and its
-- words leave the file a little later (meta 'found_scrub', src/store/found_upkeep.cpp).

CREATE TABLE found(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, ref_id INTEGER NOT NULL, part INTEGER NOT NULL, at INTEGER NOT NULL,
  UNIQUE(kind, ref_id, part)) STRICT;
CREATE INDEX found_at ON found(kind, at);
CREATE VIRTUAL TABLE found_fts USING fts5(text, tags, detail=full,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co S* M*'");
CREATE TABLE found_due(kind INTEGER NOT NULL, ref_id INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY(kind, ref_id, part)) STRICT, WITHOUT ROWID;

CREATE TRIGGER found_gone AFTER DELETE ON found BEGIN
  DELETE FROM found_fts WHERE rowid=OLD.id;
  INSERT INTO meta(key, value) VALUES('found_scrub', 'begin') ON CONFLICT(key) DO UPDATE SET value='begin';
END;

CREATE TRIGGER found_revision_new AFTER INSERT ON item_revision BEGIN
  INSERT OR IGNORE INTO found_due VALUES(1, NEW.item_id, NEW.number);
END;
CREATE TRIGGER found_revision_changed AFTER UPDATE ON item_revision BEGIN
  INSERT OR IGNORE INTO found_due VALUES(1, NEW.item_id, NEW.number);
END;
CREATE TRIGGER found_revision_gone AFTER DELETE ON item_revision BEGIN
  DELETE FROM found WHERE kind=1 AND ref_id=OLD.item_id AND part=OLD.number;
  DELETE FROM found_due WHERE kind=1 AND ref_id=OLD.item_id AND part=OLD.number;
END;

CREATE TRIGGER found_note_new AFTER INSERT ON note BEGIN INSERT OR IGNORE INTO found_due VALUES(2, NEW.id, 0); END;
CREATE TRIGGER found_note_changed AFTER UPDATE ON note BEGIN INSERT OR IGNORE INTO found_due VALUES(2, NEW.id, 0); END;
CREATE TRIGGER found_note_gone AFTER DELETE ON note BEGIN
  DELETE FROM found WHERE kind=2 AND ref_id=OLD.id;
  DELETE FROM found_due WHERE kind=2 AND ref_id=OLD.id;
END;

CREATE TRIGGER found_member_new AFTER INSERT ON member BEGIN INSERT OR IGNORE INTO found_due VALUES(3, NEW.id, 0); END;
CREATE TRIGGER found_member_changed AFTER UPDATE OF handle, name, bio ON member
WHEN NEW.handle<>OLD.handle OR NEW.name<>OLD.name OR NEW.bio<>OLD.bio BEGIN
  INSERT OR IGNORE INTO found_due VALUES(3, NEW.id, 0);
END;
-- Its words are to leave the file, too: what erases a name empties it.
CREATE TRIGGER found_member_erased AFTER UPDATE OF name, bio ON member WHEN (NEW.name='' AND OLD.name<>'') OR (NEW.bio='' AND OLD.bio<>'') BEGIN
  INSERT INTO meta(key, value) VALUES('found_scrub', 'begin') ON CONFLICT(key) DO UPDATE SET value='begin';
END;
CREATE TRIGGER found_member_gone AFTER DELETE ON member BEGIN
  DELETE FROM found WHERE kind=3 AND ref_id=OLD.id;
  DELETE FROM found_due WHERE kind=3 AND ref_id=OLD.id;
END;

CREATE TRIGGER found_answer_new AFTER INSERT ON outbound_part BEGIN INSERT OR IGNORE INTO found_due VALUES(4, NEW.outbound_id, NEW.position); END;
CREATE TRIGGER found_answer_changed AFTER UPDATE OF text ON outbound_part WHEN NEW.text<>OLD.text BEGIN
  INSERT OR IGNORE INTO found_due VALUES(4, NEW.outbound_id, NEW.position);
END;
CREATE TRIGGER found_answer_gone AFTER DELETE ON outbound_part BEGIN
  DELETE FROM found WHERE kind=4 AND ref_id=OLD.outbound_id AND part=OLD.position;
  DELETE FROM found_due WHERE kind=4 AND ref_id=OLD.outbound_id AND part=OLD.position;
END;

CREATE TRIGGER found_plan_new AFTER INSERT ON plan_item BEGIN INSERT OR IGNORE INTO found_due VALUES(5, NEW.id, 0); END;
CREATE TRIGGER found_plan_changed AFTER UPDATE OF text, warning, lang, due_at, deleted_at ON plan_item BEGIN
  INSERT OR IGNORE INTO found_due VALUES(5, NEW.id, 0);
END;
CREATE TRIGGER found_plan_gone AFTER DELETE ON plan_item BEGIN
  DELETE FROM found WHERE kind=5 AND ref_id=OLD.id;
  DELETE FROM found_due WHERE kind=5 AND ref_id=OLD.id;
END;
CREATE TRIGGER found_variant_new AFTER INSERT ON plan_variant BEGIN INSERT OR IGNORE INTO found_due VALUES(5, NEW.plan_id, 0); END;
CREATE TRIGGER found_variant_changed AFTER UPDATE OF text, overridden ON plan_variant BEGIN INSERT OR IGNORE INTO found_due VALUES(5, NEW.plan_id, 0); END;

-- What there is already is caught up with like everything else, a slice at a time.
INSERT INTO found_due SELECT 1, item_id, number FROM item_revision;
INSERT INTO found_due SELECT 2, id, 0 FROM note;
INSERT INTO found_due SELECT 3, id, 0 FROM member;
INSERT INTO found_due SELECT 4, outbound_id, position FROM outbound_part;
INSERT INTO found_due SELECT 5, id, 0 FROM plan_item;
