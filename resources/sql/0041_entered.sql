-- SPDX-License-Identifier: GPL-3.0-or-later
-- What no network gives and a person enters or imports: what visits from a network brought (include/vigie/store/goals.hpp), and answers to
-- surveys (include/vigie/store/surveys.hpp).

-- Local days [from_day, to_day), those of one network never overlap. goals: JSON [{"name", "completions", "value", "currency"}].
CREATE TABLE goal_entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT, network TEXT NOT NULL, from_day INTEGER NOT NULL, to_day INTEGER NOT NULL, visits REAL NOT NULL, goals TEXT NOT NULL) STRICT;
CREATE INDEX goal_entry_network ON goal_entry(network, from_day);

-- A file that was taken in. Answers of a batch that is not there (any more) do not count; batch 0 are those that were entered one by one.
CREATE TABLE survey_batch(id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
-- kind: csat (1 to 5), nps (0 to 10). mark: what the answer is known by when its file comes again; empty: entered one by one.
CREATE TABLE survey_answer(
  id INTEGER PRIMARY KEY AUTOINCREMENT, batch_id INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL, score INTEGER NOT NULL, at INTEGER NOT NULL, network TEXT NOT NULL DEFAULT '',
  ticket_id INTEGER NOT NULL DEFAULT 0, mark TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX survey_answer_at ON survey_answer(kind, at);
CREATE UNIQUE INDEX survey_answer_mark ON survey_answer(mark) WHERE mark<>'';
