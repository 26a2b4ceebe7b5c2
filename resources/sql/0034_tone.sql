-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the machine had said of an item when a person said what its tone is: measures the machine and teaches this workspace's layer. The person's
-- word stands in item (tone_manual=1); where that was taken back, the row says nothing. machine_milli: thousandths. model: of the analyser, see
-- text::ToneAnalyser::version(). forgotten: no longer learned from.
CREATE TABLE tone_lesson(
  item_id INTEGER PRIMARY KEY REFERENCES item(id) ON DELETE CASCADE, machine_label INTEGER NOT NULL, machine_milli INTEGER NOT NULL,
  model INTEGER NOT NULL, said_at INTEGER NOT NULL, forgotten INTEGER NOT NULL DEFAULT 0) STRICT;
-- What was learned from them, in thousandths. word '': every text of the language.
CREATE TABLE tone_layer_word(
  lang TEXT NOT NULL, word TEXT NOT NULL, praise_milli INTEGER NOT NULL, blame_milli INTEGER NOT NULL, lessons INTEGER NOT NULL,
  PRIMARY KEY(lang, word)) STRICT, WITHOUT ROWID;
-- One row. model, layer: with which the tones of items are reckoned. Items before done_before have theirs, up to until those of an earlier model or
-- layer follow; until NULL: all have it. total: how many there were to do, done: how many are. model_changed: what was foretold for lessons is said anew.
CREATE TABLE tone_state(
  id INTEGER PRIMARY KEY CHECK(id=1), model INTEGER NOT NULL, layer INTEGER NOT NULL DEFAULT 0, learned_from INTEGER NOT NULL DEFAULT 0, learned_at INTEGER,
  reset_at INTEGER, done_before INTEGER NOT NULL DEFAULT 0, until INTEGER, total INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0,
  model_changed INTEGER NOT NULL DEFAULT 0) STRICT;
