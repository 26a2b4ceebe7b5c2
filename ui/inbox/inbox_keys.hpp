// SPDX-License-Identifier: GPL-3.0-or-later
// The keys shown at the foot of the inbox, each with one word.
// Thread: the window's.
#pragma once

#include "ui/inbox/key_footer.hpp"

namespace vigie::ui {

[[nodiscard]] QList<KeyFooter::Key> inboxKeys();

} // namespace vigie::ui
