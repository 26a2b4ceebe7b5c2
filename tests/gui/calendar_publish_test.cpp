// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar against the practice network, by the buttons a person presses: published at once, refused and tried again,
// unknown and checked, with a picture and its words; and what the calendar of a newcomer begins with.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/agenda_model.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/calendar/media_list.hpp"
#include "ui/calendar/month_view.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/variant_row.hpp"
#include "ui/calendar/week_view.hpp"
#include "ui/command/registry.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/practice/server.hpp>
#include <vigie/store/outbox.hpp>

#include <QCheckBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace vigie;
using namespace vigie::gui;
using ui::CalendarPanel;
using ui::calendar::PostState;

namespace {

struct Fixture {
    Harness harness;
    CalendarPanel *panel = harness.show<CalendarPanel>(QStringLiteral("calendar"));

    Fixture()
    {
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] { return !panel->data().accounts().empty(); }));
    }
    /// A draft of tomorrow for the brand's account alone, chosen, as N makes it.
    PlanId draft(const QString &text)
    {
        const auto day = panel->data().today().addDays(1);
        panel->goTo(day);
        panel->data().setCursor(day, QTime(6, 0));
        panel->activated();
        harness.press(QKeySequence(Qt::Key_N));
        REQUIRE(waitFor([&] { return panel->editor()->shown() && panel->editor()->textField()->hasFocus() && row() != nullptr; }));
        const auto id = panel->editor()->shown();
        for (auto *one : panel->editor()->variantRows())
            if (one != row() && one->chosen())
                one->findChild<QCheckBox *>()->click();
        harness.type(text);
        REQUIRE(waitFor([&] { return get(id).text == text.toStdString() && get(id).variants.size() == 1; }));
        return id;
    }
    ui::VariantRow *row()
    {
        for (auto *one : panel->editor()->variantRows())
            if (const auto *account = panel->data().account(one->accountId()); account != nullptr && account->handle.rfind(harness.server()->brandHandle() + "@", 0) == 0)
                return one;
        return panel->editor()->variantRows().empty() ? nullptr : panel->editor()->variantRows().front();
    }
    PlanItem get(PlanId id)
    {
        const auto plan = harness.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); });
        REQUIRE(plan.has_value());
        return *plan;
    }
    OutboundState state(PlanId id) { return get(id).variants.front().state; }
    void publishNow()
    {
        panel->editor()->publishNow();
        QMessageBox *box = nullptr;
        REQUIRE(waitFor([&] { return (box = panel->editor()->findChild<QMessageBox *>()) != nullptr && box->isVisible(); }));
        for (auto *button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
    }
    std::vector<practice::PostSeen> seen(const std::string &text)
    {
        std::vector<practice::PostSeen> found;
        for (auto &post : harness.server()->brandPosts())
            if (post.text == text)
                found.push_back(std::move(post));
        return found;
    }
    /// The state is said in the week, the month, the agenda and the editor.
    void checkShown(PlanId id, PostState wanted)
    {
        const auto word = ui::calendar::stateWord(wanted);
        panel->showPlan(id);
        REQUIRE(waitFor([&] { return panel->editor()->shown() == id && panel->data().selectedPost() != nullptr && panel->data().selectedPost()->state == wanted; }));
        auto &commands = harness.window().commands();
        CHECK(commands.run(QStringLiteral("calendar.week")));
        CHECK(waitFor([&] { return panel->week()->accessibleName().contains(word); }));
        CHECK(commands.run(QStringLiteral("calendar.month")));
        CHECK(waitFor([&] { return panel->month()->accessibleName().contains(word); }));
        CHECK(commands.run(QStringLiteral("calendar.agenda")));
        auto *model = panel->agendaModel();
        REQUIRE(waitFor([&] { return model->rowOf(id) >= 0; }));
        CHECK(waitFor([&] { return model->index(model->rowOf(id), ui::AgendaModel::State).data().toString().contains(word); }));
        CHECK(waitFor([&] { return row() != nullptr && row()->stateText() == word; }));
    }
};

} // namespace

TEST_CASE("Publish now asks once, sends once, and the post is seen as sent everywhere", "[calendar][publish]")
{
    Fixture f;
    const auto id = f.draft(QStringLiteral("Tout de suite, une fois"));
    f.publishNow();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Sent; }));
    CHECK(f.seen("Tout de suite, une fois").size() == 1);
    f.checkShown(id, PostState::Sent);
    CHECK_FALSE(f.panel->editor()->canPlan());
}

TEST_CASE("A refusal is said in words; tried again by its button it is published once", "[calendar][publish]")
{
    Fixture f;
    f.harness.server()->faults().add({"POST", "/api/v1/statuses", 0, 1, practice::Fault::Unprocessable, {}});
    const auto id = f.draft(QStringLiteral("Refuse puis accepte"));
    f.publishNow();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Failed; }));
    CHECK(f.seen("Refuse puis accepte").empty());
    f.checkShown(id, PostState::Failed);
    CHECK(f.row()->errorText().size() > 20);
    REQUIRE(waitFor([&] { return f.row()->retryButton()->isVisible(); }));
    f.row()->retryButton()->click();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Sent; }));
    CHECK(f.seen("Refuse puis accepte").size() == 1);
    f.checkShown(id, PostState::Sent);
}

TEST_CASE("An answer that is lost is unknown, and checking finds the one post that left", "[calendar][publish]")
{
    Fixture f;
    auto &faults = f.harness.server()->faults();
    faults.add({"POST", "/api/v1/statuses", 0, 1, practice::Fault::CutAfterRequest, {}});
    faults.add({"GET", "/api/v1/accounts/", 0, -1, practice::Fault::Unavailable, {}}); // nor can it be read back yet
    const auto id = f.draft(QStringLiteral("Parti sans nouvelles"));
    f.publishNow();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Unknown; }));
    CHECK(f.seen("Parti sans nouvelles").size() == 1);
    f.checkShown(id, PostState::Unknown);
    REQUIRE(waitFor([&] { return f.row()->checkButton()->isVisible(); }));
    CHECK_FALSE(f.row()->retryButton()->isVisible()); // sending again is not offered while it may have left
    faults.clear();
    f.row()->checkButton()->click();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Sent; }, 60000));
    CHECK(f.seen("Parti sans nouvelles").size() == 1);
    f.checkShown(id, PostState::Sent);
}

TEST_CASE("A picture is added by its file, described, and published with its words", "[calendar][publish]")
{
    Fixture f;
    const auto path = f.harness.folder() + QStringLiteral("/atelier.png");
    QImage picture(32, 20, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    REQUIRE(picture.save(path));
    const auto id = f.draft(QStringLiteral("Avec une image"));
    auto *media = f.panel->editor()->findChild<ui::MediaList *>();
    REQUIRE(media != nullptr);
    media->addFiles({path});
    QLineEdit *alt = nullptr;
    REQUIRE(waitFor([&] { return (alt = media->findChild<QLineEdit *>()) != nullptr && alt->isVisible(); }));
    alt->setFocus();
    f.harness.type(QStringLiteral("Un carre vert"));
    REQUIRE(waitFor([&] { return f.get(id).media.size() == 1 && f.get(id).media.front().alt == "Un carre vert"; }));
    f.publishNow();
    REQUIRE(waitFor([&] { return f.state(id) == OutboundState::Sent; }));
    const auto posts = f.seen("Avec une image");
    REQUIRE(posts.size() == 1);
    REQUIRE(posts.front().alts.size() == 1);
    CHECK(posts.front().alts.front() == "Un carre vert");
}

TEST_CASE("How late a post may leave is set, kept and said", "[calendar]")
{
    Fixture f;
    const auto id = f.draft(QStringLiteral("Une heure de retard au plus"));
    auto *late = f.panel->editor()->findChild<QSpinBox *>();
    REQUIRE(late != nullptr);
    late->setValue(60);
    REQUIRE(waitFor([&] { return f.get(id).lateBy == std::chrono::minutes(60); }));
    f.panel->editor()->plan();
    REQUIRE(waitFor([&] { return f.get(id).approved; }));
    const auto outbound = f.harness.read<Outbound>([intent = f.get(id).variants.front().outbound](store::Tx &tx) { return store::Outbox(tx).get(intent); });
    REQUIRE(outbound.has_value());
    CHECK(outbound->lateBy == std::chrono::minutes(60));
    f.checkShown(id, PostState::Planned);
    auto *model = f.panel->agendaModel();
    const auto said = model->index(model->rowOf(id), ui::AgendaModel::State).data(Qt::ToolTipRole).toString();
    CHECK(said.contains(ui::format::duration(std::chrono::minutes(60))));
}

TEST_CASE("Changes to a planned post wait beside it, survive a restart, and are discarded by a button", "[calendar]")
{
    Fixture f;
    const auto id = f.draft(QStringLiteral("Prevu ainsi"));
    f.panel->editor()->plan();
    // Whether the window has heard yet that the post is planned or not: what is typed then is kept either way.
    const bool heard = GENERATE(true, false);
    if (heard)
        REQUIRE(waitFor([&] { return f.get(id).approved && f.panel->editor()->canPlan(); }));
    f.panel->editor()->edit();
    f.harness.type(QStringLiteral(", mais mieux"));
    REQUIRE(f.panel->editor()->isDirty());
    f.harness.restart();
    f.panel = f.harness.show<CalendarPanel>(QStringLiteral("calendar"));
    CHECK(f.get(id).text == "Prevu ainsi"); // what leaves is what was planned
    CHECK(f.get(id).approved);
    f.panel->showPlan(id);
    REQUIRE(waitFor([&] { return f.panel->editor()->shown() == id && f.panel->editor()->textField()->toPlainText() == QStringLiteral("Prevu ainsi, mais mieux"); }));
    CHECK(f.panel->editor()->isDirty());
    f.panel->editor()->discard();
    CHECK(f.panel->editor()->textField()->toPlainText() == QStringLiteral("Prevu ainsi"));
    CHECK_FALSE(f.panel->editor()->isDirty());
}

TEST_CASE("The calendar of a newcomer is alive: plans of two weeks, drafts, and what was published before", "[calendar][practice]")
{
    Fixture f;
    CHECK(f.panel->data().accounts().size() >= 2);
    CHECK(f.harness.window().commands().run(QStringLiteral("calendar.agenda")));
    auto &data = f.panel->data();
    const auto today = data.today();
    data.setRange(today.addDays(-7), today.addDays(15));
    const auto count = [&](auto fits) { return std::count_if(data.posts().begin(), data.posts().end(), fits); };
    const auto planned = [](const auto &post) { return post.state == PostState::Planned; };
    const auto elsewhere = [](const auto &post) { return ui::calendar::fromElsewhere(post.plan.id); };
    // Both, as the days shown before may still stand: on a Sunday their week holds what was published and nothing that is planned.
    REQUIRE(waitFor([&] { return count(planned) >= 8 && count(elsewhere) >= 3; }, 60000));
    CHECK(count([](const auto &post) { return post.state == PostState::Draft; }) >= 1);
    CHECK(data.unplanned().size() >= 3);
    CHECK(count([](const auto &post) { return !post.plan.media.empty() && !post.plan.media.front().alt.empty() && post.state == PostState::Planned; }) >= 1);
    std::set<std::string> zones, languages;
    for (const auto &post : data.posts()) {
        if (post.state == PostState::Planned) {
            zones.insert(post.plan.zone);
            languages.insert(post.plan.lang);
            CHECK(post.plan.due > f.harness.bridge().now() + std::chrono::hours(6)); // nobody is taken by surprise
        }
        if (ui::calendar::fromElsewhere(post.plan.id)) {
            CHECK(post.state == PostState::Sent);
            CHECK_FALSE(ui::calendar::editable(post.plan));
        }
    }
    CHECK(zones.size() >= 3);
    CHECK(languages == std::set<std::string>{"en", "fr"});
    CHECK(count([](const auto &post) { return post.reactions.counted && post.reactions.sum() > 0; }) >= 2);
    // What came from elsewhere is read, and copied to a draft, but not changed.
    const auto published = std::find_if(data.posts().begin(), data.posts().end(), [](const auto &post) { return ui::calendar::fromElsewhere(post.plan.id); });
    const auto text = published->plan.text;
    data.select(published->plan.id);
    REQUIRE(waitFor([&] { return ui::calendar::fromElsewhere(f.panel->editor()->shown()); }));
    CHECK_FALSE(f.panel->editor()->canPlan());
    CHECK(f.panel->editor()->textField()->isReadOnly());
    f.panel->editor()->duplicate();
    CHECK(waitFor([&] { return std::any_of(data.unplanned().begin(), data.unplanned().end(), [&](const auto &post) { return post.plan.text == text; }); }));
}
