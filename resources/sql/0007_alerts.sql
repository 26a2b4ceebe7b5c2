-- SPDX-License-Identifier: GPL-3.0-or-later
-- Alerts: the rules that watch and what they found. kind is a word (include/vigie/model/alert.hpp), query_id 0 the brand's
-- own query, sensitivity 0 calm, 1 usual, 2 keen. A rule without a name is called by its kind.

CREATE TABLE alert_rule(
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, query_id INTEGER NOT NULL DEFAULT 0,
  sensitivity INTEGER NOT NULL DEFAULT 1, followers INTEGER NOT NULL DEFAULT 50000, people TEXT NOT NULL DEFAULT '',
  is_on INTEGER NOT NULL DEFAULT 1, breaks_through INTEGER NOT NULL DEFAULT 0, muted_until_at INTEGER,
  created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;

-- cause: what makes it one alert while it lasts. state: 0 new, 1 seen, 2 done. notice: enum AlertNotice, what the person is
-- still to be told. An alert stays when its rule goes, unseen, so that the rule can come back with it. value, low and high are in the unit of the kind; first_value and peak show how it grew.
CREATE TABLE alert(
  id INTEGER PRIMARY KEY AUTOINCREMENT, rule_id INTEGER NOT NULL, kind TEXT NOT NULL,
  cause TEXT NOT NULL, state INTEGER NOT NULL, notice INTEGER NOT NULL, query_id INTEGER NOT NULL, from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, value REAL NOT NULL, low REAL, high REAL,
  n INTEGER NOT NULL, usual_hours INTEGER NOT NULL, same_weekday INTEGER NOT NULL, subject TEXT NOT NULL, account_id INTEGER NOT NULL,
  first_value REAL NOT NULL, peak REAL NOT NULL, times INTEGER NOT NULL) STRICT;
CREATE INDEX alert_cause ON alert(rule_id, cause, last_at);
CREATE INDEX alert_open ON alert(last_at) WHERE state <> 2;
CREATE INDEX alert_notice ON alert(notice) WHERE notice <> 0;

CREATE TABLE alert_item(
  alert_id INTEGER NOT NULL REFERENCES alert(id) ON DELETE CASCADE, item_id INTEGER NOT NULL,
  PRIMARY KEY(alert_id, item_id)) STRICT, WITHOUT ROWID;
CREATE INDEX alert_item_item ON alert_item(item_id);

-- What everybody is glad to be told; what one does not want is switched off.
INSERT INTO alert_rule(kind, breaks_through, created_at, changed_at) VALUES
  ('volume', 0, 0, 0), ('tone', 0, 0, 0), ('crisis', 1, 0, 0), ('vip', 0, 0, 0), ('unread', 0, 0, 0), ('silence', 0, 0, 0);
