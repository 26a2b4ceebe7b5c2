-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who relays whom. An original has no row; what belongs to it names it as root, and the item it took from as parent.
-- how: enum RelayHow; likeness in thousandths. Rows are made again from the items when they are lost, but those made by hand.
CREATE TABLE relay(
  item_id INTEGER PRIMARY KEY, root_id INTEGER NOT NULL, parent_id INTEGER NOT NULL, how INTEGER NOT NULL, likeness INTEGER NOT NULL) STRICT;
CREATE INDEX relay_root ON relay(root_id);
-- What a person said is no relay: it never becomes one again by itself.
CREATE TABLE relay_apart(item_id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;

-- So that the tone is known without relays too. The sums are made again behind, as when the zone changes.
ALTER TABLE rollup_day ADD COLUMN relays_positive INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rollup_day ADD COLUMN relays_negative INTEGER NOT NULL DEFAULT 0;
UPDATE meta SET value='?' WHERE key='rollup_zone';
