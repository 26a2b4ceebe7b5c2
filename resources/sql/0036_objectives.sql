-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is to be reached: objectives, their indicators, what was measured, and what was done about it. What is removed stays as
-- a row (removed), so that it can come back.

CREATE TABLE objective (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  due_day INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- objective_id 0: a curiosity. span, direction: as text, see model/objective.hpp.
CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  objective_id INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL,
  query_id INTEGER NOT NULL DEFAULT 0,
  span TEXT NOT NULL,
  direction TEXT NOT NULL,
  target REAL,
  start_value REAL,
  start_day INTEGER NOT NULL,
  due_day INTEGER,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A formula is never changed: another one is another version.
CREATE TABLE indicator_version (
  indicator_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  formula TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (indicator_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_result (
  indicator_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (indicator_id, version, to_day, from_day)
) STRICT, WITHOUT ROWID;

-- kind: as text; row_id: of the campaign, event, intent or post; a note has its own name and day.
CREATE TABLE indicator_action (
  id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  day INTEGER,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX indicator_action_indicator ON indicator_action(indicator_id);

-- What the person did, each row as it was and as it became.
CREATE TABLE objective_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE objective_step_row (
  step_id INTEGER NOT NULL REFERENCES objective_step(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY (step_id, position)
) STRICT, WITHOUT ROWID;
