// SPDX-License-Identifier: GPL-3.0-or-later
// What one's own history says in the calendar: hours, comments to expect, texts to say again and used already, counts at equal age.
#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/after_dialog.hpp"
#include "ui/calendar/after_section.hpp"
#include "ui/calendar/again_pane.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/calendar/hour_section.hpp"
#include "ui/calendar/load_pane.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/posting_dialog.hpp"
#include "ui/calendar/times_pane.hpp"
#include "ui/calendar/used_section.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/post_counts.hpp>
#include <vigie/store/sla.hpp>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTableWidget>
#include <QWheelEvent>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using std::chrono::hours;
using ui::PostingDialog;

namespace {

const char *const kOil = "Oil your kitchen table twice a year: a soft cloth, two spoons of linseed oil, and a night without plates.";

/// A workspace of one's own with an account that posts each day and is commented upon.
struct Fixture {
    explicit Fixture(int posts) : harness({.practice = false})
    {
        Account own;
        own.connector = "mastodon";
        own.instance = "https://social.example";
        own.nativeId = "us";
        own.handle = "@us";
        own.state = AccountState::Paused; // nothing is asked of a network here
        own.capabilities.set(Capability::Publish);
        account = *harness.write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(own); });
        const auto now = harness.bridge().now();
        for (int i = 0; i < posts; ++i)
            put("p" + std::to_string(i), "Number " + std::to_string(i * 7919) + " of our mornings in the workshop, with a plane and some patience", now - hours{24 * (8 + i)}, 10, 4);
        panel = harness.show<ui::CalendarPanel>(QStringLiteral("calendar"));
        REQUIRE(panel != nullptr);
    }
    ItemId put(const std::string &native, const std::string &text, Instant at, double likes, int comments)
    {
        std::vector<store::AnalysedItem> all;
        Item item;
        item.connector = "mastodon";
        item.instance = "https://social.example";
        item.nativeId = native;
        item.ours = account;
        item.visibility = Visibility::Public;
        item.author.nativeId = "us";
        item.text = text;
        item.lang = "en";
        item.publishedAt = at;
        item.fetchedAt = harness.bridge().now();
        item.metrics = {{"likes", likes, ValueStatus::Ok}};
        all.emplace_back(item);
        for (int i = 0; i < comments; ++i) {
            auto answer = item;
            answer.nativeId = native + "-" + std::to_string(i);
            answer.ours = {};
            answer.author.nativeId = "m" + std::to_string(i);
            answer.text = "Lovely";
            answer.publishedAt = at + std::chrono::minutes{20 + 90 * i};
            answer.refs = {{Relation::ReplyTo, native, {}}};
            all.emplace_back(answer);
        }
        return harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) { return store::Items(tx).store(all); })->front().id;
    }
    PlanId draft(const std::string &text, int inDays)
    {
        PlanItem plan;
        plan.text = text;
        plan.zone = harness.bridge().zone();
        plan.wall = ui::calendar::wallOf(ui::format::local(harness.bridge().now(), plan.zone).date().addDays(inDays), QTime(10, 0));
        PlanVariant variant;
        variant.account = account;
        plan.variants.push_back(variant);
        return *harness.write<PlanId>([plan, &networks = harness.bridge().networks()](store::Tx &tx) { return plan::Planner(tx, networks).save(plan); });
    }
    void see(PlanId id)
    {
        panel->data().reload();
        panel->showPlan(id);
        REQUIRE(waitFor([&] { return panel->data().selected() == id && panel->editor()->shown() == id; }));
        panel->activated();
    }
    PostingDialog *open(Qt::Key key)
    {
        panel->activated();
        harness.press(key);
        PostingDialog *dialog = nullptr;
        REQUIRE(waitFor([&] {
            dialog = panel->findChild<PostingDialog *>();
            return dialog != nullptr && dialog->isReady();
        }));
        return dialog;
    }
    template <class Section>
    Section *section()
    {
        auto *found = panel->editor()->findChild<Section *>();
        REQUIRE(found != nullptr);
        return found;
    }
    Harness harness;
    AccountId account;
    ui::CalendarPanel *panel = nullptr;
};

} // namespace

TEST_CASE("with little history the window says so and shows no figure", "[calendar][posting]")
{
    Fixture f(6);
    auto *dialog = f.open(Qt::Key_H);
    CHECK(dialog->times().table().isHidden());
    CHECK(dialog->times().basis().contains(QLatin1Char('6')));
    CHECK(dialog->load().table().isHidden());
    CHECK(dialog->again().table().isHidden());
    CHECK_FALSE(dialog->times().nextHour());
    CHECK(withoutAccessibleName(dialog).isEmpty());
}

TEST_CASE("an hour of the table becomes a draft at that hour", "[calendar][posting]")
{
    Fixture f(40);
    auto *dialog = f.open(Qt::Key_H);
    auto &table = dialog->times().table();
    REQUIRE(table.rowCount() > 7);
    CHECK(withoutAccessibleName(dialog).isEmpty());
    const auto at = dialog->times().nextHour();
    REQUIRE(at);
    CHECK(*at > ui::format::local(f.harness.bridge().now(), f.harness.bridge().zone()));
    dialog->act();
    REQUIRE(waitFor([&] { return f.panel->data().selectedPost() != nullptr && f.panel->data().selectedPost()->day == at->date(); }));
    CHECK(f.panel->data().selectedPost()->time == at->time());
    CHECK_FALSE(f.panel->data().selectedPost()->plan.approved); // nothing leaves by itself
}

TEST_CASE("a planned post says how many comments to expect, and when nobody is there to read them", "[calendar][posting]")
{
    Fixture f(40);
    const auto plan = f.draft("Our door opens to the courtyard from now on, come and see how the light falls", 2);
    f.see(plan);
    auto *hour = f.section<ui::HourSection>();
    REQUIRE(waitFor([&] { return !hour->loadText().isEmpty(); }));
    CHECK_FALSE(hour->hourText().isEmpty());
    const auto unknown = hour->loadText();
    BusinessCalendar never;
    never.name = "Never";
    never.zone = f.harness.bridge().zone();
    never.week[0] = {{9 * 60, 9 * 60 + 1}}; // a minute on Mondays
    REQUIRE(f.harness.write<CalendarId>([&](store::Tx &tx) { return store::Sla(tx).save(never); }));
    auto *dialog = f.open(Qt::Key_X);
    REQUIRE(dialog->load().table().rowCount() >= 2); // the post, and hours without anybody
    CHECK(withoutAccessibleName(dialog).isEmpty());
    CHECK(dialog->load().words().contains(QRegularExpression(QStringLiteral("\\d"))));
    bool shown = false;
    for (int row = 0; row < dialog->load().table().rowCount(); ++row) {
        dialog->load().table().setCurrentCell(row, 0);
        shown = shown || dialog->load().chosen() == plan;
    }
    CHECK(shown);
    CHECK_FALSE(unknown.isEmpty());
}

TEST_CASE("what did well is offered again, and what was used already is said while one writes", "[calendar][posting]")
{
    Fixture f(30);
    f.put("oil", kOil, f.harness.bridge().now() - hours{24 * 50}, 90, 0);
    auto *dialog = f.open(Qt::Key_G);
    REQUIRE(dialog->again().chosen() != nullptr);
    CHECK(dialog->again().chosen()->post.text == kOil);
    CHECK(dialog->again().chosen()->times == Approx(9));
    dialog->act();
    auto *used = f.section<ui::UsedSection>();
    REQUIRE(waitFor([&] { return f.panel->data().selectedPost() != nullptr && f.panel->data().selectedPost()->plan.text == kOil; }));
    REQUIRE(waitFor([&] { return !used->text().isEmpty(); }));
    CHECK(used->text().contains(QStringLiteral("@us")));
    f.panel->editor()->textField()->setPlainText(QStringLiteral("Something that was never said before, about the sea and its colours in March"));
    CHECK(waitFor([&] { return used->text().isEmpty(); }));
}

TEST_CASE("a post that is out shows its counts at equal age, with reasons where there are none", "[calendar][posting]")
{
    Fixture f(12);
    const auto now = f.harness.bridge().now();
    std::vector<ItemId> posts;
    for (int i = 0; i < 7; ++i)
        posts.push_back(f.put("new" + std::to_string(i), "New things, the " + std::to_string(i * 31337) + "th of them, shown without much ado", now - std::chrono::minutes{61}, 0, 0));
    const auto last = posts.back();
    const auto kept = f.harness.write<int>([&](store::Tx &tx) -> Result<int> {
        double likes = 1;
        for (const auto post : posts) { // as they are read an hour after they were published
            const std::vector<MetricValue> counts{{"likes", likes++, ValueStatus::Ok}, {"quotes", 0, ValueStatus::Hidden}};
            VIGIE_CHECK(store::PostCounts(tx).keep({post, {}, 1}, counts));
        }
        return static_cast<int>(likes);
    });
    REQUIRE(kept);
    const auto posted = now - std::chrono::minutes{61};
    f.panel->goTo(ui::format::local(posted, f.panel->data().zone()).date()); // an hour ago is last week on a Monday after midnight
    f.panel->data().reload();
    const auto key = ui::calendar::keyOf(last);
    REQUIRE(waitFor([&] { return f.panel->data().find(key) != nullptr; }));
    f.panel->data().select(key);
    auto *after = f.section<ui::AfterSection>();
    REQUIRE(waitFor([&] { return !after->text().isEmpty(); }));
    CHECK(after->text().contains(QStringLiteral("6"))); // of six other posts
    f.panel->activated();
    f.harness.press(Qt::Key_F);
    ui::AfterDialog *dialog = nullptr;
    REQUIRE(waitFor([&] {
        dialog = f.panel->findChild<ui::AfterDialog *>();
        return dialog != nullptr && dialog->isReady();
    }));
    CHECK(withoutAccessibleName(dialog).isEmpty());
    REQUIRE(dialog->table().rowCount() == 2);
    REQUIRE(dialog->table().columnCount() == 3);
    const auto *hidden = dialog->table().item(1, 2);
    REQUIRE(hidden != nullptr);
    CHECK(hidden->text() != QStringLiteral("0"));
    CHECK_FALSE(hidden->toolTip().isEmpty());
}

TEST_CASE("scrolling the page of a post under the mouse changes neither its hour nor how late it may be", "[calendar][posting]")
{
    Fixture f(1);
    const auto plan = f.draft("A morning in the workshop that nobody should move by accident", 2);
    f.see(plan);
    const auto before = f.panel->editor()->current();
    int scrolled = 0;
    for (auto *field : f.panel->editor()->findChildren<QAbstractSpinBox *>()) {
        if (!field->isVisible() || field->hasFocus())
            continue;
        const QPointF at(field->width() / 2.0, field->height() / 2.0);
        QWheelEvent wheel(at, field->mapToGlobal(at), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(field, &wheel);
        ++scrolled;
    }
    REQUIRE(scrolled >= 3); // its day, its hour, how late it may be
    const auto after = f.panel->editor()->current();
    CHECK(after.wall == before.wall);
    CHECK(after.zone == before.zone);
    CHECK(after.lateBy == before.lateBy);
}
