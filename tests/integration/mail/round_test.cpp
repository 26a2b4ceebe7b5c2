// SPDX-License-Identifier: GPL-3.0-or-later
// The whole round of a question: from the ticket to a service through Postfix, and back to the ticket by IMAP.
#include "house.hpp"

#include "support/builders.hpp"

#include <vigie/app/passing.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/tickets.hpp>

#include <span>

using namespace vigie;
using namespace vigie::test;
using RecipientState = QuestionRecipient::State;

namespace {

/// A member's message, a service of two colleagues of whom the server knows one, and a note that is nobody's business.
struct Desk {
    House house;
    DepartmentId service;

    Desk()
    {
        service = house.store.write([](store::Tx &tx) -> Result<DepartmentId> {
            Department sav;
            sav.nameFr = sav.nameEn = "Atelier";
            sav.colleagues = {{"Andr\xc3\xa9", "sav@example.test"}, {"Personne", "personne@example.test"}};
            sav.deadline = std::chrono::hours{4};
            return store::Departments(tx).save(sav);
        });
    }
    TicketId arrives(const std::string &native)
    {
        return house.store.write([&](store::Tx &tx) -> Result<TicketId> {
            const auto mention = analysed(item(native, "Mon four est froid depuis hier.", tx.now()));
            VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&mention, 1)));
            VIGIE_TRY(const auto id, desk::Desk(tx).toInbox(stored.front().id, AccountId{1}));
            VIGIE_CHECK(desk::Desk(tx).note(id, "une note secrete", "moi"));
            return id;
        });
    }
    QuestionId pass(TicketId ticket)
    {
        desk::SlipRequest slip;
        slip.department = service;
        slip.ticket = ticket;
        slip.question = "Est-ce sous garantie ?";
        return house.store.write([&](store::Tx &tx) { return app::passSlip(tx, slip, PassWay::Mail); }).question;
    }
    Ticket ticket(TicketId id)
    {
        return house.store.read([id](store::Tx &tx) { return store::Tickets(tx).get(id); });
    }
    std::vector<Note> notes(TicketId id)
    {
        return house.store.read([id](store::Tx &tx) { return store::Tickets(tx).notes(id); });
    }
    PassingState state(QuestionId id)
    {
        return house.store.read([id](store::Tx &tx) -> Result<PassingState> {
            VIGIE_TRY(const auto passing, store::Passings(tx).get(id));
            VIGIE_TRY(const auto question, store::Questions(tx).get(id));
            return passingState(question, passing.value(), tx.now());
        });
    }
    /// A mail that was sent after everything before has arrived.
    void settle()
    {
        const auto last = house.asked("Dernier");
        REQUIRE(until([&] { return copiesOf("sav", last.messageId).size() == 1; }));
    }
};

void colleagueWrites(const std::string &id, const std::string &headers, const std::string &text)
{
    sendRaw("From: Andr\xc3\xa9 <sav@example.test>\nTo: vigie@example.test\nMessage-ID: <" + id + "@sav.example.test>\n" + headers + "\n" + text + "\n");
}

} // namespace

TEST_CASE("ROUND 1: a slip leaves, one of two colleagues is refused and named, and the other's answer lies on the ticket", "[round]")
{
    Desk desk;
    const auto ticket = desk.arrives("r1");
    const auto id = desk.pass(ticket);
    const auto report = desk.house.deliver();
    CHECK(report.sent == 1);
    CHECK(report.refused == 1);
    const auto question = desk.house.get(id);
    CHECK(question.state == QuestionState::Sent);
    CHECK(question.recipients[0].state == RecipientState::Sent);
    CHECK(question.recipients[1].state == RecipientState::Refused);
    CHECK(question.recipients[1].code == 550);
    CHECK(question.recipients[1].answer.find("personne@example.test") != std::string::npos);
    CHECK(desk.ticket(ticket).status == TicketStatus::WaitingInside);
    CHECK(desk.state(id) == PassingState::Inside);
    std::vector<net::IncomingMail> got;
    REQUIRE(until([&] { return !(got = copiesOf("sav", question.messageId)).empty(); }));
    CHECK(got[0].subject == question.subject);
    CHECK(got[0].text.find("Est-ce sous garantie ?") != std::string::npos);
    CHECK(got[0].text.find("Mon four est froid depuis hier.") != std::string::npos);
    CHECK(got[0].text.find(net::questionCode(id.value)) != std::string::npos);
    CHECK(got[0].text.find("secrete") == std::string::npos);
    // Neither is tried again: one has it, the other's server said no for good.
    desk.house.store.clock.advance(std::chrono::hours{1});
    CHECK(desk.house.deliver().sent == 0);
    desk.settle();
    CHECK(copiesOf("sav", question.messageId).size() == 1);

    colleagueWrites("r1", "Subject: autre chose\nIn-Reply-To: <" + question.messageId + ">\n", "Oui, jusqu'en mai.");
    REQUIRE(desk.house.replied(id));
    CHECK(desk.state(id) == PassingState::Answered);
    CHECK(desk.ticket(ticket).status == TicketStatus::Open);
    CHECK(desk.notes(ticket).back().text.inside() == "Oui, jusqu'en mai.");
    CHECK(desk.notes(ticket).back().author == "Andr\xc3\xa9");
}

TEST_CASE("ROUND 2: an answer that has nothing but the code in its text finds its ticket, and one without it finds none", "[round]")
{
    Desk desk;
    const auto first = desk.arrives("r2a"), second = desk.arrives("r2b");
    const auto asked = desk.pass(first), other = desk.pass(second);
    CHECK(desk.house.deliver().sent == 2);
    colleagueWrites("r2a", "Subject: le repas de midi\n", "Je mange a treize heures.");
    colleagueWrites("r2b", "Subject: pour vous\n", "Oui, sous garantie.\n\nMerci de rappeler " + net::questionCode(other.value) + " dans votre reponse.");
    REQUIRE(desk.house.replied(other));
    CHECK(desk.state(other) == PassingState::Answered);
    CHECK(desk.ticket(second).status == TicketStatus::Open);
    CHECK(desk.house.replies(asked).empty());
    CHECK(desk.state(asked) == PassingState::Inside);
    CHECK(desk.ticket(first).status == TicketStatus::WaitingInside);
    // Read again, it is there once.
    REQUIRE(desk.house.mail.collectAndWait());
    CHECK(desk.house.replies(other).size() == 1);
    CHECK(desk.notes(second).size() == 2); // ours, and the answer
}

TEST_CASE("ROUND 3: a service that is late is reminded once by one mail, and what answers the reminder answers the question", "[round]")
{
    Desk desk;
    const auto ticket = desk.arrives("r3");
    const auto id = desk.pass(ticket);
    CHECK(desk.house.deliver().sent == 1);
    desk.house.store.clock.advance(std::chrono::hours{5});
    CHECK(desk.state(id) == PassingState::Late);
    CHECK(desk.house.deliver().sent == 0); // nothing leaves by itself
    const auto queue = desk.house.store.read([](store::Tx &tx) { return desk::Desk(tx).queue({}); });
    REQUIRE(queue.size() == 1);
    CHECK(std::any_of(queue[0].terms.begin(), queue[0].terms.end(), [](const auto &term) { return term.key == "service_late"; }));
    const auto reminder = desk.house.store.write([&](store::Tx &tx) { return app::remind(tx, id, PassWay::Mail); });
    CHECK(desk.house.deliver().sent == 1);
    const auto written = desk.house.get(reminder.question);
    std::vector<net::IncomingMail> got;
    REQUIRE(until([&] { return !(got = copiesOf("sav", written.messageId)).empty(); }));
    CHECK(got[0].subject.find(net::questionCode(id.value)) != std::string::npos);
    colleagueWrites("r3", "Subject: RE: x\nReferences: <" + written.messageId + ">\n", "Pardon : oui.");
    REQUIRE(desk.house.replied(id));
    CHECK(desk.state(id) == PassingState::Answered);
    CHECK(desk.notes(ticket).back().text.inside() == "Pardon : oui.");
}
