// SPDX-License-Identifier: GPL-3.0-or-later
// Submission against servers that do what no well-behaved server does on demand.
#include <catch2/catch.hpp>

#include "net/smtp_dialogue.hpp"
#include "support/line_server.hpp"

#include <vigie/net/mail_transport.hpp>

using namespace vigie;
using namespace vigie::net;
using vigie::test::Authority;
using vigie::test::Identity;
using vigie::test::LineServer;
using Connection = LineServer::Connection;
using State = RecipientOutcome::State;

namespace {

OutgoingMail question()
{
    OutgoingMail mail;
    mail.from = {"Vigie", "vigie@example.test"};
    mail.to = {{"", "sav@example.test"}, {"", "ventes@example.test"}};
    mail.messageId = "vigie-1.aa@example.test";
    mail.subject = "[Vigie #1] Question";
    mail.text = "Bonjour\n.point\n";
    return mail;
}

MailSender senderTo(const LineServer &server, MailSecurity security = MailSecurity::Tls)
{
    return MailSender({"127.0.0.1", server.port(), security, "vigie@example.test", Authority::own().file}, Secret("the password"),
                      {std::chrono::seconds(10), std::chrono::seconds(10)});
}

/// Answers per verb; "" hangs up. Runs until the client goes.
struct Answers {
    std::string greeting = "220 mail.test ESMTP", hello = "250-mail.test\r\n250-SIZE 100000\r\n250 AUTH PLAIN", auth = "235 2.7.0 ok", mail = "250 ok";
    std::vector<std::string> recipients{"250 ok"};
    std::string data = "354 go", body = "250 2.0.0 queued";
};

bool signIn(Connection &connection, const std::string &answer)
{
    connection.say("334 ");
    connection.readLine(); // the name and the password
    return !connection.gone() && connection.say(answer);
}

void serve(Connection &connection, const Answers &answers)
{
    std::size_t recipient = 0;
    const auto say = [&](const std::string &answer) {
        if (answer.empty())
            connection.cut();
        else
            connection.say(answer);
        return !answer.empty();
    };
    if (!say(answers.greeting))
        return;
    while (true) {
        const auto line = connection.readLine();
        if (connection.gone())
            return;
        const auto verb = line.substr(0, 4);
        if (verb == "AUTH" && !signIn(connection, answers.auth))
            return;
        if ((verb == "EHLO" && !say(answers.hello)) || (verb == "MAIL" && !say(answers.mail)))
            return;
        if (verb == "RCPT" && !say(answers.recipients[std::min(recipient++, answers.recipients.size() - 1)]))
            return;
        if (verb == "QUIT") {
            connection.say("221 bye");
            return;
        }
        if (verb != "DATA")
            continue;
        if (!say(answers.data))
            return;
        if (answers.data.compare(0, 3, "354") != 0)
            continue;
        while (!connection.gone() && connection.readLine() != ".") {
        }
        if (!say(answers.body))
            return;
    }
}

LineServer::Script tls(const Answers &answers)
{
    return [answers](Connection &connection) {
        if (connection.startTls())
            serve(connection, answers);
    };
}

Result<MailOutcome> sendTo(const Answers &answers)
{
    LineServer server(Authority::own().server, tls(answers));
    return senderTo(server).send(question());
}

} // namespace

TEST_CASE("a message reaches both colleagues, whole and with a greeting that tells nothing", "[mail][smtp]")
{
    LineServer server(Authority::own().server, tls({}));
    const auto outcome = senderTo(server).send(question());
    REQUIRE(outcome);
    CHECK(outcome->sent());
    CHECK(outcome->recipients[1].state == State::Accepted);
    CHECK(server.heard("EHLO example.test"));
    CHECK(server.heard("RCPT TO:<sav@example.test>"));
    CHECK(server.heard("RCPT TO:<ventes@example.test>"));
    CHECK(server.heard("..point")); // doubled on the way, as SMTP asks
    CHECK(server.heard("Message-Id: <vigie-1.aa@example.test>"));
}

TEST_CASE("one colleague who is refused does not keep it from the other", "[mail][smtp]")
{
    Answers answers;
    answers.recipients = {"250 ok", "550-5.1.1 no such\r\n550 5.1.1 mailbox"};
    const auto outcome = sendTo(answers);
    REQUIRE(outcome);
    CHECK(outcome->sent());
    CHECK(outcome->recipients[0].state == State::Accepted);
    CHECK(outcome->recipients[1].state == State::Refused);
    CHECK(outcome->recipients[1].code == 550);
    CHECK(outcome->recipients[1].answer == "5.1.1 no such 5.1.1 mailbox");
}

TEST_CASE("all refused is told for each, and 4xx is not 5xx", "[mail][smtp]")
{
    Answers answers;
    answers.recipients = {"550 no", "450 4.7.1 later"};
    const auto outcome = sendTo(answers);
    REQUIRE(outcome);
    CHECK_FALSE(outcome->sent());
    CHECK(outcome->recipients[0].state == State::Refused);
    CHECK(outcome->recipients[1].state == State::Later);
}

TEST_CASE("refusals of the whole message say what to do", "[mail][smtp]")
{
    const auto with = [](auto change) {
        Answers answers;
        change(answers);
        const auto outcome = sendTo(answers);
        REQUIRE_FALSE(outcome);
        return outcome.error();
    };
    CHECK(with([](Answers &a) { a.auth = "535 5.7.8 bad password"; }).code == Errc::AuthRevoked);
    CHECK(with([](Answers &a) { a.auth = "454 4.7.0 try later"; }).code == Errc::RateLimited);
    CHECK(with([](Answers &a) { a.mail = "552 5.3.4 too big"; }).code == Errc::TooLarge);
    CHECK(with([](Answers &a) { a.mail = "553 5.7.1 not yours"; }).code == Errc::Forbidden);
    CHECK(with([](Answers &a) { a.mail = "451 4.3.0 later"; }).code == Errc::RateLimited);
    CHECK(with([](Answers &a) { a.body = "554 5.7.1 spam"; }).code == Errc::ContentRefused);
    CHECK(with([](Answers &a) { a.body = "452 4.3.1 no room"; }).code == Errc::RateLimited);
    CHECK(with([](Answers &a) { a.greeting = "421 4.3.2 closing"; }).code == Errc::RateLimited);
    const auto forbidden = with([](Answers &a) { a.mail = "553 5.7.1 not yours"; });
    CHECK(forbidden.httpStatus == 553);
    CHECK(forbidden.detail == "5.7.1 not yours");
}

TEST_CASE("a connection that ends after the text leaves the outcome unknown, one that ends before does not", "[mail][smtp]")
{
    Answers after;
    after.body = "";
    CHECK(sendTo(after).error().code == Errc::UnknownOutcome);
    Answers before;
    before.data = "";
    CHECK(sendTo(before).error().code == Errc::Network);
    Answers mail;
    mail.mail = "";
    CHECK(sendTo(mail).error().code == Errc::Network);
}

TEST_CASE("a server that says 250 and then goes has taken the message", "[mail][smtp]")
{
    LineServer server(Authority::own().server, [](Connection &connection) {
        if (!connection.startTls())
            return;
        connection.say("220 hi");
        for (std::string line = connection.readLine(); !connection.gone(); line = connection.readLine()) {
            if (line == ".") {
                connection.say("250 queued");
                connection.cut();
                return;
            }
            if (line.compare(0, 4, "DATA") == 0)
                connection.say("354 go");
            else if (line.compare(0, 4, "EHLO") == 0)
                connection.say("250 AUTH PLAIN");
            else if (line.compare(0, 4, "AUTH") == 0)
                signIn(connection, "235 ok");
            else if (line.compare(0, 4, "MAIL") == 0 || line.compare(0, 4, "RCPT") == 0)
                connection.say("250 ok");
        }
    });
    const auto outcome = senderTo(server).send(question());
    REQUIRE(outcome);
    CHECK(outcome->sent());
}

TEST_CASE("without TLS nothing is said: no name, no password, no text", "[mail][smtp][tls]")
{
    LineServer plain(Authority::own().server, [](Connection &connection) { serve(connection, {}); }); // offers AUTH, but no STARTTLS
    const auto outcome = senderTo(plain, MailSecurity::StartTls).send(question());
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == Errc::Tls);
    for (const auto &line : plain.lines())
        CHECK((line.text.compare(0, 4, "EHLO") == 0 || line.text == "QUIT"));
    const auto check = senderTo(plain, MailSecurity::StartTls).check();
    REQUIRE_FALSE(check);
    CHECK(check.error().code == Errc::Tls);
}

TEST_CASE("STARTTLS begins before anything is said", "[mail][smtp][tls]")
{
    LineServer server(Authority::own().server, [](Connection &connection) {
        connection.say("220 hi");
        connection.readLine();
        connection.say("250-mail.test\r\n250 STARTTLS");
        connection.readLine();
        connection.say("220 go");
        if (!connection.startTls())
            return;
        connection.readLine();
        connection.say("250 AUTH PLAIN");
        while (!connection.gone()) {
            const auto line = connection.readLine();
            if (line.compare(0, 4, "AUTH") == 0)
                signIn(connection, "235 ok");
            else if (line.compare(0, 4, "QUIT") == 0)
                return;
        }
    });
    const auto check = senderTo(server, MailSecurity::StartTls).check();
    CHECK((check ? "" : check.error().detail) == std::string());
    bool encryptedSignIn = false;
    for (const auto &line : server.lines())
        if (line.text.compare(0, 4, "AUTH") == 0)
            encryptedSignIn = line.encrypted;
    CHECK(encryptedSignIn);
}

TEST_CASE("a certificate of an unknown authority or for another name ends it before a word", "[mail][smtp][tls]")
{
    LineServer server(Authority::own().server, tls({}));
    auto stranger = MailSender({"127.0.0.1", server.port(), MailSecurity::Tls, "vigie@example.test", ""}, Secret("the password"));
    CHECK(stranger.send(question()).error().code == Errc::Tls);
    const auto otherName = Identity::make("mail", &Authority::own().ca, "DNS:mail.elsewhere.test");
    LineServer elsewhere(otherName, tls({}));
    CHECK(senderTo(elsewhere).send(question()).error().code == Errc::Tls);
    CHECK(server.lines().empty());
    CHECK(elsewhere.lines().empty());
}

TEST_CASE("a stop ends the waiting", "[mail][smtp]")
{
    std::stop_source stop;
    LineServer server(Authority::own().server, [&](Connection &connection) {
        if (connection.startTls())
            stop.request_stop();
        connection.waitForClose();
    });
    CHECK(senderTo(server).send(question(), stop.get_token()).error().code == Errc::Cancelled);
}

TEST_CASE("nobody to reach and nothing to say are told apart", "[mail][smtp]")
{
    int port = 0;
    {
        LineServer closed(Authority::own().server, [](Connection &) {});
        port = closed.port();
    }
    MailSender sender({"127.0.0.1", port, MailSecurity::Tls, "vigie@example.test", Authority::own().file}, Secret("x"));
    CHECK(sender.send(question()).error().code == Errc::Network);
    auto nobody = question();
    nobody.to.clear();
    CHECK(sender.send(nobody).error().code == Errc::InvalidInput);
    CHECK(MailSender({"a/b@c", 465, MailSecurity::Tls, "u", ""}, Secret("x")).check().error().code == Errc::InvalidInput);
    CHECK(MailSender({"localhost", 465, MailSecurity::Tls, "u", ""}, Secret()).check().error().code == Errc::NoSecret);
}

TEST_CASE("the dialogue keeps nothing of the line that holds the password", "[mail][smtp]")
{
    SmtpDialogue dialogue({{"a@b", State::NotTried, 0, {}}});
    dialogue.serverSays("220 hi\r\n");
    dialogue.weSay("AUTH PLAIN AHNlY3JldA==\r\n");
    dialogue.serverSays("535 AHNlY3JldA== refused\r\n");
    REQUIRE(dialogue.refusal());
    CHECK(dialogue.refusal()->code == Errc::AuthRevoked);
    dialogue.weSay("QUIT\r\n");
    dialogue.serverSays("221 bye\r\n");
    CHECK(dialogue.refusal()->code == Errc::AuthRevoked);
    SmtpDialogue endless({});
    for (int i = 0; i < 100'000; ++i)
        endless.serverSays("421-" + std::string(100, 'x'));
    endless.serverSays("421 end");
    CHECK(endless.refusal()->detail.size() <= 1002);
}
