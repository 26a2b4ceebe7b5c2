-- SPDX-License-Identifier: GPL-3.0-or-later
-- Questions to services are counted on the services' own opening hours, rules may ask services, and machines that exchange
-- bundles know one another by a key.

-- calendar_id, calendar_version: what the time to answer was counted on; 0: every hour. open_seconds: what the answer took of it.
ALTER TABLE passing ADD COLUMN calendar_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passing ADD COLUMN calendar_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE passing ADD COLUMN open_seconds INTEGER;
CREATE INDEX passing_waits ON passing(due_at) WHERE answered_at IS NULL AND reminds = 0;

-- A prepared text goes to this service of the house instead of to the member; 0: to the member.
ALTER TABLE rule_answer ADD COLUMN department_id INTEGER NOT NULL DEFAULT 0;

-- Machines whose bundles a person said to trust, by their public key (Ed25519, in hexadecimal).
CREATE TABLE exchange_peer(
  public_key TEXT PRIMARY KEY, person TEXT NOT NULL, since_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- One's own meter is kept on the person's machine: a workspace may be shared, and the counts are for nobody else.
DROP TABLE effort;
