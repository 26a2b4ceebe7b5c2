// SPDX-License-Identifier: GPL-3.0-or-later
// The page of reviews: its figures are those of the rows, groups open their reviews, reasons are shown and no judgement, all by keys.
#include "gui/support/gui_harness.hpp"

#include "ui/app/shell.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/reviews_page.hpp"
#include "ui/dashboard/star_bars.hpp"

#include <vigie/store/items.hpp>

#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

constexpr int kQuiet = 30;

Item review(int number, const std::string &who, const std::string &text, double rating, Instant at)
{
    Item one;
    one.connector = "file";
    one.nativeId = "r" + std::to_string(number);
    one.kind = ItemKind::Review;
    one.visibility = Visibility::Public;
    one.author.nativeId = one.author.handle = one.author.name = who;
    one.text = text;
    one.lang = "fr";
    one.rating = rating;
    one.container = number % 3 == 0 ? "Rive Nantes" : "Rive Lyon";
    one.publishedAt = one.fetchedAt = at;
    return one;
}

struct Fixture {
    Harness harness;
    ui::DashboardPanel *panel = nullptr;
    ui::ReviewsPage *page = nullptr;
    std::vector<ItemId> items;
    std::vector<std::pair<QString, ui::Shell::RowSource>> lists;

    explicit Fixture(bool reviews = true)
    {
        panel = harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
        REQUIRE(panel != nullptr);
        if (reviews)
            store();
        page = new ui::ReviewsPage(panel->shell(), &harness.window());
        page->resize(1100, 760);
        page->QWidget::show();
        QObject::connect(&panel->shell(), &ui::Shell::openItem, page, [this](ItemId item) { items.push_back(item); });
        QObject::connect(&panel->shell(), &ui::Shell::openRows, page, [this](const QString &title, const ui::Shell::RowSource &rows) { lists.emplace_back(title, rows); });
        ui::PageQuestion question;
        question.zone = harness.bridge().zone();
        question.scope.networks = {"file"};
        const auto today = *localDay(harness.bridge().now(), question.zone);
        question.period = {today - 364, today + 1};
        page->ask(question);
        REQUIRE(waitFor([&] { return page->ready(); }));
    }
    void store()
    {
        const auto now = harness.bridge().now();
        const std::string praise = "Accueil parfait, produits superbes, livraison dans la journ\303\251e, une adresse que je recommande";
        REQUIRE(harness.write<int>([now, praise](store::Tx &tx) -> Result<int> {
                           std::vector<store::AnalysedItem> all;
                           for (int i = 0; i < kQuiet; ++i)
                               all.emplace_back(review(i, "client" + std::to_string(i % 5), i % 2 == 0 ? "Bien" : "Correct", i % 2 == 0 ? 0.8 : 0.6, now - std::chrono::hours(24 * (8 + 3 * i))));
                           all.emplace_back(review(100, "camille", praise, 1, now - std::chrono::hours(60)));
                           all.emplace_back(review(101, "dominique", praise + " !", 1, now - std::chrono::hours(30)));
                           VIGIE_CHECK(store::Items(tx).store(all));
                           return 1;
                       })
                    .has_value());
    }
};

} // namespace

TEST_CASE("the page says what the rows say, by place and by stars")
{
    Fixture fixture;
    const auto &page = *fixture.page->page();
    CHECK(page.all.reviews == kQuiet + 2);
    CHECK(*page.all.mean == Approx((15 * 4 + 15 * 3 + 10) / 32.0));
    auto &groups = fixture.page->groups();
    REQUIRE(groups.rowCount() == 2);
    CHECK(groups.item(0, 0)->text() == QStringLiteral("Rive Lyon"));
    CHECK(groups.item(0, 1)->text().toInt() + groups.item(1, 1)->text().toInt() == kQuiet + 2);
    fixture.page->split().setCurrentIndex(1); // by stars
    Q_EMIT fixture.page->split().activated(1);
    REQUIRE(waitFor([&] { return groups.rowCount() == 3; }));
    CHECK(groups.item(0, 1)->text() == QStringLiteral("2"));
    CHECK(visibleWords(fixture.page).join(QLatin1Char(' ')).contains(QStringLiteral("3")));
}

TEST_CASE("a group opens its reviews, a reason the review it speaks of, by keys alone")
{
    Fixture fixture;
    auto &groups = fixture.page->groups();
    fixture.page->takeFocus();
    groups.setCurrentCell(0, 0);
    QTest::keyClick(&groups, Qt::Key_Return);
    REQUIRE(fixture.lists.size() == 1);
    CHECK(fixture.lists.front().first.contains(QStringLiteral("Rive Lyon")));
    const auto rows = fixture.harness.read<std::vector<ItemId>>([source = fixture.lists.front().second](store::Tx &tx) { return source(tx, {}); });
    REQUIRE(rows.has_value());
    CHECK(static_cast<int>(rows->size()) == groups.item(0, 1)->text().toInt());

    auto &looks = fixture.page->looks();
    REQUIRE(looks.topLevelItemCount() == 2);
    auto *first = looks.topLevelItem(0);
    REQUIRE(first->childCount() >= 2);
    CHECK(first->text(1).toInt() == first->child(0)->text(1).toInt() + first->child(1)->text(1).toInt());
    looks.setCurrentItem(first->child(0));
    QTest::keyClick(&looks, Qt::Key_Return);
    REQUIRE(fixture.items.size() == 1);
    CHECK(fixture.items.front() == fixture.page->page()->sheets.front().reasons.front().other);
}

TEST_CASE("nothing on the page judges anybody or names who wrote")
{
    Fixture fixture;
    QString words = visibleWords(fixture.page).join(QLatin1Char(' '));
    for (int i = 0; i < fixture.page->looks().topLevelItemCount(); ++i) {
        const auto *item = fixture.page->looks().topLevelItem(i);
        words += item->text(0);
        for (int child = 0; child < item->childCount(); ++child)
            words += item->child(child)->text(0);
    }
    for (const auto *word : {"camille", "dominique", "fake", "fraud", "faux", "suspect", "authenti"})
        CHECK_FALSE(words.contains(QLatin1String(word), Qt::CaseInsensitive));
}

TEST_CASE("stars are read bar by bar with the keys, and every part of the page has a name")
{
    Fixture fixture;
    auto *bars = fixture.page->findChild<ui::StarBars *>();
    REQUIRE(bars != nullptr);
    bars->setFocus();
    const auto five = bars->spoken();
    QTest::keyClick(bars, Qt::Key_Down);
    CHECK(bars->spoken() != five);
    CHECK(bars->accessibleDescription() == bars->spoken());
    QTest::keyClick(bars, Qt::Key_Home);
    CHECK(bars->spoken() == five);
    CHECK(five.contains(QStringLiteral("2")));
    for (auto *widget : fixture.page->findChildren<QWidget *>())
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && qobject_cast<QAbstractItemView *>(widget) != nullptr && widget->objectName() != QStringLiteral("qt_scrollarea_viewport")) {
            INFO(widget->metaObject()->className());
            CHECK_FALSE(widget->accessibleName().isEmpty());
        }
}

TEST_CASE("without reviews the page says where they come from")
{
    Fixture fixture(false);
    CHECK(visibleWords(fixture.page).join(QLatin1Char(' ')).contains(QStringLiteral("rating")));
    CHECK(fixture.page->page()->all.reviews == 0);
}
