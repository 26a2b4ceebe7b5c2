// SPDX-License-Identifier: GPL-3.0-or-later
// One search over every kind of text, by the keyboard: chips with counts, the order, what means nothing for a kind, and where each
// thing leads.
#include "gui/support/gui_harness.hpp"

#include "ui/app/member_door.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/members/members_panel.hpp"
#include "ui/search/results_model.hpp"
#include "ui/search/results_panel.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tickets.hpp>

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPixmap>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::gui;
using store::FindScope;

namespace {

struct Searched {
    Searched() : harness({.practice = false, .open = true, .width = 1440, .height = 900})
    {
        const auto now = harness.bridge().now();
        for (int i = 0; i < 12; ++i)
            put(std::to_string(i), i == 4 ? "Ferry ferry ferry" : "Le ferry numéro " + std::to_string(i) + " est passé sous le pont ce matin à l'heure", now - std::chrono::minutes(10 + i));
        put("99", "Le ferry du soir est supprimé", now - std::chrono::hours(3));
        put("99", "Le bac du soir est supprimé", now - std::chrono::hours(3), std::chrono::hours(1)); // the earlier text said ferry
        REQUIRE(harness.write<bool>([&](store::Tx &tx) -> Result<bool> {
            store::Items items(tx);
            VIGIE_TRY(const auto mention, items.findNative("mastodon", "https://rive.test", "0"));
            Ticket made;
            made.root = made.latest = mention;
            VIGIE_TRY(const auto item, items.get(mention));
            made.member = item->authorId;
            made.createdAt = made.changedAt = tx.now();
            VIGIE_TRY(ticket, store::Tickets(tx).save(made, "anne"));
            VIGIE_CHECK(store::Tickets(tx).addNote({{}, ticket, NoteWords("Prévenir la capitainerie du retard du ferry"), "anne", tx.now()}));
            PlanItem post;
            post.text = "Demain le ferry part à huit heures";
            post.wall = WallTime{2026, 12, 1, 8, 0, 0};
            post.zone = "Europe/Paris";
            post.due = tx.now() + std::chrono::hours(48);
            post.createdAt = post.changedAt = tx.now();
            VIGIE_TRY(plan, store::Plans(tx).save(post));
            return true;
        }));
    }
    void put(const std::string &native, const std::string &text, Instant at, std::chrono::hours later = {})
    {
        Item item;
        item.connector = "mastodon";
        item.instance = "https://rive.test";
        item.nativeId = native;
        item.visibility = Visibility::Public;
        item.author.nativeId = "m" + native;
        item.author.handle = "p" + native + "@rive.test";
        item.author.name = "Passagère " + native;
        item.author.bio = native == "3" ? "Capitaine de ferry" : "";
        item.text = text;
        item.lang = "fr";
        item.publishedAt = at;
        item.fetchedAt = at + later;
        REQUIRE(harness.write<std::vector<store::StoredItem>>([&](store::Tx &tx) {
            const std::vector<store::AnalysedItem> one{store::AnalysedItem(item)};
            return store::Items(tx).store(one);
        }));
    }
    ui::ResultsPanel *panel() { return dynamic_cast<ui::ResultsPanel *>(harness.window().panel(QStringLiteral("search"))); }
    void search(const QString &query)
    {
        harness.window().search(query);
        REQUIRE(waitFor([&] { return panel()->isVisible() && panel()->ready() && panel()->found()->rowCount() > 0; }));
    }
    QString chip(std::size_t number) { return panel()->chip(number)->text(); }
    /// The row of the first thing of a kind.
    int rowOf(FindScope scope)
    {
        for (int row = 0; row < panel()->found()->rowCount(); ++row)
            if (const auto *found = panel()->found()->at(row); found->thing && found->scope == scope)
                return row;
        return -1;
    }

    Harness harness;
    TicketId ticket;
    PlanId plan;
};

} // namespace

TEST_CASE("Every kind is found in groups, with counts on its chip", "[find]")
{
    Searched house;
    const QAbstractItemModelTester tester(house.panel()->found(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    house.search(QStringLiteral("ferry"));
    for (const auto scope : {FindScope::Items, FindScope::Revisions, FindScope::Notes, FindScope::Members, FindScope::Plans}) {
        INFO(store::toString(scope));
        REQUIRE(house.rowOf(scope) > 0);
        CHECK_FALSE(house.panel()->found()->at(house.rowOf(scope))->marks.empty());
    }
    CHECK(house.rowOf(FindScope::Answers) < 0);
    REQUIRE(waitFor([&] { return house.chip(1).endsWith(QStringLiteral(" 12")); }));
    CHECK(house.chip(2).endsWith(QStringLiteral(" 1")));
    CHECK(house.chip(3).endsWith(QStringLiteral(" 1")));
    CHECK(house.chip(4).endsWith(QStringLiteral(" 1")));
    CHECK(house.chip(5).endsWith(QStringLiteral(" 0")));
    CHECK(house.chip(6).endsWith(QStringLiteral(" 1")));
    CHECK(withoutAccessibleName(house.panel()).isEmpty());
    CHECK(house.panel()->foundList()->selectionModel()->isSelected(house.panel()->found()->index(1)));

    // Alt+2: mentions alone, newest first; S: the best first.
    house.harness.press(QKeySequence(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_2)));
    REQUIRE(waitFor([&] { return house.panel()->ready() && house.panel()->found()->rowCount() == 12 && house.panel()->found()->at(0)->thing; }));
    CHECK(house.panel()->scope() == FindScope::Items);
    CHECK(house.panel()->found()->at(0)->text.contains(QStringLiteral("numéro 0")));
    house.harness.press(QKeySequence(Qt::Key_S));
    REQUIRE(waitFor([&] { return house.panel()->ready() && house.panel()->found()->at(0)->text == QStringLiteral("Ferry ferry ferry"); }));
}

TEST_CASE("Enter shows what was found in its place", "[find]")
{
    Searched house;
    auto &window = house.harness.window();
    const auto open = [&](FindScope scope) {
        house.search(QStringLiteral("ferry"));
        house.panel()->foundList()->setFocus();
        REQUIRE(house.rowOf(scope) > 0);
        house.panel()->foundList()->setCurrentIndex(house.panel()->found()->index(house.rowOf(scope)));
        house.harness.press(QKeySequence(Qt::Key_Return));
    };
    const auto front = [&](const char *id) { return waitFor([&] { return window.currentPanel() != nullptr && window.currentPanel()->id() == QLatin1String(id); }); };
    open(FindScope::Items);
    CHECK(front("feed"));
    open(FindScope::Notes);
    CHECK(front("inbox"));
    open(FindScope::Plans);
    CHECK(front("calendar"));
    open(FindScope::Members);
    CHECK(front("members"));
    auto *members = dynamic_cast<ui::MembersPanel *>(window.panel(QStringLiteral("members")));
    REQUIRE(members != nullptr);
    CHECK(waitFor([&] { return members->card().card() != nullptr && !members->card().card()->identities.empty(); }));
}

TEST_CASE("A member that was found goes through the door, where there is one", "[find]")
{
    Searched house;
    MemberId wanted;
    QObject room;
    QObject::connect(&ui::MemberDoor::of(house.harness.window().shell()), &ui::MemberDoor::wanted, &room, [&](MemberId member) { wanted = member; });
    house.search(QStringLiteral("ferry"));
    const int row = house.rowOf(FindScope::Members);
    REQUIRE(row > 0);
    house.panel()->foundList()->setFocus();
    house.panel()->foundList()->setCurrentIndex(house.panel()->found()->index(row));
    house.harness.press(QKeySequence(Qt::Key_Return));
    REQUIRE(waitFor([&] { return static_cast<bool>(wanted); }));
    CHECK(wanted == house.panel()->found()->at(row)->thing->member);
}

TEST_CASE("A field that means nothing for a kind is said", "[find]")
{
    Searched house;
    house.search(QStringLiteral("ferry sentiment:neutral"));
    REQUIRE(waitFor([&] { return house.chip(3).endsWith(QStringLiteral("\u2013")); }));
    CHECK(house.rowOf(FindScope::Notes) < 0);
    const auto words = visibleWords(house.panel()).join(QLatin1Char('\n'));
    INFO(words.toStdString());
    CHECK(words.contains(QStringLiteral("sentiment:")));
    house.harness.press(QKeySequence(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_4)));
    REQUIRE(waitFor([&] { return house.panel()->ready() && house.panel()->found()->rowCount() == 0; }));
    house.harness.press(QKeySequence(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_1)));
    CHECK(waitFor([&] { return house.panel()->ready() && house.panel()->found()->rowCount() > 0; }));
}
