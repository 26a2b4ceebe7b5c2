-- SPDX-License-Identifier: GPL-3.0-or-later
-- Examples of a saved query: what it must let in (wanted) and what it must not. A mention is named and never copied, so that
-- what is erased is not kept here; typed text stands in the row. Instants are UTC microseconds (_at).
CREATE TABLE query_example(
  id INTEGER PRIMARY KEY AUTOINCREMENT, query_id INTEGER NOT NULL REFERENCES saved_query(id) ON DELETE CASCADE,
  wanted INTEGER NOT NULL, item_id INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL DEFAULT '', added_at INTEGER NOT NULL) STRICT;
CREATE INDEX query_example_query ON query_example(query_id);
CREATE UNIQUE INDEX query_example_item ON query_example(query_id, item_id) WHERE item_id <> 0;
