// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around posts, in the window: lanes, events, days of the year, nights when the clocks change, campaigns, queues,
// repetition, files, and one undo for all of it.
#include "gui/support/calendar_fixture.hpp"

#include "ui/calendar/actions.hpp"
#include "ui/calendar/belonging_section.hpp"
#include "ui/calendar/calendar_planning.hpp"
#include "ui/calendar/campaign_form.hpp"
#include "ui/calendar/campaign_results_pane.hpp"
#include "ui/calendar/campaigns_dialog.hpp"
#include "ui/calendar/countries_dialog.hpp"
#include "ui/calendar/event_dialog.hpp"
#include "ui/calendar/hour_axis.hpp"
#include "ui/calendar/import_calendar_dialog.hpp"
#include "ui/calendar/lane_view.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/plan_drag.hpp"
#include "ui/calendar/queues_dialog.hpp"
#include "ui/calendar/repeat_section.hpp"
#include "ui/calendar/unplanned_list.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/events.hpp>
#include <vigie/plan/queues.hpp>
#include <vigie/store/calendar_events.hpp>
#include <vigie/store/campaigns.hpp>
#include <vigie/store/post_queues.hpp>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>

using namespace vigie;
using namespace vigie::gui;
using ui::CalendarPanel;

namespace {

using Fixture = CalendarFixture;

} // namespace

TEST_CASE("A night of 23 hours has a row less, one of 25 a row more, and both say so", "[calendar]")
{
    using ui::calendar::HourAxis;
    const std::string zone = kParis;
    const HourAxis spring({QDate(2027, 3, 28)}, zone), autumn({QDate(2027, 10, 31)}, zone), plain({QDate(2027, 6, 1)}, zone);
    CHECK(spring.rows().size() == 23);
    CHECK(autumn.rows().size() == 25);
    CHECK(plain.rows().size() == 24);
    CHECK(spring.position(QTime(3, 0)) == Approx(2.0)); // two o'clock is not there
    CHECK(spring.position(QTime(2, 30)) == Approx(2.0));
    CHECK(autumn.position(QTime(2, 30)) == Approx(2.5));
    CHECK(autumn.position(QTime(2, 30), true) == Approx(3.5));
    CHECK(autumn.position(QTime(3, 0)) == Approx(4.0));
    CHECK(autumn.timeAt(3.5) == QTime(2, 30));
    CHECK(autumn.timeAt(24.99) == QTime(23, 45));
    // A week keeps the row for its other days.
    std::vector<QDate> week;
    for (int i = 0; i < 7; ++i)
        week.push_back(QDate(2027, 3, 22).addDays(i));
    const HourAxis mixed(week, zone);
    CHECK(mixed.rows().size() == 24);
    CHECK(mixed.kind(QDate(2027, 3, 28), {2, false}) == HourAxis::Hour::Missing);
    CHECK(mixed.kind(QDate(2027, 3, 27), {2, false}) == HourAxis::Hour::Usual);
    CHECK(HourAxis({QDate(2026, 3, 8)}, "America/New_York").rows().size() == 23);
    CHECK(HourAxis({QDate(2026, 4, 5)}, "Australia/Sydney").rows().size() == 25);
    // Every quarter of an hour comes back from where it stands.
    for (int minute = 0; minute < 24 * 60; minute += 15) {
        const QTime time(minute / 60, minute % 60);
        CHECK(plain.timeAt(plain.position(time)) == time);
    }
}

TEST_CASE("The day has its own view and keys, and shows the post at its hour", "[calendar]")
{
    Fixture f;
    const auto id = f.add("Un jour", ui::calendar::wallOf(f.day(3), QTime(15, 30)));
    f.see(id);
    f.harness.press(QKeySequence(Qt::Key_4));
    REQUIRE(waitFor([&] { return f.panel->view() == CalendarPanel::View::Day && f.panel->data().to() == f.panel->data().from().addDays(1) && f.panel->data().find(id) != nullptr; }));
    const auto placed = f.panel->week()->placed();
    const auto card = std::find_if(placed.begin(), placed.end(), [&](const auto &one) { return one.post->plan.id == id; });
    REQUIRE(card != placed.end());
    CHECK(card->rect.width() > f.panel->week()->viewport()->width() / 2);
    CHECK(f.panel->week()->placeAt(card->rect.topLeft() + QPoint(20, 2))->time == QTime(15, 30));
    f.harness.press(QKeySequence(Qt::Key_PageDown));
    CHECK(waitFor([&] { return f.panel->data().day() == f.day(4); }));
}

TEST_CASE("Lanes by campaign: what belongs together stands together, and a drop into another lane gives a post away", "[calendar]")
{
    Fixture f;
    const auto monday = ui::calendar::weekStart(f.day(14));
    const auto campaign = f.campaign(QStringLiteral("Salon"), monday.addDays(4));
    const auto mine = f.add("Au salon", ui::calendar::wallOf(monday.addDays(2), QTime(9, 0)), [&](PlanItem &plan) { plan.campaign = campaign; });
    const auto other = f.add("Ailleurs", ui::calendar::wallOf(monday.addDays(2), QTime(9, 15)));
    f.see(other);
    f.panel->setLanes(ui::calendar::LaneBy::Campaign);
    auto *lanes = f.panel->lanes();
    REQUIRE(waitFor([&] { return lanes->isVisible() && lanes->placed().size() >= 2; }));
    const auto rectOf = [&](PlanId id) {
        for (const auto &one : lanes->placed())
            if (one.post->plan.id == id)
                return one.rect;
        return QRect();
    };
    CHECK(rectOf(mine).top() != rectOf(other).top());
    CHECK(lanes->placeAt(rectOf(mine).center())->lane == QStringLiteral("campaign:%1").arg(campaign.value));
    // Taken by the mouse, dropped a day later in the other lane.
    const auto from = rectOf(other).center();
    const QPoint to(rectOf(mine).center().x() + rectOf(mine).width(), rectOf(mine).center().y());
    QTest::mousePress(lanes->viewport(), Qt::LeftButton, {}, from);
    for (const auto &point : {from + QPoint(30, 5), to}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(point), lanes->viewport()->mapToGlobal(QPointF(point)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(lanes->viewport(), &move);
    }
    QTest::mouseRelease(lanes->viewport(), Qt::LeftButton, {}, to);
    REQUIRE(waitFor([&] { return f.get(other).campaign == campaign; }));
    CHECK(waitFor([&] { return f.get(other).wall == ui::calendar::wallOf(monday.addDays(3), QTime(9, 15)); })); // the hour stays
    CHECK(f.get(other).dayOffset == -1);
    f.panel->activated();
    f.harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return f.get(other).campaign == CampaignId{}; }));
    f.harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return f.get(other).wall == ui::calendar::wallOf(monday.addDays(2), QTime(9, 15)); }));
    // By account and by person as well.
    f.panel->setLanes(ui::calendar::LaneBy::Account);
    CHECK(lanes->lanes().size() >= 1);
    f.panel->setLanes(ui::calendar::LaneBy::Person);
    CHECK(lanes->lanes().back().key == QStringLiteral("person:"));
}

TEST_CASE("A draft is dragged from the list to an hour", "[calendar]")
{
    Fixture f;
    const auto id = f.add("Sans jour", std::nullopt);
    const auto monday = ui::calendar::weekStart(f.day(14));
    f.panel->goTo(monday);
    auto *week = f.panel->week();
    REQUIRE(waitFor([&] { return week->isVisible() && f.panel->data().find(id) != nullptr && f.panel->data().from() == monday; }));
    auto *list = f.panel->findChild<ui::UnplannedList *>();
    REQUIRE(list != nullptr);
    const int row = list->model()->rowOf(id);
    REQUIRE(row >= 0);
    CHECK(list->model()->index(row).flags().testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> mime(list->model()->mimeData({list->model()->index(row)}));
    const auto point = week->pointOf(monday.addDays(1), QTime(15, 0)) + QPoint(0, 4);
    QDragEnterEvent enter(point, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(week->viewport(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(point), Qt::MoveAction, mime.get(), Qt::LeftButton, {});
    QApplication::sendEvent(week->viewport(), &drop);
    REQUIRE(waitFor([&] { return f.get(id).wall == ui::calendar::wallOf(monday.addDays(1), QTime(15, 0)); }));
    // And back to the drafts, by a key.
    REQUIRE(waitFor([&] { return f.panel->data().selected() == id && f.panel->data().selectedPost()->plan.wall; }));
    f.panel->activated();
    f.harness.press(QKeySequence(Qt::Key_U));
    CHECK(waitFor([&] { return !f.get(id).wall.has_value(); }));
}

TEST_CASE("An event is made by keys, stands in the week, is said with the cursor, and moves its posts", "[calendar]")
{
    Fixture f;
    const auto monday = ui::calendar::weekStart(f.day(35)); // the practice calendar has its own events before
    f.panel->goTo(monday);
    f.panel->data().setCursor(monday.addDays(5), QTime(9, 0));
    f.panel->activated();
    CHECK(f.run("calendar.newEvent"));
    auto *dialog = f.dialog<ui::EventDialog>();
    dialog->save(); // without a name nothing is saved, and it says why
    CHECK(dialog->isVisible());
    dialog->nameField().setText(QStringLiteral("Salon de Nantes"));
    dialog->save();
    const ui::calendar::EventShown *found = nullptr;
    REQUIRE(waitFor([&] {
        const auto &events = f.panel->data().events();
        const auto at = std::find_if(events.begin(), events.end(), [](const auto &one) { return one.event.name == "Salon de Nantes"; });
        return (found = at != events.end() ? &*at : nullptr) != nullptr;
    }));
    const auto event = *found;
    CHECK(event.firstDay == monday.addDays(5));
    CHECK(event.starts == QTime(9, 0));
    const auto at = f.panel->week()->pointOf(monday.addDays(5), QTime(9, 30));
    CHECK(f.panel->week()->eventUnder(at) == event.event.id);
    f.panel->data().setCursor(monday.addDays(5), QTime(9, 30));
    CHECK(waitFor([&] { return f.panel->week()->accessibleName().contains(QStringLiteral("Salon de Nantes")); }));
    const auto post = f.add("La veille", ui::calendar::wallOf(monday.addDays(4), QTime(17, 0)), [&](PlanItem &plan) { plan.event = event.event.id; });
    CHECK(f.get(post).dayOffset == -1);
    auto moved = event.event;
    moved.starts = plusDays(moved.starts, 7);
    moved.ends = plusDays(moved.ends, 7);
    REQUIRE(f.harness.write<EventId>([moved, &networks = f.harness.bridge().networks()](store::Tx &tx) { return plan::EventDesk(tx, networks).save(moved); }));
    CHECK(f.get(post).wall == ui::calendar::wallOf(monday.addDays(11), QTime(17, 0)));
}

TEST_CASE("Holidays and days of the year of the chosen countries stand in the calendar, with a second zone", "[calendar]")
{
    Fixture f;
    f.panel->goTo(QDate(2026, 11, 27));
    CHECK(f.run("calendar.countries"));
    auto *dialog = f.dialog<ui::CountriesDialog>();
    for (int row = 0; row < dialog->list().count(); ++row) {
        const auto code = dialog->list().item(row)->data(Qt::UserRole).toString();
        dialog->list().item(row)->setCheckState(code == QStringLiteral("US") || code == QStringLiteral("FR") ? Qt::Checked : Qt::Unchecked);
    }
    dialog->zone().setCurrentIndex(dialog->zone().findData(QStringLiteral("America/Toronto")));
    dialog->save();
    const auto named = [&](const QString &name) {
        const auto &marks = f.panel->data().marks();
        return std::any_of(marks.begin(), marks.end(), [&](const auto &one) { return one.name.contains(name) && one.on(f.panel->data().day()); });
    };
    REQUIRE(waitFor([&] { return named(QStringLiteral("Black Friday")); }));
    REQUIRE(waitFor([&] { return f.panel->data().secondZone() == "America/Toronto"; }));
    f.panel->goTo(QDate(2026, 11, 26));
    f.panel->data().setCursor(QDate(2026, 11, 26), QTime(9, 0));
    CHECK(waitFor([&] { return std::any_of(f.panel->data().marks().begin(), f.panel->data().marks().end(), [](const auto &one) { return one.kind == ui::calendar::DayMark::Kind::Holiday; }); }));
    CHECK(f.panel->week()->accessibleName().size() > 10);
}

TEST_CASE("A campaign from the template: drafts, coverage with its holes, another day D with its effect, one printed page", "[calendar]")
{
    Fixture f;
    CHECK(f.run("calendar.campaigns"));
    auto *dialog = f.dialog<ui::CampaignsDialog>();
    REQUIRE(waitFor([&] { return static_cast<bool>(dialog->shown()); }));
    const auto standing = dialog->shown();
    dialog->newFromTemplate();
    REQUIRE(waitFor([&] { return dialog->shown() && dialog->shown() != standing && dialog->coverageTable().rowCount() == 4 && dialog->form().phases().rowCount() == 4; }));
    const auto id = dialog->shown();
    const auto posts = [&] { return *f.harness.read<std::vector<PlanItem>>([id](store::Tx &tx) { return store::Campaigns(tx).posts(id); }); };
    REQUIRE(posts().size() == plan::kStandardSteps.size());
    CHECK(waitFor([&] { return dialog->coverageTable().item(0, 0) != nullptr; }));
    dialog->form().nameField().setText(QStringLiteral("Salon de Nantes"));
    dialog->form().dayField().setDate(dialog->form().dayField().date().addDays(7));
    const auto before = posts().front().wall;
    dialog->save();
    QMessageBox *box = nullptr;
    REQUIRE(waitFor([&] { return (box = dialog->findChild<QMessageBox *>()) != nullptr && box->isVisible(); }));
    CHECK(box->informativeText().contains(QLocale().toString(9)));
    CHECK(posts().front().wall == before); // nothing moved yet
    for (auto *button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    REQUIRE(waitFor([&] { return posts().front().wall == plusDays(*before, 7); }));
    REQUIRE(waitFor([&] { return f.panel->data().campaign(id) != nullptr && f.panel->data().campaign(id)->name == "Salon de Nantes"; }));
    const auto file = f.harness.folder() + QStringLiteral("/campaign.pdf");
    REQUIRE(dialog->printTo(file));
    QFile pdf(file);
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    const auto bytes = pdf.readAll();
    CHECK(bytes.startsWith("%PDF"));
    CHECK(bytes.count("/Type /Page\n") + bytes.count("/Type /Page ") == 1);
    CHECK_FALSE(dialog->printTo(QStringLiteral("/nowhere/at/all.pdf")));
}

TEST_CASE("The editor says what a post belongs to, keeps it, and an embargo refuses in words", "[calendar]")
{
    Fixture f;
    const auto campaign = f.campaign(QStringLiteral("Salon"), f.day(10));
    const auto id = f.add("Secret", ui::calendar::wallOf(f.day(5), QTime(9, 0)));
    f.see(id);
    auto *section = f.section<ui::BelongingSection>();
    REQUIRE(waitFor([&] { return section->campaign().findData(static_cast<qlonglong>(campaign.value)) > 0; }));
    section->campaign().setCurrentIndex(section->campaign().findData(static_cast<qlonglong>(campaign.value)));
    section->owner().setCurrentText(QStringLiteral("Nora"));
    section->locked().setChecked(true);
    REQUIRE(waitFor([&] { return f.get(id).campaign == campaign && f.get(id).owner == "Nora" && f.get(id).locked; }));
    CHECK(f.get(id).dayOffset == -5);
    section->embargo().setChecked(true);
    section->embargoAt().setDateTime(QDateTime(f.day(6), QTime(8, 0), Qt::UTC));
    REQUIRE(waitFor([&] { return f.get(id).embargo.has_value(); }));
    f.panel->editor()->plan();
    const auto *bar = f.panel->editor()->findChild<ui::ErrorBar *>();
    REQUIRE(bar != nullptr);
    CHECK(waitFor([&] { return bar->isVisible(); }));
    CHECK_FALSE(f.get(id).approved);
    f.panel->activated();
    f.harness.press(QKeySequence(Qt::ALT | Qt::Key_Right));
    REQUIRE(waitFor([&] { return f.get(id).wall == ui::calendar::wallOf(f.day(6), QTime(9, 0)); }));
    REQUIRE(waitFor([&] { return f.panel->editor()->current().wall == ui::calendar::wallOf(f.day(6), QTime(9, 0)); }));
    f.panel->editor()->plan();
    CHECK(waitFor([&] { return f.get(id).approved; }));
}

TEST_CASE("A queue is made, a post takes its next free slot by a key, and it is taken back", "[calendar]")
{
    Fixture f;
    CHECK(f.run("calendar.queues"));
    auto *dialog = f.dialog<ui::QueuesDialog>();
    REQUIRE(waitFor([&] { return !dialog->current().name.empty(); })); // there is none yet: it begins one
    dialog->addSlot(2, QTime(9, 0));
    dialog->addSlot(4, QTime(18, 30));
    dialog->save();
    REQUIRE(waitFor([&] { return f.panel->data().queues().size() == 1; }));
    CHECK(f.panel->data().queues().front().slots.size() == 2);
    dialog->close();
    const auto id = f.add("A la suite", std::nullopt);
    REQUIRE(waitFor([&] { return f.panel->data().find(id) != nullptr; }));
    f.panel->data().select(id);
    REQUIRE(waitFor([&] { // the window is in front again when the dialog has gone
        f.harness.window().activateWindow();
        f.panel->week()->setFocus();
        return f.panel->week()->hasFocus();
    }));
    f.harness.press(QKeySequence(Qt::Key_S));
    REQUIRE(waitFor([&] { return f.get(id).wall.has_value(); }));
    const auto wall = *f.get(id).wall;
    const auto weekday = ui::calendar::dateOf(wall).dayOfWeek();
    CHECK(((weekday == 2 && wall.hour == 9) || (weekday == 4 && wall.hour == 18)));
    CHECK(f.get(id).queue == f.panel->data().queues().front().id);
    REQUIRE(waitFor([&] { return f.panel->data().selected() == id; }));
    f.panel->activated();
    f.harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return !f.get(id).wall.has_value(); }));
}

TEST_CASE("A post repeats from the editor, and words for those after it reach them all", "[calendar]")
{
    Fixture f;
    const auto id = f.add("Question de la semaine", ui::calendar::wallOf(f.day(2), QTime(9, 0)));
    f.see(id);
    auto *section = f.section<ui::RepeatSection>();
    section->every().setCurrentIndex(2); // every week
    CHECK_FALSE(section->words().isEmpty());
    section->begin();
    REQUIRE(waitFor([&] { return static_cast<bool>(f.get(id).series); }));
    const auto posts = [&](SeriesId series) { return *f.harness.read<std::vector<PlanItem>>([series](store::Tx &tx) { return store::PostSeriesRows(tx).posts(series); }); };
    REQUIRE(posts(f.get(id).series).size() >= 8);
    REQUIRE(waitFor([&] { return f.panel->editor()->current().series == f.get(id).series; }));
    f.panel->editor()->textField()->setPlainText(QStringLiteral("Une autre question"));
    REQUIRE(waitFor([&] { return f.get(id).text == "Une autre question"; }));
    section->spread(plan::SeriesScope::Following);
    REQUIRE(waitFor([&] {
        const auto all = posts(f.get(id).series);
        return all.size() >= 8 && std::all_of(all.begin(), all.end(), [](const PlanItem &one) { return one.text == "Une autre question"; });
    }));
}

TEST_CASE("A table is tried before it is taken in, line by line, and the calendar file comes back", "[calendar]")
{
    Fixture f;
    const auto path = f.harness.folder() + QStringLiteral("/posts.csv");
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("date;heure;texte\n27/11/2030;9h30;Premier\n31/02/2030;10h;Impossible\n28/11/2030;;Second\n");
    }
    plan::ImportOptions options;
    options.zone = kParis;
    f.panel->planning()->importFrom(path, options);
    auto *dialog = f.dialog<ui::ImportCalendarDialog>();
    REQUIRE(waitFor([&] { return dialog->isReady(); }));
    CHECK(dialog->table().rowCount() == 3);
    CHECK(dialog->shown().count(plan::ImportEntry::What::Skip) == 1);
    CHECK(dialog->table().item(1, 3)->text().contains(ui::importReason(dialog->shown().entries[1])));
    const auto inNovember = [&] {
        return f.harness.read<std::vector<PlanItem>>([](store::Tx &tx) { return store::Plans(tx).between(*parseRfc3339("2030-11-01"), *parseRfc3339("2030-12-01")); })->size();
    };
    CHECK(inNovember() == 0);
    dialog->apply();
    REQUIRE(waitFor([&] { return inNovember() == 2; }));
    f.panel->goTo(QDate(2030, 11, 27));
    REQUIRE(waitFor([&] {
        const auto &posts = f.panel->data().posts();
        return posts.size() == 2 && posts.front().plan.text == "Premier";
    }));
    const auto out = f.harness.folder() + QStringLiteral("/days.ics");
    f.panel->planning()->exportTo(out);
    QFile written(out);
    REQUIRE(waitFor([&] { return written.exists() && written.size() > 0; }));
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK(written.readAll().contains("DTSTART:20301127T083000Z"));
    REQUIRE(waitFor([&] { // the window is in front again when the dialog has gone
        f.harness.window().activateWindow();
        f.panel->week()->setFocus();
        return f.panel->week()->hasFocus();
    }));
    f.harness.press(QKeySequence(Qt::Key_Z));
    CHECK(waitFor([&] { return inNovember() == 0; }));
}

TEST_CASE("What a campaign has cost stands against its budget, is noted line by line, and what is taken away comes back", "[calendar]")
{
    Fixture f;
    const auto id = f.campaign(QStringLiteral("Salon"), f.day(10));
    f.panel->planning()->campaigns(id);
    auto *dialog = f.dialog<ui::CampaignsDialog>();
    auto &results = dialog->results();
    REQUIRE(waitFor([&] { return dialog->shown() == id && !results.budgetText().isEmpty(); }));
    const auto nothing = results.budgetText();
    results.setLine(f.day(0), 0, QStringLiteral("affiches"));
    results.add(); // without an amount nothing is noted
    results.setLine(f.day(0), 120.5, QStringLiteral("affiches"));
    results.add();
    REQUIRE(waitFor([&] { return results.spendingTable().rowCount() == 1; }));
    CHECK(results.budgetText() != nothing);
    CHECK(results.budgetText().contains(QLocale().toCurrencyString(120.5, QStringLiteral("EUR"))));
    CHECK(results.spendingTable().item(0, 2)->text() == QStringLiteral("affiches"));
    REQUIRE(waitFor([&] { return results.channelTable().rowCount() == 1; }));
    results.spendingTable().setCurrentCell(0, 0);
    results.removeCurrent();
    REQUIRE(waitFor([&] { return results.spendingTable().rowCount() == 0; }));
    ui::Toast *toast = nullptr;
    REQUIRE(waitFor([&] {
        for (auto *one : f.harness.window().findChildren<ui::Toast *>())
            if (one->isVisible())
                toast = one;
        return toast != nullptr;
    }));
    toast->trigger();
    CHECK(waitFor([&] { return results.spendingTable().rowCount() == 1; }));
    dialog->close();
}
