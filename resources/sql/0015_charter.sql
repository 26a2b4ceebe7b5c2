-- SPDX-License-Identifier: GPL-3.0-or-later
-- The charter and what was moderated by it (docs/charter.md). A version is written down once and only followed by the next, so
-- that every line of the log can be read by the article as it was. The log holds no words of those who were moderated.
CREATE TABLE charter_version(
  version INTEGER PRIMARY KEY, at INTEGER NOT NULL, author TEXT NOT NULL, note TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TRIGGER charter_version_fixed BEFORE UPDATE ON charter_version
BEGIN SELECT RAISE(ABORT, 'a version of the charter is never changed'); END;
CREATE TRIGGER charter_version_kept BEFORE DELETE ON charter_version
BEGIN SELECT RAISE(ABORT, 'a version of the charter is never deleted'); END;

-- evidence: number of the entry, 0 when none was kept (no_evidence says why). What becomes of the act is the outbox's to say.
CREATE TABLE moderation_log(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL, outbound_id INTEGER NOT NULL UNIQUE,
  account_id INTEGER NOT NULL, item_id INTEGER NOT NULL, member_id INTEGER NOT NULL, article INTEGER NOT NULL,
  charter_version INTEGER NOT NULL REFERENCES charter_version(version), evidence INTEGER NOT NULL DEFAULT 0, no_evidence TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '', back_outbound_id INTEGER NOT NULL DEFAULT 0, back_at INTEGER, back_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX moderation_log_article ON moderation_log(article, id);
CREATE INDEX moderation_log_item ON moderation_log(item_id);
CREATE TRIGGER moderation_log_only_taken_back BEFORE UPDATE ON moderation_log
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.person IS NOT OLD.person OR NEW.act IS NOT OLD.act OR NEW.outbound_id IS NOT OLD.outbound_id
  OR NEW.account_id IS NOT OLD.account_id OR NEW.item_id IS NOT OLD.item_id OR NEW.member_id IS NOT OLD.member_id OR NEW.article IS NOT OLD.article
  OR NEW.charter_version IS NOT OLD.charter_version OR NEW.evidence IS NOT OLD.evidence OR NEW.no_evidence IS NOT OLD.no_evidence OR NEW.comment IS NOT OLD.comment
BEGIN SELECT RAISE(ABORT, 'a line of the moderation log is never changed'); END;
CREATE TRIGGER moderation_log_kept BEFORE DELETE ON moderation_log
BEGIN SELECT RAISE(ABORT, 'a line of the moderation log is never deleted'); END;
