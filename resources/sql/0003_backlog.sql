-- SPDX-License-Identifier: GPL-3.0-or-later
-- Saved queries whose history is not judged to the end yet: items older than `below` are still to be looked at, `judged` of
-- `total` have been. What comes in meanwhile is judged as it comes. A query without a row here is judged through and through.

CREATE TABLE query_backlog(
  query_id INTEGER PRIMARY KEY REFERENCES saved_query(id) ON DELETE CASCADE, below INTEGER NOT NULL, judged INTEGER NOT NULL,
  total INTEGER NOT NULL) STRICT;
