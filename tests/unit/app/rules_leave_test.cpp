// SPDX-License-Identifier: GPL-3.0-or-later
// What rules prepare for sending: questions to services by the slip and its delay, answers that nobody has looked at.
#include "app/rules.hpp"
#include "store/session.hpp"
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/app/passing.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/rules.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/questions.hpp>

#include <algorithm>
#include <span>

using namespace vigie;
using vigie::test::TempStore;

namespace {

struct House {
    TempStore store;
    connect::Catalogue networks = connect::builtinCatalogue();
    std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    app::Mail mail{*store, secrets, store.clock};
    AccountId account;
    DepartmentId service;

    House()
    {
        account = store.write([](store::Tx &tx) -> Result<AccountId> {
            Account ours;
            ours.connector = "mastodon";
            ours.instance = "https://social.example";
            ours.nativeId = "1";
            ours.handle = "us@social.example";
            ours.capabilities.set(Capability::Reply);
            return store::Accounts(tx).save(ours);
        });
        service = store.write([](store::Tx &tx) -> Result<DepartmentId> {
            Department sav;
            sav.nameFr = "Apr\xc3\xa8s-vente";
            sav.nameEn = "After-sales";
            sav.colleagues = {{"Andr\xc3\xa9", "sav@example.test"}};
            sav.tags = {"sav"};
            return store::Departments(tx).save(sav);
        });
    }
    void signIn()
    {
        app::MailSettings settings;
        settings.sender = {"Vigie", "vigie@example.test"};
        settings.outgoing = {"127.0.0.1", 1, net::MailSecurity::Tls, "vigie@example.test", ""};
        settings.incoming = settings.outgoing;
        REQUIRE(mail.saveAndWait(settings, Secret("a password")));
    }
    void rule(RuleMoment moment, RuleAction action)
    {
        store.write([&](store::Tx &tx) {
            Rule out;
            out.name = "Ovens";
            out.moment = moment;
            out.source = "four";
            out.actions = {std::move(action)};
            return store::Rules(tx).save(out);
        });
    }
    RuleAction passOn() const { return {RuleAction::Kind::PassOn, "Sous garantie ?", {}, 7, service}; }
    TicketId arrives(const std::string &native)
    {
        return store.write([&](store::Tx &tx) -> Result<TicketId> {
            auto item = test::item(native, "Mon four est froid.", tx.now());
            const auto given = test::analysed(item);
            VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&given, 1)));
            const auto id = stored.front().id;
            VIGIE_CHECK(desk::Desk(tx).absorb(id, account, "mention"));
            VIGIE_CHECK(desk::RuleRun(tx).arrived({&id, 1}, account, false));
            VIGIE_TRY(const auto ticket, store::Tickets(tx).forItem(id));
            return *ticket;
        });
    }
    void beat() { app::runRules(*store, networks); }
    Ticket ticket(TicketId id)
    {
        return store.read([id](store::Tx &tx) { return store::Tickets(tx).get(id); });
    }
    std::vector<store::PassingRow> asked()
    {
        return store.read([](store::Tx &tx) { return store::Passings(tx).list({}); });
    }
    std::vector<TicketEvent> history(TicketId id)
    {
        return store.read([id](store::Tx &tx) { return store::Tickets(tx).history(id); });
    }
};

} // namespace

TEST_CASE("a rule passes on by a slip that waits in the outbox, signed by the rule, and can be taken back", "[app][rules]")
{
    House house;
    house.signIn();
    house.rule(RuleMoment::Arrives, house.passOn());
    const auto ticket = house.arrives("1");
    CHECK(house.asked().empty()); // prepared, and nothing left
    CHECK(house.ticket(ticket).status == TicketStatus::New);
    house.beat();
    const auto asked = house.asked();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].passing.department == house.service);
    CHECK(asked[0].passing.way == PassWay::Mail);
    CHECK(asked[0].question.state == QuestionState::Waiting);
    CHECK(asked[0].question.dueAt == house.store.clock.now() + std::chrono::minutes{7});
    CHECK(asked[0].question.text.find("Mon four est froid.") != std::string::npos);
    CHECK(house.ticket(ticket).status == TicketStatus::WaitingInside);
    const auto history = house.history(ticket);
    for (const auto *what : {"status", "tag"})
        CHECK(std::any_of(history.begin(), history.end(), [&](const TicketEvent &line) { return line.what == what && line.actor == "rule:Ovens"; }));
    house.beat();
    CHECK(house.asked().size() == 1);
    REQUIRE(house.mail.cancelAndWait(asked[0].question.id));
    CHECK(house.ticket(ticket).status == TicketStatus::New);
    CHECK(house.asked()[0].question.state == QuestionState::Cancelled);
}

TEST_CASE("what a decision made a rule ask goes back with the decision", "[app][rules]")
{
    House house;
    house.signIn();
    house.rule(RuleMoment::Changes, house.passOn());
    const auto ticket = house.arrives("1");
    house.store.write([&](store::Tx &tx) { return desk::Desk(tx).assign({{ticket}}, "Lou"); });
    house.store.write([](store::Tx &tx) { return desk::Desk(tx).undo(); });
    house.beat();
    CHECK(house.asked().empty());
    CHECK(house.ticket(ticket).owner.empty());
}

TEST_CASE("a question of a rule that cannot leave by mail lies on the ticket as a note", "[app][rules]")
{
    House house;
    house.rule(RuleMoment::Arrives, house.passOn());
    const auto ticket = house.arrives("1");
    house.beat();
    CHECK(house.asked().empty());
    const auto notes = house.store.read([ticket](store::Tx &tx) { return store::Tickets(tx).notes(ticket); });
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text.inside() == "Apr\xc3\xa8s-vente: Sous garantie ?");
    CHECK(notes[0].author == "rule:Ovens");
    CHECK(house.ticket(ticket).status == TicketStatus::New);
}

TEST_CASE("nothing is asked about a conversation that was closed, or that a service has already", "[app][rules]")
{
    House house;
    house.signIn();
    house.rule(RuleMoment::Arrives, house.passOn());
    const auto closed = house.arrives("1");
    house.store.write([&](store::Tx &tx) { return desk::Desk(tx).setStatus({{closed}}, TicketStatus::Done); });
    house.beat();
    CHECK(house.asked().empty());
    const auto other = house.arrives("2");
    desk::SlipRequest slip;
    slip.department = house.service;
    slip.ticket = other;
    slip.question = "Par moi";
    house.store.write([&](store::Tx &tx) { return app::passSlip(tx, slip, PassWay::Mail); });
    house.beat();
    CHECK(house.asked().size() == 1);
}

TEST_CASE("an answer that a rule sent is a machine's: it stops no clock", "[app][rules]")
{
    House house;
    house.rule(RuleMoment::Arrives, {RuleAction::Kind::Answer, "Nous regardons.", {}, 7});
    house.arrives("1");
    house.beat();
    const auto counted = [&](const char *sql) {
        return house.store.read([&](store::Tx &tx) -> Result<std::int64_t> { return tx.session().one<std::int64_t>(sql).value_or(-1); });
    };
    REQUIRE(counted("SELECT count(*) FROM outbound WHERE kind='reply'") == 1);
    CHECK(counted("SELECT count(*) FROM sla_automatic a JOIN outbound o ON o.id=a.outbound_id") == 1);
}
