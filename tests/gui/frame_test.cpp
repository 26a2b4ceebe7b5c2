// SPDX-License-Identifier: GPL-3.0-or-later
// Feed and inbox in letters of twice the size and in a small window; what the frame says and covers.
#include "gui/support/gui_harness.hpp"
#include "gui/support/people.hpp"

#include "ui/app/status_line.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/feed/column.hpp"
#include "ui/feed/column_view.hpp"
#include "ui/feed/feed_panel.hpp"
#include "ui/inbox/inbox_keys.hpp"
#include "ui/inbox/inbox_panel.hpp"
#include "ui/inbox/queue_model.hpp"
#include "ui/inbox/queue_pane.hpp"
#include "ui/inbox/reply_box.hpp"
#include "ui/widget/toast.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QPushButton>
#include <QScrollBar>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

void picture(Harness &harness, const QString &name)
{
    if (qEnvironmentVariableIsSet("VIGIE_PICTURES"))
        harness.window().grab().save(qEnvironmentVariable("VIGIE_PICTURES") + QLatin1Char('/') + qEnvironmentVariable("VIGIE_LANG", QStringLiteral("en")) + QLatin1Char('-') + name
                                     + QStringLiteral(".png"));
}

/// Buttons whose words do not fit into them or that stand outside of what holds them.
QStringList cut(const QWidget *root)
{
    QStringList found;
    for (const auto *button : root->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        const bool narrow = button->fontMetrics().horizontalAdvance(button->text()) > button->width();
        const bool low = button->fontMetrics().height() > button->height() + 2;
        const auto *holder = button->parentWidget();
        const bool outside = holder != nullptr && !holder->rect().adjusted(-1, -1, 1, 1).contains(button->geometry());
        if (narrow || low || outside)
            found << button->text() + (narrow ? QStringLiteral(" (narrow)") : low ? QStringLiteral(" (low)") : QStringLiteral(" (outside)"));
    }
    return found;
}

/// Buttons that lie on one another.
QStringList overlapping(const QWidget *root)
{
    QStringList found;
    QList<const QAbstractButton *> buttons;
    for (const auto *button : root->findChildren<QAbstractButton *>())
        if (button->isVisible() && !button->visibleRegion().isEmpty())
            buttons << button;
    for (qsizetype i = 0; i < buttons.size(); ++i)
        for (qsizetype j = i + 1; j < buttons.size(); ++j) {
            const auto a = QRect(buttons[i]->mapTo(root, QPoint()), buttons[i]->size()), b = QRect(buttons[j]->mapTo(root, QPoint()), buttons[j]->size());
            if (buttons[i]->parentWidget() == buttons[j]->parentWidget() && a.intersects(b))
                found << buttons[i]->text() + QStringLiteral(" / ") + buttons[j]->text();
        }
    return found;
}

} // namespace

TEST_CASE("Feed and inbox at 100 and 200 %, in both sizes of window: nothing is cut, nothing overlaps", "[frame][scale]")
{
    const bool wide = GENERATE(true, false);
    Harness harness({.practice = true, .open = true, .width = wide ? 1440 : 1280, .height = wide ? 900 : 800});
    const int width = harness.window().width();
    waitForPeople(harness);
    for (const int scale : {100, 200}) {
        harness.window().theme().setTextScale(scale);
        for (const auto &id : {QStringLiteral("feed"), QStringLiteral("inbox")}) {
            INFO(id.toStdString() << ' ' << scale << ' ' << width);
            harness.show(id);
            REQUIRE(waitFor([&] { return harness.window().ready(); }));
            if (id == QLatin1String("inbox"))
                harness.press(QKeySequence(Qt::Key_R));
            QApplication::sendPostedEvents();
            waitFor([&] { return QApplication::focusWidget() != nullptr; }, 1000);
            waitFor([&] { return cut(harness.window().panel(id)).isEmpty() && overlapping(harness.window().panel(id)).isEmpty(); }, 5000); // a thread that arrives is laid out in the next turn
            picture(harness, QStringLiteral("%1-%2-%3").arg(id).arg(scale).arg(width));
            auto *panel = harness.window().panel(id);
            CHECK(panel->minimumSizeHint().width() <= width);
            CHECK(harness.window().minimumSizeHint().width() <= width);
            CHECK(harness.window().width() == width);
            CHECK(cut(panel).join(QLatin1Char('|')).toStdString() == std::string());
            CHECK(overlapping(panel).join(QLatin1Char('|')).toStdString() == std::string());
        }
        auto *inbox = dynamic_cast<ui::InboxPanel *>(harness.window().panel(QStringLiteral("inbox")));
        auto *footer = inbox->findChild<ui::KeyFooter *>();
        REQUIRE(footer != nullptr);
        CHECK(footer->shownWords().size() == ui::inboxKeys().size()); // no key is dropped, in whatever language
        harness.press(QKeySequence(Qt::Key_Escape));
    }
}

TEST_CASE("The status line, the rail and the queue count the same tickets", "[frame]")
{
    Harness harness;
    waitForPeople(harness);
    auto *inbox = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(waitFor([&] { return inbox->reply().ticket() == inbox->queue().focused(); }));
    const auto agree = [&] {
        const int open = inbox->queue().model().counts().open;
        const auto words = ui::StatusLine::tr("%Ln to answer", nullptr, open);
        return open > 0 && harness.window().statusLine().words().endsWith(words);
    };
    CHECK(waitFor(agree, 30000));
    int settled = 0;
    QObject::connect(&inbox->queue().model(), &ui::QueueModel::settled, inbox, [&settled] { ++settled; });
    const auto focused = inbox->queue().focused();
    harness.press(QKeySequence(Qt::Key_E));
    CHECK(waitFor([&] { return settled > 0 && inbox->queue().model().rowOf(focused) < 0 && agree(); }, 10000));
    harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return inbox->queue().model().rowOf(focused) >= 0 && agree(); }, 10000));
}

TEST_CASE("A message never lies on the foot of the composer", "[frame]")
{
    Harness harness;
    waitForPeople(harness);
    auto *inbox = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
    REQUIRE(inbox != nullptr);
    harness.press(QKeySequence(Qt::Key_R));
    REQUIRE(waitFor([&] { return inbox->reply().editor().hasFocus(); }));
    auto *toast = harness.window().toasts().showUndo(QStringLiteral("A message"), [] {});
    harness.window().toasts().show(QStringLiteral("Another one"));
    const auto *box = inbox->reply().parentWidget();
    const auto of = [&](const QWidget *widget) { return QRect(widget->mapTo(&harness.window(), QPoint()), widget->size()); };
    REQUIRE(box->isVisible());
    CHECK_FALSE(of(toast).intersects(of(box)));
    // When the composer goes, the foot of the window is free.
    harness.show(QStringLiteral("feed"));
    CHECK(waitFor([&] { return of(toast).bottom() > harness.window().height() - 110; }, 3000));
}

TEST_CASE("The first card is whole while new mentions wait and nobody has touched the column", "[frame]")
{
    Harness harness;
    waitForPeople(harness);
    auto *feed = harness.show<ui::FeedPanel>(QStringLiteral("feed"));
    REQUIRE(feed != nullptr);
    REQUIRE_FALSE(feed->columns().empty());
    auto *column = feed->columns().front();
    REQUIRE(waitFor([&] { return column->ready() && column->model().rowCount() > 0; }));
    REQUIRE(waitFor([&] { return !harness.bridge().status().accounts.empty() && harness.bridge().status().seenUpTo.has_value(); }, 60000));
    REQUIRE(column->model().isUntouched());
    harness.bridge().workspace()->setPracticeSpeed(100); // people go on writing
    REQUIRE(waitFor([&] { return column->model().pendingCount() > 0; }, 60000));
    CHECK(column->newBar().isVisible());
    CHECK(column->view().verticalScrollBar()->value() == 0);
}
