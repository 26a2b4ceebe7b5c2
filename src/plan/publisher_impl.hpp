// SPDX-License-Identifier: GPL-3.0-or-later
// The publish machine's inside. Every account has a lane, and every lane at work a thread: what one network makes wait keeps no other.
// publisher.cpp sees what is to be done and starts lanes (lanes.hpp); a lane sends row by row (send.cpp, part.cpp) and settles what is
// not known (settle.cpp).
#pragma once

#include <vigie/plan/publisher.hpp>

#include <vigie/model/account.hpp>
#include <vigie/net/backoff.hpp>
#include <vigie/net/rate.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace vigie::plan {

/// What became of one part; when it was not sent, the row leaves Sending with it.
enum class Verdict : std::uint8_t { Sent, Held, Retry, KeepPlanned, Paused, Refused, Unknown };
struct PartResult {
    Verdict verdict = Verdict::Refused;
    std::optional<Error> error;
    std::optional<Instant> retryAt;
    bool wholeAccount = false;                 ///< its other rows would meet the same: they keep their order behind this one
};

/// Told by two instants, so that a clock that is set back does not make a wait of seconds one of hours.
struct Wait {
    Instant since, until;
    [[nodiscard]] bool over(Instant now) const { return now >= until || now < since; }
};

/// What a lane is to do next, each in the order of its hours.
struct LaneWork {
    std::vector<OutboundId> unknown, accepted, due;
    bool places = false;                       ///< files that no network fetches any more are taken away
};

/// What the lanes share. Only the files of rows are made ready one at a time: two accounts may need the same picture.
struct Machine {
    explicit Machine(PublisherParts given) : parts(std::move(given)) {}

    PublisherParts parts;
    std::function<void(std::string_view)> probe = [](std::string_view) {};
    std::function<void(std::chrono::seconds, std::stop_token)> wait;
    std::mutex makingReady;
    std::atomic<bool> closing = false;         ///< a lane met trouble that is not its own: the others end with their row
};

/// The rows of one account, sent one after the other. At work on one thread at a time; in between it is publisher.cpp's.
struct Lane {
    explicit Lane(Machine &machine) : shared(machine), parts(machine.parts), probe(machine.probe) {}

    Machine &shared;
    PublisherParts &parts;
    std::function<void(std::string_view)> &probe;
    std::map<OutboundId, Wait> notBefore;      ///< rows that wait for a reason of their own; forgotten at a restart
    std::map<OutboundId, Wait> lookedAt;       ///< rows that were read back a moment ago
    std::optional<Wait> resting;                  ///< all of them wait: for the sign-in, a connection, a limit
    std::map<OutboundId, int> tries;
    PublishReport report;

    // lane.cpp
    Result<void> work(const LaneWork &what, std::stop_token stop);
    /// When it may be sent; nothing: now.
    [[nodiscard]] std::optional<Instant> waitsUntil(OutboundId id, Instant now) const;
    void waitFor(OutboundId id, Instant until) { notBefore[id] = {parts.clock.now(), until}; }
    void allWait(Instant until) { resting = {parts.clock.now(), until}; }
    void forgetWaits(Instant now);

    // send.cpp
    Result<void> sendRow(OutboundId id, std::stop_token stop);
    Result<bool> answeredMeanwhile(const Outbound &outbound);
    Result<void> holdBack(Outbound &outbound);
    Result<bool> claim(Outbound &outbound, const Account &account);
    Result<void> makeReady(Outbound &outbound, const Account &account);
    Result<void> sendParts(Outbound &outbound, const Account &account, std::stop_token stop);
    Result<void> finish(Outbound &outbound, std::size_t part, const PartResult &result, const Account &account);
    void waitAfter(const Outbound &outbound, const PartResult &result);

    // part.cpp
    Result<PartResult> sendPart(Outbound &outbound, std::size_t part, const Account &account, std::stop_token stop);
    Result<bool> isAnothers(const Outbound &outbound, const std::string &nativeId);

    // leaving.cpp
    enum class Door : std::uint8_t { Open, Moved, Paused, Later };
    /// The last gate: in one transaction, what keeps it back is asked and the row goes from Planned to Sending, or does not.
    Result<Door> passDoor(Outbound &outbound);
    /// What was agreed to are the bytes of the files, too: Conflict when they are others now.
    Result<void> checkFiles(const Outbound &outbound, const OutboundPart &part);
    /// The same question before each part begins, with the row in Sending. False: it is Held now.
    Result<bool> mayGoOn(Outbound &outbound);

    // upload_progress.cpp: empty, and nothing is done, where the network does not continue uploads
    Result<connect::PublishState> uploadedSoFar(const connect::Connector &connector, const Outbound &outbound, std::size_t part);
    Result<void> keepUploaded(const connect::Connector &connector, const Outbound &outbound, std::size_t part, const connect::PublishState &state);
    Result<void> forgetUploaded(const connect::Connector &connector, const Outbound &outbound, std::size_t part);

    // place.cpp
    /// Files that the network will fetch are put where it finds them. None: go on; else why the part cannot be sent now.
    Result<std::optional<PartResult>> placeFiles(Outbound &outbound, std::size_t part, const Account &account, std::stop_token stop);
    /// What no network fetches any more is taken away.
    Result<void> clearPlaces(std::stop_token stop);

    // settle.cpp
    struct ReadBack {
        const Outbound &outbound;
        std::size_t part;
    };
    struct Sighting {
        bool found = false;
        bool wholeStretch = false;             ///< the network showed all we posted since the part was sent
        connect::OwnPost post;
    };
    Result<void> settleRow(OutboundId id, std::stop_token stop);
    Result<void> settleFound(Outbound &outbound, OutboundPart &part, const connect::OwnPost &post);
    Result<Sighting> lookBack(const connect::Connector &connector, const Account &account, const ReadBack &back, std::stop_token stop);
    Result<Sighting> lookUnderKey(const connect::Connector &connector, const Account &account, const ReadBack &back, std::stop_token stop);
    template <class T, class Build, class Parse>
    Result<T> askBack(const connect::Connector &connector, const Account &account, const ReadBack &back, std::stop_token stop, Build build, Parse parse);

    // accepted.cpp
    Result<void> watchAccepted(OutboundId id, std::stop_token stop);
    Result<std::optional<connect::OwnPost>> findAccepted(const connect::Connector &connector, const Account &account, const Outbound &outbound, std::size_t part, std::stop_token stop);

    // recall.cpp
    Result<void> recallRow(OutboundId id, std::stop_token stop);
    Result<void> deleteThere(const connect::Connector &connector, const Account &account, const Outbound &outbound, std::stop_token stop);

    // shared
    Result<Outbound> load(OutboundId id);
    Result<Account> loadAccount(AccountId id);
    Result<void> save(const Outbound &outbound, OutboundState expected);
    Result<void> logAttempt(const Attempt &attempt);
    void tellSettled(const Outbound &outbound);
};

/// One question of a read-back, with a line in the log of attempts.
template <class T, class Build, class Parse>
Result<T> Lane::askBack(const connect::Connector &connector, const Account &account, const ReadBack &back, std::stop_token stop, Build build, Parse parse)
{
    Attempt attempt{back.outbound.id, static_cast<int>(back.part), back.outbound.attempts, "reconcile", parts.clock.now(), {}, 0, {}};
    bool asked = false;
    auto answer = parts.courier.ask<T>(
        connector, account, net::RatePriority::User, std::move(stop),
        [&](const connect::Context &context) {
            auto request = build(context);
            asked = asked || request.has_value();
            return request;
        },
        [&](const connect::Context &context, const net::Response &response) {
            attempt.httpStatus = response.status;
            return parse(context, response);
        });
    attempt.endedAt = parts.clock.now();
    attempt.outcome = answer ? "ok" : errcName(answer.error().code);
    if (asked)
        VIGIE_CHECK(logAttempt(attempt));
    return answer;
}

/// Errors after which the network certainly did nothing and will do nothing at the next try either.
[[nodiscard]] bool refused(Errc code);
[[nodiscard]] bool signInNeeded(Errc code);

/// Kinds that come out the same however often they are sent: asking twice to like, mute or delete is asking once.
[[nodiscard]] constexpr bool repeatable(OutboundKind kind)
{
    return kind != OutboundKind::Post && kind != OutboundKind::Reply && kind != OutboundKind::Report;
}

/// First read-back at once; then these waits. When the last one found nothing, the row is Failed and retry is offered.
inline constexpr std::chrono::seconds kCheckAfter[] = {std::chrono::seconds{5}, std::chrono::seconds{20}, std::chrono::seconds{60},
                                                       std::chrono::seconds{120}};

/// How long after a network took a row without showing it we look for the first time, and then again and again.
inline constexpr std::chrono::minutes kWatchAfter[] = {std::chrono::minutes{1}, std::chrono::minutes{2}, std::chrono::minutes{5}, std::chrono::minutes{15},
                                                       std::chrono::minutes{60}};
inline constexpr std::chrono::hours kWatchFor{24 * 30};
/// A network that was given a time of its own is allowed this much more.
inline constexpr std::chrono::minutes kLateAfter{2};
inline constexpr const char *kLate = "the network has not published it although its time has come";

inline constexpr const char *kOutOfSight = "too many newer posts: look on the network whether it is there";

} // namespace vigie::plan
