// SPDX-License-Identifier: GPL-3.0-or-later
// What people begin to speak of, by the keyboard: counted beside the column, the posts behind a term, the term into the query.
#include "gui/support/gui_harness.hpp"

#include "ui/feed/column.hpp"
#include "ui/feed/column_editor.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/feed/trends_model.hpp"
#include "ui/feed/trends_pane.hpp"
#include "ui/search/results_model.hpp"
#include "ui/search/results_panel.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>

#include <QComboBox>
#include <QListView>
#include <QPixmap>
#include <QPlainTextEdit>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

struct Talking {
    Talking() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        REQUIRE(harness.write<QueryId>([](store::Tx &tx) -> Result<QueryId> {
            VIGIE_TRY(const auto all, store::Queries(tx).all());
            for (const auto &first : all)
                VIGIE_CHECK(store::Queries(tx).remove(first.id));
            SavedQuery query;
            query.name = "Bac";
            query.source = "bac OR ferry";
            return store::Queries(tx).save(query);
        }));
        const auto now = harness.bridge().now();
        for (int day = 1; day <= 7; ++day)
            for (int who = 0; who < 6; ++who)
                put(who, "Le bac est à l'heure, merci à l'équipage", now - std::chrono::hours(24 * day + who));
        for (int who = 0; who < 8; ++who)
            put(20 + who, "Le bac reste à quai, le service après-vente ne répond pas 😡 #BacEnPanne", now - std::chrono::minutes(90 + who));
        harness.window().showPanel(QStringLiteral("feed"));
        REQUIRE(waitFor([&] { return panel()->columns().size() == 1 && panel()->ready() && panel()->columns().front()->model().query().name == "Bac"; }));
    }
    void put(int who, const std::string &text, Instant at)
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = std::to_string(++number);
        item.visibility = Visibility::Public;
        item.author.nativeId = "m" + std::to_string(who);
        item.author.handle = "p" + std::to_string(who) + "@rive.test";
        item.author.name = "Passenger " + std::to_string(who);
        item.text = text;
        item.lang = "fr";
        item.publishedAt = item.fetchedAt = at;
        REQUIRE(harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) {
            const std::vector<store::AnalysedItem> one{store::AnalysedItem(item)};
            return store::Items(tx).store(one);
        }));
    }
    ui::FeedPanel *panel() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::TrendsPane &pane() { return panel()->trends(); }
    int rowOf(const QString &form)
    {
        for (int row = 0; row < pane().model().rowCount(); ++row)
            if (pane().model().index(row).data().toString() == form)
                return row;
        return -1;
    }
    void open()
    {
        panel()->columns().front()->takeFocus();
        harness.press(QKeySequence(Qt::SHIFT | Qt::Key_T));
        REQUIRE(waitFor([&] { return pane().isVisible() && !pane().isCounting(); }));
    }

    Harness harness;
    int number = 0;
};

} // namespace

TEST_CASE("Trends stand beside the column and lead to their posts", "[trends]")
{
    Talking feed;
    feed.open();
    const int row = feed.rowOf(QStringLiteral("service après-vente"));
    REQUIRE(row >= 0);
    CHECK(feed.rowOf(QStringLiteral("bac")) < 0);
    CHECK(feed.rowOf(QStringLiteral("service")) < 0);
    CHECK(feed.rowOf(QStringLiteral("😡")) >= 0);
    CHECK(feed.rowOf(QStringLiteral("#BacEnPanne")) >= 0);
    const auto *trend = feed.pane().model().at(row);
    CHECK(trend->authors == 8);
    CHECK(trend->mentionsBefore == 0);
    CHECK(withoutAccessibleName(&feed.pane()).isEmpty());
    const auto said = feed.pane().model().index(row).data(Qt::AccessibleTextRole).toString();
    INFO(said.toStdString());
    CHECK(said.contains(QLatin1Char('8')));

    feed.pane().list().setCurrentIndex(feed.pane().model().index(row));
    feed.harness.press(QKeySequence(Qt::Key_Return));
    auto *results = dynamic_cast<ui::ResultsPanel *>(feed.harness.window().panel(QStringLiteral("search")));
    REQUIRE(waitFor([&] { return results->isVisible() && results->model()->rowCount() == 8; }));
    feed.harness.press(QKeySequence(Qt::Key_Escape));
    REQUIRE(waitFor([&] { return feed.panel()->isVisible() && feed.pane().list().hasFocus(); }));
    feed.harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(waitFor([&] { return !feed.pane().isVisible(); }));
}

TEST_CASE("A term goes into the column's query, or out of it", "[trends]")
{
    Talking feed;
    feed.open();
    feed.pane().list().setCurrentIndex(feed.pane().model().index(feed.rowOf(QStringLiteral("service après-vente"))));
    feed.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_Q));
    REQUIRE(waitFor([&] { return feed.panel()->isEditing(); }));
    auto *source = feed.panel()->editor().findChild<QPlainTextEdit *>();
    REQUIRE(source != nullptr);
    CHECK(source->toPlainText() == QStringLiteral("(bac OR ferry) -\"service après-vente\""));
    CHECK(feed.panel()->editor().isDirty());
}

TEST_CASE("Another time is another answer, and nothing new is said", "[trends]")
{
    Talking feed;
    feed.open();
    feed.pane().spanBox().setFocus();
    feed.harness.press(QKeySequence(Qt::Key_Up));
    REQUIRE(waitFor([&] { return feed.pane().spanBox().currentIndex() == 0 && !feed.pane().isCounting() && feed.pane().model().rowCount() == 0; }));
    const auto words = visibleWords(&feed.pane()).join(QLatin1Char('\n'));
    INFO(words.toStdString());
    CHECK(words.contains(qEnvironmentVariable("VIGIE_LANG") == QLatin1String("fr") ? QStringLiteral("Rien de nouveau") : QStringLiteral("Nothing new")));
}

TEST_CASE("A term joins any query without changing what it says", "[trends]")
{
    CHECK(ui::sourceWithTerm({}, QStringLiteral("\"quai\""), false) == QStringLiteral("\"quai\""));
    CHECK(ui::sourceWithTerm(QStringLiteral("bac lang:fr"), QStringLiteral("\"quai\""), false) == QStringLiteral("bac lang:fr \"quai\""));
    CHECK(ui::sourceWithTerm(QStringLiteral("a OU b # note"), QStringLiteral("\"quai\""), true) == QStringLiteral("(a OU b # note\n) -\"quai\""));
    CHECK(ui::sourceWithTerm(QStringLiteral("a # note"), QStringLiteral("\"quai\""), true) == QStringLiteral("a # note\n-\"quai\""));
}
