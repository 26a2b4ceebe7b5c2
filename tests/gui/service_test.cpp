// SPDX-License-Identifier: GPL-3.0-or-later
// Promises and opening hours by keyboard: from nothing to a kept promise, its effect before it is kept, what the inbox says of it, and
// why.
#include "gui/support/gui_harness.hpp"
#include "gui/support/people.hpp"
#include "gui/support/read_all.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/conversation_view.hpp"
#include "ui/service/calendar_form.hpp"
#include "ui/service/effect_dialog.hpp"
#include "ui/service/figures_dialog.hpp"
#include "ui/service/policy_form.hpp"
#include "ui/service/service_dialog.hpp"
#include "ui/service/week_grid.hpp"
#include "ui/service/why_dialog.hpp"

#include <vigie/desk/desk.hpp>

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/tickets.hpp>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

template <class T>
T must(Result<T> result)
{
    REQUIRE(result);
    return std::move(*result);
}

struct Inbox {
    Harness harness;
    ui::InboxPanel *inbox = nullptr;

    Inbox()
    {
        inbox = harness.show<ui::InboxPanel>(QStringLiteral("inbox"));
        REQUIRE(waitFor([&] { return inbox->queue().model().rowCount() > 5; }, 90000));
        REQUIRE(waitFor([&] { return static_cast<bool>(inbox->queue().focused()) && inbox->conversation().isShowing(inbox->queue().focused()); }));
    }
    ui::ServiceDialog *dialog()
    {
        REQUIRE(harness.window().commands().run(QStringLiteral("inbox.serviceLevels")));
        ui::ServiceDialog *found = nullptr;
        REQUIRE(waitFor([&] { return (found = inbox->findChild<ui::ServiceDialog *>()) != nullptr && found->ready(); }));
        return found;
    }
    /// Somebody has waited through days of work, whatever day it is today.
    void askLongAgo()
    {
        must(harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
            Item item;
            item.connector = accounts.front().connector;
            item.instance = accounts.front().instance;
            item.nativeId = "asked-long-ago";
            item.visibility = Visibility::Public;
            item.author.nativeId = item.author.handle = "patient";
            item.text = "Is anybody there?";
            item.publishedAt = item.fetchedAt = tx.now() - std::chrono::hours{24 * 10};
            const std::vector<store::AnalysedItem> given{store::AnalysedItem(std::move(item))};
            VIGIE_TRY(const auto stored, store::Items(tx).store(given));
            VIGIE_CHECK(desk::Desk(tx).absorb(stored.front().id, accounts.front().id, "mention"));
            return true;
        }));
    }
    /// An hour, in hours that are open day and night.
    void promise()
    {
        must(harness.write<bool>([](store::Tx &tx) -> Result<bool> {
            desk::SlaSetup setup;
            BusinessCalendar always;
            always.id = CalendarId{-1};
            always.name = "Always";
            for (auto &day : always.week)
                day = {{0, 1440}};
            setup.calendars = {always};
            SlaPolicy policy;
            policy.id = SlaPolicyId{-1};
            policy.name = "Everybody";
            policy.calendar = always.id;
            policy.first = 3600;
            policy.resolution = 366LL * 24 * 3600;
            setup.policies = {policy};
            VIGIE_CHECK(desk::SlaDesk(tx).apply(setup));
            return true;
        }));
    }
    desk::SlaSetup stored()
    {
        return must(harness.read<desk::SlaSetup>([](store::Tx &tx) { return desk::SlaDesk(tx).setup(); }));
    }
};

} // namespace

TEST_CASE("a promise is made, its effect shown before it is kept, and one key takes it back", "[service]")
{
    Inbox place;
    place.askLongAgo();
    auto *dialog = place.dialog();
    CHECK(dialog->list().count() == 1); // the hours of the house, with which practice begins
    CHECK_FALSE(dialog->effectButton().isEnabled());
    QTest::keyClick(&dialog->addPolicyButton(), Qt::Key_Space);
    REQUIRE(dialog->list().count() == 2); // the promise, counted in them
    REQUIRE(dialog->effectButton().isEnabled());
    CHECK(withoutAccessibleName(dialog).isEmpty());
    QTest::keyClick(&dialog->effectButton(), Qt::Key_Space);
    ui::EffectDialog *effect = nullptr;
    REQUIRE(waitFor([&] { return (effect = dialog->findChild<ui::EffectDialog *>()) != nullptr && effect->ready(); }));
    CHECK(effect->table().rowCount() > 0);
    CHECK(place.stored().policies.empty()); // looking keeps nothing
    REQUIRE(effect->applyButton().isEnabled());
    QTest::keyClick(&effect->applyButton(), Qt::Key_Space);
    REQUIRE(waitFor([&] { return place.stored().policies.size() == 1; }));
    CHECK(place.stored().policies.front().first == 4 * 3600);
    must(place.harness.write<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::Desk(tx).undo());
        return true;
    }));
    CHECK(place.stored().policies.empty());
}

TEST_CASE("the row and the head of the conversation say what is left, D says why", "[service]")
{
    Inbox place;
    place.promise();
    auto &model = place.inbox->queue().model();
    const auto ticket = place.inbox->queue().focused();
    const auto row = [&] { return model.rowAt(model.rowOf(ticket)); };
    REQUIRE(waitFor([&] { return row() != nullptr && row()->deadline.has_value(); }));
    auto *mark = place.inbox->conversation().findChild<ui::DeadlineMark *>();
    REQUIRE(mark != nullptr);
    REQUIRE(waitFor([&] { return !mark->isHidden() && !mark->text().isEmpty(); }));
    CHECK(mark->accessibleName().contains(mark->text()));
    place.inbox->queue().list().setFocus();
    place.harness.press(QKeySequence(Qt::Key_D));
    ui::WhyDialog *why = nullptr;
    REQUIRE(waitFor([&] { return (why = place.inbox->findChild<ui::WhyDialog *>()) != nullptr && why->ready(); }));
    CHECK(why->text().contains(QStringLiteral("Everybody")));
    CHECK(why->text().contains(QStringLiteral("Always")));
    why->reject();

    // Who has the word stops the clock, and the row says so.
    must(place.harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(desk::Desk(tx).setStatus({&ticket, 1}, TicketStatus::WaitingMember));
        return true;
    }));
    CHECK(waitFor([&] { return row() != nullptr && row()->deadline && ui::urgencyOf(*row()->deadline, place.harness.bridge().now()) == ui::Urgency::Stopped; }));
}

TEST_CASE("remaining time in words, and how urgent it is", "[service]")
{
    Harness::Options options;
    options.open = false;
    const Harness harness(options); // brings the language
    BusinessCalendar always;
    for (auto &day : always.week)
        day = {{0, 1440}};
    ui::Deadline deadline;
    deadline.time = std::make_shared<desk::BusinessTime>(must(desk::BusinessTime::of(always)));
    const Instant due = must(parseRfc3339("2026-09-16T12:00:00Z"));
    deadline.clock.dueAt = due;
    const bool french = QLocale().language() == QLocale::French;
    const auto words = [&](std::chrono::minutes before) { return ui::deadlineText(deadline, due - before).replace(QChar(0x00A0), QLatin1Char(' ')); };
    CHECK(words(std::chrono::minutes{130}) == (french ? QStringLiteral("reste 2 h 10") : QStringLiteral("2 h 10 left")));
    CHECK(words(std::chrono::minutes{-35}) == (french ? QStringLiteral("en retard de 35 min") : QStringLiteral("late by 35 min")));
    CHECK(ui::urgencyOf(deadline, due - std::chrono::minutes{130}) == ui::Urgency::Calm);
    CHECK(ui::urgencyOf(deadline, due - std::chrono::minutes{59}) == ui::Urgency::Soon);
    CHECK(ui::urgencyOf(deadline, due + std::chrono::minutes{1}) == ui::Urgency::Late);
    deadline.clock.dueAt.reset();
    CHECK(ui::urgencyOf(deadline, due) == ui::Urgency::Stopped);
    CHECK(ui::deadlineText(deadline, due) == (french ? QStringLiteral("compteur arrêté") : QStringLiteral("clock stopped")));
}

TEST_CASE("the week is edited by keys, holidays of a year are ticked or not", "[service]")
{
    Harness::Options options;
    options.open = false;
    Harness harness(options);
    ui::CalendarForm form(&harness.window());
    form.setCalendar(desk::usualCalendar("Europe/Paris", "FR"), 2026);
    auto &grid = form.grid();
    grid.setFocus();
    for (int i = 0; i < 18; ++i) // from nine in the morning of Monday to six in the evening
        QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Space);
    CHECK(form.calendar().week[0] == DayHours{{540, 1110}});
    QTest::keyClick(&grid, Qt::Key_C);
    CHECK(form.calendar().week[1] == DayHours{{540, 1110}});
    QTest::keyClick(&grid, Qt::Key_Space);
    CHECK(form.calendar().week[1] == DayHours{{540, 1080}});
    CHECK_FALSE(grid.accessibleDescription().isEmpty());
    CHECK(form.days().count() == 11);
    auto *first = form.days().item(0);
    REQUIRE(first->checkState() == Qt::Checked);
    first->setCheckState(Qt::Unchecked);
    REQUIRE(form.calendar().changes.size() == 1);
    CHECK(form.calendar().changes.front().kind == DayChange::Kind::AsUsual);
    form.region().setCurrentIndex(form.region().findData(QStringLiteral("FR-67")));
    CHECK(form.days().count() == 13);
    CHECK(form.calendar().holidays == "FR-67");
}

TEST_CASE("hours as typed", "[service]")
{
    CHECK(ui::hoursTyped(QStringLiteral("9:00-12:30, 14-18")) == DayHours{{540, 750}, {840, 1080}});
    CHECK(ui::hoursTyped(QStringLiteral("22:00-6:00")) == DayHours{{1320, 1800}});
    CHECK(ui::hoursTyped(QString()) == DayHours{});
    CHECK_FALSE(ui::hoursTyped(QStringLiteral("nine to five")));
    CHECK_FALSE(ui::hoursTyped(QStringLiteral("25:00-26:00")));
}

TEST_CASE("how promises were kept is a table by whatever one asks, and a row opens its conversations", "[service]")
{
    Inbox place;
    place.askLongAgo();
    place.promise();
    holdStill(place.harness);
    REQUIRE(waitFor([&] { return must(place.harness.write<int>([](store::Tx &tx) { return desk::SlaDesk(tx).catchUp(1000); })) == 0; }));
    place.harness.press(QKeySequence(Qt::ALT | Qt::Key_D));
    ui::ServiceFiguresDialog *dialog = nullptr;
    REQUIRE(waitFor([&] { return (dialog = place.inbox->findChild<ui::ServiceFiguresDialog *>()) != nullptr && dialog->isReady() && dialog->table().rowCount() > 0; }));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    const auto &first = dialog->figures().front();
    CHECK(first.measure == insight::ServiceMeasure::First);
    CHECK(first.late >= 1); // the one that has waited for ten days
    CHECK(dialog->table().item(0, 10)->text() == ui::format::number(static_cast<double>(first.late)));
    CHECK(dialog->table().item(0, 2)->text() == ui::format::number(static_cast<double>(first.n)));
    const auto whole = first.n + first.open + first.unanswered;
    dialog->split().setCurrentIndex(dialog->split().findData(static_cast<int>(insight::ServiceSplit::Language)));
    REQUIRE(waitFor([&] { return dialog->figures().front().key != std::string(); }));
    std::int64_t sum = 0;
    for (const auto &figure : dialog->figures())
        sum += figure.measure == insight::ServiceMeasure::First ? figure.n + figure.open + figure.unanswered : 0;
    CHECK(sum == whole); // split, they are as many
    QSignalSpy opened(&place.harness.window().shell(), &ui::Shell::openRows);
    dialog->table().setCurrentCell(0, 0);
    QTest::keyClick(&dialog->table(), Qt::Key_Return);
    CHECK(waitFor([&] { return opened.count() == 1; }));
}
