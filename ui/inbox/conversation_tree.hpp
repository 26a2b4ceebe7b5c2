// SPDX-License-Identifier: GPL-3.0-or-later
// The order and the steps of a conversation's entries.
// Thread: pure. Errors: none.
#pragma once

#include "ui/inbox/conversation_data.hpp"

#include <vector>

namespace vigie::ui {

/// From the depths of the thread to `level` and `below`: only where a message has several answers do they step in, so that a dialogue
/// of two stays straight.
void setLevels(std::vector<Entry> &entries, const std::vector<int> &depths);
/// Behind the entry at `anchor` and what hangs below it, at its level; past the end: as the last one.
void insertBehind(std::vector<Entry> &entries, std::size_t anchor, Entry entry);
/// A note stands where one was when it was written: behind the newest message of that time.
void insertNote(std::vector<Entry> &entries, Note note);
/// The oldest message after our last answer, -1 when there is none.
[[nodiscard]] int oldestUnanswered(const std::vector<Entry> &entries);

} // namespace vigie::ui
