-- SPDX-License-Identifier: GPL-3.0-or-later
-- The counts of our own posts at fixed ages (include/vigie/store/post_counts.hpp), kept for ever. Ages are hours since a post was published.
-- known_at: when it came here; what is younger was never read. next_at NULL: it is gone, and is read no more.
CREATE TABLE post_watch(
  item_id INTEGER PRIMARY KEY REFERENCES item(id), account_id INTEGER NOT NULL, published_at INTEGER NOT NULL, known_at INTEGER NOT NULL,
  next_at INTEGER) STRICT;
CREATE INDEX post_watch_due ON post_watch(account_id, next_at) WHERE next_at IS NOT NULL;
CREATE TABLE post_reading(
  item_id INTEGER NOT NULL REFERENCES post_watch(item_id), age INTEGER NOT NULL, read_at INTEGER NOT NULL,
  PRIMARY KEY(item_id, age)) STRICT, WITHOUT ROWID;
-- value is NULL unless there is one; status: enum ValueStatus; withdrawn: the network gave it for this post before; lower: than before.
CREATE TABLE post_count(
  item_id INTEGER NOT NULL, age INTEGER NOT NULL, key_id INTEGER NOT NULL REFERENCES metric_key(id), value REAL, status INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL DEFAULT 0, lower INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(item_id, age, key_id), FOREIGN KEY(item_id, age) REFERENCES post_reading(item_id, age)) STRICT, WITHOUT ROWID;
-- Posts that are here already: their next age is found when they are looked for the first time.
INSERT INTO post_watch(item_id, account_id, published_at, known_at, next_at)
  SELECT i.id, i.ours, i.published_at, i.fetched_at, iif(i.state=0, 0, NULL) FROM item i INDEXED BY item_ours
  WHERE i.ours IS NOT NULL AND i.visibility<>3 AND NOT EXISTS(SELECT 1 FROM item_ref r WHERE r.item_id=i.id AND r.relation IN (0, 3, 4));
