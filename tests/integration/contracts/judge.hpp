// SPDX-License-Identifier: GPL-3.0-or-later
// A case before the judge: the real connector and engines, the real network engine, Prism with the vendor's document, and
// a fake of ours behind it. Started by the script "run" of this folder, which says where both listen.
//
//   Trial trial("youtube");                       // env VIGIE_CONTRACT_YOUTUBE; the fake is reset
//   trial.tell({{"do", "say"}, {"text", "Bonjour"}});
//   trial.account("youtube", {}, credential);     // as a person adds it: whoAmI, store, secrets
//   trial.sync(); trial.act(...); trial.log();    // the engines run, and what the vendor was really asked
//
// Each Trial ends with a look at the judge: whatever Prism said against a request of ours or an answer of the fake fails
// the case, unless expectVerdict() took it away.
#pragma once

#include "connect/common/json.hpp"
#include "support/introduce.hpp"
#include "support/must.hpp"

#include <vigie/connect/courier.hpp>
#include <vigie/desk/desk.hpp>
#include <vigie/intake/engine.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/store/figures.hpp>
#include <vigie/store/items.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>
#include <vigie/store/sync.hpp>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <sstream>

namespace vigie::contracts {

using connect::Json;
using test::must;
using Settings = std::vector<AccountSetting>;

/// Sends through libcurl and keeps what the judge said of it.
class JudgedHttp final : public net::HttpClient {
public:
    JudgedHttp() : engine_(options()) {}
    void send(net::Request request, std::stop_token stop, Executor &reply, std::function<void(net::Answer)> done) override
    {
        request.timeout = std::min(request.timeout, std::chrono::milliseconds{8000}); // a judge that hangs must not hold the run
        const auto asked = std::string(net::methodName(request.method)) + " " + request.url;
        engine_.send(std::move(request), std::move(stop), reply, [this, asked, done = std::move(done)](net::Answer answer) {
            if (answer)
                note(asked, *answer);
            done(std::move(answer));
        });
    }
    [[nodiscard]] std::vector<std::string> takeVerdicts()
    {
        const std::lock_guard guard(mutex_);
        return std::exchange(verdicts_, {});
    }

private:
    static net::EngineOptions options()
    {
        net::EngineOptions all;
        all.userAgent = "Vigie contracts";
        return all;
    }
    /// Either in a header beside the answer, or instead of it. A status that the document does not name is a warning there.
    void note(const std::string &asked, const net::Response &response)
    {
        std::string said;
        const auto violations = connect::parseJson(response.header("sl-violations"));
        if (violations && violations->is_array())
            for (const auto &one : *violations)
                if (connect::textAt(one, "severity") == "Error")
                    said += " " + connect::dump(one);
        if (response.header("content-type").find("application/problem+json") != std::string_view::npos && response.body.find("prism/errors#") != std::string::npos)
            said += " " + response.body;
        if (said.empty())
            return;
        const std::lock_guard guard(mutex_);
        verdicts_.push_back(asked + ":" + said);
    }

    net::CurlEngine engine_;
    std::mutex mutex_;
    std::vector<std::string> verdicts_;
};

class Trial {
public:
    explicit Trial(const std::string &vendor) : clock(fromMicros(1'795'255'200'000'000)) // 2026-11-21T10:00:00Z, where the fakes begin too
    {
        std::string variable = "VIGIE_CONTRACT_" + vendor;
        for (char &c : variable)
            c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        const char *where = std::getenv(variable.c_str());
        INFO(variable << " is set by the script \"run\" beside this test");
        REQUIRE(where != nullptr);
        std::istringstream ports(where);
        int judge = 0, fake = 0;
        ports >> judge >> fake;
        base = "http://127.0.0.1:" + std::to_string(judge);
        fake_ = "http://127.0.0.1:" + std::to_string(fake);
        std::string pattern = (std::filesystem::temp_directory_path() / "vigie-contract-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        store = must(store::Store::open(folder_ + "/workspace.vigie", clock));
        courier = std::make_unique<connect::Courier>(connect::CourierParts{http, *secrets, rates, clock, nullptr, {}});
        engine = std::make_unique<intake::Engine>(intake::EngineParts{
            *store, catalogue, *courier, clock, analysis,
            [](store::Tx &tx, ItemId item, AccountId to, const std::string &reason, bool) { return desk::Desk(tx).absorb(item, to, reason); }});
        publisher = std::make_unique<plan::Publisher>(plan::PublisherParts{*store, catalogue, *courier, clock, {}});
        publisher->onWait([this](std::chrono::seconds span, std::stop_token) { clock.advance(span); });
        tell({{"do", "reset"}});
    }
    ~Trial()
    {
        publisher.reset();
        engine.reset();
        store.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        const auto verdicts = http.takeVerdicts();
        CAPTURE(verdicts);
        CHECK(verdicts.empty());
    }
    Trial(const Trial &) = delete;
    Trial &operator=(const Trial &) = delete;

    // ---- the fake ------------------------------------------------------------------------------------------------------

    /// One order to the fake, past the judge.
    Json tell(const Json &order)
    {
        net::Request request;
        request.method = net::Method::Post;
        request.url = fake_ + "/_control";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = connect::dump(order);
        const auto answer = control_.sendAndWait(std::move(request));
        REQUIRE(answer.has_value());
        INFO(answer->body);
        REQUIRE(answer->status == 200);
        return must(connect::parseJson(answer->body));
    }
    Json log() { return tell({{"do", "log"}}); }
    /// "GET /youtube/v3/comments", in order; without what signing in took.
    std::vector<std::string> asked()
    {
        std::vector<std::string> lines;
        for (const auto &entry : log())
            lines.push_back(entry["method"].get<std::string>() + " " + entry["path"].get<std::string>());
        return lines;
    }
    /// The last request whose line begins so; fails the case when there is none.
    Json lastAsked(const std::string &line)
    {
        Json found;
        for (const auto &entry : log())
            if ((entry["method"].get<std::string>() + " " + entry["path"].get<std::string>()).rfind(line, 0) == 0)
                found = entry;
        INFO(line);
        REQUIRE(found.is_object());
        return found;
    }
    static std::string query(const Json &entry, const char *name)
    {
        const auto &values = connect::arrayAt(entry["query"], name);
        return values.empty() ? std::string() : values.back().get<std::string>();
    }
    int timesAsked(const std::string &line)
    {
        int times = 0;
        for (const auto &one : asked())
            times += one.rfind(line, 0) == 0 ? 1 : 0;
        return times;
    }

    // ---- the judge -----------------------------------------------------------------------------------------------------

    /// A request as no connector of ours makes it: the judge must speak up, or he judges nothing.
    void mustBeRefused(net::Method method, const std::string &path, const std::string &body = {}, const std::string &token = "access-1", const char *type = "application/json")
    {
        net::Request request;
        request.method = method;
        request.url = base + path;
        if (!body.empty())
            request.headers = {{"Content-Type", type}};
        request.body = body;
        request.bearer = Secret(token);
        const auto before = asked().size();
        const auto answer = http.sendAndWait(std::move(request));
        REQUIRE(answer.has_value());
        INFO(path << " -> " << answer->status << " " << answer->body);
        CHECK((answer->status == 422 || answer->status == 401 || answer->status == 404 || answer->status == 415));
        CHECK_FALSE(http.takeVerdicts().empty());
        CHECK(asked().size() == before); // and the vendor never saw it
    }
    std::vector<std::string> expectVerdict() { return http.takeVerdicts(); }

    // ---- the person ----------------------------------------------------------------------------------------------------

    /// The steps the workspace takes when a person adds an account; its server is the judge.
    AccountId account(const std::string &connectorId, std::vector<AccountSetting> settings, connect::Credential credential)
    {
        const auto *connector = catalogue.find(connectorId);
        REQUIRE(connector != nullptr);
        Account wanted;
        wanted.connector = connectorId;
        wanted.instance = base;
        wanted.settings = std::move(settings);
        metrics = must(test::introduce(*connector, wanted, credential, clock.now(), http)).metrics;
        must(secrets->set(wanted.secretKey(), connect::toSecret(credential)));
        id = write<AccountId>([&](store::Tx &tx) { return store::Accounts(tx).save(wanted); });
        secretKey = wanted.secretKey();
        return id;
    }
    Account loaded()
    {
        return read<Account>([this](store::Tx &tx) { return store::Accounts(tx).get(id); });
    }

    intake::SyncReport sync(int backfillPages = 0)
    {
        intake::RunOptions options;
        options.backfillPages = backfillPages;
        return must(engine->runAll(options));
    }
    /// The stream's line of a report.
    static const intake::StreamReport &of(const intake::SyncReport &report, const std::string &stream)
    {
        for (const auto &one : report.streams)
            if (one.key.stream == stream)
                return one;
        FAIL("no stream " << stream);
        throw std::logic_error("unreachable");
    }

    /// An answer or an edit, or with an empty text a deed, planned for this very moment.
    OutboundId plan(OutboundKind kind, const std::string &target, const std::string &text = {})
    {
        Outbound outbound;
        outbound.account = id;
        outbound.kind = kind;
        outbound.state = OutboundState::Planned;
        OutboundPart part;
        part.text = text;
        part.idempotencyKey = "key";
        outbound.parts.push_back(part);
        outbound.targetNative = target;
        const auto account = loaded();
        outbound.createdAt = outbound.changedAt = clock.now();
        outbound.dueAt = clock.now();
        return write<OutboundId>([&](store::Tx &tx) -> Result<OutboundId> {
            const auto item = store::Items(tx).findNative(account.connector, account.instance, target);
            if (item)
                outbound.target = *item;
            if (item && kind == OutboundKind::BanMember) {
                VIGIE_TRY(const auto known, store::Items(tx).get(*item));
                outbound.targetNative = known->author.nativeId;
            }
            return store::Outbox(tx).add(outbound);
        });
    }
    Outbound act(OutboundKind kind, const std::string &target, const std::string &text = {})
    {
        const auto made = plan(kind, target, text);
        (void)must(publisher->runDue());
        return outbound(made);
    }
    Outbound outbound(OutboundId which)
    {
        return read<Outbound>([which](store::Tx &tx) { return store::Outbox(tx).get(which); });
    }
    /// Time passes until nothing is due any more.
    void settle(std::chrono::minutes atMost = std::chrono::minutes{30})
    {
        const auto end = clock.now() + atMost;
        for (;;) {
            const auto report = must(publisher->runDue());
            if (!report.next || *report.next > end)
                return;
            clock.set(std::max(*report.next, clock.now() + std::chrono::seconds{1}));
        }
    }

    std::optional<Item> item(const std::string &native)
    {
        const auto account = loaded();
        return read<std::optional<Item>>([&](store::Tx &tx) -> Result<std::optional<Item>> {
            const auto found = store::Items(tx).findNative(account.connector, account.instance, native);
            if (!found)
                return std::optional<Item>{};
            return store::Items(tx).get(*found);
        });
    }
    Item known(const std::string &native)
    {
        const auto found = item(native);
        INFO(native);
        REQUIRE(found);
        return *found;
    }
    int stored(const std::string &words = {})
    {
        const auto parsed = text::parseQuery(words);
        REQUIRE(parsed);
        return read<int>([&](store::Tx &tx) { return store::Items(tx).count(*parsed, 100'000); });
    }

    template <class T>
    T write(const std::function<Result<T>(store::Tx &)> &job) { return must(store->writeNow<T>(job)); }
    template <class T>
    T read(const std::function<Result<T>(store::Tx &)> &job) { return must(store->readNow<T>(job)); }

    FakeClock clock;
    std::string base, secretKey;
    JudgedHttp http;
    connect::Catalogue catalogue = connect::builtinCatalogue();
    std::unique_ptr<net::SecretStore> secrets = net::makeMemorySecretStore();
    net::RateLedger rates;
    intake::Analysis analysis;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<connect::Courier> courier;
    std::unique_ptr<intake::Engine> engine;
    std::unique_ptr<plan::Publisher> publisher;
    AccountId id;
    std::vector<MetricValue> metrics;

private:
    std::string fake_, folder_;
    net::CurlEngine control_{[] {
        net::EngineOptions all;
        all.userAgent = "Vigie contracts";
        return all;
    }()};
};

/// Signed in with Google: an access that lives, and what renews it.
inline connect::Credential googleCredential()
{
    connect::Credential credential;
    credential.access = Secret("access-1");
    credential.refresh = Secret("refresh-1");
    credential.set("client_id", Secret("client-1"));
    credential.set("client_secret", Secret("secret-1"));
    return credential;
}

} // namespace vigie::contracts
