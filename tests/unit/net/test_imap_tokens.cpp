// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "net/imap_tokens.hpp"

using namespace vigie;
using namespace vigie::net;

namespace {

ImapAnswer parsed(std::string_view bytes)
{
    auto answer = parseImapAnswer(bytes);
    INFO(bytes);
    REQUIRE(answer);
    return std::move(*answer);
}

} // namespace

TEST_CASE("an answer with a literal keeps its bytes, quotes and line ends", "[imap]")
{
    const auto answer = parsed("* 5 FETCH (UID 12 BODY[HEADER.FIELDS (SUBJECT)]<0> {22}\r\nSubject: \"a\" (b) {3}\r\nX FLAGS (\\Seen))");
    CHECK(answer.tag == "*");
    CHECK(answer.kind == "FETCH");
    CHECK(answer.number == 5U);
    REQUIRE(answer.values.size() == 1);
    const auto &list = answer.values[0].items;
    REQUIRE(list.size() == 7);
    CHECK(list[0].isAtom("uid"));
    CHECK(list[1].number() == 12U);
    CHECK(list[2].text == "BODY[HEADER.FIELDS (SUBJECT)]<0>");
    CHECK(list[3].kind == ImapValue::Kind::String);
    CHECK(list[3].text == "Subject: \"a\" (b) {3}\r\n");
    CHECK(list[4].isAtom("X"));
}

TEST_CASE("an envelope whose subject is a literal of raw bytes is whole", "[imap]")
{
    const std::string subject = "R\xc3\xa9tabli \xc3\xa0 14 h";
    const auto answer = parsed("* 1 FETCH (ENVELOPE (\"Mon, 7 Feb 2028 21:52:25 -0800\" {" + std::to_string(subject.size()) + "}\r\n" + subject
                               + " ((\"A \\\"B\\\" C\" NIL \"sav\" \"example.test\")) NIL NIL NIL NIL NIL \"<x@y>\" \"<z@y>\"))");
    const auto &envelope = answer.values[0].items[1].items;
    REQUIRE(envelope.size() == 10);
    CHECK(envelope[1].text == subject);
    CHECK(envelope[2].items[0].items[0].text == "A \"B\" C");
    CHECK(envelope[2].items[0].items[1].kind == ImapValue::Kind::Nil);
    CHECK(envelope[3].kind == ImapValue::Kind::Nil);
    CHECK(envelope[8].text == "<x@y>");
}

TEST_CASE("a quoted NIL is a string and a bare one is nothing", "[imap]")
{
    const auto answer = parsed("* LIST (\\HasNoChildren) \"/\" \"NIL\"");
    CHECK(answer.values[2].kind == ImapValue::Kind::String);
    CHECK(answer.values[2].text == "NIL");
    CHECK(parsed("* LIST () nil INBOX").values[1].kind == ImapValue::Kind::Nil);
}

TEST_CASE("status answers give their code and their sentence", "[imap]")
{
    const auto ok = parsed("* OK [UIDVALIDITY 1795282871] UIDs valid");
    CHECK(ok.kind == "OK");
    REQUIRE(ok.code.size() == 2);
    CHECK(ok.code[0].isAtom("UIDVALIDITY"));
    CHECK(ok.code[1].number() == 1795282871U);
    CHECK(ok.text == "UIDs valid");
    const auto no = parsed("V7 no [NONEXISTENT] Mailbox doesn't exist: X (0.001 secs)");
    CHECK(no.kind == "NO");
    CHECK(no.code[0].isAtom("NONEXISTENT"));
    CHECK(parsed("* OK [PERMANENTFLAGS (\\Answered \\*)] Limited").code[1].items[1].text == "\\*");
    CHECK(parsed("* OK [half a code").text == "half a code"); // what is no code is a sentence
    CHECK(parsed("+ idling").tag == "+");
    CHECK(parsed("* SEARCH").values.empty());
    CHECK(parsed("* 172 EXISTS").number == 172U);
}

TEST_CASE("bytes that come one by one give the same answers as all at once", "[imap]")
{
    const std::string wire = "* 1 FETCH (BODY[] {12}\r\nA: b\r\n\r\n{3}\r UID 4)\r\n* OK still {here\r\nV1 OK done\r\n";
    ImapSplitter whole, bytewise;
    whole.feed(wire);
    std::vector<ImapAnswer> once, piecemeal;
    while (auto next = whole.next().value())
        once.push_back(*next);
    for (const char c : wire) {
        bytewise.feed(std::string_view(&c, 1));
        while (auto next = bytewise.next().value())
            piecemeal.push_back(*next);
    }
    REQUIRE(once.size() == 3);
    REQUIRE(piecemeal.size() == 3);
    for (const auto *all : {&once, &piecemeal}) {
        CHECK((*all)[0].values[0].items[1].text == "A: b\r\n\r\n{3}\r");
        CHECK((*all)[0].values[0].items[3].number() == 4U);
        CHECK((*all)[2].tag == "V1");
    }
}

TEST_CASE("what is no IMAP or too much of it is refused", "[imap]")
{
    for (const char *bad : {"", " ", "* ", "* 1 FETCH (UID 1", "* 1 FETCH UID)", "* LIST \"open", "* 1 FETCH (BODY[] {9}\r\nshort)"})
        CHECK_FALSE(parseImapAnswer(bad));
    CHECK(parseImapAnswer("* X " + std::string(10'000, '(')).error().code == Errc::TooLarge);
    ImapSplitter splitter;
    splitter.feed("* 1 FETCH (BODY[] {4294967295}\r\n");
    CHECK(splitter.next().error().code == Errc::TooLarge);
    ImapSplitter overflow;
    overflow.feed("* 1 FETCH (BODY[] {99999999999999999999}\r\n");
    CHECK(overflow.next().error().code == Errc::TooLarge);
}

TEST_CASE("arguments of commands cannot become commands", "[imap]")
{
    CHECK(imapQuoted("a \"b\" \\c").value() == "\"a \\\"b\\\" \\\\c\"");
    CHECK(imapQuoted("a\r\nV2 DELETE INBOX").error().code == Errc::InvalidInput);
    CHECK(imapQuoted("\xc3\xa9").error().code == Errc::InvalidInput);
}

TEST_CASE("folder names travel in modified UTF-7", "[imap]")
{
    // The first two are examples of RFC 3501, section 5.1.3.
    CHECK(imapFolderName("~peter/mail/\xe5\x8f\xb0\xe5\x8c\x97/\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e") == "~peter/mail/&U,BTFw-/&ZeVnLIqe-");
    CHECK(imapFolderName("&") == "&-");
    CHECK(imapFolderName("R\xc3\xa9ponses") == "R&AOk-ponses");
    CHECK(imapFolderName("INBOX") == "INBOX");
}
