// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/health.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

using std::chrono::seconds;

constexpr std::chrono::hours kActWithin{24 * 7}, kSunsetWithin{24 * 30};
constexpr std::size_t kLeastPauses = 8;          ///< fewer say nothing about what is usual
constexpr std::chrono::hours kUsualWithin{24 * 56}; ///< eight weekends
constexpr seconds kNeverSilentBefore{std::chrono::hours{6}};

bool sameReason(const Error &a, const Error &b)
{
    return a.code == b.code && a.httpStatus == b.httpStatus;
}

/// Causes that many accounts share: the line is down, or the one server is.
enum class Reach { Everybody, Server, Account };
Reach reachOf(const Error &error)
{
    switch (error.code) {
    case Errc::Network: return Reach::Everybody;
    case Errc::Timeout:
    case Errc::Tls:
    case Errc::Server: return Reach::Server;
    default: return Reach::Account;
    }
}

} // namespace

SignInLife signInLife(bool needsSignIn, const Account &account, bool renewable, Instant now)
{
    if (!needsSignIn)
        return SignInLife::None;
    if (account.state == AccountState::ReconnectNeeded)
        return SignInLife::Ended;
    const auto &session = account.session;
    const auto end = renewable ? session.refreshableUntil : session.expiresAt;
    if (end && *end <= now)
        return SignInLife::Ended;
    if (end && *end <= now + kActWithin)
        return SignInLife::EndsSoon;
    return session.expiresAt && renewable ? SignInLife::Renewed : SignInLife::Lasting;
}

std::vector<Cause> causesOf(std::span<const SyncCursor> streams, const std::optional<Error> &last)
{
    std::vector<Cause> causes;
    for (const auto &stream : streams) {
        if (!stream.lastError || stream.lastError->code == Errc::Cancelled)
            continue;
        const auto known = std::find_if(causes.begin(), causes.end(), [&](const Cause &one) { return sameReason(one.error, *stream.lastError); });
        if (known == causes.end()) {
            causes.push_back({*stream.lastError, {stream.key.stream}, stream.lastOkAt});
            continue;
        }
        known->streams.push_back(stream.key.stream);
        known->since = known->since && stream.lastOkAt ? std::optional(std::min(*known->since, *stream.lastOkAt)) : std::nullopt;
    }
    const bool told = last && std::any_of(causes.begin(), causes.end(), [&](const Cause &one) { return sameReason(one.error, *last); });
    if (last && !told && last->code != Errc::Cancelled)
        causes.push_back({*last, {}, {}});
    return causes;
}

std::optional<Silence> silenceOf(std::span<const Instant> slots, Instant seenUpTo)
{
    if (slots.empty() || seenUpTo <= slots.back())
        return std::nullopt;
    std::vector<seconds> pauses;
    for (std::size_t i = slots.size() - 1; i > 0 && slots[i - 1] >= slots.back() - kUsualWithin; --i)
        pauses.push_back(std::chrono::duration_cast<seconds>(slots[i] - slots[i - 1]));
    if (pauses.size() < kLeastPauses)
        return std::nullopt;
    // The second longest: one outage or holiday of the past must not keep the next one from being seen.
    std::nth_element(pauses.begin(), pauses.begin() + 1, pauses.end(), std::greater<>());
    Silence silence{slots.back(), std::chrono::duration_cast<seconds>(seenUpTo - slots.back()), pauses[1]};
    const auto most = std::max(kNeverSilentBefore, silence.usual + silence.usual / 2);
    return silence.quiet > most ? std::optional(silence) : std::nullopt;
}

std::vector<Notice> noticesOf(std::span<const Troubled> accounts)
{
    std::vector<Notice> notices;
    std::vector<std::string> places; // parallel: where the cause sits
    for (const auto &account : accounts)
        for (const auto &cause : account.causes) {
            const auto reach = reachOf(cause.error);
            const auto place = reach == Reach::Everybody ? std::string() : reach == Reach::Server ? "at " + account.instance : "of " + std::to_string(account.account.value);
            std::size_t at = 0;
            while (at < notices.size() && !(places[at] == place && sameReason(notices[at].error, cause.error)))
                ++at;
            if (at == notices.size()) {
                notices.push_back({cause.error, {}, 0});
                places.push_back(place);
            }
            auto &notice = notices[at];
            if (notice.accounts.empty() || notice.accounts.back() != account.account)
                notice.accounts.push_back(account.account);
            notice.streams += static_cast<int>(std::max<std::size_t>(cause.streams.size(), 1));
        }
    return notices;
}

std::vector<Ability> abilitiesOf(const connect::Descriptor &network, const Account *account)
{
    const auto &can = account != nullptr ? account->capabilities : network.capabilities;
    std::vector<Ability> all;
    for (std::size_t i = 0; i < kCapabilityCount; ++i) {
        const auto what = static_cast<Capability>(i);
        all.push_back({what, can.has(what), can.why(what), network.verificationOf(what)});
        // Vigie keeps planned posts and sends them at their hour: what the network would take is not promised.
        if (what == Capability::ServerSchedule && all.back().offered)
            all.back() = {what, false, CapabilityReason::NotImplemented, network.verificationOf(what)};
    }
    std::stable_partition(all.begin(), all.end(), [](const Ability &one) { return one.offered; });
    return all;
}

} // namespace vigie::app
