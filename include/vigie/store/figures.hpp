// SPDX-License-Identifier: GPL-3.0-or-later
// The sums that dashboards stand on: daily rollups kept exact by every write, and the rows they can be recounted from.
// Thread: inside a store job. Errors: Storage...
// Definitions: docs/measures.md; a day is a local day of the workspace's zone, counted from 1970-01-01.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/items.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

struct FigureFilter {
    QueryId query;                          ///< whose mentions; none: everything collected
    std::int32_t fromDay = 0, toDay = 0;    ///< [fromDay, toDay)
    std::vector<std::string> networks;      ///< connector ids; empty: all
    std::string lang;                       ///< empty: all
    bool withoutRelays = false;             ///< originals only
};
struct DayCell {
    std::int32_t day = 0;
    std::int64_t positive = 0, neutral = 0, negative = 0;
    std::int64_t relays = 0;                ///< of the total
    [[nodiscard]] std::int64_t total() const { return positive + neutral + negative; }
};
struct TopMember {
    MemberId member;
    std::string handle, name;
    std::int64_t mentions = 0;
    double audience = -1;                   ///< followers, -1 when not known
    double meanTone = 0;
    bool exportable = true;                 ///< false: its network's terms keep members out of files
};
/// First answers: one row per conversation that began in the period; not those closed or ignored without an answer.
struct ResponseSample {
    TicketId ticket;
    Instant asked;
    std::optional<Instant> answered;        ///< none: still open (censored, never counted as zero)
    ItemId root;                            ///< the message that began it
};
/// Own posts of a period with their latest counts and the followers of that day.
struct OwnPost {
    ItemId item;
    AccountId account;
    Instant at;
    std::optional<double> engagements;      ///< likes + reposts + replies (+ quotes); none when the network gave none
    std::optional<double> followers;        ///< newest snapshot not after the day; failing that the first there is
    bool followersStale = false;            ///< the snapshot is not of that day
    std::vector<MetricValue> metrics;       ///< all counts as the network last gave them
};

/// Followers of one of our accounts as last counted before a time.
struct FollowerCount {
    AccountId account;
    double followers = 0;
    Instant seen;
};
/// Answers to a question by others than who asked.
struct AnswerTimes {
    ItemId question;
    std::optional<Instant> first, firstByPeer; ///< byPeer: not by one of our accounts
};

class Figures {
public:
    explicit Figures(Tx &tx) : tx_(tx) {}
    /// Own posts are excluded from mentions. Days without mentions are absent.
    Result<std::vector<DayCell>> days(const FigureFilter &filter);
    Result<std::vector<ResponseSample>> responses(Instant from, Instant to, const std::vector<std::string> &networks);
    Result<std::vector<OwnPost>> ownPosts(Instant from, Instant to, const std::vector<std::string> &networks);
    /// Accounts that were never counted before `at` are absent.
    Result<std::vector<FollowerCount>> followersAt(Instant at, const std::vector<std::string> &networks);
    /// In the order asked.
    Result<std::vector<AnswerTimes>> answersTo(std::span<const ItemId> questions);
    /// The rows behind a figure, newest first by keyset.
    Result<std::vector<ItemId>> rows(const FigureFilter &filter, std::optional<int> toneLabel, const SearchPage &page);
    /// Counts the same cells from the rows themselves: what the automatic check compares with.
    Result<std::vector<DayCell>> recount(const FigureFilter &filter);
    /// Snapshots of account counts (followers...), at most one a day is kept per key.
    Result<void> addAccountMetrics(AccountId account, std::span<const MetricValue> values);

private:
    Tx &tx_;
};

} // namespace vigie::store
