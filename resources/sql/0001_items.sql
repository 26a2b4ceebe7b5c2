-- SPDX-License-Identifier: GPL-3.0-or-later
-- The neutral model of what is said, and what is read of it. Instants are UTC microseconds (_at). The row id of an item
-- grows with its publication time (include/vigie/store/items.hpp), so tables keyed by item are in time order.

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE account(
  id INTEGER PRIMARY KEY, connector TEXT NOT NULL, instance TEXT NOT NULL, native_id TEXT NOT NULL,
  handle TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', avatar_url TEXT NOT NULL DEFAULT '',
  state INTEGER NOT NULL DEFAULT 0, settings_json TEXT NOT NULL DEFAULT '[]', capabilities_json TEXT NOT NULL DEFAULT '{}',
  limits_json TEXT NOT NULL DEFAULT '{}', added_at INTEGER, last_seen_at INTEGER, last_error_json TEXT,
  practice INTEGER NOT NULL DEFAULT 0,
  UNIQUE(connector, instance, native_id)) STRICT;

-- Where things come from, once: rows of items and members name it by number.
CREATE TABLE source(
  id INTEGER PRIMARY KEY, connector TEXT NOT NULL, instance TEXT NOT NULL,
  UNIQUE(connector, instance)) STRICT;

-- handle, name ... as last seen; followers is the latest count (NULL: not known), metrics all latest counts, packed.
CREATE TABLE member(
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id), native_id TEXT NOT NULL,
  handle TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', bio TEXT NOT NULL DEFAULT '',
  avatar_url TEXT NOT NULL DEFAULT '', profile_url TEXT NOT NULL DEFAULT '',
  bot INTEGER NOT NULL DEFAULT 0, opt_out INTEGER NOT NULL DEFAULT 0, created_at INTEGER,
  followers REAL, metrics TEXT, handle_since_at INTEGER NOT NULL, first_seen_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL,
  UNIQUE(source_id, native_id)) STRICT;
CREATE INDEX member_handle_now ON member(handle);
-- Former handles only; the current one is in member, since handle_since_at. Handles are re-assigned: history, not identity.
CREATE TABLE member_handle(
  member_id INTEGER NOT NULL REFERENCES member(id), seen_to_at INTEGER NOT NULL, handle TEXT NOT NULL, seen_from_at INTEGER NOT NULL,
  PRIMARY KEY(member_id, seen_to_at, handle)) STRICT, WITHOUT ROWID;
CREATE INDEX member_handle_former ON member_handle(handle);

-- spans, metrics, uri and permalink are packed (src/store/items_packed.hpp): an item is read and written whole, and side
-- tables would cost a b-tree entry each at intake. author_handle and author_name are set where they differ from what member says now.
CREATE TABLE item(
  id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL REFERENCES source(id), native_id TEXT NOT NULL,
  author_id INTEGER REFERENCES member(id), author_handle TEXT, author_name TEXT,
  ours INTEGER REFERENCES account(id),
  kind INTEGER NOT NULL, visibility INTEGER NOT NULL, state INTEGER NOT NULL, state_at INTEGER,
  sensitive INTEGER NOT NULL, date_precision INTEGER NOT NULL,
  published_at INTEGER NOT NULL, fetched_at INTEGER NOT NULL, edited_at INTEGER,
  lang TEXT NOT NULL, tone REAL NOT NULL, tone_label INTEGER NOT NULL, tone_manual INTEGER NOT NULL DEFAULT 0,
  rating REAL, title TEXT, text TEXT NOT NULL, warning TEXT, uri TEXT, permalink TEXT, container TEXT, spans TEXT, metrics TEXT,
  UNIQUE(source_id, native_id)) STRICT;
CREATE INDEX item_author ON item(author_id) WHERE author_id IS NOT NULL;
CREATE INDEX item_ours ON item(ours) WHERE ours IS NOT NULL;

-- Texts as they were before an edit.
CREATE TABLE item_revision(
  item_id INTEGER NOT NULL REFERENCES item(id), number INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
  warning TEXT NOT NULL, seen_at INTEGER NOT NULL, edited_at INTEGER,
  PRIMARY KEY(item_id, number)) STRICT, WITHOUT ROWID;

-- Edges; the target may not have been seen yet (target_id NULL). relation: enum Relation; 5 (LinksTo) is never resolved.
CREATE TABLE item_ref(
  item_id INTEGER NOT NULL REFERENCES item(id), position INTEGER NOT NULL, relation INTEGER NOT NULL,
  target_native TEXT NOT NULL, target_id INTEGER REFERENCES item(id),
  PRIMARY KEY(item_id, position)) STRICT, WITHOUT ROWID;
CREATE INDEX item_ref_target ON item_ref(target_id, relation) WHERE target_id IS NOT NULL;
CREATE INDEX item_ref_open ON item_ref(target_native) WHERE target_id IS NULL AND relation <> 5;

CREATE TABLE media(
  item_id INTEGER NOT NULL REFERENCES item(id), position INTEGER NOT NULL, kind INTEGER NOT NULL, url TEXT NOT NULL,
  preview_url TEXT NOT NULL, native_id TEXT NOT NULL, alt TEXT NOT NULL, mime TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, duration_ms INTEGER,
  PRIMARY KEY(item_id, position)) STRICT, WITHOUT ROWID;

-- Append-only snapshots of counters. The first values of an item or member live packed in its own row, and are copied
-- here when a value first changes. status: enum ValueStatus; value is NULL unless status is Ok or Estimated.
CREATE TABLE metric_key(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE observation(
  subject_kind INTEGER NOT NULL, -- 0 item, 1 member, 2 account
  subject_id INTEGER NOT NULL, key_id INTEGER NOT NULL REFERENCES metric_key(id), observed_at INTEGER NOT NULL,
  value REAL, status INTEGER NOT NULL,
  PRIMARY KEY(subject_kind, subject_id, key_id, observed_at)) STRICT, WITHOUT ROWID;

-- Words are folded before they come here (text::fold), so the tokenizer only splits; contentless, because a copy of the
-- text would add half to the file. A row leaves by the 'delete' command with the very text it came with.
CREATE VIRTUAL TABLE item_fts USING fts5(text, tags, content='', columnsize=0, detail=full,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co S* M*'");

CREATE TABLE saved_query(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL, role TEXT NOT NULL, is_column INTEGER NOT NULL,
  position INTEGER NOT NULL, newest_first INTEGER NOT NULL, version INTEGER NOT NULL, read_up_to INTEGER NOT NULL DEFAULT 0,
  desk_dependent INTEGER NOT NULL) STRICT;

-- What matches what, with the few columns that figures need, so that they read this table alone. query_id 0 is
-- "everything collected" and holds every item. counted: it is a mention (not ours, not deleted, hidden or spam).
CREATE TABLE query_match(
  query_id INTEGER NOT NULL, item_id INTEGER NOT NULL, author_id INTEGER, source_id INTEGER NOT NULL, lang TEXT NOT NULL,
  tone_label INTEGER NOT NULL, tone_milli INTEGER NOT NULL, relay INTEGER NOT NULL, counted INTEGER NOT NULL,
  PRIMARY KEY(query_id, item_id)) STRICT, WITHOUT ROWID;

-- Sums of counted matches by local day (days since 1970-01-01 in the zone of meta 'rollup_zone').
CREATE TABLE rollup_day(
  query_id INTEGER NOT NULL, day INTEGER NOT NULL, connector TEXT NOT NULL, lang TEXT NOT NULL,
  positive INTEGER NOT NULL, neutral INTEGER NOT NULL, negative INTEGER NOT NULL, relays INTEGER NOT NULL,
  PRIMARY KEY(query_id, day, connector, lang)) STRICT, WITHOUT ROWID;

-- name_folded is what tag: compares.
CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_folded TEXT NOT NULL UNIQUE, colour TEXT NOT NULL) STRICT;
CREATE TABLE item_tag(
  item_id INTEGER NOT NULL REFERENCES item(id), tag_id INTEGER NOT NULL REFERENCES tag(id), added_at INTEGER NOT NULL,
  PRIMARY KEY(item_id, tag_id)) STRICT, WITHOUT ROWID;
CREATE INDEX item_tag_tag ON item_tag(tag_id, item_id);

CREATE TABLE sync_cursor(
  account_id INTEGER NOT NULL REFERENCES account(id), stream TEXT NOT NULL, forward TEXT NOT NULL, backfill TEXT NOT NULL,
  backfill_done INTEGER NOT NULL, last_run_at INTEGER, last_ok_at INTEGER, last_error_json TEXT, first_run INTEGER NOT NULL,
  PRIMARY KEY(account_id, stream)) STRICT, WITHOUT ROWID;
-- state: 0 seen, 1 gap. Seen stretches of a stream never touch or overlap: they are merged when written.
CREATE TABLE sync_window(
  id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account(id), stream TEXT NOT NULL,
  from_at INTEGER NOT NULL, to_at INTEGER NOT NULL, state INTEGER NOT NULL, reason TEXT NOT NULL DEFAULT '', closed_at INTEGER) STRICT;
CREATE INDEX sync_window_stream ON sync_window(account_id, stream, state, from_at);

-- Members who asked to be forgotten: nothing of theirs is taken in again.
CREATE TABLE suppression(
  connector TEXT NOT NULL, instance TEXT NOT NULL, native_id TEXT NOT NULL, reason TEXT NOT NULL, added_at INTEGER NOT NULL,
  PRIMARY KEY(connector, instance, native_id)) STRICT, WITHOUT ROWID;
