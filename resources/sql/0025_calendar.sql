-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a post of the calendar belongs to. The things themselves (campaigns, series, queues, events, files) have tables of their own.

-- day_offset: days from the day of its event, else of its campaign. series_day: YYYY-MM-DD of the occurrence.
ALTER TABLE plan_item ADD COLUMN first_comment TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN campaign_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN phase_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN day_offset INTEGER;
ALTER TABLE plan_item ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN embargo_at INTEGER;
ALTER TABLE plan_item ADD COLUMN series_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_item ADD COLUMN series_day TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_item ADD COLUMN queue_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX plan_item_campaign ON plan_item(campaign_id) WHERE campaign_id <> 0;
CREATE INDEX plan_item_event ON plan_item(event_id) WHERE event_id <> 0;
CREATE INDEX plan_item_queue ON plan_item(queue_id, due_at) WHERE queue_id <> 0;
-- An occurrence becomes a post once, whoever asks for it and however often; deleting the post does not bring it back.
CREATE UNIQUE INDEX plan_item_occurrence ON plan_item(series_id, series_day) WHERE series_id <> 0;

ALTER TABLE plan_media ADD COLUMN asset_id INTEGER NOT NULL DEFAULT 0;
