-- SPDX-License-Identifier: GPL-3.0-or-later
-- A trigger makes of each new member a statement of several writes, which SQLite keeps a journal of its own for; inside a job that
-- journal is walked from its beginning each time: 160 us a member instead of 10. The one place that inserts members marks them itself.
DROP TRIGGER found_member_new;

-- Who has how many followers: "more than anybody has" must not walk over every mention of a common word.
CREATE INDEX member_followers ON member(followers) WHERE followers IS NOT NULL;
