-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stands behind the posts of the calendar: campaigns and their phases, events, queues of slots, series, and the steps
-- that can be taken back.

-- day: days since 1970-01-01 of the day D; phases count from it. embargo_at holds for every post of the campaign.
CREATE TABLE campaign(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  objective TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  messages TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  hue INTEGER NOT NULL DEFAULT 0,
  budget_cents INTEGER,
  currency TEXT NOT NULL DEFAULT 'EUR',
  reach_target INTEGER,
  day INTEGER,
  zone TEXT NOT NULL DEFAULT '',
  embargo_at INTEGER,
  archived INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE TABLE campaign_phase(
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL
);
CREATE INDEX campaign_phase_campaign ON campaign_phase(campaign_id, position);
-- The channels that a campaign means to use: where a phase says nothing on one of them is a hole.
CREATE TABLE campaign_channel(
  campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY(campaign_id, account_id)
) WITHOUT ROWID;

-- A fair, a launch, a live: something of the calendar that is not a post. starts and ends are on the wall of its zone.
CREATE TABLE calendar_event(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  zone TEXT NOT NULL,
  all_day INTEGER NOT NULL DEFAULT 0,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  campaign_id INTEGER NOT NULL DEFAULT 0,
  day_offset INTEGER,
  locked INTEGER NOT NULL DEFAULT 0,
  expected INTEGER,
  uid TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
);
CREATE INDEX calendar_event_time ON calendar_event(starts_at, ends_at) WHERE deleted_at IS NULL;
CREATE INDEX calendar_event_uid ON calendar_event(uid) WHERE uid <> '';
CREATE INDEX calendar_event_campaign ON calendar_event(campaign_id) WHERE campaign_id <> 0;

-- Slots are weekday (1 is Monday) and minute of the day on the wall of the queue's zone; no instant is ever stored for them.
CREATE TABLE post_queue(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  zone TEXT NOT NULL,
  planned INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0,
  changed_at INTEGER NOT NULL
);
CREATE TABLE post_slot(
  queue_id INTEGER NOT NULL REFERENCES post_queue(id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL,
  minute INTEGER NOT NULL,
  PRIMARY KEY(queue_id, weekday, minute)
) WITHOUT ROWID;
CREATE TABLE post_queue_account(
  queue_id INTEGER NOT NULL REFERENCES post_queue(id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY(queue_id, account_id)
) WITHOUT ROWID;

-- rule: RFC 5545 RRULE; starts is the first occurrence on the wall of the zone; post_json is what each occurrence says.
CREATE TABLE post_series(
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,
  starts TEXT NOT NULL,
  zone TEXT NOT NULL,
  post_json TEXT NOT NULL,
  planned INTEGER NOT NULL DEFAULT 0,
  ended INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE TABLE post_series_skip(
  series_id INTEGER NOT NULL REFERENCES post_series(id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  PRIMARY KEY(series_id, day)
) WITHOUT ROWID;

-- One action of the person at the calendar, and what it changed, so that it can be taken back, also after a restart.
CREATE TABLE calendar_step(
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE calendar_step_row(
  step_id INTEGER NOT NULL REFERENCES calendar_step(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY(step_id, position)
) WITHOUT ROWID;
