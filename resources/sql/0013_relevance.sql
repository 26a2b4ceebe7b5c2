-- SPDX-License-Identifier: GPL-3.0-or-later
-- "About us" and "not about us": the marks of people on mentions of a query, and what its filter keeps aside because of them.
-- A mention that is kept aside stays in query_match with counted=0; a row here says so, and why (by_hand: it, or another of
-- its cluster, was marked). docs/relevance.md
CREATE TABLE relevance_mark(
  query_id INTEGER NOT NULL, item_id INTEGER NOT NULL, about INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  PRIMARY KEY(query_id, item_id)) STRICT, WITHOUT ROWID;
CREATE TABLE relevance_filter(
  query_id INTEGER PRIMARY KEY, is_on INTEGER NOT NULL DEFAULT 1, threshold REAL NOT NULL DEFAULT 0.9) STRICT;
CREATE TABLE relevance_aside(
  query_id INTEGER NOT NULL, item_id INTEGER NOT NULL, by_hand INTEGER NOT NULL,
  PRIMARY KEY(query_id, item_id)) STRICT, WITHOUT ROWID;
-- What is still to be judged anew: matches older than below.
CREATE TABLE relevance_backlog(
  query_id INTEGER PRIMARY KEY, below INTEGER NOT NULL, judged INTEGER NOT NULL, total INTEGER NOT NULL) STRICT;
