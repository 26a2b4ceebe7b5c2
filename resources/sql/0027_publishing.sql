-- SPDX-License-Identifier: GPL-3.0-or-later
-- What may leave and what may not: pauses with their reasons, what they kept back, first comments, posts left to a network's clock.

-- after_id: leaves under that intent's post once it is sent. recall: state it takes when the network has let go of it; empty: none.
ALTER TABLE outbound ADD COLUMN after_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbound ADD COLUMN hand_over INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbound ADD COLUMN recall TEXT NOT NULL DEFAULT '';
CREATE INDEX outbound_after ON outbound(after_id) WHERE after_id <> 0;
CREATE INDEX outbound_hand_over ON outbound(state, due_at) WHERE hand_over <> 0;
ALTER TABLE plan_item ADD COLUMN hand_over INTEGER NOT NULL DEFAULT 0;

-- scope: 'everything', 'account' or 'campaign', of which ref_id is the one. Rows are ended, never deleted: they are the log.
CREATE TABLE publish_pause(
  id INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, ref_id INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL, person TEXT NOT NULL DEFAULT '',
  answers_leave INTEGER NOT NULL DEFAULT 0, begun_at INTEGER NOT NULL, ended_at INTEGER, ended_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE UNIQUE INDEX publish_pause_active ON publish_pause(scope, ref_id) WHERE ended_at IS NULL;
-- Which pause kept it back, and since when.
CREATE TABLE outbound_hold(
  outbound_id INTEGER PRIMARY KEY REFERENCES outbound(id) ON DELETE CASCADE, pause_id INTEGER NOT NULL, held_at INTEGER NOT NULL) STRICT;
