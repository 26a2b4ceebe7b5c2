// SPDX-License-Identifier: GPL-3.0-or-later
// Ten cases of sending and ten of reading, against Postfix and Dovecot.
#include "house.hpp"
#include "tap.hpp"

#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>

using namespace vigie;
using namespace vigie::test;
using net::MailSecurity;
using RecipientState = QuestionRecipient::State;

namespace {

const std::string kDone = "R\xc3\xa9tabli \xc3\xa0 14 h.";

std::string replyHeaders(const std::string &id, const std::string &more)
{
    return "From: Andr\xc3\xa9 <sav@example.test>\nTo: vigie@example.test\nMessage-ID: <" + id + "@sav.example.test>\n" + more;
}

/// Neither the password, in clear or as it travels, nor a command that would carry it.
void checkSilent(const std::string &heard)
{
    for (const char *told : {"vigie-secret", "dmlnaWUtc2VjcmV0", "AUTH", "LOGIN ", "MAIL FROM", "Message-Id"})
        CHECK(heard.find(told) == std::string::npos);
}

} // namespace

TEST_CASE("SMTP 1: both forms of TLS deliver", "[smtp]")
{
    House tls(outgoing("SMTP_TLS", MailSecurity::Tls)), startTls(outgoing("SMTP_STARTTLS", MailSecurity::StartTls));
    for (auto *house : {&tls, &startTls}) {
        const auto test = house->mail.testAndWait(house->settings, Secret());
        REQUIRE(test);
        CHECK(test->ok());
        const auto question = house->asked();
        CHECK(question.state == QuestionState::Sent);
        CHECK(until([&] { return copiesOf("sav", question.messageId).size() == 1; }));
    }
}

TEST_CASE("SMTP 2: an unknown authority, an expired certificate, another host's name: refused, and the question stays", "[smtp]")
{
    auto unknown = outgoing();
    unknown.caFile.clear();
    for (auto server : {unknown, outgoing("SMTP_EXPIRED"), outgoing("SMTP_ELSEWHERE")}) {
        Tap tap("127.0.0.1", server.port);
        server.port = tap.port();
        House house(server);
        const auto question = house.ask({"sav"}, "Question", "Un secret");
        const auto report = house.deliver();
        CHECK(report.waiting == 1);
        REQUIRE(report.error);
        CHECK(report.error->code == Errc::Tls);
        const auto kept = house.get(question.id);
        CHECK(kept.state == QuestionState::Waiting);
        REQUIRE(kept.dueAt);
        CHECK(*kept.dueAt > house.store.clock.now());
        CHECK(tap.connections() == 1);
        checkSilent(tap.heard());
        CHECK(tap.heard().find("Un secret") == std::string::npos);
        CHECK(copiesOf("sav", question.messageId).empty());
    }
}

TEST_CASE("SMTP 3: a server that does not offer STARTTLS is told nothing", "[smtp]")
{
    Tap tap("127.0.0.1", portOf("SMTP_PLAIN"));
    auto server = outgoing("SMTP_PLAIN", MailSecurity::StartTls);
    server.port = tap.port();
    House house(server);
    house.ask({"sav"}, "Question", "Un secret");
    const auto report = house.deliver();
    REQUIRE(report.error);
    CHECK(report.error->code == Errc::Tls);
    CHECK(tap.heard().find("EHLO example.test") != std::string::npos); // it did talk, in clear
    checkSilent(tap.heard());
}

TEST_CASE("SMTP 4: a wrong password asks to sign in again and is not tried over and over", "[smtp]")
{
    Tap tap("127.0.0.1", portOf("SMTP_TLS"));
    auto server = outgoing();
    server.port = tap.port();
    House house(server, incoming(), "wrong");
    const auto first = house.ask({"sav"}, "Un", "Un"), second = house.ask({"sav"}, "Deux", "Deux");
    const auto report = house.deliver();
    REQUIRE(report.error);
    CHECK(report.error->code == Errc::AuthRevoked);
    CHECK(report.error->httpStatus == 535);
    for (int i = 0; i < 5; ++i) {
        house.store.clock.advance(std::chrono::hours(2));
        CHECK(house.mail.deliverAndWait().error().code == Errc::AuthRevoked);
    }
    CHECK(tap.connections() == 1);
    CHECK(house.get(first.id).state == QuestionState::Waiting);
    REQUIRE(house.mail.saveAndWait(house.settings, Secret("vigie-secret")));
    CHECK(house.deliver().sent == 2);
    CHECK(house.get(second.id).state == QuestionState::Sent);
}

TEST_CASE("SMTP 5: of two colleagues one is unknown: told which, and the other has it", "[smtp]")
{
    House house;
    const auto question = house.ask({"sav", "personne"}, "Question", "Bonjour");
    const auto report = house.deliver();
    CHECK(report.sent == 1);
    CHECK(report.refused == 1);
    const auto now = house.get(question.id);
    CHECK(now.state == QuestionState::Sent);
    CHECK(now.recipients[0].state == RecipientState::Sent);
    CHECK(now.recipients[1].state == RecipientState::Refused);
    CHECK(now.recipients[1].code == 550);
    CHECK(now.recipients[1].answer.find("personne@example.test") != std::string::npos);
    CHECK_FALSE(now.dueAt);
    CHECK(until([&] { return copiesOf("sav", question.messageId).size() == 1; }));
}

TEST_CASE("SMTP 6: too large is told and not tried again", "[smtp]")
{
    Tap tap("127.0.0.1", portOf("SMTP_TLS"));
    auto server = outgoing();
    server.port = tap.port();
    House house(server);
    const auto question = house.ask({"sav"}, "Question", std::string(1'100'000, 'x'));
    const auto report = house.deliver();
    REQUIRE(report.error);
    CHECK(report.error->code == Errc::TooLarge);
    CHECK(report.error->httpStatus == 552);
    CHECK(house.get(question.id).state == QuestionState::Failed);
    house.store.clock.advance(std::chrono::hours(24));
    house.deliver();
    CHECK(tap.connections() == 1);
}

TEST_CASE("SMTP 7: cut before the answer, sent again under the same id, and the colleague sees one", "[smtp]")
{
    const std::string text(300'000, 'y');
    for (const auto cut : {Tap::Cut::BeforeAnswer, Tap::Cut::InTheMiddle}) {
        Tap tap("127.0.0.1", portOf("SMTP_TLS"), cut, 250'000);
        auto server = outgoing();
        server.port = tap.port();
        House house(server);
        const auto question = house.ask({"sav"}, "Question", text);
        const auto report = house.deliver();
        REQUIRE(report.error);
        const auto between = house.get(question.id);
        CHECK(between.state == QuestionState::Waiting);
        if (cut == Tap::Cut::BeforeAnswer) {
            CHECK(report.error->code == Errc::UnknownOutcome);
            CHECK(between.mayHaveLeft);
            CHECK(until([&] { return copiesOf("sav", question.messageId).size() == 1; })); // it had arrived
        }
        house.settings.outgoing = outgoing();
        REQUIRE(house.mail.saveAndWait(house.settings, Secret()));
        house.store.clock.advance(std::chrono::minutes(2));
        CHECK(house.deliver().sent == 1);
        CHECK(house.get(question.id).messageId == question.messageId);
        // Something sent afterwards has arrived, so a second copy would have, too.
        const auto after = house.asked();
        CHECK(until([&] { return copiesOf("sav", after.messageId).size() == 1; }));
        CHECK(copiesOf("sav", question.messageId).size() == 1);
    }
}

TEST_CASE("SMTP 8: French subjects and names, lines over 998 bytes and leading dots survive", "[smtp]")
{
    House house;
    const std::string text = ".\n..deux points\n" + std::string(2500, 'z') + " \xc3\xa9\nC\xc5\x93ur \xe2\x82\xac \xf0\x9f\x94\xa5\n.fin";
    const auto question = house.ask({"sav"}, "O\xc3\xb9 en est la r\xc3\xa9paration du four n\xc2\xb0 12 de Mme L\xc3\xa9vy-Dup\xc3\xa9rou\xc3\xa9 \xc3\xa0 Ch\xc3\xa2lons ?", text);
    CHECK(house.deliver().sent == 1);
    std::vector<net::IncomingMail> got;
    REQUIRE(until([&] { return !(got = copiesOf("sav", question.messageId)).empty(); }));
    CHECK(got[0].subject == question.subject);
    CHECK(got[0].from.name == "L'\xc3\xa9quipe");
    CHECK(got[0].text == text);
}

TEST_CASE("SMTP 9: neither the greeting nor the message tells about this machine", "[smtp]")
{
    House house;
    const auto question = house.asked();
    std::string message;
    REQUIRE(until([&] {
        for (const auto &file : filesOf("sav"))
            if (message = contentOf(file); message.find(question.messageId) != std::string::npos)
                return true;
        return false;
    }));
    CHECK(message.find("Received: from example.test (localhost") != std::string::npos); // the greeting, as Postfix wrote it down
    CHECK(question.messageId.substr(question.messageId.find('@')) == "@example.test");
    char host[256] = "";
    REQUIRE(::gethostname(host, sizeof host) == 0);
    const auto ours = message.substr(message.find("\nDate:"));
    for (const std::string &telling : {std::string(host), std::string("/tmp"), std::string("User-Agent"), std::string("X-Mailer")})
        if (telling != "localhost" && !telling.empty()) {
            INFO(telling);
            CHECK(question.messageId.find(telling) == std::string::npos);
            CHECK(ours.substr(0, ours.find("\n\n")).find(' ' + telling) == std::string::npos);
        }
    if (const char *user = std::getenv("USER"); user != nullptr && *user != '\0')
        CHECK(question.messageId.find(user) == std::string::npos);
}

TEST_CASE("SMTP 10: a colleague's server says later: tried again after growing delays, and nobody gets it twice", "[smtp]")
{
    peer("grey '" + place("STATE") + "' on");
    House house;
    const auto question = house.ask({"sav", "later"}, "Question", "Bonjour");
    CHECK(house.deliver().sent == 1);
    auto now = house.get(question.id);
    CHECK(now.recipients[0].state == RecipientState::Sent);
    CHECK(now.recipients[1].state == RecipientState::Waiting);
    CHECK(now.recipients[1].code == 450);
    std::vector<std::chrono::seconds> delays;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(now.dueAt);
        delays.push_back(std::chrono::floor<std::chrono::seconds>(*now.dueAt - house.store.clock.now()));
        CHECK(house.deliver().waiting == 0); // not before its time
        house.store.clock.set(*now.dueAt);
        CHECK(house.deliver().waiting == 1);
        now = house.get(question.id);
    }
    CHECK(delays[0] >= std::chrono::seconds(30));
    CHECK(delays[1] > delays[0]);
    CHECK(delays[2] > delays[1]);
    peer("grey '" + place("STATE") + "' off");
    REQUIRE(now.dueAt);
    house.store.clock.set(*now.dueAt);
    CHECK(house.deliver().sent == 1);
    CHECK(house.get(question.id).recipients[1].state == RecipientState::Sent);
    CHECK(until([&] { return copiesOf("later", question.messageId).size() == 1; }));
    CHECK(copiesOf("sav", question.messageId).size() == 1);
}

TEST_CASE("IMAP 1: a reply is found by In-Reply-To", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i1", "Subject: autre chose\nIn-Reply-To: <" + question.messageId + ">\n\nOui.\n"));
    REQUIRE(house.replied(question.id));
    CHECK(house.replies(question.id)[0].text == "Oui.");
    CHECK(house.replies(question.id)[0].fromName == "Andr\xc3\xa9");
    CHECK(house.get(question.id).state == QuestionState::Answered);
}

TEST_CASE("IMAP 2: a reply is found by References alone, folded with a tab", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i2", "Subject: autre chose\nReferences: <a@example.test>\n\t<" + question.messageId + ">\n\t<b@example.test>\n\nOui.\n"));
    REQUIRE(house.replied(question.id));
}

TEST_CASE("IMAP 3: a reply is found by its subject alone, after RE: TR: AW:", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i3", "Subject: RE: TR: AW: " + question.subject + "\n\nOui.\n"));
    REQUIRE(house.replied(question.id));
    // And what names no question is left alone.
    sendRaw(replyHeaders("i3b", "Subject: le repas de midi\n\nOui.\n"));
    sendRaw(replyHeaders("i3c", "Subject: RE: [Vigie #987654] ailleurs\n\nOui.\n"));
    sendRaw(replyHeaders("i3d", "Subject: RE: " + question.subject + "\n\nEncore.\n"));
    REQUIRE(house.replied(question.id, 2));
    CHECK(house.replies(question.id).size() == 2);
}

TEST_CASE("IMAP 4: an automatic answer is shown as one and closes nothing", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i4", "Subject: Absent : " + question.subject + "\nAuto-Submitted: auto-replied\nIn-Reply-To: <" + question.messageId + ">\n\nJe suis absent.\n"));
    REQUIRE(house.replied(question.id));
    CHECK(house.replies(question.id)[0].automatic);
    CHECK(house.get(question.id).state == QuestionState::Sent);
    sendRaw(replyHeaders("i4b", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nOui.\n"));
    REQUIRE(house.replied(question.id, 2));
    CHECK(house.get(question.id).state == QuestionState::Answered);
}

TEST_CASE("IMAP 5: both encodings decode to the same words, and the history is folded away", "[imap]")
{
    House house;
    const auto question = house.asked();
    const auto head = [&](const std::string &id, const std::string &type, const std::string &coding) {
        return replyHeaders(id, "Subject: x\nIn-Reply-To: <" + question.messageId + ">\nMIME-Version: 1.0\nContent-Type: text/plain; charset=" + type
                                    + "\nContent-Transfer-Encoding: " + coding + "\n\n");
    };
    sendRaw(head("i5a", "iso-8859-1", "quoted-printable") + "R=E9tabli =E0 14 h.\n\nLe lun. 23 nov. 2026 =E0 09:12, Vigie <vigie@example.test> a =E9crit=A0:\n> O=F9 en est-on ?\n");
    // "Retabli a 14 h." with its accents, an empty line, "On Mon, Vigie wrote:", "> Where?"
    sendRaw(head("i5b", "utf-8", "base64") + "UsOpdGFibGkgw6AgMTQgaC4KCk9uIE1vbiwgVmlnaWUgd3JvdGU6Cj4gV2hlcmU/Cg==\n");
    sendRaw(replyHeaders("i5c", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
                                    "Content-Transfer-Encoding: 8bit\n\n<p>R\xc3\xa9tabli &agrave; 14&nbsp;h.</p><script>x()</script>\n"));
    REQUIRE(house.replied(question.id, 3));
    for (const auto &reply : house.replies(question.id)) {
        INFO(reply.messageId);
        if (reply.messageId.compare(0, 3, "i5c") == 0) {
            CHECK(reply.text == "R\xc3\xa9tabli \xc3\xa0 14\xc2\xa0h.");
            continue;
        }
        CHECK(reply.text == kDone);
        CHECK_FALSE(reply.history.empty());
    }
}

TEST_CASE("IMAP 6: a subject of raw UTF-8 is not lost", "[imap]")
{
    House house;
    const auto question = house.asked();
    const std::string subject = "R\xc3\xa9tabli \xe2\x80\x94 \xc3\xa0 \"14 h\"";
    sendRaw(replyHeaders("i6", "Subject: " + subject + "\nIn-Reply-To: <" + question.messageId + ">\n\nOui.\n"));
    REQUIRE(house.replied(question.id));
    CHECK(house.replies(question.id)[0].subject == subject);
}

TEST_CASE("IMAP 7: a folder that was renumbered is read anew, without a reply twice", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i7a", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nUn.\n"));
    REQUIRE(house.replied(question.id));
    peer("renumber '" + place("STATE") + "' vigie");
    sendRaw(replyHeaders("i7b", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nDeux.\n"));
    bool anew = false;
    REQUIRE(until([&] {
        const auto report = house.mail.collectAndWait();
        REQUIRE(report);
        anew = anew || report->readAnew;
        return house.replies(question.id).size() >= 2;
    }));
    CHECK(anew);
    CHECK(house.replies(question.id).size() == 2);
    CHECK_FALSE(house.mail.collectAndWait().value().readAnew);
}

TEST_CASE("IMAP 8: what Vigie reads stays unread for the person", "[imap]")
{
    House house;
    const auto question = house.asked();
    sendRaw(replyHeaders("i8", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nOui.\n"));
    REQUIRE(house.replied(question.id));
    const auto seen = [] {
        int count = 0;
        for (const auto &file : filesOf("vigie")) {
            const auto name = file.filename().string();
            const auto flags = name.find(":2,");
            count += flags != std::string::npos && name.find('S', flags) != std::string::npos ? 1 : 0;
        }
        return count;
    };
    CHECK(filesOf("vigie").size() >= 1);
    CHECK(seen() == 0);
    // The flag does show when somebody reads: the same message by its address, as programs without PEEK read it.
    TempFolder folder;
    const auto config = folder.file("c");
    std::ofstream(config) << "url = \"imaps://127.0.0.1:" << portOf("IMAP_TLS") << "/INBOX;MAILINDEX=1\"\ncacert = \"" << place("CA")
                          << "\"\nuser = \"vigie@example.test:vigie-secret\"\nnoproxy = \"*\"\noutput = \"" << folder.file("o") << "\"\nsilent\n";
    REQUIRE(std::system(("curl --config '" + config + "'").c_str()) == 0);
    CHECK(until([&] { return seen() == 1; }));
}

TEST_CASE("IMAP 9: the server goes and comes back while we listen: nothing is lost", "[imap]")
{
    House house;
    const auto question = house.asked();
    std::stop_source stop;
    std::atomic<int> rounds{0}, broken{0};
    std::mutex pause;
    std::condition_variable_any stopped;
    auto listener = std::async(std::launch::async, [&] {
        while (!stop.stop_requested()) {
            const auto report = house.mail.collectNextAndWait(std::chrono::minutes(5), stop.get_token());
            if (report)
                rounds += report->answers;
            else if (!stop.stop_requested()) {
                ++broken;
                std::unique_lock lock(pause);
                stopped.wait_for(lock, stop.get_token(), std::chrono::milliseconds{50}, [] { return false; }); // the server is away
            }
        }
    });
    sendRaw(replyHeaders("i9a", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nUn.\n"));
    CHECK(until([&] { return house.replies(question.id).size() == 1; }));
    peer("imap '" + place("STATE") + "' stop");
    CHECK(until([&] { return broken > 0; })); // the listener saw it
    dropInto("vigie", replyHeaders("i9b", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nDeux.\n"));
    peer("imap '" + place("STATE") + "' start");
    sendRaw(replyHeaders("i9c", "Subject: x\nIn-Reply-To: <" + question.messageId + ">\n\nTrois.\n"));
    CHECK(until([&] { return house.replies(question.id).size() == 3; }, std::chrono::seconds(60)));
    stop.request_stop();
    listener.get();
    CHECK(rounds == 3);
}

TEST_CASE("IMAP 10: no password before TLS, and a missing folder is not a wrong password", "[imap]")
{
    Tap tap("127.0.0.2", portOf("IMAP_STARTTLS")); // there the server offers no encryption
    auto plain = incoming("vigie", "IMAP_STARTTLS", MailSecurity::StartTls);
    plain.host = "127.0.0.2";
    plain.port = tap.port();
    net::MailReader refused(plain, Secret("vigie-secret"));
    CHECK(refused.connect().error().code == Errc::Tls);
    CHECK(tap.heard().find("CAPABILITY") != std::string::npos);
    checkSilent(tap.heard());
    CHECK(tap.heard().find("AUTHENTICATE") == std::string::npos);

    Tap offered("127.0.0.1", portOf("IMAP_STARTTLS"));
    auto startTls = incoming("vigie", "IMAP_STARTTLS", MailSecurity::StartTls);
    startTls.port = offered.port();
    {
        net::MailReader reader(startTls, Secret("vigie-secret"));
        REQUIRE(reader.connect());
        CHECK(reader.examine("INBOX"));
        CHECK(reader.examine("Nulle part").error().code == Errc::NotFound);
        CHECK(reader.connected());
    }
    CHECK(offered.heard().find("STARTTLS") != std::string::npos);
    checkSilent(offered.heard());
    net::MailReader wrong(startTls, Secret("wrong"));
    CHECK(wrong.connect().error().code == Errc::AuthRevoked);
}
