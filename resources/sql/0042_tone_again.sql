-- SPDX-License-Identifier: GPL-3.0-or-later
-- Items that came in judged by an earlier layer than the one in force, because it was put in force while they were on their way: judged anew
-- after the run of tone_state.
CREATE TABLE tone_again(item_id INTEGER PRIMARY KEY REFERENCES item(id) ON DELETE CASCADE) STRICT;
