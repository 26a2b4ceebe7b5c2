// SPDX-License-Identifier: GPL-3.0-or-later
// Google's sign-in, tokens that are signed here, and the requests that Prism has no document for.
#include "connect/common/api_base.hpp"
#include "connect/common/jwt.hpp"
#include "connect/common/newest_first.hpp"
#include "connect/google/google.hpp"

#include <vigie/net/url.hpp>

#include <catch2/catch.hpp>

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <map>

using namespace vigie;
using namespace vigie::connect;

namespace {

const Instant kNow = parseRfc3339("2026-11-21T12:00:00Z").value();

struct Key {
    explicit Key(EVP_PKEY *made) : key(made) {}
    ~Key() { EVP_PKEY_free(key); }
    Key(const Key &) = delete;
    Key &operator=(const Key &) = delete;
    [[nodiscard]] Secret pem() const
    {
        BIO *bio = BIO_new(BIO_s_mem());
        PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
        char *text = nullptr;
        const auto size = BIO_get_mem_data(bio, &text);
        std::string all(text, static_cast<std::size_t>(size));
        BIO_free(bio);
        return Secret(all);
    }
    EVP_PKEY *key;
};

std::string fromBase64Url(std::string text)
{
    for (char &c : text)
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    const auto missing = (4 - text.size() % 4) % 4;
    text.append(missing, '=');
    std::string out(text.size() / 4 * 3, '\0');
    const auto size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(out.data()), reinterpret_cast<const unsigned char *>(text.data()), static_cast<int>(text.size()));
    REQUIRE(size >= 0);
    out.resize(static_cast<std::size_t>(size) - missing);
    return out;
}

struct Token {
    Json header, claims;
    std::string text, signature;
};
Token tokenOf(const Secret &jwt)
{
    const std::string all(jwt.reveal());
    const auto first = all.find('.'), second = all.rfind('.');
    REQUIRE(first < second);
    return {Json::parse(fromBase64Url(all.substr(0, first))), Json::parse(fromBase64Url(all.substr(first + 1, second - first - 1))), all.substr(0, second), fromBase64Url(all.substr(second + 1))};
}

bool verifies(EVP_PKEY *key, const std::string &text, const std::string &signature)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool good = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1
                      && EVP_DigestVerify(context, reinterpret_cast<const unsigned char *>(signature.data()), signature.size(), reinterpret_cast<const unsigned char *>(text.data()), text.size()) == 1;
    EVP_MD_CTX_free(context);
    return good;
}

/// R and S side by side, back in the form OpenSSL verifies.
std::string derOf(const std::string &plain)
{
    REQUIRE(plain.size() == 64);
    const auto *bytes = reinterpret_cast<const unsigned char *>(plain.data());
    ECDSA_SIG *signature = ECDSA_SIG_new();
    ECDSA_SIG_set0(signature, BN_bin2bn(bytes, 32, nullptr), BN_bin2bn(bytes + 32, 32, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature, &der);
    std::string out(reinterpret_cast<char *>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    ECDSA_SIG_free(signature);
    return out;
}

std::map<std::string, std::string> pairsOf(std::string_view text)
{
    std::map<std::string, std::string> all;
    for (const auto &[name, value] : net::parseQuery(text))
        all[name] = value;
    return all;
}

net::Response answer(int status, const std::string &body)
{
    net::Response response;
    response.status = status;
    response.body = body;
    return response;
}

} // namespace

TEST_CASE("tokens are signed with the person's own key and stand the other half's test", "[google]")
{
    const Key rsa(EVP_RSA_gen(2048)), ec(EVP_EC_gen("P-256"));
    const auto rs = signJwt(JwtAlgorithm::Rs256, {{"kid", "k"}}, {{"iss", "a@b"}}, rsa.pem());
    REQUIRE(rs);
    const auto first = tokenOf(*rs);
    CHECK(first.header == Json{{"alg", "RS256"}, {"kid", "k"}, {"typ", "JWT"}});
    CHECK(first.claims == Json{{"iss", "a@b"}});
    CHECK(verifies(rsa.key, first.text, first.signature));
    CHECK_FALSE(verifies(rsa.key, first.text + "x", first.signature));
    for (int i = 0; i < 40; ++i) { // R or S begin with a zero byte now and then
        const auto es = signJwt(JwtAlgorithm::Es256, Json::object(), {{"n", i}}, ec.pem());
        REQUIRE(es);
        const auto token = tokenOf(*es);
        CHECK(verifies(ec.key, token.text, derOf(token.signature)));
    }
    CHECK(signJwt(JwtAlgorithm::Es256, Json::object(), Json::object(), rsa.pem()).error().code == Errc::InvalidInput);
    CHECK(signJwt(JwtAlgorithm::Rs256, Json::object(), Json::object(), ec.pem()).error().code == Errc::InvalidInput);
    CHECK(signJwt(JwtAlgorithm::Rs256, Json::object(), Json::object(), Secret("no key")).error().code == Errc::InvalidInput);
}

TEST_CASE("google: the sign-in asks for what can be renewed, with PKCE and the person's own client", "[google]")
{
    const auto youtube = makeYouTube();
    const Connector::OAuthApp app{"client-1", Secret("secret-1")};
    const auto url = youtube->authorizeUrl("", app, "http://127.0.0.1:4711/callback", "state-1", "challenge-1").value();
    CHECK(url.rfind("https://accounts.google.com/o/oauth2/v2/auth?", 0) == 0);
    const auto asked = pairsOf(url.substr(url.find('?') + 1));
    CHECK(asked.at("access_type") == "offline");
    CHECK(asked.at("prompt") == "consent");
    CHECK(asked.at("code_challenge") == "challenge-1");
    CHECK(asked.at("code_challenge_method") == "S256");
    CHECK(asked.at("scope") == "https://www.googleapis.com/auth/youtube.force-ssl");
    CHECK(url.find("secret-1") == std::string::npos);
    CHECK(youtube->buildRegister("", "x").error().code == Errc::Unsupported);

    const auto exchange = youtube->buildToken("", app, "http://127.0.0.1:4711/callback", "code-1", "verifier-1").value();
    CHECK(exchange.url == "https://oauth2.googleapis.com/token");
    CHECK(pairsOf(exchange.body).at("code_verifier") == "verifier-1");
    CHECK(pairsOf(exchange.body).at("client_secret") == "secret-1");
    const auto given = youtube->parseToken(answer(200, R"({"access_token":"a","expires_in":3599,"refresh_token":"r","refresh_token_expires_in":604799,"scope":"one two","token_type":"Bearer"})"), kNow).value();
    CHECK(given.expiresAt == kNow + std::chrono::seconds{3599});
    CHECK(given.refreshUntil == kNow + std::chrono::seconds{604799});
    CHECK(given.scopes == std::vector<std::string>{"one", "two"});
}

TEST_CASE("google: only a permission that was taken back ends a sign-in", "[google]")
{
    const auto youtube = makeYouTube();
    const Account account;
    Credential credential;
    credential.access = Secret("a");
    credential.refresh = Secret("r");
    credential.set("client_id", Secret("client-1"));
    const Context context{account, credential.access, kNow, &credential};
    CHECK(pairsOf(youtube->buildRefresh(context).value().body).at("refresh_token") == "r");
    const auto meaning = [&](int status, const char *body) { return youtube->parseRefresh(context, answer(status, body)).error().code; };
    CHECK(meaning(400, R"({"error":"invalid_grant","error_description":"Token has been expired or revoked."})") == Errc::AuthRevoked);
    CHECK(meaning(401, R"({"error":"invalid_client"})") == Errc::Forbidden);
    CHECK(meaning(401, "") == Errc::Forbidden);
    CHECK(meaning(503, "") == Errc::Server);
    CHECK(meaning(200, "{}") == Errc::Protocol);
    credential.refresh = Secret();
    CHECK(youtube->buildRefresh(context).error().code == Errc::Unsupported);
}

TEST_CASE("a network's one address gives way to this very machine alone", "[google]")
{
    CHECK(apiBase("", "https://real.example") == "https://real.example");
    CHECK(apiBase("https://evil.example", "https://real.example") == "https://real.example");
    CHECK(apiBase("http://127.0.0.1.evil.example", "https://real.example") == "https://real.example");
    CHECK(apiBase("http://127.0.0.1@evil.example/", "https://real.example") == "https://real.example");
    CHECK(apiBase("http://127.0.0.1:8080/x", "https://real.example") == "http://127.0.0.1:8080");
}

TEST_CASE("app store: the token is minted here, lives a quarter of an hour and says whose key it is", "[google]")
{
    const Key ec(EVP_EC_gen("P-256"));
    const auto store = makeAppStore();
    Account account;
    account.set("key_id", "KEY1");
    account.set("issuer_id", "issuer-1");
    Credential typed;
    typed.set("private_key", ec.pem());
    const auto progress = store->signIn({account, typed, AuthKind::SignedKey, kNow}, {}).value();
    const auto &done = std::get<SignedIn>(progress);
    CHECK(done.credential.expiresAt == kNow + std::chrono::minutes{15});
    CHECK(done.credential.field("private_key").reveal() == ec.pem().reveal());
    const auto token = tokenOf(done.credential.access);
    CHECK(token.header == Json{{"alg", "ES256"}, {"kid", "KEY1"}, {"typ", "JWT"}});
    CHECK(token.claims["aud"] == "appstoreconnect-v1");
    CHECK(token.claims["iss"] == "issuer-1");
    CHECK(token.claims["exp"].get<int>() - token.claims["iat"].get<int>() == 900);
    CHECK(verifies(ec.key, token.text, derOf(token.signature)));

    account.set("issuer_id", "");
    const Context context{account, done.credential.access, kNow + std::chrono::hours{1}, &done.credential};
    const auto again = tokenOf(store->mint(context).value().access);
    CHECK(again.claims["sub"] == "user");
    CHECK_FALSE(again.claims.contains("iss"));
    account.set("key_id", "");
    CHECK(store->mint(context).error().code == Errc::InvalidInput);
}

TEST_CASE("app store: pages, answers and their ids", "[google]")
{
    const auto store = makeAppStore();
    Account account;
    account.nativeId = "issuer-1";
    account.set("app_names", R"({"77":"Atelier"})");
    const Secret token("t");
    const Context context{account, token, kNow};
    REQUIRE(store->streams(account).size() == 1);
    FetchSpec spec;
    spec.stream = "reviews:77";
    spec.direction = Direction::Backfill;
    const auto first = store->buildFetch(context, spec).value();
    CHECK(first.url == "https://api.appstoreconnect.apple.com/v1/apps/77/customerReviews?sort=-createdDate&include=response&limit=200");
    const auto page = store->parseFetch(context, spec, answer(200, R"({"data":[{"type":"customerReviews","id":"r1","attributes":{"rating":5}}],"links":{"next":"https://elsewhere.example/x?cursor=AbC"}})")).value();
    spec.page = page.nextPage;
    const auto second = store->buildFetch(context, spec).value();
    CHECK(second.url.rfind("https://api.appstoreconnect.apple.com/", 0) == 0); // the cursor is taken, the address is not
    CHECK(pairsOf(second.url.substr(second.url.find('?') + 1)).at("cursor") == "AbC");

    Outbound outbound;
    outbound.kind = OutboundKind::Reply;
    outbound.parts.push_back({});
    outbound.parts.front().text = "Merci";
    const PublishJob job{outbound, 0, "r1", {}};
    const auto step = store->nextStep(context, job, {}).value();
    CHECK(Json::parse(step.request.body)["data"]["relationships"]["review"]["data"] == Json{{"type", "customerReviews"}, {"id", "r1"}});
    const auto outcome = store->absorb(context, job, {}, answer(201, R"({"data":{"type":"customerReviewResponses","id":"resp-9","attributes":{"state":"PENDING_PUBLISH"}}})")).value();
    CHECK(std::get<PublishDone>(outcome).nativeId == "r1/response/resp-9");
    CHECK(std::get<PublishDone>(outcome).held);
    outbound.kind = OutboundKind::Delete;
    outbound.targetNative = "r1/response/resp-9";
    CHECK(store->nextStep(context, job, {}).value().request.url == "https://api.appstoreconnect.apple.com/v1/customerReviewResponses/resp-9");
    outbound.targetNative = "r1";
    CHECK(store->nextStep(context, job, {}).error().code == Errc::InvalidInput);
    outbound.kind = OutboundKind::Edit;
    outbound.targetNative = "r1/response/resp-9";
    outbound.parts.front().text = std::string(5971, 'x');
    CHECK(store->nextStep(context, job, {}).error().code == Errc::ContentRefused);
}

TEST_CASE("reading newest first ends on known ground, and no sooner than edits may lie", "[google]")
{
    const auto at = [](int minute) { return kNow + std::chrono::minutes{minute}; };
    NewestHabits habits;
    habits.overlap = std::chrono::minutes{10};
    FetchSpec spec;
    FetchPage first;
    NewestPage top;
    top.add("b", at(0));
    top.add("a", at(-5));
    goOn(first, spec, top, "more", habits);
    CHECK(first.nextPage.empty()); // the first run leaves history to backfill
    REQUIRE_FALSE(first.cursor.empty());

    spec.cursor = first.cursor;
    FetchPage second;
    NewestPage all;
    all.add("d", at(20));
    all.add("c", at(15));
    goOn(second, spec, all, "next", habits);
    REQUIRE_FALSE(second.nextPage.empty()); // nothing known yet
    CHECK(second.cursor.empty());
    spec.page = second.nextPage;
    FetchPage third;
    NewestPage below;
    below.add("b", at(0));
    goOn(third, spec, below, "further", habits);
    CHECK(third.reachedKnown);
    REQUIRE_FALSE(third.nextPage.empty()); // known, but not ten minutes below the mark
    spec.page = third.nextPage;
    FetchPage fourth;
    NewestPage old;
    old.add("z", at(-30));
    goOn(fourth, spec, old, "evermore", habits);
    CHECK(fourth.nextPage.empty());
    CHECK_FALSE(fourth.capped);
    const auto mark = NewestMark::from(fourth.cursor);
    CHECK(mark.seen.front() == "d");
    CHECK(mark.knows("a"));
    CHECK(mark.at == at(20));

    // A server that never ends is left at the page limit, and the rest is told as a gap.
    FetchSpec endless;
    endless.cursor = fourth.cursor;
    int pages = 0;
    FetchPage page;
    do {
        page = FetchPage{};
        NewestPage fresh;
        fresh.add("n" + std::to_string(pages), at(1000 - pages));
        goOn(page, endless, fresh, "t" + std::to_string(pages), habits);
        endless.page = page.nextPage;
    } while (!page.nextPage.empty() && ++pages < 200);
    CHECK(pages == habits.mostPages - 1);
    CHECK(page.capped);
}

TEST_CASE("google: what was typed is recognised", "[google]")
{
    const auto settings = [](const Connector &connector, const char *typed) {
        const auto found = connector.guess(typed);
        return found ? (found->settings.empty() ? std::string("-") : found->settings.front().value) : std::string();
    };
    CHECK(settings(*makeYouTube(), "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3") == "dQw4w9WgXcQ");
    CHECK(settings(*makeYouTube(), "youtu.be/dQw4w9WgXcQ") == "dQw4w9WgXcQ");
    CHECK(settings(*makeYouTube(), "youtube.com/@dubreuil") == "-");
    CHECK(settings(*makeYouTube(), "social.example").empty());
    CHECK(settings(*makeGooglePlay(), "https://play.google.com/store/apps/details?id=fr.dubreuil.atelier&hl=fr") == "fr.dubreuil.atelier");
    CHECK(settings(*makeAppStore(), "https://apps.apple.com/fr/app/atelier/id1234567890?l=fr") == "1234567890");
    CHECK(settings(*makeGoogleReviews(), "https://business.google.com/n/1") == "-");
}
