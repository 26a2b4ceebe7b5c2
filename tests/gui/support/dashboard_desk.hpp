// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard over the practice workspace, once everything that was said in the last month is here and nothing more arrives.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "gui/support/gui_harness.hpp"
#include "gui/support/read_all.hpp"

#include "ui/app/shell.hpp"
#include "ui/command/registry.hpp"
#include "ui/dashboard/behind.hpp"
#include "ui/dashboard/behind_pane.hpp"
#include "ui/dashboard/board_head.hpp"
#include "ui/dashboard/dashboard_panel.hpp"

#include <vigie/store/boards.hpp>
#include <vigie/store/members.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace vigie::gui {

struct DashboardDesk {
    Harness harness;
    ui::DashboardPanel *panel = nullptr;

    DashboardDesk()
    {
        REQUIRE(waitFor([&] {
            const auto status = harness.bridge().workspace()->statusNow();
            return status && status->accounts.size() >= 2
                   && std::all_of(status->accounts.begin(), status->accounts.end(), [](const auto &line) { return line.seenUpTo && !line.syncing; });
        }, 60000));
        holdStill(harness);
        panel = harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] { return panel->settled() && value("mentions") > 0; }, 60000));
        refresh();
    }
    /// What is shown is what is stored now.
    void refresh()
    {
        harness.window().commands().run(QStringLiteral("dashboard.refresh"));
        REQUIRE(waitFor([&] { return panel->settled(); }));
    }
    void open(BoardId id)
    {
        panel->showPage(id);
        REQUIRE(waitFor([&] { return panel->settled() && panel->board() != nullptr && panel->board()->id == id; }));
    }
    ui::TileCard *figure(const std::string &key)
    {
        for (auto *card : panel->view().cards())
            if (card->tile().kind == TileKind::Figure && card->tile().metric == key)
                return card;
        return nullptr;
    }
    double value(const std::string &key)
    {
        const auto *card = figure(key);
        return card != nullptr && card->isLoaded() && panel->reading() && panel->reading()->tile(card->tile().id) != nullptr
                   ? panel->reading()->tile(card->tile().id)->figure.value.value_or(-1)
                   : -1;
    }
    /// Every row, page by page, as the list does it.
    std::set<std::int64_t> rows(const ui::Behind &behind)
    {
        const auto source = ui::rowsOf(behind, panel->reading()->zone, harness.bridge().workspace()->columns());
        std::set<std::int64_t> all;
        store::SearchPage page;
        page.limit = 50;
        for (;;) {
            const auto ids = harness.read<std::vector<ItemId>>([&](store::Tx &tx) { return source(tx, page); });
            REQUIRE(ids.has_value());
            if (ids->empty())
                return all;
            for (const auto id : *ids)
                CHECK(all.insert(id.value).second); // no row twice
            page.before = ids->back();
        }
    }
};

} // namespace vigie::gui
