-- SPDX-License-Identifier: GPL-3.0-or-later
-- An alert that was put off: from then on it is new again.
ALTER TABLE alert ADD COLUMN snoozed_until_at INTEGER;
CREATE INDEX alert_snoozed ON alert(snoozed_until_at) WHERE snoozed_until_at IS NOT NULL;
