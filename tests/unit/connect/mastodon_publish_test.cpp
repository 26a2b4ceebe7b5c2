// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/connect/mastodon_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

struct Press : Desk {
    Outbound outbound;
    PublishState state;
    std::string inReplyTo, targetHandle;

    Press()
    {
        outbound.kind = OutboundKind::Post;
        outbound.lang = "fr";
        outbound.parts.resize(1);
        outbound.parts[0].text = "Bonjour";
        outbound.parts[0].idempotencyKey = "key-1";
    }
    [[nodiscard]] PublishJob job() const { return {outbound, 0, inReplyTo, targetHandle}; }
    [[nodiscard]] Result<PublishStep> step() const { return connector->nextStep(context(), job(), state); }
    Result<PublishOutcome> give(int status, const std::string &body)
    {
        auto outcome = connector->absorb(context(), job(), state, answer(status, body));
        if (outcome && std::holds_alternative<PublishState>(*outcome))
            state = std::get<PublishState>(*outcome);
        return outcome;
    }
};

const std::string kStatus = R"({"id":"01M7","url":"https://social.example/@a/01M7","content":"<p>Bonjour</p>","created_at":"2026-11-21T12:00:00Z","account":{"id":"109","acct":"atelier"}})";

} // namespace

TEST_CASE("mastodon publish: all that servers guess otherwise is said")
{
    Press press;
    const auto step = press.step();
    REQUIRE(step);
    CHECK(step->phase == "send");
    CHECK(step->request.url == "https://social.example/api/v1/statuses");
    CHECK(headerOf(step->request, "Idempotency-Key") == "key-1");
    auto form = formOf(step->request);
    CHECK(form["status"] == "Bonjour");
    CHECK(form["visibility"] == "public");
    CHECK(form["language"] == "fr");
    CHECK(form.count("scheduled_at") == 0);
    const auto outcome = press.give(200, kStatus);
    REQUIRE(outcome);
    CHECK(std::get<PublishDone>(*outcome).nativeId == "01M7");
    CHECK_FALSE(std::get<PublishDone>(*outcome).held);
}

TEST_CASE("mastodon publish: a key is trusted only where it is honoured")
{
    Press press;
    const auto [version, safe] = GENERATE(table<std::string, bool>({{"4.5.7", true}, {"4.3.1+glitch", true}, {"0.20.0-rc1", false}, {"2.75 snac", false}, {"4.0.0 (not Mastodon; snac/2.75)", false}, {"2.7.2 (compatible; Pleroma 2.5)", false}, {"", false}}));
    press.account.limits.serverVersion = version;
    const auto step = press.step().value();
    CHECK((step.effect == StepEffect::Idempotent) == safe);
    CHECK((step.keyValidFor == std::chrono::minutes(50)) == safe);
}

TEST_CASE("mastodon publish: media is uploaded, waited for, attached")
{
    Press press;
    press.outbound.parts[0].media = {{"/tmp/a.png", "image/png", "Un v\xc3\xa9lo", "", ""}, {"/tmp/b.mp4", "video/mp4", "", "", ""}};
    auto step = press.step().value();
    CHECK(step.phase == "prepare");
    CHECK(step.effect == StepEffect::None);
    CHECK(step.request.url == "https://social.example/api/v2/media");
    REQUIRE(step.request.form.size() == 2);
    CHECK(step.request.form[0].filePath == "/tmp/a.png");
    CHECK(step.request.form[0].fileName == "a.png");
    CHECK(step.request.form[1].value == "Un v\xc3\xa9lo");
    SECTION("v2, with processing")
    {
        REQUIRE(press.give(200, R"({"id":"9a7a.png"})"));
        REQUIRE(press.give(202, R"({"id":"22","url":null})"));
        step = press.step().value();
        CHECK(step.request.url == "https://social.example/api/v1/media/22");
        CHECK(step.notBefore.count() == 1);
        REQUIRE(press.give(206, "{}"));
        CHECK(press.step()->notBefore.count() == 2);
        REQUIRE(press.give(404, ""));
        REQUIRE(press.give(200, R"({"id":"22"})"));
        CHECK(formOf(press.step()->request)["media_ids[]"] == "9a7a.png|22");
    }
    SECTION("only v1")
    {
        REQUIRE(press.give(404, "<h1>404 Not Found (snac/2.75)</h1>"));
        CHECK(press.step()->request.url == "https://social.example/api/v1/media");
        const auto outcome = press.give(404, "");
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == Errc::NotFound);
    }
    SECTION("refused while processing")
    {
        REQUIRE(press.give(202, R"({"id":"22"})"));
        const auto outcome = press.give(422, R"({"error":"Validation failed: file is broken"})");
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == Errc::ContentRefused);
        CHECK(outcome.error().detail == "Validation failed: file is broken");
    }
    SECTION("uploaded by an earlier attempt")
    {
        press.outbound.parts[0].media[0].nativeId = "77";
        press.outbound.parts[0].media[1].nativeId = "78";
        CHECK(formOf(press.step()->request)["media_ids[]"] == "77|78");
    }
    SECTION("kind not taken")
    {
        press.account.limits.mimeTypes = {"video/mp4"};
        CHECK(press.step().error().code == Errc::ContentRefused);
    }
}

TEST_CASE("mastodon publish: a language the server does not know is left out")
{
    Press press;
    REQUIRE(press.give(400, R"({"error":"Bad Request: invalid language tag: language: subtag \"zz\" is well-formed but unknown"})"));
    CHECK(formOf(press.step()->request).count("language") == 0);
    const auto again = press.give(400, R"({"error":"Bad Request: language"})");
    CHECK(again.error().code == Errc::ContentRefused);
}

TEST_CASE("mastodon publish: what refusals mean")
{
    Press press;
    const auto [status, body, code] = GENERATE(table<int, std::string, Errc>({
        {400, R"x({"error":"Bad Request: text with spoiler exceed max chars (500)"})x", Errc::ContentRefused},
        {422, R"({"error":"Validation failed: Text character limit of 500 exceeded"})", Errc::ContentRefused},
        {422, "", Errc::AuthRevoked},
        {401, R"({"error":"The access token was revoked"})", Errc::AuthRevoked},
        {403, R"({"error":"This action is outside the authorized scopes"})", Errc::ScopeMissing},
        {404, R"({"error":"The post you are trying to reply to does not appear to exist."})", Errc::NotFound},
        {410, "", Errc::Gone},
        {429, "", Errc::RateLimited},
        {503, R"({"error":"There was a temporary problem"})", Errc::Server},
        {500, "", Errc::UnknownOutcome},
        {502, "<html></html>", Errc::UnknownOutcome},
        {504, "", Errc::UnknownOutcome},
        {200, "not json", Errc::UnknownOutcome},
        {200, "{}", Errc::UnknownOutcome},
    }));
    const auto outcome = press.give(status, body);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == code);
    CHECK_FALSE(outcome.error().detail.empty());
}

TEST_CASE("mastodon publish: a scheduled answer is held, not sent")
{
    Press press;
    const auto outcome = press.give(200, R"({"id":"01M7YFQJ7E","scheduled_at":"2026-11-21T13:22:01.000Z","params":{"text":"later"},"media_attachments":[]})");
    REQUIRE(outcome);
    CHECK(std::get<PublishDone>(*outcome).held);
    CHECK(std::get<PublishDone>(*outcome).nativeId.empty());
}

TEST_CASE("mastodon publish: who is answered is named once")
{
    Press press;
    press.outbound.kind = OutboundKind::Reply;
    press.inReplyTo = "55";
    const auto [handle, text, sent] = GENERATE(table<std::string, std::string, std::string>({
        {"bob@far.example", "Merci", "@bob@far.example Merci"},
        {"bob@far.example", "@bob@far.example Merci", "@bob@far.example Merci"},
        {"bob@far.example", "@BOB@far.example: oui", "@BOB@far.example: oui"},
        {"bob@far.example", "@bob@far.example2 Merci", "@bob@far.example @bob@far.example2 Merci"},
        {"alice@social.example", "Merci", "@alice Merci"},
        {"alice@social.example", "Merci @alice", "Merci @alice"},
        {"alice@social.example", "Merci @alice2", "@alice Merci @alice2"},
        {"atelier@social.example", "suite", "suite"},
        {"", "Merci", "Merci"},
    }));
    press.targetHandle = handle;
    press.outbound.parts[0].text = text;
    CHECK(press.connector->sentText(press.context(), press.job()) == sent);
    auto form = formOf(press.step()->request);
    CHECK(form["status"] == sent);
    CHECK(form["in_reply_to_id"] == "55");
}

TEST_CASE("mastodon publish: too long or empty never leaves")
{
    Press press;
    press.outbound.parts[0].text = std::string(501, 'a');
    CHECK(press.step().error().code == Errc::ContentRefused);
    press.outbound.parts[0].text = " \n";
    CHECK(press.step().error().code == Errc::ContentRefused);
}

TEST_CASE("mastodon publish: an edit keeps the media the post has")
{
    Press press;
    press.outbound.kind = OutboundKind::Edit;
    press.outbound.targetNative = "01M7/x";
    auto step = press.step().value();
    CHECK(step.request.method == net::Method::Get);
    REQUIRE(press.give(200, R"({"id":"01M7/x","media_attachments":[{"id":"m1"},{"id":"m2"}]})"));
    step = press.step().value();
    CHECK(step.request.method == net::Method::Put);
    CHECK(step.request.url == "https://social.example/api/v1/statuses/01M7%2Fx");
    auto form = formOf(step.request);
    CHECK(form["media_ids[]"] == "m1|m2");
    CHECK(form.count("visibility") == 0);
    CHECK(form.count("spoiler_text") == 1);
    CHECK(std::get<PublishDone>(press.give(200, kStatus).value()).nativeId == "01M7/x");
}

TEST_CASE("mastodon publish: where deleting is not known, absent is not deleted")
{
    Press press;
    press.outbound.kind = OutboundKind::Delete;
    press.outbound.targetNative = "42";
    CHECK(press.give(410, ""));
    press.account.limits.serverVersion = "4.0.0 (not true; really snac/2.75)";
    CHECK(press.give(404, "").error().code == Errc::Unsupported);
}

TEST_CASE("mastodon publish: actions")
{
    Press press;
    press.outbound.targetNative = "42";
    const auto [kind, method, path] = GENERATE(table<OutboundKind, net::Method, std::string>({
        {OutboundKind::Delete, net::Method::Delete, "/api/v1/statuses/42"},
        {OutboundKind::Favourite, net::Method::Post, "/api/v1/statuses/42/favourite"},
        {OutboundKind::Unfavourite, net::Method::Post, "/api/v1/statuses/42/unfavourite"},
        {OutboundKind::Boost, net::Method::Post, "/api/v1/statuses/42/reblog"},
        {OutboundKind::Unboost, net::Method::Post, "/api/v1/statuses/42/unreblog"},
        {OutboundKind::MuteMember, net::Method::Post, "/api/v1/accounts/42/mute"},
        {OutboundKind::UnmuteMember, net::Method::Post, "/api/v1/accounts/42/unmute"},
        {OutboundKind::BlockMember, net::Method::Post, "/api/v1/accounts/42/block"},
        {OutboundKind::UnblockMember, net::Method::Post, "/api/v1/accounts/42/unblock"},
    }));
    press.outbound.kind = kind;
    const auto step = press.step().value();
    CHECK(step.request.method == method);
    CHECK(step.request.url == "https://social.example" + path);
    CHECK(step.effect == StepEffect::Idempotent);
    const auto outcome = press.give(200, "{}");
    REQUIRE(outcome);
    CHECK(std::get<PublishDone>(*outcome).nativeId == "42");
    CHECK(press.give(404, "").has_value() == (kind == OutboundKind::Delete));
}

TEST_CASE("mastodon publish: a report names the author")
{
    Press press;
    press.outbound.kind = OutboundKind::Report;
    press.outbound.targetNative = "42";
    press.outbound.comment = "Insultes";
    CHECK(press.step()->request.url == "https://social.example/api/v1/statuses/42");
    REQUIRE(press.give(200, R"({"id":"42","account":{"id":"9"}})"));
    const auto step = press.step().value();
    auto form = formOf(step.request);
    CHECK(form["account_id"] == "9");
    CHECK(form["status_ids[]"] == "42");
    CHECK(form["comment"] == "Insultes");
    CHECK(step.effect == StepEffect::Once);
}
