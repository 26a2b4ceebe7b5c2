// SPDX-License-Identifier: GPL-3.0-or-later
// Reading against servers that do what no well-behaved server does on demand.
#include <catch2/catch.hpp>

#include "support/line_server.hpp"

#include <vigie/net/mail_transport.hpp>

using namespace vigie;
using namespace vigie::net;
using vigie::test::Authority;
using vigie::test::LineServer;
using Connection = LineServer::Connection;

namespace {

MailReader readerOf(const LineServer &server, MailSecurity security = MailSecurity::Tls)
{
    return MailReader({"127.0.0.1", server.port(), security, "sav@example.test", Authority::own().file}, Secret("the password"),
                      {std::chrono::seconds(10), std::chrono::seconds(10)});
}

/// Signs in and answers CAPABILITY; then `command` answers (tag, command) until the client goes. False: hang up.
LineServer::Script talking(std::string capabilities, std::function<bool(Connection &, const std::string &, const std::string &)> command)
{
    return [capabilities = std::move(capabilities), command = std::move(command)](Connection &connection) {
        if (!connection.startTls())
            return;
        connection.say("* OK ready");
        while (true) {
            const auto line = connection.readLine();
            if (connection.gone())
                return;
            const auto space = line.find(' ');
            const auto tag = line.substr(0, space), rest = space == std::string::npos ? "" : line.substr(space + 1);
            if (rest == "CAPABILITY")
                connection.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR " + capabilities + "\r\n" + tag + " OK done");
            else if (rest.compare(0, 12, "AUTHENTICATE") == 0)
                connection.say(tag + " OK in");
            else if (rest == "LOGOUT")
                return;
            else if (!command(connection, tag, rest)) {
                connection.cut();
                return;
            }
        }
    };
}

} // namespace

TEST_CASE("a folder is opened for reading only, and what it says of itself is read", "[mail][imap]")
{
    LineServer server(Authority::own().server, talking("", [](Connection &connection, const std::string &tag, const std::string &what) {
        if (what == "EXAMINE \"R&AOk-ponses\"")
            connection.say("* 3 EXISTS\r\n* OK [UIDVALIDITY 77] x\r\n* OK [UIDNEXT 9] y\r\n" + tag + " OK [READ-ONLY] done");
        else
            connection.say(tag + " NO no such mailbox");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    const auto folder = reader.examine("R\xc3\xa9ponses");
    REQUIRE(folder);
    CHECK(folder->uidValidity == 77);
    CHECK(folder->uidNext == 9);
    CHECK(folder->messages == 3);
    CHECK(reader.examine("absent").error().code == Errc::NotFound); // and not a wrong password
    CHECK(reader.connected());
    CHECK_FALSE(server.heard("V2 SELECT"));
}

TEST_CASE("a message comes with every byte, whatever surrounds it", "[mail][imap]")
{
    const std::string body = "Subject: {5}\r\nMessage-ID: <a@b>\r\n\r\n) V9 OK not the end\r\nR\xc3\xa9tabli\r\n";
    LineServer server(Authority::own().server, talking("", [&](Connection &connection, const std::string &tag, const std::string &) {
        connection.say("* 4 FETCH (FLAGS (\\Seen))");
        connection.say("* 5 FETCH (UID 12 RFC822.SIZE 2000000 ENVELOPE (NIL {3}\r\nabc NIL NIL NIL NIL NIL NIL NIL NIL) BODY[]<0> {" + std::to_string(body.size())
                       + "}\r\n" + body + ")\r\n" + tag + " OK done");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    const auto mails = reader.fetch({12});
    REQUIRE(mails);
    REQUIRE(mails->size() == 1);
    CHECK((*mails)[0].uid == 12);
    CHECK((*mails)[0].subject == "{5}");
    CHECK((*mails)[0].text.find("R\xc3\xa9tabli") != std::string::npos);
    CHECK((*mails)[0].truncated);
    CHECK(server.heard("V2 UID FETCH 12 (UID RFC822.SIZE ENVELOPE BODY.PEEK[]<0.1048576>)"));
}

TEST_CASE("a search takes only what is newer, although the server names the last message anyway", "[mail][imap]")
{
    LineServer server(Authority::own().server, talking("", [&](Connection &connection, const std::string &tag, const std::string &) {
        connection.say("* SEARCH 9 12 10 12\r\n" + tag + " OK done");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    ReplySearch what;
    what.afterUid = 9;
    what.since = parseRfc3339("2026-11-03T10:00:00Z").value();
    what.inBodies = true;
    CHECK(reader.search(what).value() == std::vector<std::uint32_t>{10, 12});
    CHECK(server.heard("V2 UID SEARCH UID 10:* SINCE 3-Nov-2026 OR OR HEADER In-Reply-To \"vigie-\" HEADER References \"vigie-\" OR SUBJECT \"[Vigie #\" BODY \"[Vigie #\""));
}

TEST_CASE("what a server does not find by itself is found by the headers of what arrived", "[mail][imap]")
{
    const auto headers = [](int uid, const std::string &text) {
        return "* " + std::to_string(uid) + " FETCH (UID " + std::to_string(uid) + " BODY[HEADER.FIELDS (IN-REPLY-TO REFERENCES SUBJECT)] {" + std::to_string(text.size())
               + "}\r\n" + text + ")\r\n";
    };
    LineServer server(Authority::own().server, talking("", [&](Connection &connection, const std::string &tag, const std::string &what) {
        if (what.find("BODY \"") != std::string::npos)
            connection.say(tag + " BAD no search in bodies here");
        else if (what.find("UID SEARCH") == 0)
            connection.say("* SEARCH\r\n" + tag + " OK done");
        else
            connection.write(headers(9, "Subject: [Vigie #4127]\r\n\r\n") + headers(10, "References: <a@b>\r\n\t<vigie-4127.aa@example.test>\r\n\r\n")
                             + headers(11, "Subject: midi\r\n\r\n") + headers(12, "Subject: =?utf-8?q?RE=3A_=5BVigie_=234127=5D?=\r\n\r\n") + tag + " OK done\r\n");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    ReplySearch what;
    what.afterUid = 9;
    what.inBodies = true;
    CHECK(reader.search(what).value() == std::vector<std::uint32_t>{10, 12});
}

TEST_CASE("a wrong password, a server in trouble and a missing sign of life are three things", "[mail][imap]")
{
    const auto signIn = [](const std::string &answer) {
        LineServer server(Authority::own().server, [&](Connection &connection) {
            if (!connection.startTls())
                return;
            connection.say("* OK ready");
            for (std::string line = connection.readLine(); !connection.gone(); line = connection.readLine()) {
                const auto tag = line.substr(0, line.find(' '));
                if (line.find("CAPABILITY") != std::string::npos)
                    connection.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n" + tag + " OK done");
                else
                    connection.say(tag + " " + answer);
            }
        });
        return readerOf(server).connect().error().code;
    };
    CHECK(signIn("NO [AUTHENTICATIONFAILED] Authentication failed.") == Errc::AuthRevoked);
    CHECK(signIn("NO Login failed") == Errc::AuthRevoked);
    CHECK(signIn("NO [UNAVAILABLE] Temporary authentication failure.") == Errc::Server);
    LineServer gone(Authority::own().server, talking("", [](Connection &, const std::string &, const std::string &) { return false; }));
    auto reader = readerOf(gone);
    REQUIRE(reader.connect());
    CHECK(reader.examine("INBOX").error().code == Errc::Network);
    CHECK_FALSE(reader.connected());
}

TEST_CASE("IMAP says nothing without TLS", "[mail][imap][tls]")
{
    for (const char *capabilities : {"IMAP4rev1 AUTH=PLAIN SASL-IR", "IMAP4rev1 LOGINDISABLED"}) {
        LineServer plain(Authority::own().server, [&](Connection &connection) {
            connection.say("* OK ready");
            for (std::string line = connection.readLine(); !connection.gone(); line = connection.readLine())
                connection.say((line.find("CAPABILITY") != std::string::npos ? std::string("* CAPABILITY ") + capabilities + "\r\n" : std::string())
                               + line.substr(0, line.find(' ')) + " OK done");
        });
        CHECK(readerOf(plain, MailSecurity::StartTls).connect().error().code == Errc::Tls);
        for (const auto &line : plain.lines())
            CHECK((line.text.find("CAPABILITY") != std::string::npos || line.text.find("LOGOUT") != std::string::npos));
    }
    // A stranger who greets as if we were signed in already must not talk us out of TLS.
    LineServer preauth(Authority::own().server, [&](Connection &connection) {
        connection.say("* PREAUTH [CAPABILITY IMAP4rev1] welcome");
        for (std::string line = connection.readLine(); !connection.gone(); line = connection.readLine())
            connection.say("* CAPABILITY IMAP4rev1\r\n" + line.substr(0, line.find(' ')) + " OK done");
    });
    CHECK(readerOf(preauth, MailSecurity::StartTls).connect().error().code == Errc::Tls);
}

TEST_CASE("news arrive while idling, and the connection is usable afterwards", "[mail][imap]")
{
    LineServer server(Authority::own().server, talking("IDLE", [](Connection &connection, const std::string &tag, const std::string &what) {
        if (what == "IDLE") {
            connection.say("+ idling\r\n* OK Still here\r\n* 4 EXISTS");
            connection.readLine(); // DONE
            connection.say(tag + " OK done");
        } else {
            connection.say("* 4 EXISTS\r\n" + tag + " OK done");
        }
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    CHECK(reader.canIdle());
    CHECK(reader.waitForNews(std::chrono::seconds(10)).value());
    CHECK(server.heard("DONE"));
    CHECK(reader.examine("INBOX").value().messages == 4);
}

TEST_CASE("a server without IDLE is asked now and then", "[mail][imap]")
{
    std::atomic<int> asked{0};
    LineServer server(Authority::own().server, talking("", [&](Connection &connection, const std::string &tag, const std::string &) {
        connection.say((++asked == 3 ? std::string("* 9 EXISTS\r\n") : std::string()) + tag + " OK done");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    CHECK_FALSE(reader.canIdle());
    CHECK(reader.waitForNews(std::chrono::seconds(10), {}, std::chrono::milliseconds(5)).value());
    CHECK(asked == 3);
    CHECK(server.heard("V4 NOOP"));
}

TEST_CASE("waiting ends with a stop, with the time, and with the connection", "[mail][imap]")
{
    std::stop_source stop;
    LineServer server(Authority::own().server, talking("IDLE", [&](Connection &connection, const std::string &tag, const std::string &) {
        connection.say("+ idling");
        if (connection.index() == 0)
            stop.request_stop();
        else if (connection.index() == 1)
            return false;
        connection.readLine();
        connection.say(tag + " OK done");
        return true;
    }));
    auto reader = readerOf(server);
    REQUIRE(reader.connect());
    CHECK(reader.waitForNews(std::chrono::seconds(20), stop.get_token()).error().code == Errc::Cancelled);
    REQUIRE(reader.connect());
    CHECK(reader.waitForNews(std::chrono::seconds(20)).error().code == Errc::Network);
    CHECK_FALSE(reader.connected());
    REQUIRE(reader.connect());
    CHECK_FALSE(reader.waitForNews(std::chrono::milliseconds(20)).value());
    CHECK(reader.connected());
}
