// SPDX-License-Identifier: GPL-3.0-or-later
// Discourse's user keys: what its page shows is sealed here as Discourse seals it, by OpenSSL and without the code under test.
#include "recipe_support.hpp"

#include <vigie/connect/extensions.hpp>
#include <vigie/net/oauth.hpp>

#include <catch2/catch.hpp>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <memory>

using namespace vigie;
using namespace vigie::connect;
using namespace vigie::connect::test;

namespace {

std::string sealedFor(const std::string &publicKey, const std::string &plain, int padding)
{
    const std::unique_ptr<BIO, int (*)(BIO *)> bio(BIO_new_mem_buf(publicKey.data(), static_cast<int>(publicKey.size())), BIO_free);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    REQUIRE(key);
    const std::unique_ptr<EVP_PKEY_CTX, void (*)(EVP_PKEY_CTX *)> context(EVP_PKEY_CTX_new(key.get(), nullptr), EVP_PKEY_CTX_free);
    REQUIRE(EVP_PKEY_encrypt_init(context.get()) == 1);
    REQUIRE(EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) == 1);
    std::string sealed(512, '\0');
    std::size_t size = sealed.size();
    REQUIRE(EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char *>(sealed.data()), &size, reinterpret_cast<const unsigned char *>(plain.data()), plain.size()) == 1);
    std::string written(4 * ((size + 2) / 3) + 1, '\0');
    written.resize(static_cast<std::size_t>(EVP_EncodeBlock(reinterpret_cast<unsigned char *>(written.data()), reinterpret_cast<const unsigned char *>(sealed.data()), static_cast<int>(size))));
    for (std::size_t at = 60; at < written.size(); at += 61) // as Ruby's Base64.encode64 breaks its lines
        written.insert(at, "\n");
    return written + "\n";
}

struct Forum {
    Catalogue catalogue = builtinCatalogue();
    const Connector &discourse = *catalogue.find("discourse");
    Connector::OAuthApp app;
    net::QueryPairs asked;

    Forum()
    {
        REQUIRE(extension<OpensAnswers>(discourse) != nullptr);
        auto made = extension<OpensAnswers>(discourse)->makeApp();
        REQUIRE(made);
        app = std::move(*made);
        const auto url = discourse.authorizeUrl("https://forum.example", app, "urn:ietf:wg:oauth:2.0:oob", "n0nce", "unused");
        REQUIRE(url);
        CHECK(url->substr(0, url->find('?')) == "https://forum.example/user-api-key/new");
        asked = net::parseQuery(url->substr(url->find('?') + 1));
    }
    [[nodiscard]] std::string value(const std::string &name) const
    {
        for (const auto &[key, value] : asked)
            if (key == name)
                return value;
        return {};
    }
    [[nodiscard]] Result<Credential> open(const std::string &pasted, const std::string &state = "n0nce") const { return extension<OpensAnswers>(discourse)->openAnswer(app, state, pasted, Instant{}); }
};

} // namespace

TEST_CASE("Discourse: the browser's answer is unsealed, and is the key", "[recipe][auth][discourse]")
{
    Forum forum;
    CHECK(forum.value("application_name") == "Vigie");
    CHECK(forum.value("scopes") == "read,write,session_info");
    CHECK(forum.value("nonce") == "n0nce");
    CHECK(forum.value("client_id").size() == 32);
    CHECK(forum.value("auth_redirect").empty()); // a forum allows its own app's address alone: without one, it shows the answer
    CHECK(forum.value("public_key").find("PRIVATE") == std::string::npos);
    CHECK(extension<OpensAnswers>(*forum.catalogue.find("reddit"))->makeApp().error().code == Errc::Unsupported); // a code is exchanged there

    const auto padding = GENERATE(RSA_PKCS1_PADDING, RSA_PKCS1_OAEP_PADDING);
    const auto sealed = sealedFor(forum.value("public_key"), R"({"key":"k3y-of-the-forum","nonce":"n0nce","push":false,"api":4})", padding);
    const auto credential = forum.open(sealed);
    REQUIRE(credential);
    CHECK(credential->access.reveal() == "k3y-of-the-forum");
    CHECK(credential->field("client_id").reveal() == forum.value("client_id"));
    CHECK(credential->field("client_secret").empty()); // the private key ends with the sign-in

    // The key goes in Discourse's own headers, and as a secret.
    Account account;
    account.connector = "discourse";
    account.instance = "https://forum.example";
    const Context context{account, credential->access, Instant{}, &*credential};
    const auto me = forum.discourse.buildWhoAmI(context, {});
    REQUIRE(me);
    REQUIRE(*me);
    std::string key, client;
    for (const auto &header : (*me)->secretHeaders)
        (header.name == "User-Api-Key" ? key : client) = std::string(header.value.reveal());
    CHECK(key == "k3y-of-the-forum");
    CHECK(client == forum.value("client_id"));
}

TEST_CASE("Discourse: an answer of another sign-in, or none at all, opens nothing", "[recipe][auth][discourse]")
{
    Forum forum, other;
    CHECK(forum.value("public_key") != other.value("public_key"));
    const std::string payload = R"({"key":"k","nonce":"n0nce","api":4})";
    CHECK(forum.open(sealedFor(other.value("public_key"), payload, RSA_PKCS1_PADDING)).error().code == Errc::Protocol);
    CHECK(forum.open(sealedFor(forum.value("public_key"), payload, RSA_PKCS1_PADDING), "another").error().code == Errc::Protocol);
    CHECK(forum.open(sealedFor(forum.value("public_key"), R"({"key":"k"})", RSA_PKCS1_PADDING)).error().code == Errc::Protocol);
    CHECK(forum.open(sealedFor(forum.value("public_key"), R"({"nonce":"n0nce"})", RSA_PKCS1_PADDING)).error().code == Errc::Protocol);
    CHECK_FALSE(forum.open("k3y-typed-by-hand"));
    CHECK_FALSE(forum.open(""));
    CHECK_FALSE(forum.open(std::string(100'000, 'A')));
}

TEST_CASE("recipes: a sealed answer names its place, and only the browser brings one", "[recipe][auth]")
{
    auto recipe = smallRecipe();
    recipe["sign_in"] = Json::parse(R"([{"kind": "oauth", "oauth": {"answer": "sealed", "authorize": "{instance}/new", "extra": {"k": "{public_key}"}, "access": "/key"}}])");
    CHECK(RecipeDesk(recipe).why.find("\"nonce\" goes with a sealed answer") != std::string::npos);
    recipe["sign_in"][0]["oauth"]["nonce"] = "/nonce";
    CHECK(RecipeDesk(recipe).why.empty());
    recipe["sign_in"][0]["oauth"].erase("answer");
    recipe["sign_in"][0]["oauth"].erase("nonce");
    CHECK(RecipeDesk(recipe).why.find("public_key") != std::string::npos); // no such variable where a code is exchanged
}

namespace {

/// GitHub's side of a device code, as its documentation tells it: one state, answers with 200 whatever they say.
struct DevicePage {
    enum class State { Waiting, Allowed, Refused, TooLate } state = State::Waiting;
    std::chrono::seconds every{5};
    Instant last{};

    net::Response answer(const net::Request &request, Instant now)
    {
        std::string code, id;
        for (const auto &[key, value] : net::parseQuery(request.body))
            (key == "device_code" ? code : key == "client_id" ? id : state_) = value;
        if (request.url == "https://github.com/login/device/code")
            return say({{"device_code", "d3vice"}, {"user_code", "WDJB-MJHT"}, {"verification_uri", "https://github.com/login/device"}, {"expires_in", 900}, {"interval", every.count()}});
        CHECK(request.url == "https://github.com/login/oauth/access_token");
        CHECK(state_ == "urn:ietf:params:oauth:grant-type:device_code");
        if (id != "Iv1.0123")
            return say({{"error", "incorrect_client_credentials"}});
        if (code != "d3vice")
            return say({{"error", "incorrect_device_code"}});
        const bool tooSoon = toMicros(last) != 0 && now - last < every;
        last = now;
        if (tooSoon) {
            every += std::chrono::seconds{5};
            return say({{"error", "slow_down"}, {"interval", every.count()}});
        }
        switch (state) {
        case State::Waiting: return say({{"error", "authorization_pending"}});
        case State::Refused: return say({{"error", "access_denied"}});
        case State::TooLate: return say({{"error", "expired_token"}});
        case State::Allowed: break;
        }
        return say({{"access_token", "gho_16C7e42F"}, {"token_type", "bearer"}, {"scope", "public_repo,read:user"}});
    }

private:
    static net::Response say(const Json &body) { return RecipeDesk::reply(200, body.dump()); }
    std::string state_;
};

} // namespace

TEST_CASE("GitHub: a device code waits, slows down, ends and is refused", "[recipe][auth][github]")
{
    const auto catalogue = builtinCatalogue();
    const auto &github = *catalogue.find("github");
    Account account;
    account.connector = "github";
    account.instance = "https://api.github.com";
    Credential typed;
    typed.set("client_id", Secret("Iv1.0123"));
    DevicePage page;
    auto now = at("2026-11-21T12:00:00Z");
    const auto grant = github.parseDeviceGrant(page.answer(github.buildDeviceGrant(account, typed).value(), now));
    REQUIRE(grant);
    CHECK(grant->userCode == "WDJB-MJHT");
    CHECK(grant->every == std::chrono::seconds{5});
    const auto poll = [&](int later) {
        now += std::chrono::seconds{later};
        return github.parseDevicePoll(page.answer(github.buildDevicePoll(account, typed, *grant).value(), now), now);
    };
    CHECK(poll(5).error().code == Errc::Pending);
    const auto slower = poll(2).error();
    CHECK(slower.code == Errc::Pending);
    CHECK(slower.retryAfter == std::chrono::seconds{10});
    CHECK(poll(10).error().code == Errc::Pending);
    page.state = DevicePage::State::Refused;
    CHECK(poll(10).error().code == Errc::Forbidden);
    page.state = DevicePage::State::TooLate;
    CHECK(poll(10).error().code == Errc::Timeout);
    page.state = DevicePage::State::Allowed;
    const auto credential = poll(10);
    REQUIRE(credential);
    CHECK(credential->access.reveal() == "gho_16C7e42F");
    CHECK(credential->scopes == std::vector<std::string>{"public_repo", "read:user"});
    typed.set("client_id", Secret("Iv1.9999"));
    CHECK(poll(10).error().code == Errc::InvalidInput);
}
