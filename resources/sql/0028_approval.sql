-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who agreed to which words: versions of posts by the digest of what would be published, what was said of them, and notes that stay inside.

CREATE TABLE post_version(
  plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, number INTEGER NOT NULL, hash TEXT NOT NULL, content_json TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '', made_at INTEGER NOT NULL, PRIMARY KEY(plan_id, number)) STRICT, WITHOUT ROWID;
-- act: 'asked', 'approved', 'refused', 'emergency'. Lines are only ever added.
CREATE TABLE approval(
  id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, version INTEGER NOT NULL, hash TEXT NOT NULL,
  act TEXT NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', via TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL) STRICT;
CREATE INDEX approval_plan ON approval(plan_id, hash);
CREATE TABLE review_note(
  id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, version INTEGER NOT NULL,
  author TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX review_note_plan ON review_note(plan_id, id);
-- Asked of somebody without Vigie, by mail (question_id) or by a file. The code is what the answer is known by; page is what they read.
CREATE TABLE approval_request(
  id INTEGER PRIMARY KEY AUTOINCREMENT, plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE, version INTEGER NOT NULL, hash TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE, reviewer TEXT NOT NULL, question_id INTEGER NOT NULL DEFAULT 0, asker TEXT NOT NULL, asked_at INTEGER NOT NULL,
  answered_at INTEGER, answer TEXT NOT NULL DEFAULT '', page TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX approval_request_plan ON approval_request(plan_id);
CREATE INDEX approval_request_question ON approval_request(question_id) WHERE question_id <> 0;
-- Campaigns that ask for more than the workspace does.
CREATE TABLE campaign_approval(campaign_id INTEGER PRIMARY KEY, steps INTEGER NOT NULL) STRICT;
