// SPDX-License-Identifier: GPL-3.0-or-later
// Writing on Facebook, Instagram and Threads, as the publishing engine would drive it.
#include "unit/connect/meta_support.hpp"

#include <catch2/catch.hpp>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::metatest;

namespace {

/// Runs the steps against a list of answers; what was asked stays to be looked at.
struct Run {
    std::vector<net::Request> asked;
    std::vector<StepEffect> effects;
    Result<PublishOutcome> last = PublishOutcome(PublishState{});

    Run(const Desk &desk, const PublishJob &job, const std::vector<net::Response> &answers)
    {
        PublishState state;
        for (const auto &given : answers) {
            const auto step = desk.connector->nextStep(desk.context(), job, state);
            if (!step) {
                last = fail(step.error());
                return;
            }
            asked.push_back(step->request);
            effects.push_back(step->effect);
            last = desk.connector->absorb(desk.context(), job, state, given);
            if (!last || std::holds_alternative<PublishDone>(*last))
                return;
            state = std::get<PublishState>(*last);
        }
        next = desk.connector->nextStep(desk.context(), job, state);
    }
    Result<PublishStep> next = fail(Errc::Unsupported);
    [[nodiscard]] PublishDone done() const { return std::get<PublishDone>(*last); }
    [[nodiscard]] int published() const { return static_cast<int>(std::count(effects.begin(), effects.end(), StepEffect::Once)); }
};

net::Response ok(const std::string &body)
{
    return answer(200, body);
}

OutboundMedia picture(const char *path = "/home/m/photos/velo d'hiver.jpg")
{
    OutboundMedia media;
    media.path = path;
    media.mime = "image/jpeg";
    media.alt = "Un velo dans la neige";
    return media;
}

} // namespace

TEST_CASE("facebook: a text with its link, as a form and with the token in a header")
{
    const Desk desk("facebook");
    const auto outbound = outboundOf(OutboundKind::Post, "Voir https://example.org/noel & plus");
    const Run run(desk, jobOf(outbound), {ok(R"({"id":"100_77"})")});
    REQUIRE(run.last);
    CHECK(run.done().nativeId == "100_77");
    CHECK_FALSE(run.done().held);
    const auto &request = run.asked.at(0);
    CHECK(request.method == net::Method::Post);
    CHECK(pathOf(request) == "/v25.0/100/feed");
    CHECK(request.headers.at(1) == net::Header{"Content-Type", "application/x-www-form-urlencoded"});
    CHECK(formOf(request) == std::map<std::string, std::string>{{"message", "Voir https://example.org/noel & plus"}, {"link", "https://example.org/noel"}});
    CHECK(request.url.find('?') == std::string::npos);
    CHECK(request.body.find("s3cr3t") == std::string::npos);
    CHECK(run.published() == 1);
}

TEST_CASE("facebook: pictures go up out of sight, then one post shows them")
{
    const Desk desk("facebook");
    auto outbound = outboundOf(OutboundKind::Post, "Deux photos");
    outbound.parts[0].media = {picture(), picture("/tmp/b.jpg")};
    const Run run(desk, jobOf(outbound), {ok(R"({"id":"501"})"), ok(R"({"id":"502"})"), ok(R"({"id":"100_78"})")});
    REQUIRE(run.last);
    CHECK(formOf(run.asked.at(0)) == std::map<std::string, std::string>{{"source", "@/home/m/photos/velo d'hiver.jpg"}, {"published", "false"}, {"alt_text_custom", "Un velo dans la neige"}});
    const auto form = formOf(run.asked.at(2));
    CHECK(form.at("attached_media[0]") == R"({"media_fbid":"501"})");
    CHECK(form.at("attached_media[1]") == R"({"media_fbid":"502"})");
    CHECK(form.count("link") == 0);
    CHECK(run.published() == 1);
    CHECK(run.effects.at(0) == StepEffect::None);
}

TEST_CASE("facebook: what is due later is handed over and kept there")
{
    const Desk desk("facebook");
    auto outbound = outboundOf(OutboundKind::Post, "A demain");
    outbound.dueAt = desk.now + std::chrono::hours{20};
    const Run run(desk, jobOf(outbound), {ok(R"({"id":"100_79"})")});
    REQUIRE(run.last);
    CHECK(run.done().held);
    CHECK(formOf(run.asked.at(0)).at("published") == "false");
    CHECK(formOf(run.asked.at(0)).at("scheduled_publish_time") == "1795334400");
    outbound.dueAt = desk.now; // due now: published as usual
    const Run usual(desk, jobOf(outbound), {ok(R"({"id":"100_80"})")});
    CHECK(formOf(usual.asked.at(0)).count("published") == 0);
}

TEST_CASE("meta: a public answer and a private reply are never one another")
{
    for (const auto *network : {"facebook", "instagram"}) {
        const Desk desk(network);
        const bool facebook = std::string(network) == "facebook";
        auto reply = outboundOf(OutboundKind::Reply, "Merci !", facebook ? "55_1" : "c_551");
        const Run open(desk, jobOf(reply), {ok(R"({"id":"55_9"})")});
        REQUIRE(open.last);
        CHECK(pathOf(open.asked.at(0)) == (facebook ? "/v25.0/55_1/comments" : "/v25.0/551/replies"));
        CHECK(formOf(open.asked.at(0)) == std::map<std::string, std::string>{{"message", "Merci !"}});
        CHECK(open.done().nativeId == (facebook ? "55_9" : "c_55_9"));
        reply.visibility = Visibility::Direct;
        const Run secret(desk, jobOf(reply), {ok(R"({"recipient_id":"9","message_id":"m_1"})")});
        REQUIRE(secret.last);
        CHECK(pathOf(secret.asked.at(0)) == "/v25.0/100/messages");
        CHECK(Json::parse(formOf(secret.asked.at(0)).at("recipient")) == Json{{"comment_id", facebook ? "55_1" : "551"}});
        CHECK(Json::parse(formOf(secret.asked.at(0)).at("message")) == Json{{"text", "Merci !"}});
        const Run late(desk, jobOf(reply), {answer(400, R"({"error":{"code":10900,"message":"already replied"}})")});
        CHECK(late.last.error().code == Errc::PolicyRefused);
    }
    // Threads has no private replies: asking for one must not say it aloud.
    const Desk desk("threads");
    auto reply = outboundOf(OutboundKind::Reply, "Entre nous", "71");
    reply.visibility = Visibility::Direct;
    CHECK(desk.connector->nextStep(desk.context(), jobOf(reply), {}).error().code == Errc::Unsupported);
}

TEST_CASE("instagram: an answer to a mention names the medium and has a text")
{
    const Desk desk("instagram");
    const auto reply = outboundOf(OutboundKind::Reply, "Merci de nous citer", "m_17900");
    const Run run(desk, jobOf(reply), {ok(R"({"id":"18001"})")});
    REQUIRE(run.last);
    CHECK(pathOf(run.asked.at(0)) == "/v25.0/100/mentions");
    CHECK(formOf(run.asked.at(0)) == std::map<std::string, std::string>{{"media_id", "17900"}, {"message", "Merci de nous citer"}});
    const auto empty = outboundOf(OutboundKind::Reply, "  ", "m_17900");
    CHECK(desk.connector->nextStep(desk.context(), jobOf(empty), {}).error().code == Errc::ContentRefused);
}

TEST_CASE("threads: container, status, publish once, address")
{
    const Desk desk("threads");
    const auto outbound = outboundOf(OutboundKind::Post, "Bonjour Threads");
    const Run run(desk, jobOf(outbound),
                  {ok(R"({"data":[{"quota_usage":3,"config":{"quota_total":250,"quota_duration":86400}}]})"), ok(R"({"id":"9001"})"), ok(R"({"id":"9001","status":"IN_PROGRESS"})"),
                   ok(R"({"id":"9001","status":"FINISHED"})"), ok(R"({"id":"9100"})"), ok(R"({"id":"9100","permalink":"https://www.threads.net/@maisondubreuil/post/abc"})")});
    REQUIRE(run.last);
    CHECK(run.done().nativeId == "9100");
    CHECK(run.done().permalink == "https://www.threads.net/@maisondubreuil/post/abc");
    CHECK(formOf(run.asked.at(1)) == std::map<std::string, std::string>{{"media_type", "TEXT"}, {"text", "Bonjour Threads"}});
    CHECK(pathOf(run.asked.at(2)) == "/v1.0/9001");
    CHECK(pathOf(run.asked.at(4)) == "/v1.0/100/threads_publish");
    CHECK(formOf(run.asked.at(4)) == std::map<std::string, std::string>{{"creation_id", "9001"}});
    CHECK(run.published() == 1);
}

TEST_CASE("threads: publishing that answered nothing clear is verified, never repeated")
{
    const Desk desk("threads");
    const auto outbound = outboundOf(OutboundKind::Post, "Bonjour");
    const std::vector<net::Response> begin{ok("{}"), ok(R"({"id":"9001"})"), ok(R"({"status":"FINISHED"})"), answer(500, "{}")};
    auto answers = begin;
    answers.push_back(ok(R"({"status":"PUBLISHED"})"));
    answers.push_back(ok(R"({"data":[{"id":"9100","permalink":"https://t","timestamp":"2026-11-21T11:59:50+0000"}]})"));
    const Run found(desk, jobOf(outbound), answers);
    REQUIRE(found.last);
    CHECK(found.done().nativeId == "9100");
    CHECK(found.published() == 1);
    answers = begin;
    for (int i = 0; i < 3; ++i)
        answers.push_back(ok(R"({"status":"FINISHED"})"));
    const Run unclear(desk, jobOf(outbound), answers);
    CHECK(unclear.last.error().code == Errc::UnknownOutcome);
    CHECK(unclear.published() == 1);
    // An old post of ours is not the one that was just published.
    answers = begin;
    answers.push_back(ok(R"({"status":"PUBLISHED"})"));
    answers.push_back(ok(R"({"data":[{"id":"8000","timestamp":"2026-11-20T11:59:50+0000"}]})"));
    CHECK(Run(desk, jobOf(outbound), answers).last.error().code == Errc::UnknownOutcome);
}

TEST_CASE("threads: a full day's quota, a container that fails, a text too long")
{
    const Desk desk("threads");
    const auto outbound = outboundOf(OutboundKind::Post, "Bonjour");
    const Run spent(desk, jobOf(outbound), {ok(R"({"data":[{"quota_usage":250,"config":{"quota_total":250}}]})")});
    CHECK(spent.last.error().code == Errc::QuotaExhausted);
    const Run broken(desk, jobOf(outbound), {ok("{}"), ok(R"({"id":"9001"})"), ok(R"({"status":"ERROR","error_message":"INVALID_ASPEC_RATIO"})")});
    CHECK(broken.last.error().code == Errc::ContentRefused);
    CHECK(broken.last.error().detail.find("INVALID_ASPEC_RATIO") != std::string::npos);
    std::string hearts;
    for (int i = 0; i < 126; ++i)
        hearts += "\xF0\x9F\x92\x99"; // 4 bytes each
    const auto many = outboundOf(OutboundKind::Post, hearts);
    CHECK(desk.connector->nextStep(desk.context(), jobOf(many), {}).error().code == Errc::ContentRefused);
    // A reply has a quota of its own.
    const auto reply = outboundOf(OutboundKind::Reply, "Oui", "71");
    const Run answered(desk, jobOf(reply), {ok(R"({"data":[{"quota_usage":250,"config":{"quota_total":250},"reply_quota_usage":1,"reply_config":{"quota_total":1000}}]})"), ok(R"({"id":"9002"})")});
    CHECK(formOf(answered.asked.at(1)).at("reply_to_id") == "71");
}

TEST_CASE("instagram: pictures need a public address, which is looked at without the token")
{
    Desk desk("instagram");
    auto outbound = outboundOf(OutboundKind::Post, "Hiver");
    outbound.parts[0].media = {picture(), picture("/tmp/b.jpg")};
    CHECK(desk.connector->nextStep(desk.context(), jobOf(outbound), {}).error().code == Errc::PolicyRefused);
    desk.account.set("media_base", "https://media.example/vigie/");
    const Run run(desk, jobOf(outbound), {ok("{}"), answer(200, ""), answer(200, ""), ok(R"({"id":"61"})"), ok(R"({"id":"62"})"), ok(R"({"id":"63"})"), ok(R"({"status_code":"FINISHED"})"), ok(R"({"id":"64"})"), ok("{}")});
    REQUIRE(run.last);
    CHECK(run.asked.at(1).method == net::Method::Head);
    CHECK(run.asked.at(1).url == "https://media.example/vigie/velo%20d%27hiver.jpg");
    CHECK(run.asked.at(1).bearer.empty());
    CHECK(formOf(run.asked.at(3)) == std::map<std::string, std::string>{{"image_url", "https://media.example/vigie/velo%20d%27hiver.jpg"}, {"alt_text", "Un velo dans la neige"}, {"is_carousel_item", "true"}});
    CHECK(formOf(run.asked.at(5)) == std::map<std::string, std::string>{{"media_type", "CAROUSEL"}, {"children", "61,62"}, {"caption", "Hiver"}});
    CHECK(formOf(run.asked.at(7)) == std::map<std::string, std::string>{{"creation_id", "63"}});
    CHECK(run.done().nativeId == "64");
    const Run absent(desk, jobOf(outbound), {ok("{}"), answer(404, "")});
    CHECK(absent.last.error().code == Errc::ContentRefused);
    const auto words = outboundOf(OutboundKind::Post, "Sans image");
    CHECK(desk.connector->nextStep(desk.context(), jobOf(words), {}).error().code == Errc::Unsupported);
}

TEST_CASE("meta: hiding, showing, deleting, and what a network does not offer")
{
    const auto requestOf = [](const char *network, OutboundKind kind, const char *target) {
        const Desk desk(network);
        const auto outbound = outboundOf(kind, "", target);
        return desk.connector->nextStep(desk.context(), jobOf(outbound), {});
    };
    CHECK(formOf(requestOf("facebook", OutboundKind::HideReply, "55_1")->request) == std::map<std::string, std::string>{{"is_hidden", "true"}});
    CHECK(formOf(requestOf("facebook", OutboundKind::UnhideReply, "55_1")->request) == std::map<std::string, std::string>{{"is_hidden", "false"}});
    CHECK(formOf(requestOf("instagram", OutboundKind::HideReply, "c_551")->request) == std::map<std::string, std::string>{{"hide", "true"}});
    CHECK(pathOf(requestOf("threads", OutboundKind::UnhideReply, "80")->request) == "/v1.0/80/manage_reply");
    CHECK(requestOf("facebook", OutboundKind::RemoveItem, "55_1")->request.method == net::Method::Delete);
    CHECK(requestOf("threads", OutboundKind::Delete, "80")->request.method == net::Method::Delete);
    CHECK(requestOf("threads", OutboundKind::RemoveItem, "80").error().code == Errc::Unsupported);
    CHECK(requestOf("instagram", OutboundKind::Delete, "170").error().code == Errc::Unsupported);
    CHECK(requestOf("instagram", OutboundKind::HideReply, "170").error().code == Errc::InvalidInput);
    CHECK(requestOf("facebook", OutboundKind::Boost, "55_1").error().code == Errc::Unsupported);
    CHECK(requestOf("instagram", OutboundKind::Edit, "170").error().code == Errc::Unsupported);
    // What is gone already is deleted.
    const Desk desk("facebook");
    const auto away = outboundOf(OutboundKind::Delete, "", "100_5");
    const auto outcome = desk.connector->absorb(desk.context(), jobOf(away), {}, answer(400, R"({"error":{"code":100,"error_subcode":33,"message":"gone"}})"));
    REQUIRE(outcome);
    CHECK(std::holds_alternative<PublishDone>(*outcome));
}

TEST_CASE("meta: a lost answer is looked for where it would be")
{
    const Desk desk("facebook");
    auto reply = outboundOf(OutboundKind::Reply, "Merci beaucoup", "55_1");
    reply.parts[0].startedAt = desk.now;
    const auto lost = desk.connector->absorb(desk.context(), jobOf(reply), {}, answer(500, ""));
    CHECK(lost.error().code == Errc::UnknownOutcome);
    const auto request = desk.connector->buildReadBack(desk.context(), jobOf(reply));
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/55_1/comments");
    const std::string body = R"({"data":[{"id":"55_7","message":"Merci beaucoup","created_time":"2026-11-21T12:00:05+0000","from":{"id":"9"}},
        {"id":"55_8","message":"Merci beaucoup","created_time":"2026-11-21T12:00:06+0000","from":{"id":"100"}}]})";
    const auto found = desk.connector->parseReadBack(desk.context(), jobOf(reply), answer(200, body));
    REQUIRE(found);
    REQUIRE(found->has_value());
    CHECK((*found)->nativeId == "55_8"); // the other one is a stranger's
    reply.parts[0].startedAt = desk.now + std::chrono::hours{1};
    CHECK_FALSE(desk.connector->parseReadBack(desk.context(), jobOf(reply), answer(200, body))->has_value());
    // Neither private replies nor answers under other people's pictures can be seen: they stay unknown, and are not sent again.
    reply.visibility = Visibility::Direct;
    CHECK(desk.connector->buildReadBack(desk.context(), jobOf(reply)).error().code == Errc::InvalidInput);
    const Desk gram("instagram");
    const auto mention = outboundOf(OutboundKind::Reply, "Merci", "m_17900");
    CHECK(gram.connector->buildReadBack(gram.context(), jobOf(mention)).error().code == Errc::InvalidInput);
    const auto post = outboundOf(OutboundKind::Post, "Bonjour");
    CHECK(desk.connector->buildReadBack(desk.context(), jobOf(post)).error().code == Errc::Unsupported); // our own posts tell
}

TEST_CASE("facebook: our own posts are those kept for later, then those that are seen")
{
    const Desk desk("facebook");
    auto request = desk.connector->buildOwnPosts(desk.context(), "");
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/100/scheduled_posts");
    auto first = answer(200, R"({"data":[{"id":"100_9","message":"Demain","created_time":"2026-11-21T11:00:00+0000","is_published":false}]})");
    first.finalUrl = request->url;
    const auto held = desk.connector->parseOwnPosts(desk.context(), first);
    REQUIRE(held);
    CHECK(held->posts.at(0).held);
    CHECK_FALSE(held->reaches);
    REQUIRE_FALSE(held->nextPage.empty());
    request = desk.connector->buildOwnPosts(desk.context(), held->nextPage);
    REQUIRE(request);
    CHECK(pathOf(*request) == "/v25.0/100/published_posts");
    CHECK(queryOf(*request).count("after") == 0);
    auto second = answer(200, R"({"data":[{"id":"100_8","message":"Hier","created_time":"2026-11-20T11:00:00+0000","is_published":true}],"paging":{"cursors":{"after":"N"},"next":"https://x"}})");
    second.finalUrl = request->url;
    const auto seen = desk.connector->parseOwnPosts(desk.context(), second);
    REQUIRE(seen);
    CHECK_FALSE(seen->posts.at(0).held);
    CHECK(seen->nextPage == "N");
}
