// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a real WordPress: what appears late, is edited, is removed; a burst; the site behind Caddy.
#include "integration/wordpress/bench.hpp"

using namespace vigie;
using namespace vigie::wptest;

namespace {

constexpr int kInterval = 10; ///< runs after which everything was read again

/// How many syncs it took until it was so; 0 when it never was within the interval.
template <class Ask>
int syncsUntil(Bench &bench, Ask ask)
{
    for (int turn = 1; turn <= kInterval + 1; ++turn) {
        bench.sync();
        if (ask())
            return turn;
    }
    return 0;
}

void bury(Site &site, int post, int count)
{
    for (int i = 0; i < count; ++i)
        site.comment(post, "moderator", "Couche " + std::to_string(i) + " sur le billet " + std::to_string(post));
}

} // namespace

TEST_CASE("case 1: a comment approved late is found although the feed says that nothing is new")
{
    Site site;
    const int post = site.post("Un four froid");
    const int held = site.comment(post, "reader", "Premier avis, retenu " + std::to_string(post));
    site.comment(post, "moderator", "Deuxi\xC3\xA8me avis, visible " + std::to_string(post));
    bury(site, post, 26); // deeper than the page that every run reads
    Bench bench(site, "");
    bench.sync();
    CHECK_FALSE(bench.item(commentId(post, held)));
    const auto feed = site.ask(net::Method::Get, "/comments/feed/", "", nullptr);
    site.setStatus(held, "approved");
    CHECK(site.ask(net::Method::Get, "/comments/feed/", "", nullptr, feed.etag).status == 304); // the trap is there
    const int turns = syncsUntil(bench, [&] { return bench.item(commentId(post, held)).has_value(); });
    CHECK(turns >= 1);
    CHECK(turns <= kInterval);
    CHECK(bench.stateOf(commentId(post, held)) == ItemState::Visible);
}

TEST_CASE("case 1b: a moderator sees what waits, and that it was approved")
{
    Site site;
    const int post = site.post("Un avis attendu");
    const int held = site.comment(post, "guest", "J'attends " + std::to_string(post));
    Bench bench(site, "moderator");
    bench.sync();
    CHECK(bench.stateOf(commentId(post, held)) == ItemState::Held);
    const auto approve = bench.act(OutboundKind::ApproveItem, commentId(post, held));
    bench.publish();
    CHECK(bench.outbound(approve).state == OutboundState::Sent);
    CHECK(site.rest(net::Method::Get, "/comments/" + std::to_string(held), "").body["status"] == "approved");
    bench.sync();
    CHECK(bench.stateOf(commentId(post, held)) == ItemState::Visible);
}

TEST_CASE("case 2: an edit is seen within the interval although the feed says that nothing is new")
{
    Site site;
    const int post = site.post("Un bol");
    const int comment = site.comment(post, "moderator", "Le bol est cass\xC3\xA9 " + std::to_string(post));
    bury(site, post, 26);
    Bench bench(site, "");
    bench.sync();
    const auto feed = site.ask(net::Method::Get, "/comments/feed/", "", nullptr);
    REQUIRE(site.rest(net::Method::Post, "/comments/" + std::to_string(comment), "moderator", {{"content", "Le bol est entier"}}).status == 200);
    CHECK(site.ask(net::Method::Get, "/comments/feed/", "", nullptr, feed.etag).status == 304);
    const int turns = syncsUntil(bench, [&] { return bench.item(commentId(post, comment))->text == "Le bol est entier"; });
    CHECK(turns >= 1);
    CHECK(turns <= kInterval);
}

TEST_CASE("case 3: thrown away, taken back, removed for good; 410, 401 and 404 are not broken servers")
{
    Site site;
    const int post = site.post("Une corbeille");
    const int comment = site.comment(post, "moderator", "\xC3\x80 jeter " + std::to_string(post));
    const int other = site.comment(post, "moderator", "\xC3\x80 garder " + std::to_string(post));
    const auto path = "/comments/" + std::to_string(comment);
    const auto id = commentId(post, comment);
    Bench reader(site, ""), moderator(site, "moderator");
    reader.sync();
    moderator.sync();
    const auto lookup = [&](Bench &bench) {
        const auto &network = *bench.catalogue.find("wordpress");
        const std::vector<std::string> one{id};
        return must(bench.courier->ask<connect::LookupAnswer>(network, bench.accountNow(), net::RatePriority::User, {},
                                                              [&](const connect::Context &context) { return network.buildLookup(context, one); },
                                                              [&](const connect::Context &context, const net::Response &response) { return network.parseLookup(context, one, response); }));
    };
    REQUIRE(site.rest(net::Method::Delete, path, "moderator").status == 200);
    CHECK(site.rest(net::Method::Delete, path, "moderator").status == 410);
    CHECK(site.rest(net::Method::Get, path, "").status == 401);
    CHECK(lookup(reader).gone.size() == 1);
    moderator.clock.ahead = std::chrono::minutes{6}; // the trash is looked into every five minutes
    CHECK(reader.sync().ok());
    CHECK(moderator.sync().ok());
    CHECK(reader.stateOf(id) == ItemState::Unavailable);
    CHECK(moderator.stateOf(id) == ItemState::RemovedByModeration);

    const auto restore = moderator.act(OutboundKind::RestoreItem, id);
    moderator.publish();
    CHECK(moderator.outbound(restore).state == OutboundState::Sent);
    reader.sync();
    moderator.sync();
    CHECK(reader.stateOf(id) == ItemState::Visible);
    CHECK(moderator.stateOf(id) == ItemState::Visible);
    CHECK(lookup(reader).gone.empty());

    REQUIRE(site.rest(net::Method::Delete, path + "?force=true", "moderator").body["deleted"] == true);
    CHECK(site.rest(net::Method::Get, path, "").status == 404);
    CHECK(lookup(reader).gone.size() == 1);
    CHECK(reader.sync().ok());
    CHECK(moderator.sync().ok());
    CHECK(reader.stateOf(id) == ItemState::Unavailable);
    CHECK(moderator.stateOf(id) == ItemState::Unavailable);
    CHECK(reader.stateOf(commentId(post, other)) == ItemState::Visible);
    CHECK(reader.accountNow().state == AccountState::Active);
}

TEST_CASE("case 4: a wrong password is no sign-in, although listings answer 200")
{
    Site site;
    Bench bench({"moderator", "", site.url, ""}, Bench::Empty{});
    for (const auto &how : {Bench::How{"moderator", "aaaa bbbb cccc dddd", site.url, ""}, Bench::How{"nobody", "aaaa bbbb cccc dddd", site.url, ""}}) {
        const auto refused = bench.connectAccount(how);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().code == Errc::AuthRevoked);
    }
    // An account whose password turned wrong: its listings answer 200 all the same, and it is not signed in.
    Bench signedIn(site, "reader");
    must(signedIn.secrets->set(signedIn.accountNow().secretKey(), Secret("aaaa bbbb cccc dddd")));
    const auto &network = *signedIn.catalogue.find("wordpress");
    const auto listing = signedIn.courier->ask<connect::FetchPage>(network, signedIn.accountNow(), net::RatePriority::User, {},
                                                                   [&](const connect::Context &context) { return network.buildFetch(context, {"comments", connect::Direction::Forward, {}, {}}); },
                                                                   [&](const connect::Context &context, const net::Response &response) { return network.parseFetch(context, {"comments", connect::Direction::Forward, {}, {}}, response); });
    CHECK(listing.has_value());
    const auto who = signedIn.courier->whoAmI(network, signedIn.accountNow(), net::RatePriority::User);
    REQUIRE_FALSE(who.has_value());
    CHECK(who.error().code == Errc::AuthRevoked);
    CHECK_FALSE(signedIn.sync().ok());
    CHECK(signedIn.accountNow().state == AccountState::ReconnectNeeded);
}

TEST_CASE("case 9: 120 comments in one burst are all read, none twice, although the feed shows ten")
{
    Site site;
    const int post = site.post("Une foule");
    Bench bench(site, "");
    bench.sync();
    bury(site, post, 120);
    const auto feed = site.ask(net::Method::Get, "/comments/feed/", "", nullptr).text;
    int shown = 0;
    for (auto at = feed.find("<item>"); at != std::string::npos; at = feed.find("<item>", at + 1))
        ++shown;
    CHECK(shown == 10);
    const auto report = bench.sync();
    int comments = 0;
    for (const auto &stream : report.streams)
        if (stream.key.stream == "comments")
            comments += stream.inserted;
    CHECK(comments == 120);
    CHECK(bench.sync().inserted() == 0);
}

TEST_CASE("case 10: behind Caddy with an authority of its own, compressed, over HTTP/2")
{
    Site site;
    Bench distrusting({"reader", "", site.tlsUrl, ""}, Bench::Empty{});
    const auto refused = distrusting.connectAccount({"reader", site.password("reader"), site.tlsUrl, ""});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Errc::Tls);
    Bench bench({"reader", site.password("reader"), site.tlsUrl, site.ca});
    CHECK(bench.instance == site.tlsUrl);
    const auto report = bench.sync();
    CHECK(report.ok());
    CHECK(report.inserted() > 1);
    std::ifstream log(env("VIGIE_WP_TLS_LOG"));
    std::ostringstream lines;
    lines << log.rdbuf();
    CHECK(lines.str().find("\"proto\":\"HTTP/2.0\"") != std::string::npos);
    CHECK(lines.str().find("\"Content-Encoding\":[\"gzip\"]") != std::string::npos);
    CHECK(lines.str().find(site.password("reader")) == std::string::npos);
}

TEST_CASE("case 10b: in French and in English the same refusals mean the same")
{
    Site site;
    const int post = site.post("Deux langues");
    const int comment = site.comment(post, "moderator", "Bilingue " + std::to_string(post));
    Bench bench(site, "moderator");
    bench.sync();
    const auto &network = *bench.catalogue.find("wordpress");
    const auto refusals = [&](const std::string &words) {
        std::vector<std::string> found, said;
        const auto note = [&](const Site::Answer &answer, OutboundKind kind) {
            Outbound outbound;
            outbound.kind = kind;
            outbound.parts.resize(1);
            outbound.parts.front().text = words;
            outbound.targetNative = commentId(post, comment);
            net::Response response;
            response.status = answer.status;
            response.body = answer.text;
            const Secret token("x");
            const auto outcome = network.absorb({bench.accountNow(), token, bench.clock.now()}, {outbound, 0, commentId(post, comment), {}}, {}, response);
            found.push_back(outcome ? "goes on" : errcName(outcome.error().code));
            said.push_back(answer.body.value("message", ""));
        };
        const Json body{{"post", post}, {"parent", comment}, {"content", words}};
        site.rest(net::Method::Post, "/comments", "moderator", body);
        note(site.rest(net::Method::Post, "/comments", "moderator", body), OutboundKind::Reply);                                    // duplicate
        note(site.rest(net::Method::Post, "/comments", "", body), OutboundKind::Reply);                                             // login required
        note(site.rest(net::Method::Post, "/comments", "moderator", {{"post", 999999}, {"content", words}}), OutboundKind::Reply);  // no such post
        note(site.rest(net::Method::Post, "/comments", "moderator", {{"post", post}, {"content", " "}}), OutboundKind::Reply);      // empty
        note(site.rest(net::Method::Post, "/comments/" + std::to_string(comment), "reader", {{"status", "spam"}}), OutboundKind::MarkSpam);
        note(site.rest(net::Method::Delete, "/comments/999999", "moderator"), OutboundKind::ApproveItem);
        return std::pair(found, said);
    };
    const auto french = refusals("Mot pour mot " + std::to_string(post));
    site.setLanguage("");
    const auto english = refusals("Word for word " + std::to_string(post));
    site.setLanguage("fr_FR");
    CHECK(french.first == english.first);
    CHECK(french.first == std::vector<std::string>{"goes on", "auth_revoked", "not_found", "content_refused", "forbidden", "not_found"});
    CHECK(french.second != english.second); // it did speak two languages
}
