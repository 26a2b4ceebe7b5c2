-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a campaign has cost so far, line by line; its budget stands beside it (campaign.budget_cents), in the same currency.
-- day: days since 1970-01-01.
CREATE TABLE campaign_spending(
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign(id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  what TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX campaign_spending_campaign ON campaign_spending(campaign_id, day);

-- How far the files of a part have come, for networks that let an upload go on where it was cut. words: digest of what is sent, so that
-- nothing goes on for other words or files. A row lives from the first piece to the end of the part.
CREATE TABLE upload_progress(
  outbound_id INTEGER NOT NULL REFERENCES outbound(id) ON DELETE CASCADE, part INTEGER NOT NULL,
  words TEXT NOT NULL, state TEXT NOT NULL, began_at INTEGER NOT NULL,
  PRIMARY KEY(outbound_id, part)) STRICT, WITHOUT ROWID;
