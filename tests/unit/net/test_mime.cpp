// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <vigie/net/mail.hpp>

#include <algorithm>
#include <sstream>

using namespace vigie;
using namespace vigie::net;

namespace {

const Instant kAt = parseRfc3339("2026-11-23T09:12:00Z").value();

OutgoingMail outgoing()
{
    OutgoingMail mail;
    mail.from = {"L'\xc3\xa9quipe Vigie", "vigie@example.test"};
    mail.to = {{"Service apr\xc3\xa8s-vente", "sav@example.test"}, {"", "ventes@example.test"}};
    mail.messageId = "vigie-4127.aa@example.test";
    mail.subject = "[Vigie #4127] O\xc3\xb9 en est la r\xc3\xa9paration ?";
    mail.text = "Bonjour,\nun \xc3\xa9t\xc3\xa9.\n.une ligne\n" + std::string(3000, 'x');
    mail.date = kAt;
    return mail;
}

IncomingMail parsed(const std::string &bytes)
{
    auto mail = parseMail(bytes);
    REQUIRE(mail);
    return std::move(*mail);
}

std::string crlf(std::string text)
{
    std::string out;
    for (const char c : text)
        out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return out;
}

} // namespace

TEST_CASE("a mail is written in ASCII, in short lines and without a word about this machine", "[mail][mime]")
{
    const auto bytes = buildMail(outgoing()).value();
    CHECK(std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    std::size_t longest = 0, at = 0;
    bool bare = false;
    for (std::size_t end; (end = bytes.find('\n', at)) != std::string::npos; at = end + 1) {
        bare = bare || end == 0 || bytes[end - 1] != '\r';
        longest = std::max(longest, end - at);
    }
    CHECK_FALSE(bare);
    CHECK(longest <= 78);
    CHECK(bytes.find("Message-Id: <vigie-4127.aa@example.test>\r\n") != std::string::npos);
    CHECK(bytes.find("Subject: [Vigie #4127] =?") != std::string::npos);
    for (const char *telling : {"User-Agent", "X-Mailer", "Received", "X-Originating"})
        CHECK(bytes.find(telling) == std::string::npos);
}

TEST_CASE("what was written is read back, accents, long lines and all", "[mail][mime]")
{
    auto mail = outgoing();
    mail.inReplyTo = "b@example.test";
    mail.references = {"a@example.test", "b@example.test"};
    const auto back = parsed(buildMail(mail).value());
    CHECK(back.messageId == "vigie-4127.aa@example.test");
    CHECK(back.from == mail.from);
    REQUIRE(back.to.size() == 2);
    CHECK(back.to[0].name == "Service apr\xc3\xa8s-vente");
    CHECK(back.subject == mail.subject);
    CHECK(back.text == mail.text);
    CHECK(back.date == kAt);
    CHECK(back.inReplyTo == std::vector<std::string>{"b@example.test"});
    CHECK(back.references == std::vector<std::string>{"a@example.test", "b@example.test"});
    CHECK(back.kind == MailKind::Person);
}

TEST_CASE("nothing in a field can become a header or another recipient", "[mail][mime]")
{
    auto mail = outgoing();
    mail.subject = "a\r\nBcc: spy@example.test";
    mail.to[0].name = "b\nX-Evil: 1";
    const auto bytes = buildMail(mail).value();
    CHECK(bytes.find("\r\nBcc:") == std::string::npos);
    CHECK(bytes.find("\r\nX-Evil:") == std::string::npos);
    mail.subject = "Re:  #4127] =?utf-8?q? #4127] =?utf-8?q? #4127] =?utf-8?q?o\xc3\xb9"; // folded in the wrong place by GMime 3.2.13
    const auto odd = buildMail(mail).value();
    const auto subject = odd.substr(odd.find("\r\nSubject:"));
    for (std::size_t at = subject.find("\r\n", 2); subject.compare(at, 6, "\r\nTo: ") != 0; at = subject.find("\r\n", at + 2)) {
        REQUIRE(at != std::string::npos);
        CHECK(subject[at + 2] == ' ');
    }
    for (const char *bad : {"", "x", "@y", "a@", "a b@c", "a@b\r\nRCPT TO:<c@d>", "a@b>", "a,b@c", "a@b@c", "-oX@d"}) {
        auto wrong = outgoing();
        wrong.to[0].address = bad;
        INFO(bad);
        CHECK(buildMail(wrong).error().code == Errc::InvalidInput);
    }
    auto noId = outgoing();
    noId.messageId = "a> b";
    CHECK_FALSE(buildMail(noId));
}

TEST_CASE("quoted-printable ISO-8859-1 and base64 UTF-8 decode to the same words", "[mail][mime]")
{
    const std::string expected = "R\xc3\xa9tabli \xc3\xa0 14 h.";
    CHECK(parsed(crlf("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nR=E9tabli =E0 14 h.\n")).text == expected);
    CHECK(parsed(crlf("Content-Type: text/plain; charset=\"UTF-8\"\nContent-Transfer-Encoding: base64\n\nUsOpdGFibGkgw6AgMTQgaC4=\n")).text == expected);
    CHECK(parsed(crlf("Content-Type: text/plain; charset=nobody-knows\n\nR\xe9tabli\n")).text.find("tabli") != std::string::npos);
}

TEST_CASE("subjects in every encoding are read", "[mail][mime]")
{
    const std::string expected = "R\xc3\xa9tabli";
    for (const char *subject : {"=?iso-8859-1?Q?R=E9tabli?=", "=?UTF-8?B?UsOpdGFibGk=?=", "R\xc3\xa9tabli", "R\xe9tabli", "=?utf-8?q?R=C3=A9ta?=\n =?utf-8?q?bli?="}) {
        INFO(subject);
        CHECK(parsed(crlf(std::string("Subject: ") + subject + "\n\nx\n")).subject == expected);
    }
}

TEST_CASE("references that a program folded with a tab are all there", "[mail][mime]")
{
    const auto mail = parsed(crlf("References: <a@x>\n\t<vigie-4127.aa@example.test>\n\t<b@x>\nSubject: x\n\ny\n"));
    CHECK(mail.references == std::vector<std::string>{"a@x", "vigie-4127.aa@example.test", "b@x"});
}

TEST_CASE("plain text wins over HTML, HTML alone is kept for whoever can read it, attachments are named", "[mail][mime]")
{
    const auto both = parsed(crlf("Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\n"
                                  "Content-Type: text/plain\n\nbonjour\n--a\nContent-Type: text/html\n\n<b>bonjour</b>\n--a--\n--m\n"
                                  "Content-Type: application/pdf; name=\"=?utf-8?q?re=C3=A7u.pdf?=\"\nContent-Disposition: attachment\n\nxx\n--m\n"
                                  "Content-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''note%20%C3%A9.txt\n\nnot the text\n--m--\n"));
    CHECK(both.text == "bonjour");
    CHECK(both.html.empty());
    CHECK(both.attachments == std::vector<std::string>{"re\xc3\xa7u.pdf", "note \xc3\xa9.txt"});
    const auto html = parsed(crlf("Content-Type: text/html; charset=utf-8\n\n<p>R\xc3\xa9tabli</p>\n"));
    CHECK(html.text.empty());
    CHECK(html.html == "<p>R\xc3\xa9tabli</p>\n");
}

TEST_CASE("flowed text is one line per paragraph", "[mail][mime]")
{
    const auto mail = parsed(crlf("Content-Type: text/plain; format=flowed\n\nune phrase \nqui continue\n> cit\xc3\xa9 \n> aussi\nfin\n-- \nAnne\n"));
    CHECK(mail.text == "une phrase qui continue\nfin\n--\nAnne");
    CHECK(mail.history == "> cit\xc3\xa9 aussi");
}

TEST_CASE("machines are told from people", "[mail][mime]")
{
    const auto kind = [](const std::string &headers) { return parsed(crlf(headers + "Subject: x\n\ny\n")).kind; };
    CHECK(kind("Auto-Submitted: auto-replied\n") == MailKind::AutoReply);
    CHECK(kind("Auto-Submitted: auto-generated; owner=x\n") == MailKind::AutoReply);
    CHECK(kind("X-Autoreply: yes\n") == MailKind::AutoReply);
    CHECK(kind("Precedence: auto_reply\n") == MailKind::AutoReply);
    CHECK(kind("Auto-Submitted: no\n") == MailKind::Person);
    CHECK(kind("Precedence: bulk\n") == MailKind::Person);
    CHECK(parsed(crlf("Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_absent?=\n\nx\n")).kind == MailKind::AutoReply);
    const auto bounce = parsed(crlf("Content-Type: multipart/report; report-type=delivery-status; boundary=r\nSubject: Undelivered\n\n--r\n\nsorry\n--r\n"
                                    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822; sav@example.test\n"
                                    "Action: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; ventes@example.test\nAction: delivered\n--r--\n"));
    CHECK(bounce.kind == MailKind::Bounce);
    CHECK(bounce.undelivered == std::vector<std::string>{"sav@example.test"});
}

TEST_CASE("control characters and nesting without end do no harm", "[mail][mime]")
{
    const auto mail = parsed("Subject: a\x01\x1b[31mb\r\n\r\ntext\x00\x07 end\r\n");
    CHECK(mail.subject == "a[31mb");
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
    CHECK(parseMail(deep));
}
