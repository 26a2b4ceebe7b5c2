// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <vigie/net/mail.hpp>

#include <unistd.h>

using namespace vigie;
using namespace vigie::net;

namespace {

const std::vector<SentQuestion> kQuestions{{4127, "vigie-4127.aa@example.test", {}}, {12, "vigie-12.bb@example.test", {}}};

IncomingMail mail()
{
    IncomingMail out;
    out.messageId = "reply@example.test";
    return out;
}

} // namespace

TEST_CASE("headers come first, the newest reference before the older ones", "[mail][match]")
{
    auto reply = mail();
    reply.inReplyTo = {"VIGIE-4127.aa@example.test"}; // some servers change the case
    reply.references = {"vigie-12.bb@example.test"};
    reply.subject = "[Vigie #12] autre";
    auto match = matchReply(reply, kQuestions);
    REQUIRE(match);
    CHECK(match->number == 4127);
    CHECK(match->by == ReplyMatch::By::InReplyTo);
    reply.inReplyTo = {"x@y"};
    reply.references = {"vigie-12.bb@example.test", "vigie-4127.aa@example.test", "other@example.test"};
    match = matchReply(reply, kQuestions);
    REQUIRE(match);
    CHECK(match->number == 4127);
    CHECK(match->by == ReplyMatch::By::References);
}

TEST_CASE("without headers the code counts, in the subject before the body", "[mail][match]")
{
    auto reply = mail();
    reply.subject = "RE: TR: AW: [vigie # 4127 ] Four";
    reply.text = "[Vigie #12]";
    auto match = matchReply(reply, kQuestions);
    REQUIRE(match);
    CHECK(match->number == 4127);
    CHECK(match->by == ReplyMatch::By::SubjectCode);
    reply.subject = "autre chose";
    match = matchReply(reply, kQuestions);
    REQUIRE(match);
    CHECK(match->number == 12);
    CHECK(match->by == ReplyMatch::By::BodyCode);
    reply.text = "rien";
    reply.history = "Objet : [Vigie #77]\nObjet : [Vigie #4127] Four";
    match = matchReply(reply, kQuestions);
    REQUIRE(match);
    CHECK(match->number == 4127);
}

TEST_CASE("what belongs to nobody, to us or to another workspace is no reply", "[mail][match]")
{
    auto reply = mail();
    reply.subject = "[Vigie #999] inconnu";
    CHECK_FALSE(matchReply(reply, kQuestions));
    reply.subject = "[Vigie #12] le n\xc3\xb4tre ?";
    reply.references = {"vigie-12.ff@elsewhere.test"};
    CHECK_FALSE(matchReply(reply, kQuestions));
    auto old = mail();
    old.subject = "[Vigie #12]";
    old.date = Instant{std::chrono::hours{24 * 100}};
    CHECK(matchReply(old, {{12, "vigie-12.bb@example.test", Instant{std::chrono::hours{24 * 101}}}}));
    CHECK_FALSE(matchReply(old, {{12, "vigie-12.bb@example.test", Instant{std::chrono::hours{24 * 101 + 1}}}}));
    auto copy = mail();
    copy.messageId = "vigie-12.bb@example.test";
    copy.subject = "[Vigie #12]";
    CHECK_FALSE(matchReply(copy, kQuestions));
    CHECK_FALSE(matchReply(mail(), kQuestions));
}

TEST_CASE("codes are written once and read in every shape", "[mail][match]")
{
    CHECK(questionCode(4127) == "[Vigie #4127]");
    CHECK(subjectWithCode(4127, "Four froid") == "[Vigie #4127] Four froid");
    CHECK(subjectWithCode(7, "RE: [Vigie #4127] Four [VIGIE #3]") == "[Vigie #7] RE:  Four");
    CHECK(findQuestionCode("a [Vigie #4127] b") == 4127);
    for (const char *none : {"", "[Vigie", "[Vigie #]", "[Vigie #12", "Vigie #12", "[Vigie 12]", "[Vigie #0]", "[Vigie #12345678901234567890]"})
        CHECK_FALSE(findQuestionCode(none));
}

TEST_CASE("ids begin with what is searched for, never repeat and name the sender's domain alone", "[mail][match]")
{
    const auto first = questionMessageId(4127, "vigie@Example.Test"), second = questionMessageId(4127, "vigie@Example.Test");
    CHECK(first.compare(0, 11, "vigie-4127.") == 0);
    CHECK(first != second);
    CHECK(first.substr(first.find('@')) == "@example.test");
    char host[256] = "";
    REQUIRE(::gethostname(host, sizeof host) == 0);
    CHECK(first.find(host) == std::string::npos);
}
