// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to a real WordPress: what is refused, held, repeated, too quick; articles with pictures and on the site's clock.
#include "integration/wordpress/bench.hpp"

#include <algorithm>
#include <iterator>

using namespace vigie;
using namespace vigie::wptest;

namespace {

constexpr std::chrono::seconds kPatience{90};

/// Time passes until the row is in one of these states.
bool reaches(Bench &bench, OutboundId id, OutboundState state)
{
    return until([&] {
        bench.publish();
        return bench.outbound(id).state == state;
    }, kPatience);
}

/// The smallest picture there is: one pixel.
std::string pictureFile(const Bench &bench)
{
    static constexpr unsigned char kPng[] = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4,
                                             0x89, 0, 0, 0, 0x0D, 'I', 'D', 'A', 'T', 0x78, 0xDA, 0x63, 0xFC, 0xCF, 0xC0, 0x50, 0x0F, 0, 0x04, 0x85, 0x01, 0x80, 0x84, 0xA9, 0x8C, 0x21,
                                             0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
    const auto path = (bench.folder / "four.png").string();
    std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char *>(kPng), sizeof kPng);
    return path;
}

OutboundId article(Bench &bench, const std::string &text, const std::vector<OutboundMedia> &media = {})
{
    Outbound outbound;
    outbound.account = bench.account;
    outbound.kind = OutboundKind::Post;
    outbound.state = OutboundState::Planned;
    outbound.parts.resize(1);
    outbound.parts.front().text = text;
    outbound.parts.front().media = media;
    outbound.createdAt = outbound.changedAt = bench.clock.now();
    outbound.dueAt = bench.clock.now();
    return bench.write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(outbound); });
}

int numberOf(const std::string &nativeId)
{
    return std::stoi(nativeId.substr(nativeId.rfind('/') + 1));
}

} // namespace

TEST_CASE("case 5: after the password was revoked reading goes on, the reply waits in the outbox for a new sign-in")
{
    Site site;
    const int post = site.post("Un mot de passe repris");
    const int comment = site.comment(post, "moderator", "Une question " + std::to_string(post));
    // As somebody who only writes comments: what is read is what everybody may read.
    Bench bench({"reader", site.rest(net::Method::Post, "/users/me/application-passwords", "reader", {{"name", "case five " + std::to_string(post)}}).body["password"].get<std::string>(), site.url, ""});
    bench.sync();
    const auto mine = site.rest(net::Method::Get, "/users/me/application-passwords", "reader");
    const auto found = std::find_if(mine.body.begin(), mine.body.end(), [&](const Json &one) { return one["name"] == "case five " + std::to_string(post); });
    REQUIRE(found != mine.body.end());
    REQUIRE(site.rest(net::Method::Delete, "/users/me/application-passwords/" + (*found)["uuid"].get<std::string>(), "reader").status == 200);

    const int later = site.comment(post, "moderator", "Une autre question " + std::to_string(post));
    CHECK(bench.sync().ok());
    CHECK(bench.item(commentId(post, later)));
    const auto reply = bench.reply(commentId(post, comment), "Une r\xC3\xA9ponse " + std::to_string(post));
    bench.publish();
    CHECK(bench.outbound(reply).state == OutboundState::Planned);
    CHECK(bench.outbound(reply).error->code == Errc::AuthRevoked);
    CHECK(bench.accountNow().state == AccountState::ReconnectNeeded);
    CHECK(site.count("r\xC3\xA9ponse " + std::to_string(post)) == 0);

    must(bench.secrets->set(bench.accountNow().secretKey(), Secret(site.password("reader"))));
    must(bench.store->writeNow<void>([&](store::Tx &tx) { return store::Accounts(tx).setState(bench.account, AccountState::Active); }));
    bench.clock.ahead += std::chrono::minutes{1}; // the queue looks again for accounts that came back
    CHECK(reaches(bench, reply, OutboundState::Accepted));
    CHECK(site.count("r\xC3\xA9ponse " + std::to_string(post)) == 1);
}

TEST_CASE("case 6: an answer that was lost is found again, and the same words sent twice are there once")
{
    Site site;
    const int post = site.post("Une r\xC3\xA9ponse perdue");
    const int comment = site.comment(post, "writer", "Quand ouvrez-vous ? " + std::to_string(post));
    Bench bench(site, "moderator");
    bench.sync();
    const auto words = "Samedi \xC3\xA0 \"dix heures\" :-) -- num\xC3\xA9ro " + std::to_string(post);
    bench.http.loseNext = true;
    const auto lost = bench.reply(commentId(post, comment), words);
    bench.publish();
    CHECK(bench.outbound(lost).state == OutboundState::Unknown);
    bench.clock.ahead += std::chrono::minutes{1};
    CHECK(reaches(bench, lost, OutboundState::Sent));
    const auto native = bench.outbound(lost).parts.front().nativeId;
    CHECK(native.rfind("post/" + std::to_string(post) + "/comment/", 0) == 0);

    // The answer to the first try never came, and it is tried again: the site says that it has these words.
    const auto second = "Et dimanche aussi, num\xC3\xA9ro " + std::to_string(post);
    const int there = site.comment(post, "moderator", second, comment);
    const auto repeated = bench.reply(commentId(post, comment), second);
    bench.publish();
    CHECK(bench.outbound(repeated).state == OutboundState::Sent);
    CHECK(bench.outbound(repeated).parts.front().nativeId == commentId(post, there));

    const auto again = bench.reply(commentId(post, comment), words); // another message that happens to say the same
    bench.publish();
    CHECK(bench.outbound(again).state == OutboundState::Failed);
    CHECK(bench.outbound(again).error->code == Errc::Duplicate);
    CHECK(site.count("num\xC3\xA9ro " + std::to_string(post)) == 2);
}

TEST_CASE("case 7: a reply that is held waits for moderation, and is sent once it is approved")
{
    Site site;
    const int post = site.post("Une mod\xC3\xA9ration");
    const int comment = site.comment(post, "moderator", "Une question " + std::to_string(post));
    Bench bench(site, "reader");
    bench.sync();
    const auto reply = bench.reply(commentId(post, comment), "Mon avis retenu " + std::to_string(post));
    CHECK(reaches(bench, reply, OutboundState::Accepted));
    const auto native = bench.outbound(reply).parts.front().nativeId;
    bench.clock.ahead += std::chrono::minutes{2};
    bench.publish();
    CHECK(bench.outbound(reply).state == OutboundState::Accepted); // asked, and still held
    site.setStatus(numberOf(native), "approved");
    bench.clock.ahead += std::chrono::minutes{3};
    bench.publish();
    CHECK(bench.outbound(reply).state == OutboundState::Sent);

    const auto refused = bench.reply(commentId(post, comment), "Mon avis jet\xC3\xA9 " + std::to_string(post));
    CHECK(reaches(bench, refused, OutboundState::Accepted));
    REQUIRE(site.rest(net::Method::Delete, "/comments/" + std::to_string(numberOf(bench.outbound(refused).parts.front().nativeId)), "moderator").status == 200);
    bench.clock.ahead += std::chrono::minutes{2};
    bench.publish();
    CHECK(bench.outbound(refused).state == OutboundState::Failed);
    CHECK(bench.outbound(refused).error->code == Errc::Gone);
}

TEST_CASE("case 8: too quick is tried again by itself after fifteen seconds, in order")
{
    Site site;
    const int post = site.post("Trop vite");
    const int comment = site.comment(post, "moderator", "Une question " + std::to_string(post));
    Bench bench(site, "guest");
    bench.sync();
    std::vector<OutboundId> replies;
    for (const char *words : {"d'abord ", "ensuite "})
        replies.push_back(bench.reply(commentId(post, comment), words + std::to_string(post)));
    bool refused = false;
    const auto began = std::chrono::steady_clock::now();
    CHECK(until([&] {
        bench.publish();
        const auto second = bench.outbound(replies[1]);
        refused = refused || (second.error && second.error->code == Errc::RateLimited);
        return bench.outbound(replies[0]).state == OutboundState::Accepted && second.state == OutboundState::Accepted;
    }, kPatience));
    CHECK(refused);
    CHECK(std::chrono::steady_clock::now() - began >= std::chrono::seconds{14});
    CHECK(bench.outbound(replies[1]).attempts <= 4); // it waited rather than knocked
    CHECK(numberOf(bench.outbound(replies[0]).parts.front().nativeId) < numberOf(bench.outbound(replies[1]).parts.front().nativeId));
}

TEST_CASE("articles: a picture with its words, title and text, and what is ours is known as ours")
{
    Site site;
    Bench bench(site, "writer");
    const auto picture = pictureFile(bench);
    const auto sent = article(bench, "Portes <ouvertes>\nSamedi & dimanche \xF0\x9F\x99\x8F\n\nPlan : https://atelier.example/plan?a=1&b=2",
                              {{picture, "image/png", "Le four, \xC3\xA0 l'aube", "", ""}, {picture, "image/png", "Un \"bol\" vert", "", ""}});
    bench.publish();
    INFO((bench.outbound(sent).error ? bench.outbound(sent).error->detail : ""));
    REQUIRE(bench.outbound(sent).state == OutboundState::Sent);
    const auto native = bench.outbound(sent).parts.front().nativeId;
    bench.sync();
    const auto item = bench.item(native);
    REQUIRE(item);
    CHECK(item->title == "Portes <ouvertes>");
    CHECK(item->text.rfind("Samedi & dimanche \xF0\x9F\x99\x8F\n\nPlan : https://atelier.example/plan?a=1&b=2", 0) == 0);
    CHECK(item->ours == bench.account);
    REQUIRE(item->media.size() == 1);
    const auto media = site.rest(net::Method::Get, "/media/" + item->media.front().nativeId, "").body;
    CHECK(media["alt_text"] == "Le four, \xC3\xA0 l'aube");
    CHECK(site.rest(net::Method::Get, "/posts/" + std::to_string(numberOf(native)), "").body["content"]["rendered"].get<std::string>().find("alt=\"Un &quot;bol&quot; vert\"") != std::string::npos);

    bench.http.loseNext = true; // the answer to the article itself
    const auto lost = article(bench, "Une annonce perdue " + std::to_string(numberOf(native)));
    bench.publish();
    CHECK(bench.outbound(lost).state == OutboundState::Unknown);
    bench.clock.ahead += std::chrono::minutes{1};
    CHECK(reaches(bench, lost, OutboundState::Sent));

    const auto removed = bench.act(OutboundKind::Delete, native);
    bench.clock.ahead += std::chrono::minutes{1};
    CHECK(reaches(bench, removed, OutboundState::Sent));
    bench.clock.ahead += std::chrono::minutes{6}; // posts are read every five minutes
    bench.sync();
    CHECK(bench.stateOf(native) == ItemState::Unavailable);
}

TEST_CASE("calendar: an article on the site's own clock is accepted until it is published, and late when nobody winds the clock")
{
    Site site;
    Bench bench(site, "writer");
    const auto &network = *bench.catalogue.find("wordpress");
    // As the engine finds it: taken by the site for a time ahead, and looked after from then on.
    Outbound outbound;
    outbound.account = bench.account;
    outbound.kind = OutboundKind::Post;
    outbound.state = OutboundState::Accepted;
    outbound.parts.resize(1);
    outbound.parts.front().text = "Bient\xC3\xB4t, un four neuf";
    outbound.createdAt = outbound.changedAt = bench.clock.now();
    outbound.dueAt = bench.clock.now() + std::chrono::seconds{65};
    const connect::PublishJob job{outbound, 0, {}, {}};
    const auto done = must(bench.courier->ask<connect::PublishOutcome>(network, bench.accountNow(), net::RatePriority::User, {},
                                                                       [&](const connect::Context &context) -> Result<net::Request> {
                                                                           VIGIE_TRY(auto step, network.nextStep(context, job, {}));
                                                                           return std::move(step.request);
                                                                       },
                                                                       [&](const connect::Context &context, const net::Response &response) { return network.absorb(context, job, {}, response); }));
    const auto &taken = std::get<connect::PublishDone>(done);
    CHECK(taken.held);
    outbound.parts.front().nativeId = taken.nativeId;
    outbound.parts.front().state = OutboundPart::State::Sent;
    outbound.parts.front().startedAt = outbound.createdAt;
    outbound.nextCheckAt = outbound.createdAt + std::chrono::minutes{1};
    const auto id = bench.write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(outbound); });
    const auto status = [&] { return site.rest(net::Method::Get, "/posts/" + std::to_string(numberOf(taken.nativeId)) + "?context=edit", "writer").body["status"].get<std::string>(); };
    CHECK(status() == "future");
    bench.sync();
    CHECK_FALSE(bench.item(taken.nativeId)); // what is to come is no news
    bench.clock.ahead = std::chrono::seconds{50};
    bench.publish();
    CHECK(bench.outbound(id).state == OutboundState::Accepted);
    CHECK_FALSE(bench.outbound(id).error);

    // Its time comes on the site's real clock. Nobody calls wp-cron.php.
    const auto due = *outbound.dueAt;
    REQUIRE(until([&] { return SystemClock().now() > due + std::chrono::seconds{2}; }, kPatience));
    CHECK(status() == "future");
    bench.clock.ahead = std::chrono::minutes{3};
    bench.publish();
    CHECK(bench.outbound(id).state == OutboundState::Accepted);
    REQUIRE(bench.outbound(id).error);
    CHECK(bench.outbound(id).error->code == Errc::Timeout);
    CHECK(bench.outbound(id).error->detail.find("its time has come") != std::string::npos);

    REQUIRE(until([&] {
        site.ask(net::Method::Get, "/wp-cron.php?doing_wp_cron", "", nullptr);
        return status() == "publish";
    }, kPatience));
    bench.clock.ahead = std::chrono::minutes{8};
    bench.publish();
    CHECK(bench.outbound(id).state == OutboundState::Sent);
    CHECK_FALSE(bench.outbound(id).error);
}

TEST_CASE("calendar: a post that is handed over stands in the site's own list, follows a move, and is taken back before its hour")
{
    Site site;
    Bench bench(site, "writer");
    PlanItem plan;
    plan.text = "Portes ouvertes\n\nLe site garde cet article.";
    plan.zone = "Europe/Paris";
    plan.wall = must(toWall(bench.clock.now() + std::chrono::hours{5}, plan.zone));
    plan.handOver = true;
    plan.variants.push_back(PlanVariant{bench.account, {}, false, {}, OutboundState::Draft, {}, {}});
    const auto id = bench.write<PlanId>([&](store::Tx &tx) -> Result<PlanId> {
        plan::Planner planner(tx, bench.catalogue);
        VIGIE_TRY(const auto made, planner.save(plan));
        VIGIE_CHECK(planner.approve(made));
        return made;
    });
    const auto row = [&] {
        const auto now = bench.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); });
        return now.variants.front().outbound;
    };
    const auto outbound = row();
    REQUIRE(reaches(bench, outbound, OutboundState::Accepted));
    const auto native = bench.outbound(outbound).parts.front().nativeId;
    REQUIRE_FALSE(native.empty());
    const auto there = [&](const std::string &nativeId) { return site.rest(net::Method::Get, "/posts/" + std::to_string(numberOf(nativeId)) + "?context=edit", "writer").body; };
    CHECK(there(native)["status"] == "future");

    const auto later = must(toWall(bench.clock.now() + std::chrono::hours{7}, plan.zone));
    bench.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::Planner(tx, bench.catalogue).move(id, later, plan.zone));
        return true;
    });
    CHECK(bench.outbound(outbound).recall == OutboundState::Planned);
    REQUIRE(until([&] {
        bench.publish();
        const auto now = bench.outbound(outbound);
        return now.state == OutboundState::Accepted && !now.recall && now.parts.front().nativeId != native;
    }, kPatience));
    const auto moved = bench.outbound(outbound).parts.front().nativeId;
    CHECK(there(moved)["status"] == "future");
    CHECK(there(native)["status"] != "future"); // the first one is gone there
    CHECK(there(native)["status"] != "publish");

    bench.write<bool>([&](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(plan::Planner(tx, bench.catalogue).unapprove(id));
        return true;
    });
    REQUIRE(reaches(bench, outbound, OutboundState::Cancelled));
    CHECK(there(moved)["status"] != "future");
    CHECK(there(moved)["status"] != "publish");
    CHECK_FALSE(bench.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); }).approved);
}

TEST_CASE("calendar: an article of the calendar with a first comment: the comment stands under it, each with a state of its own")
{
    Site site;
    Bench bench(site, "writer");
    PlanItem plan;
    plan.text = "Nouveau four\n\nIl est arriv\xC3\xA9.";
    plan.firstComment = "Les horaires sont sur la page de l'atelier.";
    plan.zone = "Europe/Paris";
    plan.variants.push_back(PlanVariant{bench.account, {}, false, {}, OutboundState::Draft, {}, {}});
    const auto id = bench.write<PlanId>([&](store::Tx &tx) { return plan::Planner(tx, bench.catalogue).publishNow(plan); });
    const auto rows = bench.read<std::vector<OutboundId>>([id](store::Tx &tx) { return store::Outbox(tx).ofPlan(id); });
    REQUIRE(rows.size() == 2);
    REQUIRE(reaches(bench, rows[0], OutboundState::Sent));
    REQUIRE(until([&] {
        bench.publish();
        const auto state = bench.outbound(rows[1]).state;
        return state == OutboundState::Sent || state == OutboundState::Accepted;
    }, kPatience));
    const auto comment = bench.outbound(rows[1]);
    CHECK(comment.after == rows[0]);
    CHECK(comment.targetNative == bench.outbound(rows[0]).parts.front().nativeId);
    const auto there = site.rest(net::Method::Get, "/comments?post=" + std::to_string(numberOf(comment.targetNative)) + "&status=all&context=edit", "moderator").body;
    REQUIRE(there.size() == 1);
    CHECK(there[0]["content"]["raw"].get<std::string>().find("Les horaires") != std::string::npos);
}
