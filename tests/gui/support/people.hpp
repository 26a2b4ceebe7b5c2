// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of several panels wait for before they look.
#pragma once

#include "gui/support/gui_harness.hpp"

#include "ui/app/main_window.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"

#include <catch2/catch.hpp>

namespace vigie::gui {

/// Until the practice network has been read: there are cards and tickets.
inline void waitForPeople(Harness &harness)
{
    auto *inbox = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(inbox != nullptr);
    REQUIRE(waitFor([&] { return inbox->queue().model().rowCount() > 5; }, 90000));
    REQUIRE(waitFor([&] { return static_cast<bool>(inbox->queue().focused()); }));
    REQUIRE(waitFor([&] { return inbox->reply().ticket() == inbox->queue().focused(); }));
    auto *feed = harness.show<ui::FeedPanel>(QStringLiteral("feed"));
    REQUIRE(feed != nullptr);
    REQUIRE(waitFor([&] { return !feed->columns().empty() && feed->columns().front()->model().rowCount() > 5; }, 90000));
    REQUIRE(waitFor([&] { return harness.window().ready(); }));
}

} // namespace vigie::gui
