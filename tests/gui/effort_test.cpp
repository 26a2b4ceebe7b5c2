// SPDX-License-Identifier: GPL-3.0-or-later
// One's own meter: off by default, counting what was pressed and clicked, saying which clicks have a key, and forgetting.
#include "gui/support/own_desk.hpp"

#include "ui/effort/effort_dialog.hpp"
#include "ui/effort/effort_meter.hpp"

#include <QCheckBox>
#include <QPushButton>
#include <QTableWidget>

using namespace vigie;
using namespace vigie::gui;
using ui::EffortBook;

TEST_CASE("nothing is counted until it is switched on, and then what was done is counted", "[effort]")
{
    OwnDesk desk({"un", "deux", "trois"});
    auto *meter = desk.harness.window().findChild<ui::EffortMeter *>();
    REQUIRE(meter != nullptr);
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_K);
    CHECK_FALSE(meter->book().isOn());
    CHECK(meter->book().days().isEmpty());
    meter->setOn(true);
    desk.presses = 0;
    desk.key(Qt::Key_J);
    desk.key(Qt::Key_K);
    desk.waitOpen();
    const auto ticket = desk.panel->queue().focused();
    desk.key(Qt::Key_E);
    REQUIRE(waitFor([&] { return desk.row(ticket).ticket.status == TicketStatus::Done; }));
    auto sum = meter->book().total();
    CHECK(sum.presses == desk.presses);
    CHECK(sum.presses == 3);
    CHECK(sum.clicks == 0);
    CHECK(sum.tickets == 1);
    CHECK(sum.commands.value(QStringLiteral("inbox.next")).byKey == 1);
    CHECK(sum.commands.value(QStringLiteral("inbox.markDone")).byKey == 1);
    CHECK(sum.commands.value(QStringLiteral("inbox.markDone")).byMouse == 0);
    meter->setOn(false);
    desk.waitOpen();
    desk.key(Qt::Key_J);
    CHECK(meter->book().total().presses == 3);
    meter->forget();
    CHECK(meter->book().days().isEmpty());
}

TEST_CASE("the sheet says keys and seconds for each conversation and which clicks have a key", "[effort]")
{
    OwnDesk desk({"un"});
    auto *meter = desk.harness.window().findChild<ui::EffortMeter *>();
    REQUIRE(meter != nullptr);
    const QDate day(2026, 3, 2);
    EffortBook book;
    for (int i = 0; i < 12; ++i)
        book.press(day);
    for (int i = 0; i < 4; ++i) {
        book.click(day);
        book.ran(day, QStringLiteral("inbox.markDone"), false);
    }
    book.ran(day, QStringLiteral("inbox.next"), true);
    book.ticket(day);
    book.ticket(day);
    book.spend(day, 30);
    book.spend(day, 61); // went for a coffee
    CHECK(book.total().seconds == 30);
    CHECK(book.clicked(3) == std::vector<std::pair<QString, int>>{{QStringLiteral("inbox.markDone"), 4}});
    const auto again = EffortBook::fromJson(book.toJson(day));
    CHECK(again.total().presses == 12);
    CHECK(again.total().commands.value(QStringLiteral("inbox.markDone")).byMouse == 4);
    CHECK(EffortBook::fromJson(book.toJson(day.addDays(EffortBook::kKeptDays))).days().isEmpty()); // it forgets by itself
    ui::EffortDialog dialog(*meter, desk.harness.window().shell().commands, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    CHECK_FALSE(dialog.box().isChecked());
    CHECK(withoutAccessibleName(&dialog).isEmpty());
    dialog.box().click();
    CHECK(meter->book().isOn());
    desk.harness.press(Qt::Key_J);
    REQUIRE(waitFor([&] { return dialog.table().rowCount() == 1; }));
    CHECK(dialog.table().item(0, 2)->text() == QStringLiteral("1"));
    dialog.box().click();
    CHECK_FALSE(meter->book().isOn());
}
