// SPDX-License-Identifier: GPL-3.0-or-later
// A question on its way to a service and its answer on the way back, without any server.
#include "support/builders.hpp"
#include "support/temp_store.hpp"

#include <vigie/app/mail.hpp>
#include <vigie/app/passing.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/desk/relay_back.hpp>
#include <vigie/desk/sla.hpp>
#include <vigie/insight/passing_report.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/questions.hpp>
#include <vigie/store/tickets.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

using namespace vigie;
using vigie::test::TempStore;

namespace {

struct House {
    TempStore store;
    TicketId ticket;
    DepartmentId service;

    House()
    {
        ticket = add("m1", "Mon four est froid.\nDepuis *hier* <b>!");
        service = store.write([](store::Tx &tx) -> Result<DepartmentId> {
            Department sav;
            sav.nameFr = "Service apr\xc3\xa8s-vente";
            sav.nameEn = "After-sales";
            sav.colleagues = {{"Andr\xc3\xa9", "sav@example.test"}, {"", "atelier@example.test"}};
            sav.deadline = std::chrono::hours{24};
            sav.tags = {"sav"};
            VIGIE_CHECK(app::setPassingSender(tx, {"L'\xc3\xa9quipe", "equipe@example.test"}));
            return store::Departments(tx).save(sav);
        });
    }
    TicketId add(const std::string &native, const std::string &text)
    {
        return store.write([&](store::Tx &tx) -> Result<TicketId> {
            auto item = test::byAuthor(test::item(native, text), "7" + native, "claire" + native + "@social.example");
            item.media.push_back({MediaRef::Kind::Image, "https://social.example/four.jpg", "", "", "le four", "image/jpeg", 0, 0, {}});
            const auto analysed = test::analysed(item);
            VIGIE_TRY(const auto stored, store::Items(tx).store(std::span(&analysed, 1)));
            VIGIE_TRY(const auto id, desk::Desk(tx).toInbox(stored.front().id, AccountId{1}));
            VIGIE_CHECK(desk::Desk(tx).note(id, "une note secrete", "moi"));
            return id;
        });
    }
    desk::SlipRequest request(const std::string &question = "Sous garantie ?")
    {
        desk::SlipRequest out;
        out.department = service;
        out.ticket = ticket;
        out.question = question;
        out.sender = "Emma";
        return out;
    }
    app::PassedOn pass(PassWay way, const desk::SlipRequest &what)
    {
        return store.write([&](store::Tx &tx) { return app::passSlip(tx, what, way); });
    }
    Question question(QuestionId id)
    {
        return store.read([id](store::Tx &tx) { return store::Questions(tx).get(id); });
    }
    TicketStatus status(TicketId id)
    {
        return store.read([id](store::Tx &tx) { return store::Tickets(tx).get(id); }).status;
    }
    std::vector<Note> notes()
    {
        return store.read([this](store::Tx &tx) { return store::Tickets(tx).notes(ticket); });
    }
    PassingState state(QuestionId id)
    {
        return store.read([id](store::Tx &tx) -> Result<PassingState> {
            VIGIE_TRY(const auto passing, store::Passings(tx).get(id));
            VIGIE_TRY(const auto question, store::Questions(tx).get(id));
            return passingState(question, passing.value(), tx.now());
        });
    }
    app::Attached attach(const std::string &bytes, std::optional<QuestionId> said = {})
    {
        const auto mail = app::readMailFile(bytes);
        REQUIRE(mail);
        return store.write([&](store::Tx &tx) { return app::attachMail(tx, *mail, said); });
    }
    std::vector<QueueEntry> queue()
    {
        return store.read([](store::Tx &tx) { return desk::Desk(tx).queue({}); });
    }
};

std::string eml(const std::string &subject, const std::string &text, const std::string &headers = {})
{
    return "From: =?utf-8?q?Andr=C3=A9?= <sav@example.test>\r\nTo: equipe@example.test\r\nSubject: " + subject + "\r\nMessage-ID: <a1@example.test>\r\n" + headers
           + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
}

} // namespace

TEST_CASE("a slip as a file holds what is needed, opens in a mail program, and no note", "[app][passing]")
{
    House house;
    const auto passed = house.pass(PassWay::File, house.request());
    CHECK(passed.fileName == "Vigie-" + std::to_string(passed.question.value) + ".eml");
    const auto mail = net::parseMail(passed.bytes);
    REQUIRE(mail);
    const auto kept = house.question(passed.question);
    CHECK(mail->messageId == kept.messageId);
    CHECK(mail->subject == "[Vigie #" + std::to_string(passed.question.value) + "] Sous garantie ?");
    CHECK(mail->from == net::MailAddress{"L'\xc3\xa9quipe", "equipe@example.test"});
    REQUIRE(mail->to.size() == 2);
    CHECK(mail->to[0] == net::MailAddress{"Andr\xc3\xa9", "sav@example.test"});
    CHECK(passed.bytes.find("X-Unsent: 1\r\n") != std::string::npos);
    for (const char *wanted : {"Sous garantie ?", "| Mon four est froid.\n| Depuis *hier* <b>!", "https://social.example/@ada/m1", "le four: https://social.example/four.jpg",
                               "3 mars 2026", "Emma"})
        CHECK(mail->text.find(wanted) != std::string::npos);
    CHECK(mail->text.find("[Vigie #" + std::to_string(passed.question.value) + "]") != std::string::npos);
    CHECK(passed.bytes.find("secrete") == std::string::npos);
    CHECK(kept.state == QuestionState::Sent);
    CHECK(house.state(passed.question) == PassingState::Inside);
    CHECK(house.status(house.ticket) == TicketStatus::WaitingInside);
    const auto row = house.store.read([&](store::Tx &tx) { return store::Tickets(tx).rows({&house.ticket, 1}); }).front();
    CHECK(row.tags == std::vector<std::string>{"sav"});
    CHECK(house.store.read([&](store::Tx &tx) { return app::slipFile(tx, passed.question); }) == passed.bytes); // it can be saved again
}

TEST_CASE("as Markdown a member's words are no markup, and as JSON they are data", "[app][passing]")
{
    House house;
    const auto markdown = house.pass(PassWay::Markdown, house.request()).bytes;
    CHECK(markdown.find("> Depuis \\*hier\\* &lt;b\\>\\!") != std::string::npos);
    CHECK(markdown.find("<https://social.example/@ada/m1>") != std::string::npos);
    CHECK(markdown.find("secrete") == std::string::npos);
    const auto passed = house.pass(PassWay::Json, house.request());
    const auto json = nlohmann::json::parse(passed.bytes);
    CHECK(json["code"] == "[Vigie #" + std::to_string(passed.question.value) + "]");
    CHECK(json["context"][0]["text"] == "Mon four est froid.\nDepuis *hier* <b>!");
    CHECK(json["due"] == "2026-03-03T12:00:00Z");
    CHECK(passed.bytes.find("secrete") == std::string::npos);
}

TEST_CASE("a template is filled once, and must ask", "[app][passing]")
{
    House house;
    house.store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(auto sav, store::Departments(tx).get(house.service));
        sav.slip = "{service} {code}\n{question}\n{media}\n{link}";
        VIGIE_CHECK(desk::checkDepartment(sav));
        VIGIE_CHECK(store::Departments(tx).save(sav));
        return true;
    });
    auto request = house.request("Que veut dire {code} {sender} ?");
    request.context = desk::SlipContext::None;
    const auto slip = house.store.read([&](store::Tx &tx) { return app::previewSlip(tx, request); });
    CHECK(slip.text == "Service apr\xc3\xa8s-vente [Vigie #0]\nQue veut dire {code} {sender} ?\n\nhttps://social.example/@ada/m1");
    CHECK(desk::checkTemplate("{code}").error().detail.find("{question}") != std::string::npos);
    CHECK(desk::checkTemplate("{question} {password}").error().detail.find("{password}") != std::string::npos);
    CHECK(house.store.read([](store::Tx &tx) { return store::Questions(tx).list(10); }).empty()); // a preview writes nothing
}

TEST_CASE("an answer in a file finds its ticket by headers, then by code, else it is asked", "[app][passing]")
{
    House house;
    const auto id = house.pass(PassWay::File, house.request()).question;
    const auto code = "[Vigie #" + std::to_string(id.value) + "]";
    const std::string words = "Oui, jusqu'en juin.\n\nCordialement,\nAndr\xc3\xa9 Roy\nAtelier\n01 02 03 04 05\n\nLe lundi, l'\xc3\xa9quipe a \xc3\xa9" "crit :\n> " + code + " Sous garantie ?\n";
    SECTION("headers, although the subject was changed")
    {
        const auto done = house.attach(eml("tout autre chose", words, "In-Reply-To: <" + house.question(id).messageId + ">\r\n"));
        CHECK(done.by == net::ReplyMatch::By::InReplyTo);
        CHECK(done.question == id);
    }
    SECTION("the code in the subject")
    {
        CHECK(house.attach(eml("RE: " + code + " tout autre chose", "Oui, jusqu'en juin.")).by == net::ReplyMatch::By::SubjectCode);
    }
    SECTION("the code in what was repeated")
    {
        CHECK(house.attach(eml("tout autre chose", words)).by == net::ReplyMatch::By::BodyCode);
    }
    SECTION("no code: nothing is attached until somebody says which")
    {
        const auto bytes = eml("tout autre chose", "Oui, jusqu'en juin.");
        CHECK_FALSE(house.attach(bytes).question);
        CHECK(house.status(house.ticket) == TicketStatus::WaitingInside);
        const auto done = house.attach(bytes, id);
        CHECK(done.question == id);
        CHECK_FALSE(done.by);
    }
    CHECK(house.state(id) == PassingState::Answered);
    CHECK(house.status(house.ticket) == TicketStatus::Open);
    const auto notes = house.notes();
    REQUIRE(notes.size() == 2);
    CHECK(notes.back().author == "Andr\xc3\xa9");
    CHECK(notes.back().text.inside().rfind("Oui, jusqu'en juin.", 0) == 0);
    CHECK(notes.back().text.inside().find("> ") == std::string::npos);
}

TEST_CASE("the same file twice is one answer; a machine's answer closes nothing", "[app][passing]")
{
    House house;
    const auto id = house.pass(PassWay::File, house.request()).question;
    const auto subject = "Re: [Vigie #" + std::to_string(id.value) + "]";
    const auto away = house.attach("From: sav@example.test\r\nSubject: " + subject + "\r\nMessage-ID: <b@x>\r\nAuto-Submitted: auto-replied\r\n\r\nEn vacances\r\n");
    CHECK(away.fresh);
    CHECK(away.kind == net::MailKind::AutoReply);
    CHECK(house.state(id) == PassingState::Inside);
    CHECK(house.status(house.ticket) == TicketStatus::WaitingInside);
    CHECK(house.notes().size() == 1);
    CHECK(house.attach(eml(subject, "Oui.")).fresh);
    CHECK_FALSE(house.attach(eml(subject, "Oui.")).fresh);
    CHECK(house.notes().size() == 2);
    CHECK_FALSE(app::readMailFile("ceci n'est pas un courriel"));
}

TEST_CASE("an answer becomes a draft without its signature, stays linked, and is never sent by itself", "[app][passing]")
{
    House house;
    const auto id = house.pass(PassWay::File, house.request()).question;
    house.attach(eml("Re: [Vigie #" + std::to_string(id.value) + "]", "Oui, jusqu'en juin.\n\nCordialement,\nAndr\xc3\xa9 Roy\nAtelier"));
    const auto replies = house.store.read([id](store::Tx &tx) { return store::Questions(tx).replies(id); });
    REQUIRE(replies.size() == 1);
    house.store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Tickets(tx).saveDraft(house.ticket, "Bonjour Claire,"));
        return true;
    });
    const auto turn = [&] { return house.store.write([&](store::Tx &tx) { return desk::turnIntoReply(tx, replies[0].id); }); };
    CHECK(turn().draft == "Bonjour Claire,\n\nOui, jusqu'en juin.");
    CHECK(turn().draft == "Bonjour Claire,\n\nOui, jusqu'en juin."); // pressed twice
    CHECK(house.store.read([](store::Tx &tx) { return store::Outbox(tx).list({}); }).empty());
    const auto link = house.store.read([&](store::Tx &tx) { return store::Passings(tx).answerNote(replies[0].id); });
    REQUIRE(link);
    CHECK(link->question == id);
    CHECK(link->note == house.notes().back().id);
    CHECK(link->usedAt);
    const auto sent = house.store.write([&](store::Tx &tx) {
        Outbound reply;
        reply.kind = OutboundKind::Reply;
        reply.state = OutboundState::Planned;
        reply.account = AccountId{1};
        reply.ticket = house.ticket;
        reply.createdAt = tx.now();
        reply.changedAt = tx.now();
        return store::Outbox(tx).add(reply);
    });
    CHECK(house.store.read([&](store::Tx &tx) { return store::Passings(tx).publicReply(replies[0].id); }) == sent);
}

TEST_CASE("an answer raises its ticket to the top of the queue until somebody writes to the member", "[app][passing]")
{
    House house;
    for (int i = 2; i < 8; ++i)
        house.add("m" + std::to_string(i), "Bonjour ? C'est une honte, rien ne marche ?");
    const auto id = house.pass(PassWay::Text, house.request()).question;
    CHECK(house.queue().front().ticket != house.ticket);
    house.store.write([&](store::Tx &tx) { return app::answerByHand(tx, id, "Andr\xc3\xa9", "Oui.\n\n> Sous garantie ?"); });
    const auto queue = house.queue();
    REQUIRE(queue.front().ticket == house.ticket);
    CHECK(queue.front().terms.front().key == "service_answered");
    CHECK(house.notes().back().text.inside() == "Oui.");
    house.store.write([&](store::Tx &tx) -> Result<bool> {
        Outbound reply;
        reply.kind = OutboundKind::Reply;
        reply.state = OutboundState::Planned;
        reply.ticket = house.ticket;
        reply.account = AccountId{1};
        reply.createdAt = reply.changedAt = tx.now();
        VIGIE_CHECK(store::Outbox(tx).add(reply));
        return true;
    });
    CHECK(house.queue().front().terms.front().key != "service_answered");
}

TEST_CASE("late is what the deadline says; a reminder bears the code of its question", "[app][passing]")
{
    House house;
    const auto id = house.pass(PassWay::File, house.request()).question;
    house.store.clock.advance(std::chrono::hours{24} + std::chrono::seconds{1});
    CHECK(house.state(id) == PassingState::Late);
    const auto reminder = house.store.write([&](store::Tx &tx) { return app::remind(tx, id, PassWay::File); });
    const auto mail = net::parseMail(reminder.bytes);
    REQUIRE(mail);
    CHECK(mail->subject == "[Vigie #" + std::to_string(id.value) + "] Rappel : Sous garantie ?");
    CHECK(mail->inReplyTo == std::vector<std::string>{house.question(id).messageId});
    CHECK(mail->text.find("| Sous garantie ?") != std::string::npos);
    const auto answered = house.attach(eml("sans code", "Oui.", "In-Reply-To: <" + mail->messageId + ">\r\n"));
    CHECK(answered.question == id); // what answers the reminder answers the question
    CHECK(house.state(id) == PassingState::Answered);
    const auto rows = house.store.read([](store::Tx &tx) { return store::Passings(tx).list({}); });
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].reminders == 1);
    const auto again = house.store->writeNow<app::PassedOn>([&](store::Tx &tx) { return app::remind(tx, id, PassWay::File); });
    CHECK(again.error().code == Errc::Conflict);
}

TEST_CASE("what is taken back before it left leaves the ticket as it was", "[app][passing]")
{
    House house;
    const std::shared_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    app::Mail mail(*house.store, secrets, house.store.clock);
    const auto noAccount = house.store->writeNow<app::PassedOn>([&](store::Tx &tx) { return app::passSlip(tx, house.request(), PassWay::Mail); });
    CHECK(noAccount.error().code == Errc::NotFound);
    CHECK(house.status(house.ticket) == TicketStatus::New);
    app::MailSettings settings;
    settings.sender = {"Vigie", "vigie@example.test"};
    settings.outgoing = {"127.0.0.1", 1, net::MailSecurity::Tls, "vigie@example.test", ""};
    settings.incoming = settings.outgoing;
    REQUIRE(mail.saveAndWait(settings, Secret("a password")));
    const auto passed = house.store.write([&](store::Tx &tx) { return app::passSlip(tx, house.request(), PassWay::Mail, std::chrono::seconds{20}); });
    CHECK(house.question(passed.question).dueAt == house.store.clock.now() + std::chrono::seconds{20});
    CHECK(mail.deliverAndWait().value().waiting == 0); // held: not tried yet
    CHECK(house.state(passed.question) == PassingState::Leaving);
    REQUIRE(mail.cancelAndWait(passed.question));
    CHECK(house.state(passed.question) == PassingState::Cancelled);
    CHECK(house.status(house.ticket) == TicketStatus::New);
}

TEST_CASE("what cannot be passed on is refused before anything is written", "[app][passing]")
{
    House house;
    const auto refused = [&](const desk::SlipRequest &request) {
        const auto done = house.store->writeNow<app::PassedOn>([&](store::Tx &tx) { return app::passSlip(tx, request, PassWay::File); });
        REQUIRE_FALSE(done);
        return done.error().code;
    };
    CHECK(refused(house.request(" \n")) == Errc::InvalidInput);
    auto nowhere = house.request();
    nowhere.department = DepartmentId{99};
    CHECK(refused(nowhere) == Errc::NotFound);
    auto nothing = house.request();
    nothing.ticket = TicketId{99};
    CHECK(refused(nothing) == Errc::NotFound);
    house.store.write([&](store::Tx &tx) -> Result<bool> {
        VIGIE_TRY(auto sav, store::Departments(tx).get(house.service));
        sav.colleagues.clear();
        VIGIE_CHECK(store::Departments(tx).save(sav));
        return true;
    });
    CHECK(refused(house.request()) == Errc::InvalidInput);
    CHECK(house.store.read([](store::Tx &tx) { return store::Questions(tx).list(10); }).empty());
    CHECK(house.status(house.ticket) == TicketStatus::New);
}

TEST_CASE("a service's time to answer, its lateness and its figures are counted in its own opening hours", "[app][passing]")
{
    House house; // Monday 2026-03-02, 13:00 in Paris
    const auto department = [&] { return house.store.read([&](store::Tx &tx) { return store::Departments(tx).get(house.service); }); };
    house.store.write([&](store::Tx &tx) -> Result<ChangeSetId> {
        desk::SlaSetup setup;
        setup.calendars = {desk::usualCalendar("Europe/Paris")}; // Monday to Friday, nine to six
        setup.calendars[0].id = CalendarId{-1};
        setup.calendars[0].name = "Atelier";
        auto one = store::Departments(tx).get(house.service).value();
        one.calendar = "Atelier";
        VIGIE_CHECK(store::Departments(tx).save(one));
        return desk::SlaDesk(tx).apply(setup);
    });
    const auto id = house.pass(PassWay::Text, house.request()).question;
    const auto rows = house.store.read([](store::Tx &tx) { return store::Passings(tx).list({}); });
    // 5 h on Monday, 9 on Tuesday, 9 on Wednesday, 1 on Thursday: ten o'clock there.
    CHECK(toRfc3339(rows[0].passing.dueAt) == "2026-03-05T09:00:00Z");
    house.store.clock.set(parseRfc3339("2026-03-05T08:59:59Z").value());
    CHECK(house.state(id) == PassingState::Inside);
    CHECK(house.queue().front().terms.front().key != "service_late");
    // Called otherwise, the calendar keeps its service; what was promised to be answered by then stays so.
    house.store.write([&](store::Tx &tx) -> Result<ChangeSetId> {
        VIGIE_TRY(auto setup, desk::SlaDesk(tx).setup());
        setup.calendars[0].name = "Atelier de Lyon";
        setup.calendars[0].week[4].clear(); // and Fridays are off now
        return desk::SlaDesk(tx).apply(setup);
    });
    CHECK(department().calendar == "Atelier de Lyon");
    house.store.clock.set(parseRfc3339("2026-03-09T10:00:00Z").value()); // Monday, eleven there
    CHECK(house.state(id) == PassingState::Late);
    const auto queue = house.queue();
    const auto late = std::find_if(queue[0].terms.begin(), queue[0].terms.end(), [](const auto &term) { return term.key == "service_late"; });
    REQUIRE(late != queue[0].terms.end());
    CHECK(late->value == 8 + 9 + 2); // Thursday from ten, Friday as it was open then, two hours today
    CHECK(late->points == 25);
    house.store.write([&](store::Tx &tx) { return app::answerByHand(tx, id, "Andr\xc3\xa9", "Oui."); });
    const auto report = house.store.read([&](store::Tx &tx) { return insight::passingReport(tx, Instant{}, tx.now()); });
    CHECK(report[0].late == 1);
    CHECK(report[0].openMedianSeconds == (24 + 19) * 3600);
    CHECK(report[0].medianSeconds == (7 * 24 - 2) * 3600);
    const auto after = house.queue();
    REQUIRE(after.size() == 1);
    CHECK(std::none_of(after[0].terms.begin(), after[0].terms.end(), [](const auto &term) { return term.key == "service_late"; }));
}
