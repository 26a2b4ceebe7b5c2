-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pages of the dashboard. What a page asks and where its tiles stand is read and written as a whole, never searched: one document.
CREATE TABLE board(id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
