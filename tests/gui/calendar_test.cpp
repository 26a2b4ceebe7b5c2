// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar by keys and by mouse: posts are made, planned, moved over a night when the clocks change, missed, taken back.
#include "gui/support/calendar_fixture.hpp"

#include "ui/calendar/agenda_model.hpp"
#include "ui/calendar/finding_text.hpp"
#include "ui/calendar/missed_banner.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/week_layout.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/widget/toast.hpp"


#include <QAbstractItemModelTester>
#include <QApplication>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

using namespace vigie;
using namespace vigie::gui;
using ui::CalendarPanel;

namespace {

struct Fixture : CalendarFixture {
    using CalendarFixture::add;
    PlanId add(const std::string &text, const WallTime &wall, bool approve) { return CalendarFixture::add(text, wall, {}, approve); }
};

WallTime wall(int year, int month, int day, int hour, int minute)
{
    return ui::calendar::wallOf(QDate(year, month, day), QTime(hour, minute));
}

} // namespace

TEST_CASE("Cards that would cover each other share the width of the day", "[calendar]")
{
    const auto slots = ui::calendar::layoutDay({0, 20, 60, 200}, 54);
    CHECK(slots[0].lanes == 2);
    CHECK(slots[0].lane == 0);
    CHECK(slots[1].lane == 1);
    CHECK(slots[2].lane == 0); // the first lane is free again
    CHECK(slots[3].lanes == 1);
}

TEST_CASE("The agenda lists the posts of the grid and keeps its model sound", "[calendar]")
{
    Fixture f;
    QAbstractItemModelTester tester(f.panel->agendaModel(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto today = f.panel->data().today();
    const auto first = f.add("Demain, la visite", ui::calendar::wallOf(today.addDays(1), QTime(9, 0)), true);
    const auto second = f.add("Question of the week", ui::calendar::wallOf(today.addDays(1), QTime(18, 30)), false);
    auto &commands = f.harness.window().commands();
    CHECK(commands.run(QStringLiteral("calendar.agenda")));
    REQUIRE(waitFor([&] { return f.panel->agendaModel()->rowOf(first) >= 0 && f.panel->agendaModel()->rowOf(second) >= 0; }));
    auto *model = f.panel->agendaModel();
    CHECK(model->rowOf(first) < model->rowOf(second));
    const auto spoken = model->index(model->rowOf(first), 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(QStringLiteral("Demain, la visite")));
    CHECK(spoken.contains(ui::calendar::stateWord(ui::calendar::PostState::Planned)));
    CHECK(model->index(model->rowOf(second), ui::AgendaModel::State).data().toString() == ui::calendar::stateWord(ui::calendar::PostState::Draft));
    f.harness.press(QKeySequence(Qt::Key_2));
    CHECK(f.panel->view() == CalendarPanel::View::Month);
    REQUIRE(waitFor([&] { return f.panel->month()->isVisible(); }));
    // Each day that has posts shows some of them, and of those only its own.
    std::map<QDate, std::size_t> shown;
    for (const auto &one : f.panel->month()->placed())
        ++shown[one.post->day];
    for (const auto &post : f.panel->data().posts()) {
        INFO(post.day.toString().toStdString());
        CHECK(shown[post.day] > 0);
        CHECK(shown[post.day] <= f.panel->data().on(post.day).size());
    }
}

TEST_CASE("A post is made, written and planned by keys alone, and the draft is on the disk within a second", "[calendar]")
{
    Fixture f;
    const auto day = f.panel->data().today().addDays(2);
    f.panel->goTo(day);
    f.panel->data().setCursor(day, QTime(10, 30));
    f.panel->activated();
    f.harness.press(QKeySequence(Qt::Key_N));
    REQUIRE(waitFor([&] { return f.panel->editor()->shown() && f.panel->editor()->textField()->hasFocus(); }));
    const auto id = f.panel->editor()->shown();
    f.harness.type(QStringLiteral("Bonjour du calendrier"));
    CHECK(waitFor([&] { return f.get(id).text == "Bonjour du calendrier"; }, 1500));
    CHECK(f.get(id).approved == false);
    f.harness.press(QKeySequence(QStringLiteral("Ctrl+Return")));
    REQUIRE(waitFor([&] { return f.get(id).approved; }));
    const auto plan = f.get(id);
    REQUIRE(plan.wall.has_value());
    CHECK(*plan.wall == ui::calendar::wallOf(day, QTime(10, 30)));
    REQUIRE(!plan.variants.empty());
    CHECK(plan.variants.front().state == OutboundState::Planned);
    CHECK(waitFor([&] { return f.panel->week()->accessibleName().contains(ui::calendar::stateWord(ui::calendar::PostState::Planned)); }));
    f.harness.press(QKeySequence(Qt::Key_Escape));
    CHECK(f.panel->week()->hasFocus());
}

TEST_CASE("Alt and an arrow move by a quarter of an hour and keep the wall time over a night when the clocks change", "[calendar]")
{
    Fixture f;
    // 28 March 2027: 02:00 becomes 03:00 in Paris.
    const auto id = f.add("Nuit courte", wall(2027, 3, 27, 9, 0), true);
    f.see(id);
    const auto before = f.get(id).due;
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Right));
    REQUIRE(waitFor([&] { return f.get(id).wall == wall(2027, 3, 28, 9, 0); }));
    CHECK(f.get(id).due - before == std::chrono::hours(23)); // the same hour on the wall, one hour less of time
    REQUIRE(waitFor([&] { return f.panel->data().day() == QDate(2027, 3, 28); }));
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Down));
    REQUIRE(waitFor([&] { return f.get(id).wall == wall(2027, 3, 28, 9, 15); }));

    const auto gap = f.add("Dans le trou", wall(2027, 3, 28, 1, 45), false);
    f.see(gap);
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Down));
    REQUIRE(waitFor([&] { return f.get(gap).wall == wall(2027, 3, 28, 3, 0); })); // the hour that does not exist is stepped over
    REQUIRE(waitFor([&] { return f.panel->data().selectedPost() != nullptr && f.panel->data().selectedPost()->time == QTime(3, 0); }));
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Up));
    REQUIRE(waitFor([&] { return f.get(gap).wall == wall(2027, 3, 28, 1, 45); }));

    // A post put there by the day shows that it leaves later; 31 October 2027 has its hour twice.
    const auto inGap = f.add("Deux heures et demie", wall(2027, 3, 28, 2, 30), false);
    const auto twice = f.add("Deux fois", wall(2027, 10, 31, 2, 30), false);
    f.see(inGap);
    CHECK(f.panel->data().selectedPost()->time == QTime(3, 0));
    CHECK(visibleWords(f.panel->editor()).contains(ui::calendar::clockNotice(f.get(inGap), ZonedInstant::Kind::Gap, f.get(inGap).due)));
    f.see(twice);
    CHECK(visibleWords(f.panel->editor()).contains(ui::calendar::clockNotice(f.get(twice), ZonedInstant::Kind::Double, f.get(twice).due)));
}

TEST_CASE("A post is dragged to another day and hour in steps of a quarter, and the move is undone", "[calendar]")
{
    Fixture f;
    const auto monday = ui::calendar::weekStart(f.panel->data().today().addDays(14));
    const auto id = f.add("A glisser", ui::calendar::wallOf(monday, QTime(9, 0)), true);
    f.see(id);
    auto *week = f.panel->week();
    REQUIRE(waitFor([&] { return week->isVisible() && !week->placed().empty(); }));
    const auto all = week->placed();
    const auto card = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.post->plan.id == id; });
    REQUIRE(card != all.end());
    const auto grab = card->rect.topLeft() + QPoint(20, 5);
    // 11:10 on Wednesday snaps to 11:15.
    const auto target = week->pointOf(monday.addDays(2), QTime(11, 10)) + QPoint(0, 6);
    QTest::mousePress(week->viewport(), Qt::LeftButton, {}, grab);
    const auto moveTo = [&](const QPoint &point) {
        QMouseEvent move(QEvent::MouseMove, QPointF(point), week->viewport()->mapToGlobal(QPointF(point)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(week->viewport(), &move);
    };
    moveTo(grab + QPoint(30, 30));
    moveTo(target);
    QTest::mouseRelease(week->viewport(), Qt::LeftButton, {}, target);
    REQUIRE(waitFor([&] { return f.get(id).wall == ui::calendar::wallOf(monday.addDays(2), QTime(11, 15)); }));
    const auto plan = f.get(id);
    CHECK(plan.approved);
    CHECK(plan.variants.front().state == OutboundState::Planned);
    auto *toast = f.harness.window().findChild<ui::Toast *>();
    REQUIRE(waitFor([&] { return (toast = f.harness.window().findChild<ui::Toast *>()) != nullptr; }));
    toast->trigger();
    CHECK(waitFor([&] { return f.get(id).wall == ui::calendar::wallOf(monday, QTime(9, 0)); }));
}

TEST_CASE("What would fail is said before it fails, in words, and nothing is planned", "[calendar]")
{
    Fixture f;
    const auto day = f.panel->data().today().addDays(3);
    const auto id = f.add(std::string(700, 'x'), ui::calendar::wallOf(day, QTime(12, 0)), false);
    f.see(id);
    auto *row = f.row();
    REQUIRE(row != nullptr);
    const auto limit = f.panel->data().account(f.account)->limits.maxCharacters;
    plan::Finding finding{plan::Finding::What::TooLong, true, f.account, 700, limit, {}};
    CHECK(waitFor([&] { return row->findingsText() == ui::findingText(finding, QStringLiteral("Mastodon")); }));
    CHECK(row->counterText().startsWith(QStringLiteral("700")));
    f.harness.press(QKeySequence(QStringLiteral("Ctrl+Return")));
    CHECK(waitFor([&] { return visibleWords(f.panel->editor()).size() > 0 && f.panel->editor()->canPlan(); }));
    CHECK_FALSE(f.get(id).approved);
}

TEST_CASE("An account that is taken out of a planned post takes its intent with it", "[calendar]")
{
    Fixture f;
    const auto id = f.add("Pour personne", ui::calendar::wallOf(f.panel->data().today().addDays(4), QTime(8, 0)), true);
    const auto intent = f.get(id).variants.front().outbound;
    f.see(id);
    f.panel->editor()->keepAsDraft();
    REQUIRE(waitFor([&] { return !f.get(id).approved; }));
    const auto outbound = f.harness.read<Outbound>([intent](store::Tx &tx) { return store::Outbox(tx).get(intent); });
    REQUIRE(outbound.has_value());
    CHECK(outbound->state == OutboundState::Cancelled);
}

TEST_CASE("A missed post asks: it is said in a banner, in the grid and in the editor", "[calendar]")
{
    Fixture f;
    const auto id = f.add("Trop tard", ui::calendar::wallOf(f.panel->data().today().addDays(1), QTime(7, 0)), true);
    const auto intent = f.get(id).variants.front().outbound;
    const auto missed = f.harness.write<int>([intent](store::Tx &tx) -> Result<int> {
        VIGIE_TRY(auto outbound, store::Outbox(tx).get(intent));
        outbound.state = OutboundState::Missed;
        outbound.dueAt = tx.now() - std::chrono::hours(8); // what is still to come would be planned again
        VIGIE_CHECK(store::Outbox(tx).update(outbound, OutboundState::Planned));
        return 1;
    });
    REQUIRE(missed.has_value());
    f.see(id);
    CHECK(waitFor([&] { return !f.panel->missedBanner()->sentence().isEmpty(); }));
    CHECK(f.panel->missedBanner()->sentence().contains(QLatin1Char('1')));
    CHECK(waitFor([&] { return f.panel->data().selectedPost()->state == ui::calendar::PostState::Missed; }));
    CHECK(visibleWords(f.panel->editor()).contains(ui::calendar::stateWord(ui::calendar::PostState::Missed)));
    // Moving it is one of the three ways out.
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Right));
    CHECK(waitFor([&] { return f.get(id).variants.front().state == OutboundState::Planned; }));
    CHECK(waitFor([&] { return f.panel->missedBanner()->sentence().isEmpty(); }));
}

TEST_CASE("Delete takes the post and its intent away; Undo brings the words back as planned", "[calendar]")
{
    Fixture f;
    const auto id = f.add("A effacer", ui::calendar::wallOf(f.panel->data().today().addDays(5), QTime(15, 0)), true);
    const auto intent = f.get(id).variants.front().outbound;
    f.see(id);
    f.harness.press(QKeySequence(Qt::Key_Delete));
    REQUIRE(waitFor([&] { return f.get(id).deletedAt.has_value(); }));
    const auto outbound = f.harness.read<Outbound>([intent](store::Tx &tx) { return store::Outbox(tx).get(intent); });
    CHECK(outbound->state == OutboundState::Cancelled);
    ui::Toast *toast = nullptr;
    REQUIRE(waitFor([&] { return (toast = f.harness.window().findChild<ui::Toast *>()) != nullptr; }));
    toast->trigger();
    REQUIRE(waitFor([&] {
        const auto &posts = f.panel->data().posts();
        return std::any_of(posts.begin(), posts.end(), [&](const auto &post) { return post.plan.text == "A effacer" && post.plan.id != id && post.plan.approved; });
    }));
}

TEST_CASE("Every finding has a sentence in the person's language", "[calendar]")
{
    Harness harness({.practice = true, .open = false});
    using What = plan::Finding::What;
    for (int what = 0; what <= static_cast<int>(What::MentionUnchecked); ++what) {
        plan::Finding finding{static_cast<What>(what), true, AccountId{1}, 510, 500, "picture.png"};
        CHECK(ui::findingText(finding, QStringLiteral("Mastodon")).size() > 15);
    }
}
