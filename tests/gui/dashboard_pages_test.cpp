// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the dashboard: arranged by keys and by the mouse, added to from the catalogue, made, renamed, removed, all of it taken back
// and kept over a restart.
#include "gui/support/dashboard_desk.hpp"

#include "ui/dashboard/add_tile_dialog.hpp"
#include "ui/dashboard/chart_card.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/tones.hpp>

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

std::vector<Board> stored(DashboardDesk &f)
{
    const auto boards = f.harness.read<std::vector<Board>>([](store::Tx &tx) { return store::Boards(tx).all(); });
    REQUIRE(boards);
    return *boards;
}

/// What is on the screen is on the disk.
bool kept(DashboardDesk &f)
{
    return waitFor([&] {
        const auto boards = stored(f);
        return std::any_of(boards.begin(), boards.end(), [&](const Board &one) { return one == *f.panel->board(); });
    });
}

const BoardTile *tileOf(DashboardDesk &f, int id)
{
    for (const auto &tile : f.panel->view().tiles())
        if (tile.id == id)
            return &tile;
    return nullptr;
}

} // namespace

TEST_CASE("A tile is moved, resized, doubled and removed by keys alone, and each of it is taken back", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto begin = f.panel->board()->tiles;
    f.harness.press(QKeySequence(Qt::Key_E));
    REQUIRE(f.panel->view().isEditing());
    auto *card = f.figure("mentions");
    REQUIRE(waitFor([&] {
        card->setFocus();
        return card->hasFocus();
    }));
    const int id = card->tile().id;
    const auto place = card->tile().place;
    QTest::keyClick(card, Qt::Key_Right);
    CHECK(tileOf(f, id)->place.x == place.x + 1);
    QTest::keyClick(card, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(tileOf(f, id)->place.w == place.w + 1);
    QTest::keyClick(card, Qt::Key_D);
    CHECK(f.panel->view().tiles().size() == begin.size() + 1);
    QTest::keyClick(card, Qt::Key_Delete);
    CHECK(f.panel->view().tiles().size() == begin.size());
    CHECK(tileOf(f, id) == nullptr);
    CHECK(kept(f));
    for (int i = 0; i < 4; ++i)
        REQUIRE(waitFor([&] { return f.harness.window().commands().run(QStringLiteral("dashboard.undo")); }));
    CHECK(f.panel->board()->tiles == begin);
    CHECK(kept(f));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.redo")));
    CHECK(tileOf(f, id)->place.x == place.x + 1);
}

TEST_CASE("A tile is dragged where the hand lets it go, and comes back when that is nowhere", "[dashboard][pages]")
{
    DashboardDesk f;
    f.harness.press(QKeySequence(Qt::Key_E));
    auto *card = f.figure("mentions");
    const auto at = card->geometry();
    const auto pull = [&](const QPoint &by) {
        QTest::mousePress(card, Qt::LeftButton, {}, QPoint(20, 30));
        QTest::mouseMove(card, QPoint(20, 30) + by / 2);
        QTest::mouseMove(card, QPoint(20, 30) + by - (card->pos() - at.topLeft()));
        QTest::mouseRelease(card, Qt::LeftButton, {}, QPoint(20, 30) + by - (card->pos() - at.topLeft()));
    };
    pull(QPoint(4, 3));
    CHECK(card->geometry() == at);
    pull(QPoint(at.width() + 10, 0));
    CHECK(card->tile().place.x >= 1);
    CHECK(kept(f));
}

TEST_CASE("A figure is found in the catalogue by its words and put on the page", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto before = f.panel->view().tiles().size();
    f.harness.press(QKeySequence(Qt::Key_A));
    auto *dialog = f.panel->findChild<ui::AddTileDialog *>();
    REQUIRE(dialog != nullptr);
    QTest::keyClicks(dialog->searchField(), QStringLiteral("zzzz"));
    CHECK_FALSE(dialog->addButton()->isEnabled());
    dialog->searchField()->clear();
    REQUIRE(dialog->list()->count() > 5);
    QTest::keyClick(dialog->searchField(), Qt::Key_Down);
    QTest::keyClick(dialog->searchField(), Qt::Key_Return);
    CHECK(f.panel->view().tiles().size() == before + 1);
    dialog->close();
    REQUIRE(waitFor([&] { return f.panel->settled(); }));
    for (auto *card : f.panel->view().cards())
        CHECK(card->isLoaded());
    CHECK(kept(f));
}

TEST_CASE("A page is made, renamed and removed, and comes back with all its tiles", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto pages = f.panel->boards().size();
    const auto named = [&](const QString &name) {
        auto *dialog = f.panel->findChild<QInputDialog *>();
        REQUIRE(dialog != nullptr);
        dialog->setTextValue(name);
        dialog->accept();
    };
    f.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_N));
    named(QStringLiteral("Salon & <b>co</b>"));
    REQUIRE(waitFor([&] { return f.panel->boards().size() == pages + 1 && f.panel->board() != nullptr && f.panel->board()->name == "Salon & <b>co</b>"; }));
    REQUIRE(waitFor([&] { return f.panel->settled(); }));
    CHECK(visibleWords(f.panel).filter(f.panel->tr("This page is empty")).size() >= 1);
    REQUIRE(waitFor([&] { // the dialog had the keys
        f.harness.window().activateWindow();
        return f.harness.window().isActiveWindow() && f.panel->findChild<QInputDialog *>() == nullptr;
    }));
    f.panel->setFocus();
    f.harness.press(QKeySequence(Qt::Key_F2));
    named(QStringLiteral("Salon"));
    CHECK(f.panel->board()->name == "Salon");
    const auto whole = *f.panel->board();
    REQUIRE(waitFor([&] {
        f.harness.window().activateWindow();
        return f.harness.window().isActiveWindow() && f.panel->findChild<QInputDialog *>() == nullptr;
    }));
    f.panel->setFocus();
    f.harness.press(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    REQUIRE(waitFor([&] { return f.panel->boards().size() == pages; }));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.undo")));
    REQUIRE(waitFor([&] { return f.panel->boards().size() == pages + 1 && f.panel->board() != nullptr && *f.panel->board() == whole; }));
}

TEST_CASE("Pages change places by keys, and each move is taken back", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto order = [&] {
        std::vector<BoardId> ids;
        for (const auto &one : stored(f))
            ids.push_back(one.id);
        return ids;
    };
    const auto begin = order();
    REQUIRE(begin.size() >= 3);
    REQUIRE(f.panel->board()->id == begin[0]);
    f.harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp)); // it is the first
    f.harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown));
    REQUIRE(waitFor([&] { return order()[1] == begin[0] && f.panel->boards()[1].id == begin[0]; }));
    CHECK(f.panel->board()->id == begin[0]);
    f.harness.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown));
    REQUIRE(waitFor([&] { return order()[2] == begin[0] && f.panel->boards()[2].id == begin[0]; }));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.undo")));
    REQUIRE(waitFor([&] { return order()[1] == begin[0] && f.panel->boards()[1].id == begin[0]; }));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.undo")));
    REQUIRE(waitFor([&] { return order() == begin; }));
    CHECK_FALSE(f.harness.window().commands().run(QStringLiteral("dashboard.undo")));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.redo")));
    REQUIRE(waitFor([&] { return order()[1] == begin[0]; }));
}

TEST_CASE("Turning the page keeps the keys on the page, which begins at its top", "[dashboard][pages]")
{
    DashboardDesk f;
    f.panel->activated();
    auto *card = f.figure("mentions");
    REQUIRE(waitFor([&] {
        card->setFocus();
        return card->hasFocus();
    }));
    const auto pages = f.panel->boards().size();
    for (std::size_t turned = 0; turned < pages; ++turned) {
        const auto before = f.panel->board()->id;
        f.harness.press(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
        REQUIRE(waitFor([&] { return f.panel->board()->id != before && f.panel->ready(); }));
        INFO("page " << f.panel->board()->name << ", kind " << static_cast<int>(f.panel->board()->kind));
        REQUIRE(waitFor([] { return QApplication::focusWidget() != nullptr; }));
        const auto *holder = QApplication::focusWidget();
        CHECK(f.panel->isAncestorOf(holder));
        CHECK(holder != &f.panel->head().wordsField());
        CHECK(f.panel->view().verticalScrollBar()->value() == 0);
    }
}

TEST_CASE("The head of objectives has no pickers, and its keys change nothing there", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto found = std::find_if(f.panel->boards().begin(), f.panel->boards().end(), [](const Board &one) { return one.kind == BoardKind::Objectives; });
    REQUIRE(found != f.panel->boards().end());
    CHECK(f.panel->head().spanBox().isVisible());
    const auto before = found->choice;
    f.panel->showPage(found->id);
    CHECK_FALSE(f.panel->head().spanBox().isVisible());
    CHECK_FALSE(f.panel->head().wordsField().isVisible());
    CHECK(f.panel->head().tabs().isVisible());
    for (const auto *command : {"dashboard.week", "dashboard.compare", "dashboard.filter", "dashboard.earlier", "dashboard.relays"})
        CHECK_FALSE(f.harness.window().commands().run(QString::fromLatin1(command)));
    CHECK(f.panel->board()->choice == before);
    f.panel->showPage(f.panel->boards().front().id);
    CHECK(f.panel->head().spanBox().isVisible());
}

TEST_CASE("Stars over time: as many reviews as the figure says, each bar opening its own", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto found = std::find_if(f.panel->boards().begin(), f.panel->boards().end(), [](const Board &one) { return one.key == "content"; });
    REQUIRE(found != f.panel->boards().end());
    f.open(found->id);
    f.panel->head().setSpan(BoardSpan::Days90);
    REQUIRE(waitFor([&] { return f.panel->settled(); }));
    f.refresh();
    ui::ChartCard *stars = nullptr;
    for (auto *card : f.panel->view().cards())
        if (card->tile().kind == TileKind::Stars)
            stars = qobject_cast<ui::ChartCard *>(card);
    REQUIRE(stars != nullptr);
    const auto &reading = *f.panel->reading()->tile(stars->tile().id);
    REQUIRE_FALSE(reading.error);
    const auto &chart = stars->plot().data();
    CHECK(chart.lines.size() >= 3);
    double all = 0;
    int opened = 0;
    for (int line = 0; line < static_cast<int>(chart.lines.size()); ++line)
        for (int place = 0; place < chart.size(); ++place) {
            const auto *point = chart.at(line, place);
            REQUIRE(point != nullptr);
            all += point->value.value_or(0);
            if (point->rows > 0 && ++opened <= 6)
                CHECK(static_cast<std::int64_t>(f.rows(ui::behindPoint(stars->tile(), reading, *f.panel->reading(), chart, {line, place})).size()) == point->rows);
        }
    CHECK(all == reading.figure.value);
    CHECK(all >= 15);
    CHECK(opened > 5);
    stars->toggleTable();
    CHECK(stars->table()->isVisible());
    CHECK(stars->table()->rowCount() == chart.size());
}

TEST_CASE("Tones are learned from the labels by a command, and forgotten once it is confirmed", "[dashboard][pages]")
{
    DashboardDesk f;
    const auto state = [&] { return *f.harness.read<store::ToneState>([](store::Tx &tx) { return store::Tones(tx).state(); }); };
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.learnTones"))); // of too few labels nothing
    REQUIRE(waitFor([&] { return !visibleWords(&f.harness.window()).filter(QStringLiteral("10")).isEmpty(); }));
    CHECK(state().layer == 0);
    const auto ids = f.harness.read<std::vector<ItemId>>([](store::Tx &tx) { return store::Items(tx).search(text::Query{}, {{}, 20, false, {}, {}, false}); });
    REQUIRE(ids);
    REQUIRE(f.harness.write<int>([&](store::Tx &tx) -> Result<int> {
        for (const auto id : *ids)
            VIGIE_CHECK(store::Items(tx).setTone(id, 1));
        return 1;
    }));
    REQUIRE(waitFor([&] { return state().lessons >= 10; }));
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.learnTones")));
    REQUIRE(waitFor([&] { return state().layer == 1 && state().learnedFrom >= 10; }));
    REQUIRE(waitFor([&] { return state().even; }, 30000)); // the run behind took it up by itself
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.forgetTones")));
    auto *box = f.harness.window().findChild<QMessageBox *>(QStringLiteral("forgetTones"));
    REQUIRE(box != nullptr);
    CHECK(box->defaultButton() == box->button(QMessageBox::Cancel));
    box->button(QMessageBox::Cancel)->click();
    CHECK(state().learnedFrom >= 10);
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.forgetTones")));
    QMessageBox *again = nullptr;
    for (auto *one : f.harness.window().findChildren<QMessageBox *>(QStringLiteral("forgetTones")))
        if (one->isVisible())
            again = one;
    REQUIRE(again != nullptr);
    for (auto *button : again->buttons())
        if (again->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    REQUIRE(waitFor([&] { return state().learnedFrom == 0 && state().lessons == 0 && state().even; }, 30000));
    // It is taken back by whoever comes the next morning.
    f.harness.restart();
    REQUIRE(f.harness.show<ui::DashboardPanel>(QStringLiteral("dashboard")) != nullptr);
    CHECK(state().learnedFrom == 0);
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.recallTones")));
    REQUIRE(waitFor([&] { return state().learnedFrom >= 10 && state().lessons >= 10; }));
    REQUIRE(waitFor([&] { return state().even; }, 30000));
    const auto layer = state().layer;
    REQUIRE(f.harness.window().commands().run(QStringLiteral("dashboard.recallTones"))); // a second time there is nothing, and that is said
    REQUIRE(waitFor([&] { return f.harness.window().toasts().shown().size() >= 2; }));
    CHECK(state().layer == layer);
}

TEST_CASE("The page in front and what it asks survive a restart", "[dashboard][pages]")
{
    DashboardDesk f;
    f.harness.press(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->head().tabs().currentIndex() == 1; }));
    const auto page = f.panel->board()->id;
    f.harness.press(QKeySequence(Qt::Key_7));
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->reading()->period.length() == 7; }));
    REQUIRE(kept(f));
    f.harness.restart();
    f.panel = f.harness.show<ui::DashboardPanel>(QStringLiteral("dashboard"));
    REQUIRE(f.panel != nullptr);
    REQUIRE(waitFor([&] { return f.panel->settled() && f.panel->board() != nullptr; }));
    CHECK(f.panel->board()->id == page);
    CHECK(f.panel->reading()->period.length() == 7);
}

TEST_CASE("The table behind a chart takes its place and says what it draws", "[dashboard][pages]")
{
    DashboardDesk f;
    ui::ChartCard *chart = nullptr;
    for (auto *card : f.panel->view().cards())
        if (auto *one = qobject_cast<ui::ChartCard *>(card); one != nullptr && one->tile().kind == TileKind::Lines)
            chart = one;
    REQUIRE(chart != nullptr);
    REQUIRE(waitFor([&] {
        chart->plot().setFocus();
        return chart->plot().hasFocus();
    }));
    f.harness.press(QKeySequence(Qt::Key_T));
    REQUIRE(chart->showsTable());
    CHECK(chart->table()->isVisible());
    CHECK_FALSE(chart->plot().isVisible());
    CHECK(chart->table()->rowCount() == chart->plot().data().size());
    CHECK(chart->table()->hasFocus());
    f.harness.press(QKeySequence(Qt::Key_T));
    CHECK(chart->plot().isVisible());
}

TEST_CASE("At twice the size of text and in a narrow window no tile covers another, and everything has a name", "[dashboard][pages]")
{
    DashboardDesk f;
    auto &theme = f.panel->shell().theme;
    for (const auto &[scale, width] : {std::pair(100, 1280), std::pair(200, 1280), std::pair(100, 2560)}) {
        INFO(scale << " %, " << width);
        theme.setTextScale(scale);
        f.harness.window().resize(width, 900);
        REQUIRE(waitFor([&] { return f.panel->view().viewport()->width() > 0; }));
        QApplication::sendPostedEvents();
        const auto &cards = f.panel->view().cards();
        for (std::size_t a = 0; a < cards.size(); ++a) {
            CHECK(cards[a]->geometry().right() <= f.panel->view().viewport()->width());
            for (std::size_t b = a + 1; b < cards.size(); ++b)
                CHECK_FALSE(cards[a]->geometry().intersects(cards[b]->geometry()));
        }
    }
    theme.setTextScale(100);
    CHECK(withoutAccessibleName(f.panel).join(QLatin1Char('\n')).toStdString() == "");
}
