-- SPDX-License-Identifier: GPL-3.0-or-later
-- The library of answers, where each was given, and an index of every public answer of ours beside the message it answered.
-- docs/answers.md

-- removed_at: out of the library, while its uses and versions stay. Days are ISO dates. Lists are JSON.
CREATE TABLE answer(
  id INTEGER PRIMARY KEY AUTOINCREMENT, keyword TEXT NOT NULL, keyword_folded TEXT NOT NULL, title TEXT NOT NULL,
  text_fr TEXT NOT NULL, text_en TEXT NOT NULL, variables_json TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL,
  owner TEXT NOT NULL, service TEXT NOT NULL, tags_json TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  version INTEGER NOT NULL, removed_at INTEGER) STRICT;
CREATE UNIQUE INDEX answer_keyword ON answer(keyword_folded) WHERE removed_at IS NULL;
CREATE TABLE answer_version(
  answer_id INTEGER NOT NULL REFERENCES answer(id) ON DELETE CASCADE, number INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  text_json TEXT NOT NULL, PRIMARY KEY(answer_id, number)) STRICT, WITHOUT ROWID;

-- Put into a reply that is being written; values: what its variables were filled with.
CREATE TABLE answer_pick(
  ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, answer_id INTEGER NOT NULL REFERENCES answer(id) ON DELETE CASCADE,
  lang TEXT NOT NULL, values_json TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(ticket_id, answer_id)) STRICT, WITHOUT ROWID;
-- Written with the intent to send. It counts while the row of the outbox says that it was sent: taken back, it is no use.
CREATE TABLE answer_use(
  outbound_id INTEGER NOT NULL, answer_id INTEGER NOT NULL REFERENCES answer(id) ON DELETE CASCADE, version INTEGER NOT NULL,
  lang TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL, values_json TEXT NOT NULL,
  PRIMARY KEY(outbound_id, answer_id)) STRICT, WITHOUT ROWID;
CREATE INDEX answer_use_answer ON answer_use(answer_id);

-- Every public answer of ours, whether sent from here (outbound_id) or seen on the network (item_id), and the stems of what it
-- answered. What changed is marked by triggers, whoever writes, and read anew behind everything else (source: 0 outbound, 1 item).
CREATE TABLE answered(
  id INTEGER PRIMARY KEY, outbound_id INTEGER NOT NULL, item_id INTEGER NOT NULL, question_id INTEGER NOT NULL, at INTEGER NOT NULL,
  UNIQUE(outbound_id, item_id)) STRICT;
CREATE INDEX answered_item ON answered(item_id) WHERE item_id<>0;
CREATE INDEX answered_question ON answered(question_id) WHERE question_id<>0;
CREATE VIRTUAL TABLE answered_fts USING fts5(question, answer, detail=full,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co S* M*'");
CREATE VIRTUAL TABLE answered_words USING fts5vocab(answered_fts, row);
CREATE TABLE answered_due(source INTEGER NOT NULL, ref_id INTEGER NOT NULL, PRIMARY KEY(source, ref_id)) STRICT, WITHOUT ROWID;

CREATE TRIGGER answered_gone AFTER DELETE ON answered BEGIN
  DELETE FROM answered_fts WHERE rowid=OLD.id;
  INSERT INTO meta(key, value) VALUES('answered_scrub', 'begin') ON CONFLICT(key) DO UPDATE SET value='begin';
END;
CREATE TRIGGER answered_outbound_new AFTER INSERT ON outbound WHEN NEW.kind='reply' AND NEW.state IN ('sent', 'accepted') BEGIN
  INSERT OR IGNORE INTO answered_due VALUES(0, NEW.id);
END;
CREATE TRIGGER answered_outbound_moved AFTER UPDATE OF state ON outbound WHEN NEW.kind='reply' AND NEW.state<>OLD.state
  AND (NEW.state IN ('sent', 'accepted') OR OLD.state IN ('sent', 'accepted')) BEGIN
  INSERT OR IGNORE INTO answered_due VALUES(0, NEW.id);
END;
CREATE TRIGGER answered_item_new AFTER INSERT ON item WHEN NEW.ours IS NOT NULL BEGIN
  INSERT OR IGNORE INTO answered_due VALUES(1, NEW.id);
END;
CREATE TRIGGER answered_item_ours AFTER UPDATE OF ours ON item WHEN NEW.ours IS NOT OLD.ours BEGIN
  INSERT OR IGNORE INTO answered_due VALUES(1, NEW.id);
END;
CREATE TRIGGER answered_item_changed AFTER UPDATE OF text, state ON item WHEN NEW.text<>OLD.text OR NEW.state<>OLD.state BEGIN
  INSERT OR IGNORE INTO answered_due SELECT iif(outbound_id<>0, 0, 1), iif(outbound_id<>0, outbound_id, item_id) FROM answered
    WHERE question_id=NEW.id OR item_id=NEW.id;
END;
CREATE TRIGGER answered_item_gone AFTER DELETE ON item BEGIN
  INSERT OR IGNORE INTO answered_due SELECT 0, outbound_id FROM answered WHERE question_id=OLD.id AND outbound_id<>0;
  DELETE FROM answered WHERE question_id=OLD.id OR item_id=OLD.id;
  DELETE FROM answered_due WHERE source=1 AND ref_id=OLD.id;
END;
CREATE TRIGGER answered_ref_resolved AFTER UPDATE OF target_id ON item_ref WHEN NEW.relation=0 BEGIN
  INSERT OR IGNORE INTO answered_due SELECT 1, id FROM item WHERE id=NEW.item_id AND ours IS NOT NULL;
END;

INSERT INTO answered_due SELECT 0, id FROM outbound WHERE kind='reply' AND state IN ('sent', 'accepted');
INSERT INTO answered_due SELECT 1, id FROM item WHERE ours IS NOT NULL;
