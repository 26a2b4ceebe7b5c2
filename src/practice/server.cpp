// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/practice/server.hpp>

#include "practice/community.hpp"
#include "practice/faults.hpp"
#include "practice/plans.hpp"
#include "practice/state_file.hpp"
#include "practice/wire.hpp"

#include <vigie/base/log.hpp>
#include <vigie_embedded/practice_files.hpp>

#include <algorithm>

namespace vigie::practice {

namespace {

constexpr std::int64_t kCallsPerWindow = 60'000;
constexpr std::chrono::minutes kWindow{5};
constexpr std::chrono::seconds kSaveEvery{5}; // of real time, for what the community does on its own
constexpr const char *kAllScopes = "read write follow push";

class PracticeServer final : public Server {
public:
    PracticeServer(const Clock &clock, Options options)
        : options_(std::move(options)), state_(options_.stateFile), network_(clock, hub_), community_(network_, options_.seed),
          api_(network_, hub_, options_.stream),
          wire_(faults_, hub_, [this](Call &call, Fault fault, std::chrono::milliseconds wait) { return answer(call, fault, wait); })
    {
    }

    ~PracticeServer() override
    {
        hub_.closeAll();
        wire_.stop();
        const std::lock_guard lock(mutex_);
        save();
    }

    Result<void> open()
    {
        const std::lock_guard lock(mutex_);
        std::string_view script;
        for (const embedded::File &file : embedded::practice_files)
            if (std::string_view(file.name) == "community.json")
                script = file.data;
        VIGIE_CHECK(community_.readScript(script));
        if (!options_.stateFile.empty())
            state_.read();
        VIGIE_TRY(const int port, listen());
        port_ = port;
        network_.base = options_.publicUrl.empty() ? url() : options_.publicUrl;
        network_.domain = network_.base.substr(network_.base.find("://") + 3);
        Json before;
        const bool resumed = state_.restore(network_, &before);
        community_.settle();
        if (!resumed && options_.community)
            community_.writeHistory(options_.historyDays);
        if (options_.community && resumed)
            community_.load(before.is_object() ? before : Json::object());
        else if (options_.community)
            community_.begin();
        for (const auto &[text, token] : network_.tokens)
            if (token.app == "practice" && !token.revoked && token.account == network_.brand)
                token_ = text;
        if (token_.empty())
            token_ = api_.issueToken("practice", kAllScopes, network_.brand);
        ready_ = stepped_ = true;
        save();
        return {};
    }

    std::string url() const override { return "http://127.0.0.1:" + std::to_string(port_); }
    std::string brandToken() const override
    {
        const std::lock_guard lock(mutex_);
        return token_;
    }
    std::string brandHandle() const override { return community_.brandHandle(); }

    std::vector<OwnAccount> ownAccounts() override
    {
        const std::lock_guard lock(mutex_);
        std::vector<OwnAccount> all;
        std::vector<Key> ids{network_.brand};
        ids.insert(ids.end(), network_.team.begin(), network_.team.end());
        for (const Key id : ids) {
            const Account &account = network_.accounts.at(id);
            std::string token;
            for (const auto &[text, one] : network_.tokens)
                if (one.app == "practice" && !one.revoked && one.account == id)
                    token = text;
            if (token.empty())
                token = api_.issueToken("practice", kAllScopes, id);
            all.push_back({account.username, token, community_.zoneOf(account.username), account.lang});
        }
        return all;
    }

    std::vector<FirstPlan> firstPlans() const override { return readPlans(community_.script()); }
    std::vector<FirstAnswer> firstAnswers() const override { return readAnswers(community_.script()); }

    void step() override
    {
        const std::lock_guard lock(mutex_);
        if (options_.community) {
            community_.step();
            stepped_ = true;
        }
        const auto now = std::chrono::steady_clock::now();
        if (network_.changes != savedChanges_ && now - savedAt_ >= kSaveEvery)
            save();
    }

    FaultPlan &faults() override { return faults_; }

    std::vector<PostSeen> brandPosts() const override
    {
        const std::lock_guard lock(mutex_);
        std::vector<PostSeen> out;
        for (const auto &[id, status] : network_.statuses) {
            if (!network_.ours(status.author) || status.boostOf != 0)
                continue;
            PostSeen seen;
            seen.id = idText(id);
            if (const auto author = network_.accounts.find(status.author); author != network_.accounts.end())
                seen.author = author->second.username;
            seen.text = status.text;
            seen.inReplyTo = status.inReplyTo != 0 ? idText(status.inReplyTo) : "";
            seen.visibility = status.visibility;
            seen.idempotencyKey = status.idempotencyKey;
            seen.at = status.at;
            seen.media = static_cast<int>(status.media.size());
            for (const Key one : status.media)
                if (const auto file = network_.media.find(one); file != network_.media.end())
                    seen.alts.push_back(file->second.description);
            seen.deleted = status.deleted;
            out.push_back(std::move(seen));
        }
        return out;
    }

    std::string memberPosts(const std::string &handle, const std::string &text, const std::string &inReplyTo) override
    {
        const std::lock_guard lock(mutex_);
        Account *account = network_.accountNamed(handle);
        if (account == nullptr) {
            const std::size_t at = handle.find('@', 1);
            const std::size_t begin = !handle.empty() && handle[0] == '@' ? 1 : 0;
            Account added;
            added.username = handle.substr(begin, at == std::string::npos ? at : at - begin);
            added.host = at == std::string::npos ? "" : handle.substr(at + 1);
            added.name = added.username;
            added.createdAt = network_.now();
            added.role = "member";
            account = &network_.addAccount(std::move(added));
        }
        NewStatus draft;
        draft.author = account->id;
        draft.text = text;
        draft.lang = account->lang;
        draft.inReplyTo = idFrom(inReplyTo);
        draft.intent = "question";
        return idText(network_.post(std::move(draft)).id);
    }

    void editPost(const std::string &id, const std::string &text) override
    {
        const std::lock_guard lock(mutex_);
        if (Status *status = network_.status(idFrom(id)))
            network_.edit(*status, text, status->spoiler);
    }

    void deletePost(const std::string &id) override
    {
        const std::lock_guard lock(mutex_);
        network_.remove(idFrom(id));
    }

    void startStorm() override
    {
        const std::lock_guard lock(mutex_);
        community_.startStorm();
    }

    void revokeTokens() override
    {
        const std::lock_guard lock(mutex_);
        for (auto &[text, token] : network_.tokens)
            token.revoked = true;
        ++network_.changes;
        hub_.closeAll();
        save();
    }

    std::int64_t requestCount() const override { return wire_.requestCount(); }

private:
    Result<int> listen()
    {
        // The same port as last time keeps the addresses that the workspace remembers alive.
        const int before = options_.port == 0 ? state_.port() : 0;
        if (before > 1024 && before < 65536)
            if (auto bound = wire_.listen(before))
                return bound;
        return wire_.listen(options_.port);
    }

    Reply answer(Call &call, Fault fault, std::chrono::milliseconds wait)
    {
        const std::lock_guard lock(mutex_);
        const Instant now = network_.now();
        Reply reply;
        if (!ready_) {
            reply = problem(503, "Starting");
        } else if (call.userAgent.empty()) {
            reply = problem(418, "I'm a teapot: no user-agent sent with request");
        } else if (!refusal(fault, now, wait, &reply)) {
            call.ignoreKey = fault == Fault::IgnoresKey;
            const std::uint64_t before = network_.changes;
            reply = withinRate(now) ? api_.answer(call) : problem(429, "Too many requests");
            // Before the answer leaves: what the brand was told has happened is on the disk.
            if (network_.changes != before && call.method != "GET")
                save();
            spoil(fault, now, reply);
        }
        reply.headers.push_back({"Date", httpDate(now)});
        const bool limited = std::any_of(reply.headers.begin(), reply.headers.end(),
                                         [](const net::Header &header) { return header.name == "X-RateLimit-Limit"; });
        if (!limited && (reply.status != 429 || fault == Fault::None)) {
            reply.headers.push_back({"X-RateLimit-Limit", std::to_string(kCallsPerWindow)});
            reply.headers.push_back({"X-RateLimit-Remaining", std::to_string(std::max<std::int64_t>(0, kCallsPerWindow - api_.windowCalls))});
            const std::string reset = isoMillis(fromMicros(api_.windowStart) + kWindow);
            reply.headers.push_back({"X-RateLimit-Reset", reset.substr(0, 23) + "000Z"});
        }
        return reply;
    }

    bool withinRate(Instant now)
    {
        const std::int64_t length = std::chrono::duration_cast<Micros>(kWindow).count();
        const std::int64_t start = toMicros(now) / length * length;
        if (start != api_.windowStart) {
            api_.windowStart = start;
            api_.windowCalls = 0;
        }
        return ++api_.windowCalls <= kCallsPerWindow;
    }

    void save()
    {
        savedAt_ = std::chrono::steady_clock::now();
        savedChanges_ = network_.changes;
        if (options_.stateFile.empty())
            network_.touched = {};
        if (options_.stateFile.empty() || !ready_)
            return;
        // Posts and what is to come of them go together: a kill between the two would make people say things twice.
        const auto community = options_.community && stepped_ ? std::optional(community_.save()) : std::nullopt;
        if (const auto written = state_.save(network_, community, port_); !written)
            log::warning("practice", "{}", written.error().detail);
        else
            stepped_ = false;
    }

    Options options_;
    StateFile state_;
    mutable std::mutex mutex_; // over everything below but the hub, the plan and the wire, which have their own
    StreamHub hub_;
    FaultPlan faults_;
    Network network_;
    Community community_;
    Api api_;
    std::string token_;
    int port_ = 0;
    bool ready_ = false, stepped_ = false;
    std::uint64_t savedChanges_ = 0;
    std::chrono::steady_clock::time_point savedAt_;
    Wire wire_;
};

} // namespace

Result<std::unique_ptr<Server>> Server::start(const Clock &clock, const Options &options)
{
    auto server = std::make_unique<PracticeServer>(clock, options);
    VIGIE_CHECK(server->open());
    return std::unique_ptr<Server>(std::move(server));
}

} // namespace vigie::practice
