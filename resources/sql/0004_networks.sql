-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a network's terms allow, what is known of a sign-in, what calls cost, and which stored items are looked up again.

ALTER TABLE account ADD COLUMN policy_json TEXT NOT NULL DEFAULT '{}';
ALTER TABLE account ADD COLUMN session_json TEXT NOT NULL DEFAULT '{}';

-- Used up of an allowance that outlives the program. period: the day or month in the allowance's own zone ('2026-11-21',
-- '2026-11'). units are the network's own, micro_dollars what was charged (or at most will be).
CREATE TABLE spending(
  account_id INTEGER NOT NULL REFERENCES account(id), bucket TEXT NOT NULL, period TEXT NOT NULL,
  units INTEGER NOT NULL DEFAULT 0, micro_dollars INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(account_id, bucket, period)) STRICT, WITHOUT ROWID;

-- Items whose network may have dropped or changed them since: looked up again, ever rarer as they age. missing: how often in
-- a row the network left it out; one silence is not a deletion.
CREATE TABLE recheck(
  item_id INTEGER PRIMARY KEY REFERENCES item(id), account_id INTEGER NOT NULL REFERENCES account(id),
  next_at INTEGER NOT NULL, missing INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX recheck_due ON recheck(account_id, next_at);

-- What left in files, by day, where a network caps it.
CREATE TABLE export_count(
  connector TEXT NOT NULL, day TEXT NOT NULL, items INTEGER NOT NULL, PRIMARY KEY(connector, day)) STRICT, WITHOUT ROWID;
