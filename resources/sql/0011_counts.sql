-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many mentions each saved query holds, and how many of them are newer than its reading mark. Written with the matches
-- themselves, in the same transaction, so that the numbers of thirty columns are thirty rows to read. Queries that ask for
-- tags or tickets have none: they are counted live.
CREATE TABLE query_count(query_id INTEGER PRIMARY KEY, total INTEGER NOT NULL, unread INTEGER NOT NULL) STRICT;
INSERT INTO query_count SELECT q.id, count(m.item_id), coalesce(sum(m.item_id > q.read_up_to), 0)
  FROM saved_query q JOIN query_match m ON m.query_id = q.id AND m.counted = 1 WHERE q.desk_dependent = 0 GROUP BY q.id;

-- Of a gap: what kept Vigie from reading in time ('network', 'not-running', ...); reason says why it could not be made good.
ALTER TABLE sync_window ADD COLUMN cause TEXT NOT NULL DEFAULT '';
