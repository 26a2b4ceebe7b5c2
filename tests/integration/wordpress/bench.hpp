// SPDX-License-Identifier: GPL-3.0-or-later
// A running WordPress, what its people do there over REST, and Vigie's engines with one account on it. The site is
// started by ./run, which says where it is.
#pragma once

#include "connect/common/json.hpp"
#include "support/introduce.hpp"
#include "support/must.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/connect/courier.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/intake/engine.hpp>
#include <vigie/net/url.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace vigie::wptest {

using connect::Json;
using test::must;
using test::until;

inline std::string env(const char *name)
{
    const char *value = std::getenv(name);
    if (value == nullptr)
        throw std::runtime_error(std::string("start this with tests/integration/wordpress/run: no ") + name);
    return value;
}

/// The real time, moved ahead by what a test does not want to wait for.
class ShiftedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return real_.now() + ahead; }
    Micros ahead{0};

private:
    SystemClock real_;
};

/// Can lose the answer of the next POST after the site has taken it.
class LosingHttp final : public net::HttpClient {
public:
    explicit LosingHttp(net::HttpClient &inner) : inner_(inner) {}
    void send(net::Request request, std::stop_token stop, Executor &reply, std::function<void(net::Answer)> done) override
    {
        const bool lose = loseNext && request.method == net::Method::Post;
        loseNext = loseNext && !lose;
        inner_.send(std::move(request), std::move(stop), reply, [lose, done = std::move(done)](net::Answer answer) {
            done(lose ? net::Answer(tl::unexpected(net::Failure{Error{Errc::Network, "the connection broke", 0, {}, {}}, net::Sent::Maybe})) : std::move(answer));
        });
    }
    bool loseNext = false;

private:
    net::HttpClient &inner_;
};

inline net::EngineOptions engineOptions(const std::string &caFile = {})
{
    net::EngineOptions options;
    options.userAgent = "Vigie tests";
    options.caFile = caFile;
    return options;
}

/// The site and its people: admin, moderator (editor), writer (author), reader and guest (subscribers).
class Site {
public:
    Site() : url(env("VIGIE_WP_URL")), tlsUrl(env("VIGIE_WP_TLS_URL")), ca(env("VIGIE_WP_CA")), http_(engineOptions())
    {
        std::ifstream in(env("VIGIE_WP_PASSWORDS"));
        passwords_ = Json::parse(in);
    }

    struct Answer {
        int status = 0;
        Json body;
        std::string etag;
        std::string text;
    };
    Answer ask(net::Method method, const std::string &address, const std::string &who, const Json &body, const std::string &etag = {})
    {
        net::Request request;
        request.method = method;
        request.url = address.front() == '/' ? url + address : address;
        if (!who.empty()) { // signed as the connector signs: whether that is right, the site says
            Account account;
            account.connector = "wordpress";
            account.instance = url;
            account.settings = {{"user", who}};
            const Secret token(password(who));
            auto signedRequest = must(catalogue_.find("wordpress")->buildFetch({account, token, Instant{}}, {"posts", connect::Direction::Forward, {}, {}}));
            request.secretHeaders = signedRequest.secretHeaders;
        }
        if (!body.is_null()) {
            request.headers.push_back({"Content-Type", "application/json"});
            request.body = body.dump();
        }
        if (!etag.empty())
            request.headers.push_back({"If-None-Match", etag});
        auto answer = http_.sendAndWait(std::move(request));
        REQUIRE(answer.has_value());
        auto json = connect::parseJson(answer->body);
        return {answer->status, json ? std::move(*json) : Json(), std::string(answer->header("ETag")), answer->body};
    }
    Answer rest(net::Method method, const std::string &path, const std::string &who, const Json &body = nullptr) { return ask(method, "/wp-json/wp/v2" + path, who, body); }

    /// Ids as the site has them.
    int post(const std::string &title)
    {
        const auto made = rest(net::Method::Post, "/posts", "admin", {{"title", title}, {"content", "<p>" + title + "</p>"}, {"status", "publish"}});
        REQUIRE(made.status == 201);
        return made.body["id"].get<int>();
    }
    int comment(int post, const std::string &who, const std::string &text, int parent = 0)
    {
        Answer made;
        // Subscribers may comment every fifteen seconds; the site says so with a 400 of its own.
        REQUIRE(until([&] {
            made = rest(net::Method::Post, "/comments", who, {{"post", post}, {"parent", parent}, {"content", text}});
            return made.status != 400 || made.body["code"] != "comment_flood";
        }, std::chrono::seconds{40}));
        INFO(made.text);
        REQUIRE(made.status == 201);
        return made.body["id"].get<int>();
    }
    void setStatus(int comment, const std::string &status)
    {
        REQUIRE(rest(net::Method::Post, "/comments/" + std::to_string(comment), "moderator", {{"status", status}}).body["status"] == status);
    }
    std::string password(const std::string &who) const { return passwords_.at(who).get<std::string>(); }
    void setLanguage(const std::string &locale)
    {
        REQUIRE(rest(net::Method::Post, "/settings", "admin", {{"language", locale}}).status == 200);
    }
    /// How many comments with these words are there, in whatever state.
    int count(const std::string &words)
    {
        const auto found = rest(net::Method::Get, "/comments?status=any&per_page=100&search=" + net::encodeComponent(words), "moderator");
        REQUIRE(found.body.is_array());
        return static_cast<int>(found.body.size());
    }

    std::string url, tlsUrl, ca;

private:
    net::CurlEngine http_;
    Json passwords_;
    connect::Catalogue catalogue_ = connect::builtinCatalogue();
};

inline std::string commentId(int post, int comment)
{
    return "post/" + std::to_string(post) + "/comment/" + std::to_string(comment);
}

/// Vigie with one account there; `user` empty: what everybody may read.
class Bench {
public:
    struct How {
        std::string user, password, url, ca;
    };
    explicit Bench(const How &how) : Bench(how, open(how)) {}
    Bench(Site &site, const std::string &user) : Bench(How{user, user.empty() ? "" : site.password(user), site.url, ""}) {}

    /// Sign-in and account as the workspace makes them.
    Result<void> connectAccount(const How &how)
    {
        const auto &network = *catalogue.find("wordpress");
        Account wanted;
        wanted.connector = "wordpress";
        wanted.settings = {{"url", how.url}, {"user", how.user}};
        connect::Credential typed;
        if (!how.password.empty())
            typed.set("password", Secret(how.password));
        const connect::SignInForm form{wanted, typed, how.user.empty() ? connect::AuthKind::None : connect::AuthKind::Basic, clock.now()};
        VIGIE_TRY(const auto session, connect::converse<connect::SignedIn>([&](const std::vector<net::Response> &answers) { return network.signIn(form, answers); }, test::over(http)));
        wanted.instance = session.instance;
        for (const auto &[key, value] : session.settings)
            wanted.set(key, value);
        VIGIE_CHECK(test::introduce(network, wanted, session.credential, clock.now(), http));
        VIGIE_CHECK(secrets->set(wanted.secretKey(), connect::toSecret(session.credential)));
        account = write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        instance = wanted.instance;
        return {};
    }

    intake::SyncReport sync()
    {
        return must(engine->runAccount(account));
    }
    plan::PublishReport publish() { return must(publisher->runDue()); }

    std::optional<Item> item(const std::string &nativeId)
    {
        return read<std::optional<Item>>([&](store::Tx &tx) -> Result<std::optional<Item>> {
            store::Items items(tx);
            auto id = items.findNative("wordpress", instance, nativeId);
            if (!id)
                return std::optional<Item>();
            return items.get(*id);
        });
    }
    ItemState stateOf(const std::string &nativeId)
    {
        const auto found = item(nativeId);
        REQUIRE(found);
        return found->state;
    }
    OutboundId reply(const std::string &target, const std::string &text)
    {
        Outbound outbound;
        outbound.account = account;
        outbound.kind = OutboundKind::Reply;
        outbound.state = OutboundState::Planned;
        outbound.parts.resize(1);
        outbound.parts.front().text = text;
        outbound.targetNative = target;
        outbound.createdAt = outbound.changedAt = clock.now();
        outbound.dueAt = clock.now();
        return write<OutboundId>([&](store::Tx &tx) { return store::Outbox(tx).add(outbound); });
    }
    OutboundId act(OutboundKind kind, const std::string &target)
    {
        return write<OutboundId>([&](store::Tx &tx) -> Result<OutboundId> {
            VIGIE_TRY(const auto id, store::Items(tx).findNative("wordpress", instance, target));
            return plan::Planner(tx, catalogue).act(account, kind, id, "");
        });
    }
    Outbound outbound(OutboundId id)
    {
        return read<Outbound>([id](store::Tx &tx) { return store::Outbox(tx).get(id); });
    }
    Account accountNow()
    {
        return read<Account>([this](store::Tx &tx) { return store::Accounts(tx).get(account); });
    }

    template <class T>
    T write(const std::function<Result<T>(store::Tx &)> &job)
    {
        return must(store->writeNow<T>(job, store::Durability::Full));
    }
    template <class T>
    T read(const std::function<Result<T>(store::Tx &)> &job)
    {
        return must(store->readNow<T>(job));
    }

    std::filesystem::path folder;
    ShiftedClock clock;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::CurlEngine curl;
    LosingHttp http{curl};
    net::RateLedger rates;
    intake::Analysis analysis;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<intake::Engine> engine;
    std::unique_ptr<plan::Publisher> publisher;
    AccountId account;
    std::string instance;

    ~Bench()
    {
        publisher.reset();
        engine.reset();
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    /// Without an account: for what goes wrong when one is added.
    struct Empty {};
    Bench(const How &how, Empty) : folder(temporary()), curl(engineOptions(how.ca))
    {
        store = must(store::Store::open((folder / "workspace.vigie").string(), clock));
        courier = std::make_unique<connect::Courier>(connect::CourierParts{http, *secrets, rates, clock});
        engine = std::make_unique<intake::Engine>(intake::EngineParts{
            *store, catalogue, *courier, clock, analysis,
            [](store::Tx &tx, ItemId one, AccountId to, const std::string &reason, bool) { return desk::Desk(tx).absorb(one, to, reason); }});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, clock});
    }

private:
    struct Connected {};
    static Connected open(const How &) { return {}; }
    Bench(const How &how, Connected) : Bench(how, Empty{}) { must(connectAccount(how)); }

    static std::filesystem::path temporary()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-wp-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw std::runtime_error("no temporary folder");
        return pattern;
    }
};

} // namespace vigie::wptest
