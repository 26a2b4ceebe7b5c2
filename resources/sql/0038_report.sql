-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody said of a page of the dashboard in a period, [from_day, to_day) of the workspace's zone: it goes with the report.
CREATE TABLE report_comment(
  page TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, text TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(page, from_day, to_day)) STRICT;
-- Reports that are made by themselves. since: what was due up to here is done; networks, formats: words parted by blanks.
CREATE TABLE report_plan(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, page TEXT NOT NULL, query_id INTEGER NOT NULL, networks TEXT NOT NULL, without_relays INTEGER NOT NULL,
  depth TEXT NOT NULL, formats TEXT NOT NULL, language TEXT NOT NULL, every TEXT NOT NULL, day INTEGER NOT NULL, minute INTEGER NOT NULL, folder TEXT NOT NULL,
  is_on INTEGER NOT NULL, since INTEGER NOT NULL, tried_at INTEGER, made_file TEXT NOT NULL, problem TEXT NOT NULL) STRICT;
