// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/practice/server.hpp>

#include "practice/community.hpp"
#include "practice/faults.hpp"
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
        : options_(std::move(options)), network_(clock, hub_), community_(network_, options_.seed),
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
        const Json state = options_.stateFile.empty() ? Json() : readState(options_.stateFile);
        VIGIE_TRY(const int port, listen(state));
        network_.domain = "127.0.0.1:" + std::to_string(port);
        network_.base = "http://" + network_.domain;
        port_ = port;
        const bool resumed = state.is_object() && state.contains("network") && loadNetwork(state["network"], network_);
        community_.settle();
        if (!resumed && options_.community)
            community_.writeHistory(options_.historyDays);
        if (options_.community && resumed)
            community_.load(state.value("community", Json::object()));
        else if (options_.community)
            community_.begin();
        for (const auto &[text, token] : network_.tokens)
            if (token.app == "practice" && !token.revoked)
                token_ = text;
        if (token_.empty())
            token_ = api_.issueToken("practice", kAllScopes, network_.brand);
        ready_ = true;
        save();
        return {};
    }

    std::string url() const override { return network_.base; }
    std::string brandToken() const override
    {
        const std::lock_guard lock(mutex_);
        return token_;
    }
    std::string brandHandle() const override { return community_.brandHandle(); }

    void step() override
    {
        const std::lock_guard lock(mutex_);
        if (options_.community)
            community_.step();
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
            if (status.author != network_.brand || status.boostOf != 0)
                continue;
            PostSeen seen;
            seen.id = idText(id);
            seen.author = community_.brandHandle();
            seen.text = status.text;
            seen.inReplyTo = status.inReplyTo != 0 ? idText(status.inReplyTo) : "";
            seen.visibility = status.visibility;
            seen.idempotencyKey = status.idempotencyKey;
            seen.at = status.at;
            seen.media = static_cast<int>(status.media.size());
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
    Result<int> listen(const Json &state)
    {
        // The same port as last time keeps the addresses that the workspace remembers alive.
        const int before = options_.port == 0 && state.is_object() && state.contains("port") && state["port"].is_number_integer()
                               ? state["port"].get<int>() : 0;
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
        if (options_.stateFile.empty() || !ready_)
            return;
        const Json state = {{"port", port_}, {"network", saveNetwork(network_)},
                            {"community", options_.community ? community_.save() : Json::object()}};
        if (const auto written = writeWhole(options_.stateFile, dump(state)); !written)
            log::warning("practice", "{}", written.error().detail);
    }

    Options options_;
    mutable std::mutex mutex_; // over everything below but the hub, the plan and the wire, which have their own
    StreamHub hub_;
    FaultPlan faults_;
    Network network_;
    Community community_;
    Api api_;
    std::string token_;
    int port_ = 0;
    bool ready_ = false;
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
