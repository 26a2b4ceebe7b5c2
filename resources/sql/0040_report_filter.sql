-- SPDX-License-Identifier: GPL-3.0-or-later
-- A report that is made by itself keeps the whole filter of its page: words of the query language, languages, tags (numbers) and tones (-1, 0, 1),
-- the last three parted by blanks; empty: all.
ALTER TABLE report_plan ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE report_plan ADD COLUMN languages TEXT NOT NULL DEFAULT '';
ALTER TABLE report_plan ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE report_plan ADD COLUMN tones TEXT NOT NULL DEFAULT '';
