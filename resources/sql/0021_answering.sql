-- SPDX-License-Identifier: GPL-3.0-or-later
-- Answers that are being written: one per ticket and account. The known_ columns say what the person had seen of the conversation when
-- it was begun, so that what came meanwhile is said before it leaves, after a restart too.
CREATE TABLE reply_draft(
  ticket_id INTEGER NOT NULL REFERENCES ticket(id) ON DELETE CASCADE, account_id INTEGER NOT NULL, text TEXT NOT NULL,
  lang TEXT NOT NULL DEFAULT '', visibility TEXT NOT NULL DEFAULT '', known_item_id INTEGER NOT NULL DEFAULT 0,
  known_revisions INTEGER NOT NULL DEFAULT 0, known_ours_id INTEGER NOT NULL DEFAULT 0, known_outbound_id INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL, PRIMARY KEY(ticket_id, account_id)) STRICT, WITHOUT ROWID;
INSERT INTO reply_draft(ticket_id, account_id, text, known_item_id, changed_at)
  SELECT draft.ticket_id, ticket.account_id, draft.text, ticket.latest_item_id, draft.changed_at FROM draft JOIN ticket ON ticket.id=draft.ticket_id;
DROP TABLE draft;

-- The newest answer of ours in the conversation when an answer was put into the outbox: a newer one that did not go through the outbox
-- is a colleague's, and holds it back.
CREATE TABLE reply_seen(
  outbound_id INTEGER PRIMARY KEY REFERENCES outbound(id) ON DELETE CASCADE, ours_item_id INTEGER NOT NULL) STRICT;

-- Words that are right here: brands, people, terms of the trade. lang '': in every language.
CREATE TABLE dictionary_word(
  lang TEXT NOT NULL, word TEXT NOT NULL, added_at INTEGER NOT NULL, PRIMARY KEY(lang, word)) STRICT, WITHOUT ROWID;

-- How an account addresses people in French: 'tu' or 'vous'.
CREATE TABLE house_address(
  account_id INTEGER PRIMARY KEY, form TEXT NOT NULL) STRICT;
