-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the composer of posts remembers: files of the media library, and from which base text a variant went its own way.

-- Files stand beside the workspace under their hash; this is what is known of them. expires_on: YYYY-MM-DD, the last day on which
-- it may be used, '' none. fingerprint: 64 bits, 0 none. no_words: a person says that it needs no alternative text.
CREATE TABLE asset (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  duration_ms INTEGER NOT NULL DEFAULT 0,
  frames INTEGER NOT NULL DEFAULT 1,
  fingerprint INTEGER NOT NULL DEFAULT 0,
  has_place INTEGER NOT NULL DEFAULT 0,
  keep_place INTEGER NOT NULL DEFAULT 0,
  alt_fr TEXT NOT NULL DEFAULT '',
  alt_en TEXT NOT NULL DEFAULT '',
  no_words INTEGER NOT NULL DEFAULT 0,
  credit TEXT NOT NULL DEFAULT '',
  licence TEXT NOT NULL DEFAULT '',
  expires_on TEXT NOT NULL DEFAULT '',
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX plan_media_asset ON plan_media(asset_id) WHERE asset_id <> 0;

-- The base text as it was when the variant was begun, or last looked at; while the two differ, the editor says so.
CREATE TABLE plan_variant_base (
  plan_id INTEGER NOT NULL REFERENCES plan_item(id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (plan_id, account_id)
) STRICT, WITHOUT ROWID;
