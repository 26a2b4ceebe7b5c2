-- SPDX-License-Identifier: GPL-3.0-or-later
-- Evidence: one append-only chain (docs/evidence.md). sha256 is that of the entry's line, which names number, time, kind, item,
-- content_sha256 and previous_sha256. media_sha256 and keep_until repeat what content says, to be found by. What was erased keeps
-- its line, so that the chain still verifies; erased_by is the entry that says when and why.

CREATE TABLE evidence(
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL, item_id INTEGER NOT NULL, content_sha256 TEXT NOT NULL,
  previous_sha256 TEXT NOT NULL, sha256 TEXT NOT NULL, content TEXT, media_sha256 TEXT, keep_until INTEGER, erased_by INTEGER) STRICT;
CREATE INDEX evidence_item ON evidence(item_id, number);
CREATE INDEX evidence_media_use ON evidence(media_sha256) WHERE media_sha256 IS NOT NULL;
CREATE INDEX evidence_term ON evidence(keep_until) WHERE keep_until IS NOT NULL;

-- Bytes of pictures, by what they are. In the base and not beside it: a copy of the workspace is whole, and an entry and its
-- bytes are there together or not at all.
CREATE TABLE evidence_media(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- Pictures that are still to be fetched.
CREATE TABLE evidence_wanted(
  entry INTEGER NOT NULL REFERENCES evidence(number), position INTEGER NOT NULL, url TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL, PRIMARY KEY(entry, position)) STRICT, WITHOUT ROWID;

CREATE TRIGGER evidence_added_at_the_end BEFORE INSERT ON evidence
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM evidence)
  OR NEW.previous_sha256 <> coalesce((SELECT sha256 FROM evidence ORDER BY number DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
  OR NEW.erased_by IS NOT NULL OR NEW.content IS NULL
BEGIN SELECT RAISE(ABORT, 'evidence is only added at the end of its chain'); END;

CREATE TRIGGER evidence_only_erased BEFORE UPDATE ON evidence
WHEN NOT (OLD.erased_by IS NULL AND NEW.erased_by IS NOT NULL AND NEW.content IS NULL AND NEW.media_sha256 IS NULL AND NEW.keep_until IS NULL
  AND NEW.number = OLD.number AND NEW.kind = OLD.kind AND NEW.at = OLD.at AND NEW.item_id = OLD.item_id AND NEW.sha256 = OLD.sha256
  AND NEW.content_sha256 = OLD.content_sha256 AND NEW.previous_sha256 = OLD.previous_sha256 AND OLD.kind <> 'erased'
  AND EXISTS(SELECT 1 FROM evidence e WHERE e.number = NEW.erased_by AND e.kind = 'erased' AND e.number > OLD.number))
BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only erased with its reason'); END;

CREATE TRIGGER evidence_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted, only erased with its reason'); END;

CREATE TRIGGER evidence_media_once BEFORE INSERT ON evidence_media WHEN EXISTS(SELECT 1 FROM evidence_media WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER evidence_media_fixed BEFORE UPDATE ON evidence_media
BEGIN SELECT RAISE(ABORT, 'the bytes of evidence are never changed'); END;
CREATE TRIGGER evidence_media_used BEFORE DELETE ON evidence_media WHEN EXISTS(SELECT 1 FROM evidence WHERE media_sha256 = OLD.sha256)
BEGIN SELECT RAISE(ABORT, 'the bytes of evidence stay while an entry names them'); END;
