// SPDX-License-Identifier: GPL-3.0-or-later
// The charter among the checks of a text that is being written: it marks, names the article, and rewrites nothing.
// Thread: the check runs inside a job of the store.
#pragma once

#include "ui/inbox/writing_marks.hpp"

namespace vigie::ui {

/// `owner`: the check goes on knowing who writes as long as this lives.
[[nodiscard]] WritingCheck charterCheck(Bridge &bridge, QObject *owner);

} // namespace vigie::ui
