// SPDX-License-Identifier: GPL-3.0-or-later
// Originals and relays in the window: a gathered column, the tree in the reading pane, what a person decides, figures with and without.
#include "gui/support/gui_harness.hpp"

#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/reading_pane.hpp"
#include "ui/feed/relay_row.hpp"
#include "ui/search/results_panel.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relays.hpp>
#include <vigie/store/tickets.hpp>

#include <QComboBox>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;

namespace {

constexpr const char *kNews = "Le bac de la baie ne passe pas jeudi entre six heures et quatorze heures, annonce le port.";

struct Relayed {
    Relayed() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        const auto made = harness.write<QueryId>([](store::Tx &tx) -> Result<QueryId> {
            VIGIE_TRY(const auto all, store::Queries(tx).all());
            for (const auto &first : all)
                VIGIE_CHECK(store::Queries(tx).remove(first.id));
            SavedQuery query;
            query.name = "Le bac";
            query.source = "bac";
            query.role = QueryRole::Brand;
            return store::Queries(tx).save(query);
        });
        REQUIRE(made);
        const auto now = harness.bridge().now();
        original = put("1", "Anne Le Goff", kNews, now - std::chrono::minutes(90), 800);
        copy = put("2", "Radio Baie", std::string(kNews) + " https://baie.example/bac", now - std::chrono::minutes(60), 12'000);
        repost = put("3", "Bruno", kNews, now - std::chrono::minutes(40), 90, {{Relation::RepostOf, "1", {}}});
        put("4", "Claire", "Et qui rembourse mon bac de jeudi ?", now - std::chrono::minutes(30), 20, {{Relation::ReplyTo, "1", {}}});
        other = put("5", "Denis", "Mon bac est parfait, merci au capitaine", now - std::chrono::minutes(20), 20);
        harness.window().showPanel(QStringLiteral("feed"));
        REQUIRE(waitFor([&] { return panel()->columns().size() == 1 && column().model().query().name == "Le bac" && panel()->ready(); }));
        REQUIRE(waitFor([&] {
            column().model().showPending();
            return column().model().rowCount() == 5;
        }));
        // The engines found what belongs together by themselves.
        REQUIRE(waitFor([&] { return relays(original) == 2; }));
    }
    ItemId put(const std::string &native, const std::string &who, const std::string &text, Instant at, double followers, std::vector<ItemRef> refs = {})
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = native;
        item.permalink = "https://rive.test/@x/" + native;
        item.visibility = Visibility::Public;
        item.author.nativeId = who;
        item.author.handle = "p" + native + "@rive.test";
        item.author.name = who;
        item.author.metrics = {{"followers", followers, ValueStatus::Ok}};
        item.text = text;
        item.lang = "fr";
        item.refs = std::move(refs);
        item.publishedAt = item.fetchedAt = at;
        const auto stored = harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) {
            const std::vector<store::AnalysedItem> one{store::AnalysedItem(item)};
            return store::Items(tx).store(one);
        });
        REQUIRE(stored);
        return stored->front().id;
    }
    int relays(ItemId item)
    {
        return harness.read<store::RelayCluster>([&](store::Tx &tx) { return store::Relays(tx).cluster(item); })->relays;
    }
    void choose(ItemId item)
    {
        REQUIRE(waitFor([&] { return column().model().rowOf(item) >= 0; }));
        column().view().setFocus();
        column().view().focusRow(column().model().rowOf(item));
        REQUIRE(waitFor([&] { return panel()->pane().reading() != nullptr && panel()->pane().reading()->card->row.item.id == item; }));
    }
    std::vector<ui::RelayRow *> rows()
    {
        std::vector<ui::RelayRow *> out;
        for (auto *row : panel()->pane().findChildren<ui::RelayRow *>())
            if (row->isVisibleTo(panel()))
                out.push_back(row);
        return out;
    }
    ui::FeedPanel *panel() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::Column &column() { return *panel()->columns().front(); }

    Harness harness;
    ItemId original, copy, repost, other;
};

} // namespace

TEST_CASE("A gathered column shows a cluster as one card, and comes back so", "[relay]")
{
    Relayed feed;
    feed.choose(feed.other);
    feed.harness.press(QKeySequence(QStringLiteral("W")));
    REQUIRE(waitFor([&] { return feed.column().model().gathered() && feed.column().model().rowCount() == 3; }));
    CHECK(feed.column().model().rowOf(feed.original) >= 0);
    CHECK(feed.column().model().rowOf(feed.copy) < 0);
    const int row = feed.column().model().rowOf(feed.original);
    REQUIRE(waitFor([&] { return feed.column().model().cardAt(row) != nullptr; }));
    const auto words = ui::factsOf(*feed.column().model().cardAt(row));
    INFO(words.toStdString());
    CHECK(words.contains(QLatin1Char('2')));
    CHECK(words.contains(ui::clusterWords(feed.column().model().cardAt(row)->row)));
    CHECK(feed.column().model().data(feed.column().model().index(row), Qt::AccessibleTextRole).toString().contains(words));
    // One more copy comes in: it stays behind its original.
    const auto late = feed.put("9", "Erwan", std::string("RT @anne: ") + kNews, feed.harness.bridge().now(), 10);
    REQUIRE(waitFor([&] { return feed.relays(feed.original) == 3; }));
    CHECK(waitFor([&] { return feed.column().model().pendingCount() == 0 && feed.column().model().rowOf(late) < 0; }));
    feed.harness.restart();
    feed.harness.window().showPanel(QStringLiteral("feed"));
    REQUIRE(waitFor([&] { return feed.panel()->columns().size() == 1 && feed.panel()->ready(); }));
    CHECK(feed.column().model().gathered());
    CHECK(waitFor([&] { return feed.column().model().rowCount() == 3; }));
}

TEST_CASE("The reading pane shows the tree, and what a person says can be taken back", "[relay]")
{
    Relayed feed;
    feed.choose(feed.copy);
    REQUIRE(waitFor([&] { return feed.rows().size() == 3; }));
    const auto said = visibleWords(&feed.panel()->pane()).join(QLatin1Char('\n'));
    INFO(said.toStdString());
    CHECK(said.contains(QStringLiteral("Anne Le Goff")));
    CHECK(withoutAccessibleName(&feed.panel()->pane()).isEmpty());

    feed.harness.press(QKeySequence(QStringLiteral("Shift+X")));
    REQUIRE(waitFor([&] { return feed.relays(feed.original) == 1; }));
    feed.harness.press(QKeySequence(QStringLiteral("Z")));
    REQUIRE(waitFor([&] { return feed.relays(feed.original) == 2; }));

    feed.choose(feed.other);
    feed.harness.press(QKeySequence(QStringLiteral("Shift+J")));
    feed.choose(feed.original);
    feed.harness.press(QKeySequence(QStringLiteral("Shift+J")));
    REQUIRE(waitFor([&] { return feed.relays(feed.other) == 3; }));
    feed.harness.press(QKeySequence(QStringLiteral("Z")));
    REQUIRE(waitFor([&] { return feed.relays(feed.original) == 2; }));

    // Who answers a relay means its original.
    feed.choose(feed.repost);
    feed.harness.press(QKeySequence(QStringLiteral("I")));
    REQUIRE(waitFor([&] {
        const auto row = feed.harness.read<std::vector<store::ItemRow>>([&](store::Tx &tx) { return store::Items(tx).rows(std::vector<ItemId>{feed.original, feed.repost}); });
        return row && (*row)[0].ticket && !(*row)[1].ticket;
    }));
    feed.harness.press(QKeySequence(QStringLiteral("Shift+O")));
    CHECK(waitFor([&] { return feed.panel()->pane().item() == feed.original; }));
}

TEST_CASE("The whole window counts with or without relays, by one decision", "[relay]")
{
    Relayed feed;
    auto *panel = feed.harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
    REQUIRE(panel != nullptr);
    const auto mentions = [&] { return panel->settled() && !panel->reading()->tiles.empty() ? panel->reading()->tiles.front().figure.value.value_or(-1) : -1; };
    REQUIRE(waitFor([&] { return mentions() == 5; }));
    panel->relaysBox()->setCurrentIndex(1);
    REQUIRE(waitFor([&] { return mentions() == 3; }));
    // The column and its numbers
    const auto holds = [&](int rows) { return feed.column().model().rowCount() == rows && feed.column().counts().total == rows; };
    REQUIRE(waitFor([&] { return holds(3); }));
    CHECK(feed.column().model().rowOf(feed.copy) < 0);
    CHECK(feed.column().model().rowOf(feed.original) >= 0);
    const auto late = feed.put("9", "Erwan", std::string("RT @anne: ") + kNews, feed.harness.bridge().now(), 10);
    REQUIRE(waitFor([&] { return feed.relays(feed.original) == 3; }));
    CHECK(waitFor([&] { return feed.column().model().pendingCount() == 0 && feed.column().model().rowOf(late) < 0 && feed.column().counts().total == 3; }));
    // The search
    auto *found = dynamic_cast<ui::ResultsPanel *>(feed.harness.window().panel(QStringLiteral("search")));
    REQUIRE(found != nullptr);
    feed.harness.window().search(QStringLiteral("bac"));
    const auto chip = [&] { return found->chip(1)->text(); };
    CHECK(waitFor([&] { return chip().endsWith(QStringLiteral(" 3")); }));
    // And back, from wherever one is; the search that is open answers anew.
    REQUIRE(feed.harness.window().commands().run(QStringLiteral("window.relays")));
    CHECK(waitFor([&] { return chip().endsWith(QStringLiteral(" 6")); }));
    CHECK(waitFor([&] { return feed.column().counts().total == 6 && feed.column().model().rowOf(feed.copy) >= 0; }));
    feed.harness.window().showPanel(QStringLiteral("dashboard"));
    CHECK(waitFor([&] { return panel->relaysBox()->currentIndex() == 0 && mentions() == 6; }));
}
