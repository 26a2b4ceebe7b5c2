// SPDX-License-Identifier: GPL-3.0-or-later
// Columns by keyboard: taken out into windows and put back, also after a restart; their width and order; from one to the next;
// closed and brought back; numbers that are right; and the row under the eyes, which never moves.
#include "gui/support/gui_harness.hpp"

#include "ui/coverage/coverage_line.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_parts.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/column_window.hpp"
#include "ui/feed/feed_panel.hpp"

#include <vigie/base/random.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/queries.hpp>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using namespace vigie::gui;

namespace {

constexpr std::int64_t kStart = 1'795'000'000; // November 2026

Item mention(int number, const std::string &words)
{
    Item item;
    item.connector = "mastodon";
    item.instance = "https://rive.test";
    item.nativeId = std::to_string(number);
    item.author.nativeId = "claire";
    item.author.handle = "claire@rive.test";
    item.author.name = "Claire Lemoine";
    item.text = words + " " + item.nativeId;
    item.lang = number % 3 == 0 ? "en" : "fr";
    item.publishedAt = item.fetchedAt = fromMicros((kStart + number * 60) * 1'000'000);
    return item;
}

struct Columns {
    explicit Columns(const std::vector<std::string> &sources, int items = 0) : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        const auto made = harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            store::Queries queries(tx);
            VIGIE_TRY(const auto all, queries.all());
            for (const auto &first : all)
                VIGIE_CHECK(queries.remove(first.id));
            for (std::size_t i = 0; i < sources.size(); ++i) {
                SavedQuery query;
                query.name = "C" + std::to_string(i + 1);
                query.source = sources[i];
                query.order = static_cast<int>(i);
                VIGIE_CHECK(queries.save(query));
            }
            return true;
        });
        REQUIRE(made);
        if (items > 0)
            store(0, items);
        harness.window().showPanel(QStringLiteral("feed"));
        REQUIRE(waitFor([&] { // a workspace of one's own begins with a column over everything, which goes
            return panel()->columns().size() == sources.size() && column(0).model().query().name == "C1" && panel()->ready();
        }));
        if (items > 0)
            REQUIRE(waitFor([&] {
                column(0).model().showPending();
                return column(0).model().rowCount() > 0 && panel()->ready();
            }));
    }
    std::vector<store::StoredItem> put(const std::vector<Item> &items)
    {
        std::vector<store::AnalysedItem> batch(items.begin(), items.end());
        const auto stored = harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) { return store::Items(tx).store(batch); });
        REQUIRE(stored);
        return *stored;
    }
    void store(int from, int to, const std::string &words = "Bonjour Dubreuil")
    {
        std::vector<Item> items;
        for (int n = from; n < to; ++n)
            items.push_back(mention(n, words));
        put(items);
    }
    ui::FeedPanel *panel() { return dynamic_cast<ui::FeedPanel *>(harness.window().panel(QStringLiteral("feed"))); }
    ui::Column &column(std::size_t at) { return *panel()->columns().at(at); }
    ui::ColumnWindow *windowOf(std::size_t at) { return panel()->windowOf(&column(at)); }

    Harness harness;
};

} // namespace

TEST_CASE("The row under the eyes keeps its place whatever arrives, changes or goes", "[columns][property]")
{
    const auto seed = GENERATE(11, 12, 13);
    Sequence random(static_cast<std::uint64_t>(seed));
    Columns f({"dubreuil"}, 120);
    auto &column = f.column(0);
    auto &model = column.model();
    auto &view = column.view();
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    column.takeFocus();
    for (auto steps = 3 + random.below(40); steps > 0; --steps)
        f.harness.press(QKeySequence(Qt::Key_Down));
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + static_cast<int>(random.below(40)));
    int next = 120;
    for (int step = 0; step < 40; ++step) {
        const auto eyes = column.current();
        REQUIRE(eyes);
        const auto place = [&] { return view.viewport()->mapTo(&column, view.visualRect(view.currentIndex()).topLeft()).y(); };
        const int before = place();
        INFO("seed " << seed << " step " << step << " row " << view.currentIndex().row() << " of " << model.rowCount());
        const auto other = [&]() -> ItemId { // any row but that of the eyes
            for (;;)
                if (const auto id = model.idAt(static_cast<int>(random.below(static_cast<std::uint64_t>(model.rowCount())))); id != eyes)
                    return id;
        };
        const auto what = random.below(7);
        INFO("what " << what);
        switch (what) {
        case 0: { // arrivals, newest and somewhere in between
            const int pending = model.pendingCount(), rows = model.rowCount();
            f.store(next, next + 1 + static_cast<int>(random.below(4)));
            next += 4;
            REQUIRE(waitFor([&] { return model.pendingCount() > pending || model.rowCount() > rows; }));
            break;
        }
        case 1: model.showPending(); break;
        case 2: { // an edit takes it out of the column
            const auto id = other();
            const auto item = f.harness.read<std::optional<Item>>([&](store::Tx &tx) { return store::Items(tx).get(id); });
            REQUIRE(item);
            auto edited = **item;
            edited.text = "Une autre lampe " + edited.nativeId;
            edited.fetchedAt += std::chrono::hours(1);
            edited.editedAt = edited.fetchedAt;
            f.put({edited});
            REQUIRE(waitFor([&] { return model.rowOf(id) < 0; }));
            break;
        }
        case 3: { // the network deletes it: it stays, marked
            const auto id = other();
            REQUIRE(f.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
                VIGIE_CHECK(store::Items(tx).setState(id, ItemState::DeletedByAuthor));
                return true;
            }));
            break;
        }
        case 4: column.setProgress(0.5); break;  // something takes its room above the cards
        case 5: column.setProgress(-1); break;
        default: { // asked anew: another answer with the same mention
            column.reload();
            REQUIRE(waitFor([&] { return column.ready() && model.state() == ui::ColumnModel::State::Ready && view.currentIndex().isValid(); }));
        }
        }
        QApplication::sendPostedEvents();
        REQUIRE(column.current() == eyes);
        CHECK(place() == before);
    }
}

TEST_CASE("A column goes into a window of its own by key, works there, and comes back", "[columns]")
{
    Columns f({"dubreuil", "verger", "lampe"}, 30);
    f.store(100, 110, "Le verger de Claire");
    f.column(0).takeFocus();
    f.harness.press(QKeySequence(Qt::Key_D));
    REQUIRE(waitFor([&] { return f.windowOf(0) != nullptr && f.windowOf(0)->isActiveWindow(); }));
    auto *window = f.windowOf(0);
    CHECK(window->windowTitle().contains(QStringLiteral("C1")));
    CHECK(f.column(0).isDetached());
    CHECK(f.column(0).window() == window);
    CHECK(withoutAccessibleName(window).isEmpty());
    // Its keys work, also while the main window shows something else.
    f.harness.window().showPanel(QStringLiteral("inbox"));
    window->activateWindow();
    REQUIRE(waitFor([&] { return window->isActiveWindow() && f.column(0).view().hasFocus() && f.harness.window().commands().activeContext() == f.panel(); }));
    const auto first = f.column(0).current();
    f.harness.press(QKeySequence(Qt::Key_J));
    CHECK(f.column(0).current() != first);
    f.harness.window().showPanel(QStringLiteral("feed"));
    f.harness.window().activateWindow();
    REQUIRE(waitFor([&] { return f.harness.window().isActiveWindow(); }));
    // From column to column, wherever they stand.
    f.column(1).takeFocus();
    f.harness.press(QKeySequence(Qt::Key_H));
    REQUIRE(waitFor([&] { return window->isActiveWindow() && f.panel()->active() == &f.column(0); }));
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_3));
    REQUIRE(waitFor([&] { return f.harness.window().isActiveWindow() && f.panel()->active() == &f.column(2); }));
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_1));
    REQUIRE(waitFor([&] { return window->isActiveWindow() && f.panel()->active() == &f.column(0); }));
    // The same key puts it back.
    f.harness.press(QKeySequence(Qt::Key_D));
    REQUIRE(waitFor([&] { return f.windowOf(0) == nullptr && !f.column(0).isDetached(); }));
    CHECK(f.column(0).window() == &f.harness.window());
    CHECK(f.column(0).isVisible());
    REQUIRE(waitFor([&] { return f.column(0).x() < f.column(1).x() && f.harness.window().isActiveWindow(); }));
    // And closing the window does.
    f.column(1).takeFocus();
    REQUIRE(waitFor([&] { return f.panel()->active() == &f.column(1); }));
    f.harness.press(QKeySequence(Qt::Key_D));
    REQUIRE(waitFor([&] { return f.windowOf(1) != nullptr; }));
    f.windowOf(1)->close();
    REQUIRE(waitFor([&] { return f.windowOf(1) == nullptr && f.column(1).isVisible(); }));
}

TEST_CASE("Windows of columns stand again at the next start where they stood", "[columns]")
{
    Columns f({"dubreuil", "verger"}, 30);
    f.column(1).takeFocus();
    f.harness.press(QKeySequence(Qt::Key_D));
    REQUIRE(waitFor([&] { return f.windowOf(1) != nullptr; }));
    const auto room = ui::ColumnWindow::screens().first().room;
    const QRect wanted(room.left() + 40, room.top() + 60, 420, std::min(500, room.height() - 80));
    f.windowOf(1)->setGeometry(wanted);
    f.column(0).setColumnWidth(330);
    QApplication::sendPostedEvents();
    f.harness.restart();
    f.harness.window().showPanel(QStringLiteral("feed"));
    REQUIRE(waitFor([&] { return f.panel() != nullptr && f.panel()->columns().size() == 2 && f.windowOf(1) != nullptr && f.windowOf(1)->isVisible(); }));
    CHECK(f.windowOf(1)->geometry() == wanted);
    CHECK(f.windowOf(0) == nullptr);
    CHECK(f.column(0).columnWidth() == 330);
}

TEST_CASE("A window whose screen is gone stands on one that is there, whole", "[columns]")
{
    using ui::ScreenPlace;
    const ScreenPlace left{QStringLiteral("eDP-1"), QRect(0, 0, 1280, 770)}, right{QStringLiteral("HDMI-1"), QRect(1280, 30, 1920, 1050)};
    const QRect window(1480, 130, 400, 700);
    const auto place = ui::placeOf(window, {left, right});
    CHECK(place.screen == QStringLiteral("HDMI-1"));
    CHECK(ui::rectFor(place, {left, right}) == window);
    // The second screen stands on the other side now: the window goes with it.
    CHECK(ui::rectFor(place, {left, {QStringLiteral("HDMI-1"), QRect(-1920, 0, 1920, 1050)}}) == QRect(-1720, 100, 400, 700));
    // It is gone.
    CHECK(ui::rectFor(place, {left}) == QRect(200, 70, 400, 700));
    const auto far = ui::placeOf(QRect(2700, 900, 480, 1040), {left, right});
    CHECK(left.room.contains(ui::rectFor(far, {left})));
    // A smaller one.
    CHECK(ui::rectFor({QStringLiteral("x"), QRect(0, 0, 4000, 3000)}, {left}) == left.room);
    CHECK(ui::rectFor(place, {}).isEmpty());
}

TEST_CASE("Width and order by keys and by the mouse", "[columns]")
{
    Columns f({"dubreuil", "verger", "lampe"}, 10);
    f.column(0).takeFocus();
    const int before = f.column(0).width();
    f.harness.press(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right));
    QApplication::sendPostedEvents();
    CHECK(f.column(0).width() > before);
    f.harness.press(QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left));
    CHECK(f.column(0).columnWidth() > 0);
    REQUIRE(f.harness.window().commands().run(QStringLiteral("feed.usualWidth")));
    CHECK(f.column(0).columnWidth() == 0);
    CHECK_FALSE(f.harness.window().commands().enabled(QStringLiteral("feed.usualWidth")));
    // The header is dragged behind the last column, then out of the window, and back in front.
    const auto drag = [&](ui::Column &column, QPoint to) {
        auto &header = column.header();
        const QPoint from = header.rect().center();
        QTest::mousePress(&header, Qt::LeftButton, {}, from);
        QTest::mouseMove(&header, header.mapFromGlobal(to) - QPoint(20, 0));
        QTest::mouseMove(&header, header.mapFromGlobal(to));
        QTest::mouseRelease(&header, Qt::LeftButton, {}, header.mapFromGlobal(to));
    };
    const auto names = [&] {
        std::string out;
        for (const auto *column : f.panel()->columns())
            out += column->model().query().name;
        return out;
    };
    auto &last = f.column(2);
    drag(f.column(0), last.mapToGlobal(QPoint(last.width() - 10, 200)));
    REQUIRE(waitFor([&] { return names() == "C2C3C1"; }));
    auto &main = f.harness.window();
    drag(f.column(0), main.mapToGlobal(QPoint(main.width() / 2, 10))); // over the top bar: not among the columns
    REQUIRE(waitFor([&] { return f.windowOf(0) != nullptr; }));
    auto &target = f.column(1);
    drag(f.column(0), target.mapToGlobal(QPoint(5, 200)));
    REQUIRE(waitFor([&] { return f.windowOf(0) == nullptr && names() == "C2C3C1"; }));
}

TEST_CASE("A column is closed with its query kept, taken back, or opened again later", "[columns]")
{
    Columns f({"dubreuil", "verger"}, 10);
    f.column(1).takeFocus();
    f.harness.press(QKeySequence(Qt::CTRL | Qt::Key_W));
    REQUIRE(waitFor([&] { return f.panel()->columns().size() == 1; }));
    CHECK(f.harness.read<std::vector<SavedQuery>>([](store::Tx &tx) { return store::Queries(tx).all(); })->size() == 2);
    auto toasts = f.harness.window().toasts().shown();
    REQUIRE_FALSE(toasts.isEmpty());
    toasts.last()->trigger();
    REQUIRE(waitFor([&] { return f.panel()->columns().size() == 2; }));
    CHECK(f.column(1).model().query().name == "C2");
    f.panel()->columns()[0]->takeFocus();
    f.harness.press(QKeySequence(Qt::CTRL | Qt::Key_W));
    REQUIRE(waitFor([&] { return f.panel()->columns().size() == 1; }));
    f.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_A));
    REQUIRE(waitFor([&] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return f.panel()->columns().size() == 2; }));
}

TEST_CASE("The next unread mention is found in whatever column it is", "[columns]")
{
    Columns f({"dubreuil", "verger"}, 5);
    f.column(0).takeFocus();
    f.harness.press(QKeySequence(Qt::SHIFT | Qt::Key_R));
    REQUIRE(waitFor([&] { return f.column(0).counts().total == 5 && f.column(0).counts().unread == 0; }));
    f.store(20, 23, "Le verger");
    REQUIRE(waitFor([&] { return f.column(1).counts().unread == 3 && f.column(1).model().rowCount() == 3; }));
    f.harness.press(QKeySequence(Qt::Key_U));
    REQUIRE(waitFor([&] { return f.panel()->active() == &f.column(1); }));
    CHECK(f.column(1).current() == f.column(1).model().idAt(2)); // the oldest that is new
    f.harness.press(QKeySequence(Qt::Key_U));
    CHECK(f.column(1).current() == f.column(1).model().idAt(1));
    f.harness.press(QKeySequence(Qt::Key_U));
    CHECK(f.column(1).current() == f.column(1).model().idAt(0));
}

TEST_CASE("Thirty columns keep their numbers while five hundred mentions come in", "[columns]")
{
    std::vector<std::string> sources;
    for (int i = 0; i < 30; ++i)
        sources.push_back(i % 2 == 0 ? "dubreuil lang:fr" : "bonjour OR verger");
    Columns f(sources, 10);
    resetStall();
    f.store(100, 600);
    REQUIRE(waitFor([&] {
        for (std::size_t i = 0; i < 30; ++i) {
            const int fr = 340, all = 510; // every third speaks English
            if (f.column(i).counts().total != (i % 2 == 0 ? fr : all))
                return false;
        }
        return true;
    }));
    for (std::size_t i = 0; i < 30; ++i)
        CHECK(f.column(i).counts().unread <= f.column(i).counts().total);
    WARN("longest event while thirty columns count: " << worstStall().processorMs << " ms of " << worstStall().whose);
}
