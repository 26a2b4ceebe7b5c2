// SPDX-License-Identifier: GPL-3.0-or-later
// The agenda by keys: what the days bring beside posts is listed, said and opened; one day of a series is left out and brought back.
#include "gui/support/calendar_fixture.hpp"

#include "ui/calendar/agenda_view.hpp"
#include "ui/calendar/calendar_planning.hpp"
#include "ui/calendar/campaign_form.hpp"
#include "ui/calendar/campaigns_dialog.hpp"
#include "ui/calendar/event_dialog.hpp"
#include "ui/calendar/occurrences_dialog.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/plan/events.hpp>
#include <vigie/plan/series.hpp>
#include <vigie/store/post_queues.hpp>

#include <QAbstractItemModelTester>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace vigie;
using namespace vigie::gui;
using Kind = ui::calendar::AgendaRow::Kind;

namespace {

struct Fixture : CalendarFixture {
    int rowOf(Kind kind, const QString &text)
    {
        for (int row = 0; row < panel->agendaModel()->rowCount(); ++row)
            if (const auto *one = panel->agendaModel()->at(row); one->kind == kind && one->text.contains(text))
                return row;
        return -1;
    }
    void agendaOf(const QDate &day)
    {
        panel->setView(ui::CalendarPanel::View::Agenda);
        panel->goTo(day);
        panel->activated();
        REQUIRE(waitFor([&] { return panel->data().loaded() && panel->data().from() <= day && panel->data().to() > day && panel->agenda()->isVisible(); }));
    }
    void goTo(int row)
    {
        harness.window().activateWindow(); // a dialog may have just gone
        REQUIRE(waitFor([&] {
            panel->agenda()->setFocus();
            return panel->agenda()->hasFocus();
        }));
        panel->agenda()->setCurrentIndex(panel->agendaModel()->index(row, 0));
    }
};

} // namespace

TEST_CASE("The agenda lists holidays, phases and events among the posts, all day first, and says each", "[calendar]")
{
    Fixture f;
    QAbstractItemModelTester tester(f.panel->agendaModel(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(f.harness.write<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Settings(tx).set(app::kCalendarRegions.key, "FR"));
        return true;
    }));
    const QDate armistice(2027, 11, 11);
    const auto campaign = f.campaign(QStringLiteral("Salon"), armistice.addDays(1));
    CalendarEvent event;
    event.name = "Portes ouvertes";
    event.place = "Nantes";
    event.zone = kParis;
    event.starts = ui::calendar::wallOf(armistice, QTime(14, 0));
    event.ends = ui::calendar::wallOf(armistice, QTime(18, 0));
    const auto fair = f.harness.write<EventId>([event, &networks = f.harness.bridge().networks()](store::Tx &tx) { return plan::EventDesk(tx, networks).save(event); });
    REQUIRE(fair);
    const auto early = f.add("Bonjour", ui::calendar::wallOf(armistice, QTime(9, 0)));
    const auto late = f.add("Bonsoir", ui::calendar::wallOf(armistice, QTime(20, 0)));
    f.agendaOf(armistice);
    REQUIRE(waitFor([&] { return f.rowOf(Kind::Event, QStringLiteral("Portes")) >= 0 && f.panel->agendaModel()->rowOf(late) >= 0 && f.rowOf(Kind::Phase, QStringLiteral("Salon")) >= 0; }));
    const auto *model = f.panel->agendaModel();
    int holiday = -1;
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->at(row)->kind == Kind::Holiday && model->at(row)->day == armistice)
            holiday = row;
    const int open = f.rowOf(Kind::Event, QStringLiteral("Portes"));
    REQUIRE(holiday >= 0);
    CHECK(holiday < model->rowOf(early));
    CHECK(model->rowOf(early) < open);
    CHECK(open < model->rowOf(late));
    CHECK(f.rowOf(Kind::Phase, QStringLiteral("Before")) >= 0);
    CHECK(f.rowOf(Kind::Phase, QStringLiteral("Before")) < open);
    const auto spoken = model->index(open, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(QStringLiteral("Portes ouvertes")));
    CHECK(spoken.contains(QStringLiteral("Nantes")));
    CHECK(spoken.contains(QStringLiteral("14:00")));

    // The cursor goes along, Enter opens what the row stands for, and the row stays when the days are read again.
    f.goTo(open);
    CHECK(f.panel->data().day() == armistice);
    CHECK(f.panel->data().time() == QTime(14, 0));
    CHECK_FALSE(f.panel->data().selected());
    f.panel->data().reload();
    f.add("Entre les deux", ui::calendar::wallOf(armistice, QTime(10, 0)));
    REQUIRE(waitFor([&] { return f.rowOf(Kind::Event, QStringLiteral("Portes")) == open + 1; }));
    CHECK(waitFor([&] { return f.panel->agenda()->currentIndex().row() == open + 1; }));
    QTest::keyClick(f.panel->agenda(), Qt::Key_Return);
    f.dialog<ui::EventDialog>()->close();
    REQUIRE(waitFor([&] { return f.harness.window().findChild<ui::EventDialog *>() == nullptr; }));
    f.goTo(f.rowOf(Kind::Phase, QStringLiteral("Before")));
    QTest::keyClick(f.panel->agenda(), Qt::Key_Return);
    auto *campaigns = f.dialog<ui::CampaignsDialog>();
    CHECK(waitFor([&] { return campaigns->shown() == campaign; }));
    campaigns->close();
}

TEST_CASE("A month without posts still shows its days, and Enter on one of them makes a post there", "[calendar]")
{
    Fixture f;
    REQUIRE(f.harness.write<bool>([](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Settings(tx).set(app::kCalendarRegions.key, "FR"));
        return true;
    }));
    const QDate bastille(2028, 7, 14);
    f.agendaOf(bastille);
    int row = -1;
    REQUIRE(waitFor([&] {
        for (int i = 0; i < f.panel->agendaModel()->rowCount(); ++i)
            if (f.panel->agendaModel()->at(i)->kind == Kind::Holiday && f.panel->agendaModel()->at(i)->day == bastille)
                row = i;
        return row >= 0;
    }));
    f.goTo(row);
    QTest::keyClick(f.panel->agenda(), Qt::Key_Return);
    REQUIRE(waitFor([&] { return f.panel->data().selectedPost() != nullptr && f.panel->data().selectedPost()->day == bastille; }));
}

TEST_CASE("One day of a series is left out before its post is made, brought back, and taken back", "[calendar]")
{
    Fixture f;
    const auto first = f.add("Question de la semaine", ui::calendar::wallOf(f.day(3), QTime(9, 0)));
    const auto series = f.harness.write<SeriesId>([first, &networks = f.harness.bridge().networks()](store::Tx &tx) { return plan::SeriesDesk(tx, networks).begin(first, "FREQ=WEEKLY", false); });
    REQUIRE(series);
    f.see(first);
    CHECK(f.run("calendar.occurrences"));
    auto *dialog = f.dialog<ui::OccurrencesDialog>();
    constexpr int kFar = 20; // beyond the days for which posts are made by themselves
    REQUIRE(waitFor([&] { return dialog->table().rowCount() > kFar; }));
    const auto skipped = [&] {
        const auto all = f.harness.read<PostSeries>([id = *series](store::Tx &tx) { return store::PostSeriesRows(tx).get(id); });
        return all.has_value() && all->skipped == std::vector<std::string>{f.day(3 + 7 * kFar).toString(Qt::ISODate).toStdString()};
    };
    dialog->table().setFocus();
    dialog->table().setCurrentCell(kFar, 0);
    const auto before = dialog->table().item(kFar, 2)->text();
    QTest::keyClick(&dialog->table(), Qt::Key_Space);
    CHECK(waitFor(skipped));
    REQUIRE(waitFor([&] { return dialog->table().item(kFar, 2)->text() != before && dialog->table().currentRow() == kFar; }));
    dialog->turn();
    CHECK(waitFor([&] { return dialog->table().item(kFar, 2)->text() == before; }));
    QTest::keyClick(&dialog->table(), Qt::Key_Delete);
    CHECK(waitFor(skipped));
    dialog->close();
    REQUIRE(waitFor([&] { return f.harness.window().findChild<ui::OccurrencesDialog *>() == nullptr; }));
    CHECK(f.run("calendar.undo"));
    CHECK(waitFor([&] { return !skipped(); }));
}
