// SPDX-License-Identifier: GPL-3.0-or-later
// Pausing by a key, the line that says so, deciding post by post, the outbox, and agreement with its notes and versions.
#include "gui/support/gui_harness.hpp"

#include "ui/approval/approval_section.hpp"
#include "ui/approval/versions_dialog.hpp"
#include "ui/approval/waiting_dialog.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/publishing/held_dialog.hpp"
#include "ui/publishing/outbox_dialog.hpp"
#include "ui/publishing/pause_banner.hpp"
#include "ui/publishing/pause_dialog.hpp"
#include "ui/publishing/publishing_desk.hpp"
#include "ui/publishing/resume_dialog.hpp"

#include <vigie/plan/pausing.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/approvals.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;

namespace {

template <class D>
D *dialog()
{
    for (auto *widget : QApplication::topLevelWidgets())
        if (auto *one = qobject_cast<D *>(widget); one != nullptr && one->isVisible())
            return one;
    return nullptr;
}

struct Office {
    Harness harness;
    AccountId account;

    static Harness::Options options()
    {
        Harness::Options wanted;
        wanted.practice = false;
        return wanted;
    }
    explicit Office(int steps = 0) : harness(options())
    {
        const auto made = harness.write<AccountId>([steps](store::Tx &tx) -> Result<AccountId> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma"));
            VIGIE_CHECK(store::Approvals(tx).setSteps(steps));
            Account one;
            one.connector = "mastodon";
            one.instance = "https://rive.test";
            one.nativeId = one.handle = "dubreuil";
            one.limits.maxCharacters = 500;
            one.limits.maxMedia = 4;
            one.capabilities.set(Capability::Publish);
            return store::Accounts(tx).save(one);
        });
        REQUIRE(made);
        account = *made;
        harness.restart(); // the name is read at opening
    }
    PlanId plan(const std::string &text, std::chrono::hours in, const std::string &asker = "Emma")
    {
        const auto done = harness.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", asker));
            PlanItem plan;
            plan.text = text;
            plan.zone = "Europe/Paris";
            VIGIE_TRY(plan.wall, toWall(tx.now() + in, plan.zone));
            plan.variants.push_back(PlanVariant{account, {}, false, {}, OutboundState::Draft, {}, {}});
            plan::Planner planner(tx, harness.bridge().networks());
            VIGIE_TRY(const auto id, planner.save(plan));
            VIGIE_CHECK(planner.approve(id));
            VIGIE_CHECK(store::Settings(tx).set("workspace.person", "Emma")); // who sits here, and may agree to what another asked for
            return id;
        });
        REQUIRE(done);
        return *done;
    }
    OutboundState state(PlanId id)
    {
        const auto plan = harness.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); });
        REQUIRE(plan);
        return plan->variants.empty() ? OutboundState::Draft : plan->variants.front().state;
    }
    ui::PauseBanner &banner()
    {
        auto *found = harness.window().findChild<ui::PauseBanner *>();
        REQUIRE(found != nullptr);
        return *found;
    }
};

} // namespace

TEST_CASE("a key pauses everything with a reason; the window says so until it is resumed, and each post is decided about", "[publishing]")
{
    Office office;
    const auto kept = office.plan("The first of two", std::chrono::hours{20}), moved = office.plan("The second of two", std::chrono::hours{30});
    CHECK(office.banner().sentence().isEmpty());
    REQUIRE(office.harness.window().commands().run(QStringLiteral("publishing.pause")));
    REQUIRE(waitFor([] { return dialog<ui::PauseDialog>() != nullptr; }));
    auto *pause = dialog<ui::PauseDialog>();
    REQUIRE(waitFor([&] { return pause->what().count() == 2; })); // everything, and the account
    pause->pause();
    CHECK(office.state(kept) == OutboundState::Planned); // not without a reason
    QTest::keyClicks(&pause->reason(), QStringLiteral("An accident <b>in town</b>"));
    pause->pause();
    REQUIRE(waitFor([&] { return office.state(kept) == OutboundState::Held && office.state(moved) == OutboundState::Held; }));
    REQUIRE(waitFor([&] { return office.banner().sentence().contains(QStringLiteral("An accident <b>in town</b>")) && office.banner().sentence().contains(QStringLiteral("Emma")); }));
    office.harness.restart();
    REQUIRE(waitFor([&] { return office.banner().sentence().contains(QStringLiteral("An accident")); }));

    REQUIRE(office.harness.window().commands().run(QStringLiteral("publishing.resume")));
    REQUIRE(waitFor([] { return dialog<ui::ResumeDialog>() != nullptr && !dialog<ui::ResumeDialog>()->list().selectedItems().empty(); }));
    dialog<ui::ResumeDialog>()->resume();
    REQUIRE(waitFor([] { return dialog<ui::HeldDialog>() != nullptr && dialog<ui::HeldDialog>()->table().rowCount() == 2; }));
    CHECK(office.state(kept) == OutboundState::Held); // nothing by resuming
    auto *held = dialog<ui::HeldDialog>();
    REQUIRE(waitFor([&] { return office.banner().toDecide() == 2; }));
    CHECK(withoutAccessibleName(held).isEmpty());
    held->table().selectRow(0);
    QTest::keyClick(&held->table(), Qt::Key_K);
    REQUIRE(waitFor([&] { return office.state(kept) == OutboundState::Planned && held->table().rowCount() == 1; }));
    held->when().setDateTime(held->when().dateTime().addDays(3));
    held->table().selectRow(0);
    QTest::keyClick(&held->table(), Qt::Key_M);
    REQUIRE(waitFor([&] { return office.state(moved) == OutboundState::Planned; }));
    REQUIRE(waitFor([&] { return office.banner().sentence().isEmpty(); }));
    held->close();
}

TEST_CASE("the outbox shows what leaves and what waits, and takes back by a key", "[publishing]")
{
    Office office;
    const auto next = office.plan("Tomorrow's post", std::chrono::hours{20});
    REQUIRE(office.harness.window().commands().run(QStringLiteral("publishing.outbox")));
    REQUIRE(waitFor([] { return dialog<ui::OutboxDialog>() != nullptr && dialog<ui::OutboxDialog>()->list().topLevelItemCount() == 1; }));
    auto *outbox = dialog<ui::OutboxDialog>();
    auto *group = outbox->list().topLevelItem(0);
    REQUIRE(group->childCount() == 1);
    CHECK(group->child(0)->text(1).contains(QStringLiteral("Tomorrow's post")));
    CHECK(withoutAccessibleName(outbox).isEmpty());
    outbox->list().setCurrentItem(group->child(0));
    QTest::keyClick(&outbox->list(), Qt::Key_Delete);
    REQUIRE(waitFor([&] { return office.state(next) == OutboundState::Cancelled; }));
    REQUIRE(waitFor([&] { return outbox->list().topLevelItemCount() == 0; }));
    outbox->close();
}

TEST_CASE("what waits for me is agreed to by a key; a note stays inside; a no sends it back", "[publishing]")
{
    Office office(1);
    const auto first = office.plan("Hugo's post", std::chrono::hours{20}, "Hugo"), second = office.plan("Another of Hugo's", std::chrono::hours{22}, "Hugo");
    CHECK(office.state(first) == OutboundState::WaitingApproval);
    REQUIRE(office.harness.window().commands().run(QStringLiteral("publishing.approval")));
    REQUIRE(waitFor([] { return dialog<ui::WaitingDialog>() != nullptr && dialog<ui::WaitingDialog>()->table().rowCount() == 2; }));
    auto *waiting = dialog<ui::WaitingDialog>();
    CHECK(waiting->steps().currentIndex() == 1);
    CHECK(withoutAccessibleName(waiting).isEmpty());
    waiting->table().selectRow(0);
    CHECK(waiting->text().toPlainText().contains(QStringLiteral("Hugo's post")));
    QTest::keyClick(&waiting->table(), Qt::Key_A);
    REQUIRE(waitFor([&] { return office.state(first) == OutboundState::Planned && waiting->table().rowCount() == 1; }));
    waiting->askForChange();
    CHECK(office.state(second) == OutboundState::WaitingApproval); // not without saying what
    QTest::keyClicks(&waiting->words(), QStringLiteral("Say until when"));
    waiting->table().selectRow(0);
    waiting->askForChange();
    REQUIRE(waitFor([&] { return waiting->table().rowCount() == 0; }));
    const auto plan = office.harness.read<PlanItem>([second](store::Tx &tx) { return store::Plans(tx).get(second); });
    REQUIRE(plan);
    CHECK_FALSE(plan->approved);
    waiting->close();
}

TEST_CASE("beside the post: who agreed, notes that stay inside, and what differs between versions", "[publishing]")
{
    Office office(1);
    const auto id = office.plan("We open on Sunday.", std::chrono::hours{20}, "Hugo");
    auto *panel = office.harness.show<ui::CalendarPanel>(QStringLiteral("calendar"));
    REQUIRE(panel != nullptr);
    panel->showPlan(id);
    auto *section = panel->findChild<ui::ApprovalSection *>();
    REQUIRE(section != nullptr);
    REQUIRE(waitFor([&] { return section->isVisibleTo(panel) && !section->sentence().isEmpty(); }));
    section->words().setText(QStringLiteral("Is the mayor told?"));
    section->note();
    const auto notes = [&] {
        const auto all = office.harness.read<std::vector<ReviewNote>>([id](store::Tx &tx) { return store::Approvals(tx).notes(id); });
        return all ? all->size() : 0;
    };
    REQUIRE(waitFor([&] { return notes() == 1 && section->words().text().isEmpty(); }));
    REQUIRE(waitFor([&] { return !visibleWords(section).filter(QStringLiteral("Is the mayor told?")).isEmpty(); }));
    section->agree();
    REQUIRE(waitFor([&] { return office.state(id) == OutboundState::Planned; }));
    const auto edited = office.harness.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
        VIGIE_TRY(auto plan, store::Plans(tx).get(id));
        plan.text = "We open on Monday.";
        return plan::Planner(tx, office.harness.bridge().networks()).save(plan);
    });
    REQUIRE(edited);
    CHECK(office.state(id) == OutboundState::WaitingApproval); // the change asks again
    section->showVersions();
    REQUIRE(waitFor([] { return dialog<ui::VersionsDialog>() != nullptr && dialog<ui::VersionsDialog>()->before().count() == 2; }));
    auto *versions = dialog<ui::VersionsDialog>();
    versions->before().setCurrentIndex(0);
    REQUIRE(waitFor([&] { return versions->text().toPlainText().contains(QStringLiteral("Sunday")) && versions->text().toPlainText().contains(QStringLiteral("Monday")); }));
    CHECK(withoutAccessibleName(versions).isEmpty());
    versions->close();
}
