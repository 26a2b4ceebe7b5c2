-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions that are passed to colleagues by mail, and what they answer. A question is a row before the first byte leaves; its
-- message_id is the same at every try, so that the colleague's mailbox can tell a second copy.

CREATE TABLE question(
  id INTEGER PRIMARY KEY AUTOINCREMENT, ticket_id INTEGER NOT NULL DEFAULT 0, subject TEXT NOT NULL, text TEXT NOT NULL,
  message_id TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
  due_at INTEGER, sent_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0, may_have_left INTEGER NOT NULL DEFAULT 0, error_json TEXT) STRICT;
CREATE INDEX question_due ON question(due_at) WHERE due_at IS NOT NULL;
CREATE INDEX question_ticket ON question(ticket_id) WHERE ticket_id <> 0;
CREATE UNIQUE INDEX question_message ON question(message_id) WHERE message_id <> '';

CREATE TABLE question_recipient(
  question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
  state TEXT NOT NULL, code INTEGER NOT NULL DEFAULT 0, answer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(question_id, position)) STRICT, WITHOUT ROWID;

-- Replies are only ever added. message_id is the sender's, or one made of what the mail says when it has none.
CREATE TABLE question_reply(
  id INTEGER PRIMARY KEY AUTOINCREMENT, question_id INTEGER NOT NULL REFERENCES question(id) ON DELETE CASCADE, message_id TEXT NOT NULL,
  from_name TEXT NOT NULL, from_address TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, history TEXT NOT NULL DEFAULT '',
  attachments_json TEXT NOT NULL DEFAULT '[]', automatic INTEGER NOT NULL DEFAULT 0, at INTEGER NOT NULL,
  UNIQUE(question_id, message_id)) STRICT;
