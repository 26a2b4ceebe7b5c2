// SPDX-License-Identifier: GPL-3.0-or-later
// Ten cases of Google Play's reviews, judged by the Android Publisher document.
#include "judge.hpp"

#include <openssl/evp.h>
#include <openssl/pem.h>

using namespace vigie;
using namespace vigie::contracts;

namespace {

constexpr const char *kReviews = "GET /androidpublisher/v3/applications/fr.dubreuil.atelier/reviews";
constexpr const char *kReply = "POST /androidpublisher/v3/applications/fr.dubreuil.atelier/reviews/gp";

struct App : Trial {
    App() : Trial("google_play") {}
    std::string review(int stars, const std::string &text, Json more = Json::object())
    {
        more.update({{"do", "review"}, {"stars", stars}, {"text", text}});
        return "fr.dubreuil.atelier/reviews/" + tell(more).get<std::string>();
    }
    void open(connect::Credential credential = googleCredential()) { account("google-play", {{"packages", "fr.dubreuil.atelier"}}, std::move(credential)); }
    Json reviewAt(const std::string &native) { return tell({{"do", "state"}})[native.substr(native.rfind('/') + 1)]; }
};

/// The file a service account comes with, around a key that is made here.
Secret serviceFile()
{
    EVP_PKEY *key = EVP_RSA_gen(2048);
    REQUIRE(key != nullptr);
    BIO *bio = BIO_new(BIO_s_mem());
    REQUIRE(PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    char *text = nullptr;
    const auto size = BIO_get_mem_data(bio, &text);
    const Json file{{"type", "service_account"}, {"client_email", "robot@project.iam.gserviceaccount.com"}, {"private_key", std::string(text, static_cast<std::size_t>(size))}};
    BIO_free(bio);
    EVP_PKEY_free(key);
    return Secret(file.dump());
}

} // namespace

TEST_CASE("Play 1: reviews are listed per app, within bounds", "[google_play]")
{
    App app;
    const auto review = app.review(4, "Pratique\tTout y est");
    app.open();
    CHECK(app.sync().ok());
    CHECK(Trial::query(app.lastAsked(kReviews), "maxResults") == "100");
    CHECK(app.known(review).kind == ItemKind::Review);
    CHECK(app.known(review).container == "fr.dubreuil.atelier");
    CHECK(*app.known(review).rating == Approx(0.8));
    app.mustBeRefused(net::Method::Get, "/androidpublisher/v3/applications/fr.dubreuil.atelier/reviews?maxResults=beaucoup");
    app.mustBeRefused(net::Method::Get, "/androidpublisher/v3/applications/fr.dubreuil.atelier/reviews", {}, "");
}

TEST_CASE("Play 2: title and words are told apart by the tab, and the original is kept, not its translation", "[google_play]")
{
    App app;
    const auto titled = app.review(5, "Bravo\tTr\u00e8s utile");
    const auto plain = app.review(3, "Sans titre", {{"minutes_ago", 50}});
    const auto foreign = app.review(2, "Ne marche pas", {{"original", "Does\tnot work"}, {"language", "en_US"}, {"minutes_ago", 40}});
    app.open();
    CHECK(app.sync().ok());
    CHECK(app.known(titled).title == "Bravo");
    CHECK(app.known(titled).text == "Tr\u00e8s utile");
    CHECK(app.known(plain).title.empty());
    CHECK(app.known(foreign).title == "Does");
    CHECK(app.known(foreign).text == "not work");
    CHECK(app.known(foreign).lang == "en");
}

TEST_CASE("Play 3: the token of the next page is followed to its end", "[google_play]")
{
    App app;
    app.tell({{"do", "set_page_size"}, {"size", 3}});
    for (int i = 0; i < 8; ++i)
        app.review(1 + i % 5, "avis" + std::to_string(i), {{"minutes_ago", 2000 - i * 100}});
    app.open();
    CHECK(app.sync(10).ok());
    CHECK(app.stored() == 8);
    CHECK(Trial::query(app.lastAsked(kReviews), "token") == "page-6");
}

TEST_CASE("Play 4: an answer is one POST of replyText, and a second one overwrites", "[google_play]")
{
    App app;
    const auto review = app.review(2, "Bof");
    app.open();
    CHECK(app.sync().ok());
    const auto sent = app.act(OutboundKind::Reply, review, "Merci, dites-nous en plus.");
    CHECK(sent.state == OutboundState::Sent);
    CHECK(app.lastAsked(kReply)["json"] == Json{{"replyText", "Merci, dites-nous en plus."}});
    CHECK(app.act(OutboundKind::Edit, sent.parts.front().nativeId, "Merci !").state == OutboundState::Sent);
    CHECK(app.reviewAt(review)["comments"].size() == 2);
    CHECK(app.reviewAt(review)["comments"][1]["developerComment"]["text"] == "Merci !");
    app.mustBeRefused(net::Method::Post, "/androidpublisher/v3/applications/fr.dubreuil.atelier/reviews/gp1:reply", R"({"replyText":5})");
}

TEST_CASE("Play 5: 350 characters are counted before anything is sent", "[google_play]")
{
    App app;
    const auto review = app.review(2, "Bof");
    app.open();
    CHECK(app.sync().ok());
    std::string accents;
    for (int i = 0; i < 350; ++i)
        accents += "\u00e9";
    const auto tooLong = app.act(OutboundKind::Reply, review, accents + "!");
    CHECK(tooLong.state == OutboundState::Failed);
    CHECK(tooLong.error->code == Errc::ContentRefused);
    CHECK(app.timesAsked(kReply) == 0);
    CHECK(app.act(OutboundKind::Reply, review, accents).state == OutboundState::Sent);
    CHECK(app.timesAsked(kReply) == 1);
}

TEST_CASE("Play 6: times are seconds as text and nanoseconds, and what is older than a week is a gap that is told", "[google_play]")
{
    App app;
    const auto review = app.review(5, "Bien");
    app.open();
    CHECK(app.sync().ok());
    CHECK(toRfc3339(app.known(review).publishedAt) == "2026-11-21T09:00:00.25Z");
    app.tell({{"do", "set_clock"}, {"minutes", 60 * 24 * 10}});
    app.clock.advance(std::chrono::hours{24 * 10});
    app.review(1, "Dix jours plus tard");
    const auto report = app.sync();
    CHECK(report.ok());
    const auto gaps = app.read<std::vector<SyncWindow>>([](store::Tx &tx) { return store::Sync(tx).openGaps(); });
    REQUIRE(gaps.size() == 1);
    CHECK(gaps.front().reason == "server-cap");
}

TEST_CASE("Play 7: a review changed after our answer says so", "[google_play]")
{
    App app;
    const auto review = app.review(1, "Plante au d\u00e9marrage");
    app.open();
    CHECK(app.sync().ok());
    CHECK(app.act(OutboundKind::Reply, review, "Corrig\u00e9 dans la 1.3").state == OutboundState::Sent);
    app.tell({{"do", "set_clock"}, {"minutes", 60}});
    app.tell({{"do", "change"}, {"id", "gp:1"}, {"stars", 5}, {"text", "Corrig\u00e9, merci"}});
    app.clock.advance(std::chrono::hours{2});
    CHECK(app.sync().ok());
    CHECK(app.known(review).text == "Corrig\u00e9, merci");
    CHECK(*app.known(review).rating == Approx(1.0));
    CHECK(app.known(review).editedAt);
    CHECK(app.known(review + "/reply").ours == app.id);
}

TEST_CASE("Play 8: a service account signs for its access, and signs again when that ends", "[google_play]")
{
    App app;
    app.review(5, "Bien");
    const auto *connector = app.catalogue.find("google-play");
    Account typedAccount;
    typedAccount.instance = app.base;
    connect::Credential typed;
    typed.set("service_key", serviceFile());
    const connect::SignInForm form{typedAccount, typed, connect::AuthKind::SignedKey, app.clock.now()};
    auto first = must(connector->signIn(form, {}));
    REQUIRE(std::holds_alternative<net::Request>(first));
    const std::vector<net::Response> answers{*app.http.sendAndWait(std::move(std::get<net::Request>(first)))};
    const auto done = std::get<connect::SignedIn>(must(connector->signIn(form, answers)));
    CHECK(done.credential.access.reveal() == "access-2");
    CHECK(done.credential.expiresAt == app.clock.now() + std::chrono::seconds{3599});
    app.open(done.credential);
    app.tell({{"do", "expire"}});
    CHECK(app.sync().ok());
    CHECK(app.stored() == 1);
    CHECK(app.timesAsked("POST /token") == 2);
    CHECK(app.lastAsked("POST /token")["body"].get<std::string>().find("jwt-bearer") != std::string::npos);
}

TEST_CASE("Play 9: an app that is not ours is said by its name, and a limit is waited out", "[google_play]")
{
    App app;
    const auto review = app.review(5, "Bien");
    app.open();
    const auto *connector = app.catalogue.find("google-play");
    auto foreign = app.loaded();
    foreign.set("packages", "com.other");
    const auto refused = app.courier->whoAmI(*connector, foreign, net::RatePriority::User);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::Forbidden);
    CHECK(refused.error().detail.find("com.other") != std::string::npos);

    app.tell({{"do", "fault"}, {"on", "GET /androidpublisher"}, {"status", 429}, {"headers", {{"Retry-After", "90"}}}, {"body", {{"error", {{"code", 429}, {"status", "RESOURCE_EXHAUSTED"}}}}}});
    const auto limited = app.sync();
    REQUIRE(limited.streams.front().error);
    CHECK(limited.streams.front().error->code == Errc::RateLimited);
    CHECK(limited.streams.front().error->retryAfter == std::chrono::seconds{90});
    const auto asked = app.asked().size();
    app.clock.advance(std::chrono::seconds{80});
    (void)app.sync();
    CHECK(app.asked().size() == asked); // nothing else was sent
    app.clock.advance(std::chrono::seconds{11});
    CHECK(app.sync().ok());
    CHECK(app.known(review).text == "Bien");
}

TEST_CASE("Play 10: an answer whose outcome is lost is looked for, not sent twice", "[google_play]")
{
    App app;
    const auto review = app.review(2, "Bof");
    app.open();
    CHECK(app.sync().ok());
    app.tell({{"do", "fault"}, {"on", "POST /androidpublisher"}, {"after", "status"}, {"status", 503}, {"body", {{"error", {{"code", 503}}}}}});
    const auto lost = app.plan(OutboundKind::Reply, review, "Merci du retour");
    (void)must(app.publisher->runDue());
    CHECK(app.outbound(lost).state == OutboundState::Unknown);
    app.settle();
    CHECK(app.outbound(lost).state == OutboundState::Sent);
    CHECK(app.timesAsked(kReply) == 1);
}
