// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard: what a figure says is what its rows are, for every tile of every page; pickers, keys, exports, and what is shown when
// there is nothing.
#include "gui/support/dashboard_desk.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_words.hpp"
#include "ui/dashboard/board_head.hpp"
#include "ui/dashboard/chart_card.hpp"
#include "ui/dashboard/chart_words.hpp"
#include "ui/dashboard/figure_card.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/list_card.hpp"
#include "ui/dashboard/multi_pick.hpp"
#include "ui/dashboard/tile_words.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTableWidget>
#include <QTest>

#include <catch2/catch.hpp>

#include <numeric>

using namespace vigie;
using namespace vigie::gui;

TEST_CASE("The rows behind each tile, each point and each line are as many as it says", "[dashboard]")
{
    DashboardDesk f;
    int tiles = 0, points = 0, lines = 0;
    for (const auto &board : std::vector<Board>(f.panel->boards())) {
        if (board.kind != BoardKind::Tiles)
            continue;
        f.open(board.id);
        for (auto *card : f.panel->view().cards()) {
            INFO(ui::TileWords::page(board).toStdString() << ": " << ui::TileWords::title(card->tile()).toStdString());
            REQUIRE_FALSE(card->reading().error.has_value());
            const auto behind = ui::behindTile(card->tile(), card->reading(), card->page());
            if (behind.rows >= 0) {
                CHECK(f.rows(behind).size() == static_cast<std::size_t>(behind.rows));
                ++tiles;
            }
            if (card->tile().metric == "share_of_voice") { // of n mentions of the panel, the brand's
                const auto &figure = card->reading().figure;
                CHECK(static_cast<double>(f.rows(behind).size()) == Approx(figure.value.value_or(0) / 100 * static_cast<double>(figure.n)).margin(0.01));
            }
            if (auto *chart = qobject_cast<ui::ChartCard *>(card))
                for (int line = 0; line < static_cast<int>(chart->plot().data().lines.size()); ++line)
                    for (int place = 0; place < chart->plot().data().size(); place += 5) {
                        const auto point = ui::behindPoint(card->tile(), card->reading(), card->page(), chart->plot().data(), {line, place});
                        if (point.rows < 0 || card->tile().metric == "engagement_rate" || card->tile().metric == "response_median")
                            continue;
                        INFO("line " << line << ", place " << place);
                        CHECK(f.rows(point).size() == static_cast<std::size_t>(point.rows));
                        ++points;
                    }
            for (const auto &row : card->reading().rows)
                if (const auto one = ui::behindLine(card->tile(), row, card->page()); card->tile().kind == TileKind::Members) {
                    CHECK(f.rows(one).size() == static_cast<std::size_t>(one.rows));
                    ++lines;
                }
        }
    }
    CHECK(tiles >= 4);
    CHECK(points >= 20);
    CHECK(lines >= 1);
}

TEST_CASE("The points of a chart sum up to the figure", "[dashboard]")
{
    DashboardDesk f;
    for (auto *card : f.panel->view().cards()) {
        auto *chart = qobject_cast<ui::ChartCard *>(card);
        const auto *metric = insight::metric(card->tile().metric);
        if (chart == nullptr || metric == nullptr || !metric->additive || card->tile().kind == TileKind::Voice)
            continue;
        INFO(ui::TileWords::title(card->tile()).toStdString());
        double sum = 0;
        for (const auto &line : chart->plot().data().lines)
            if (line.ink != ui::ChartLine::Ink::Before)
                for (const auto &point : line.points)
                    sum += point.value.value_or(0);
        REQUIRE(card->reading().figure.value.has_value());
        CHECK(sum == Approx(*card->reading().figure.value));
    }
}

TEST_CASE("Enter on a figure shows what is behind it, and its rows open", "[dashboard]")
{
    DashboardDesk f;
    f.panel->activated();
    auto *card = f.figure("mentions");
    REQUIRE(card != nullptr);
    card->setFocus();
    f.harness.press(QKeySequence(Qt::Key_Return));
    auto &pane = f.panel->behindPane();
    REQUIRE(waitFor([&] { return pane.isVisible() && pane.ready(); }));
    CHECK(pane.list()->count() == std::min<int>(100, static_cast<int>(card->reading().figure.n)));
    const auto words = visibleWords(&pane).join(QLatin1Char('\n'));
    CHECK(words.contains(ui::FigureText::definition("mentions")));
    CHECK(words.contains(f.harness.window().language().code() == QLatin1String("fr") ? QString::fromUtf8("Mentions\xC2\xA0= ") : ui::qs(insight::metric("mentions")->formula)));
    CHECK(words.contains(ui::FigureText::days(f.panel->reading()->period)));
    CHECK(words.contains(ui::CoverageWords::sentence(f.panel->reading()->coverage)));
    f.harness.press(QKeySequence(Qt::Key_B)); // into the rows
    REQUIRE(waitFor([&] { return pane.list()->hasFocus() && pane.list()->count() > 0; }));
    std::vector<ItemId> opened;
    QObject::connect(&f.panel->shell(), &ui::Shell::openItem, f.panel, [&](ItemId id) { opened.push_back(id); });
    QTest::keyClick(pane.list(), Qt::Key_Down);
    Q_EMIT pane.list()->itemActivated(pane.list()->item(0));
    REQUIRE(opened.size() == 1);
    f.harness.window().showPanel(QStringLiteral("dashboard"));
    f.harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(waitFor([&] { return !pane.isVisible() || !pane.list()->hasFocus(); }));
}

TEST_CASE("Each figure tells its change, its coverage and what it stands on", "[dashboard]")
{
    DashboardDesk f;
    int figures = 0;
    for (auto *card : f.panel->view().cards()) {
        auto *figure = qobject_cast<ui::FigureCard *>(card);
        if (figure == nullptr)
            continue;
        ++figures;
        INFO(card->tile().metric);
        CHECK_FALSE(figure->changeWords().isEmpty());
        CHECK_FALSE(figure->basisWords().isEmpty());
        CHECK(figure->accessibleDescription().contains(ui::CoverageWords::sentence(f.panel->reading()->coverage)));
        CHECK(figure->accessibleDescription().contains(figure->changeWords()));
        CHECK(figure->toolTip().contains(ui::FigureText::definition(card->tile().metric).toHtmlEscaped()));
    }
    CHECK(figures >= 2);
}

TEST_CASE("Period, comparison, brand and network change the figures, and the page keeps them", "[dashboard]")
{
    DashboardDesk f;
    const double month = f.value("mentions");
    f.harness.press(QKeySequence(Qt::Key_7));
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->period.length() == 7; }));
    CHECK(f.value("mentions") < month);
    f.harness.press(QKeySequence(Qt::Key_3));
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->period.length() == 30 && f.value("mentions") == month; }));
    f.harness.press(QKeySequence(Qt::Key_K));
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->against == insight::lastYear(f.panel->reading()->period); }));
    auto &head = f.panel->head();
    const int rival = head.brandBox().findText(QStringLiteral("Verger"));
    REQUIRE(rival > 0);
    head.brandBox().setCurrentIndex(rival);
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->scopeName == "Verger"; }));
    CHECK(f.value("mentions") < month);
    const auto kept = f.harness.read<std::vector<Board>>([](store::Tx &tx) { return store::Boards(tx).all(); });
    REQUIRE(kept);
    REQUIRE(waitFor([&] {
        const auto now = f.harness.read<std::vector<Board>>([](store::Tx &tx) { return store::Boards(tx).all(); });
        return now && now->front().choice == head.choice();
    }));
    CHECK(head.choice().compare == BoardCompare::LastYear);
}

TEST_CASE("Tones, languages, networks and tags chosen in the head restrict the figures and their rows", "[dashboard]")
{
    DashboardDesk f;
    auto &head = f.panel->head();
    const auto counted = [&](const std::function<bool(const Item &)> &fits) {
        const auto rows = f.rows(ui::behindTile(f.figure("mentions")->tile(), f.figure("mentions")->reading(), f.figure("mentions")->page()));
        int count = 0;
        for (const auto row : rows) {
            const auto item = f.harness.read<std::optional<Item>>([row](store::Tx &tx) { return store::Items(tx).get(ItemId{row}); });
            REQUIRE(item);
            REQUIRE(item->has_value());
            count += fits(**item);
        }
        return count;
    };
    // What each choice leaves, counted one by one in the rows of the page without a filter.
    const auto tag = f.harness.write<TagId>([&](store::Tx &tx) { return store::Queries(tx).ensureTag("filter-of-the-head"); });
    REQUIRE(tag);
    const auto all = f.rows(ui::behindTile(f.figure("mentions")->tile(), f.figure("mentions")->reading(), f.figure("mentions")->page()));
    REQUIRE(all.size() > 10);
    int tagged = 0;
    for (const auto row : all)
        if (row % 5 == 0 && tagged < 7) {
            REQUIRE(f.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
                VIGIE_CHECK(store::Tags(tx).put(ItemId{row}, *tag, true, "test"));
                return true;
            }));
            ++tagged;
        }
    REQUIRE(tagged > 0);
    const auto total = static_cast<int>(all.size());
    const int negative = counted([](const Item &item) { return item.toneLabel < 0; }), french = counted([](const Item &item) { return item.lang == "fr"; });
    REQUIRE(negative > 0);
    REQUIRE(negative < total);
    const auto network = head.choice().networks;
    REQUIRE(network.empty());
    const auto toggle = [&](ui::MultiPick &pick, const QString &key) {
        QAction *found = nullptr;
        REQUIRE(waitFor([&] { // tags that were made just now come a moment later
            for (auto *action : pick.menu()->actions())
                if (action->data().toString() == key)
                    found = action;
            return found != nullptr;
        }));
        found->toggle();
    };
    const auto is = [&](int expected) {
        INFO(f.value("mentions") << " instead of " << expected);
        return waitFor([&] { return f.panel->settled() && static_cast<int>(f.value("mentions")) == expected; });
    };
    toggle(head.tonePick(), QStringLiteral("-1"));
    CHECK(is(negative));
    CHECK(counted([](const Item &item) { return item.toneLabel < 0; }) == negative); // and the rows behind are those
    CHECK(counted([](const Item &) { return true; }) == negative);
    toggle(head.langPick(), QStringLiteral("fr"));
    CHECK(is(counted([](const Item &item) { return item.toneLabel < 0 && item.lang == "fr"; })));
    toggle(head.tonePick(), QStringLiteral("-1"));
    CHECK(is(french));
    toggle(head.langPick(), QStringLiteral("fr"));
    CHECK(is(total));
    toggle(head.tagPick(), QString::number(tag->value));
    CHECK(is(tagged));
    toggle(head.tagPick(), QString::number(tag->value));
    CHECK(is(total));
    toggle(head.networkPick(), QStringLiteral("mastodon"));
    CHECK(is(counted([](const Item &item) { return item.connector == "mastodon"; })));
}

TEST_CASE("A filter that does not read is said on the tiles, and mended goes on", "[dashboard]")
{
    DashboardDesk f;
    f.harness.press(QKeySequence(Qt::Key_F));
    auto &field = f.panel->head().wordsField();
    REQUIRE(waitFor([&] { return field.hasFocus(); }));
    const auto all = [&](bool failed) {
        const auto &tiles = f.panel->reading()->tiles;
        return f.panel->settled() && std::any_of(tiles.begin(), tiles.end(), [](const ui::TileReading &tile) { return tile.error.has_value(); }) == failed;
    };
    QTest::keyClicks(&field, QStringLiteral("(lampe"));
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(waitFor([&] { return f.panel->reading()->scope.words == "(lampe" && all(true); }));
    field.setText(QStringLiteral("lampe"));
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(waitFor([&] { return f.panel->reading()->scope.words == "lampe" && all(false); }));
}

TEST_CASE("A period without a word says so and offers a longer one", "[dashboard]")
{
    DashboardDesk f;
    for (int i = 0; i < 40 && !f.panel->isEmpty(); ++i) {
        const auto from = f.panel->reading()->period.fromDay;
        f.harness.press(QKeySequence(Qt::Key_P)); // before the oldest review nobody had written
        REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->period.fromDay < from; }));
    }
    REQUIRE(f.panel->isEmpty());
    CHECK(visibleWords(f.panel).filter(f.panel->tr("Nothing was said in this period")).size() >= 1);
}

TEST_CASE("The figures are written as CSV and the page as PDF", "[dashboard]")
{
    DashboardDesk f;
    const auto csv = f.harness.folder() + QStringLiteral("/figures.csv"), pdf = f.harness.folder() + QStringLiteral("/page.pdf");
    REQUIRE(f.panel->exportFigures(csv));
    QFile figures(csv);
    REQUIRE(figures.open(QIODevice::ReadOnly));
    CHECK(figures.readAll().contains("mentions," + QByteArray::number(static_cast<qlonglong>(f.value("mentions")))));
    REQUIRE(f.panel->exportReport(pdf));
    QFile page(pdf);
    REQUIRE(page.open(QIODevice::ReadOnly));
    CHECK(page.readAll().startsWith("%PDF-"));
    CHECK(page.size() > 10'000);
    CHECK_FALSE(f.panel->exportFigures(QStringLiteral("/nowhere/at/all.csv")));
    CHECK_FALSE(f.panel->exportReport(QStringLiteral("/nowhere/at/all.pdf")));
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES")) {
        QFile::remove(qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/page.pdf"));
        QFile::copy(pdf, qEnvironmentVariable("VIGIE_PICTURES") + QStringLiteral("/page.pdf"));
    }
}
