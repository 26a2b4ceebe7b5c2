// SPDX-License-Identifier: GPL-3.0-or-later
// The counts of our own posts at fixed ages: an hour, six, a day, three days, a week, thirty days, and every week from then on, for ever.
// A count that is not there says why and is never 0; one that is lower than before is kept and marked.
// Thread: inside a store job. Errors: Storage..., NotFound.
#pragma once

#include <vigie/model/item.hpp>
#include <vigie/store/store.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vigie::store {

/// Hours since it was published; the first age beyond `hours`.
[[nodiscard]] int postAgeAfter(int hours) noexcept;
/// The last age at or below `hours`; 0: none yet.
[[nodiscard]] int postAgeUpTo(std::int64_t hours) noexcept;
/// How late a reading may be and still count for its age: an eighth of it, a quarter of an hour at least and a day at most.
[[nodiscard]] std::chrono::minutes postAgeSlack(int age) noexcept;

/// Why there is no count.
enum class NotGiven : std::uint8_t {
    Given,
    Missing,       ///< the network did not give it
    Withdrawn,     ///< it gave it for this post before, and does no longer
    Hidden,        ///< by its author or by the network
    NotApplicable, ///< posts of this kind have none
    NotRead,       ///< nobody read it in time: Vigie was off, or the network could not be reached
    BeforeKnown    ///< the post was older when it came here
};
[[nodiscard]] const char *toString(NotGiven why) noexcept; ///< "given", "missing", "withdrawn" ...

struct SeriesPoint {
    int age = 0;                      ///< hours
    std::optional<Instant> readAt;    ///< none: not read
    std::optional<double> value;      ///< none: `why` says so
    NotGiven why = NotGiven::Given;
    bool estimated = false;
    bool lower = false;               ///< than the reading before it
};
/// One count of a post: a point for each age that it has reached.
struct MetricSeries {
    std::string key;
    std::vector<SeriesPoint> points;
};
struct CountsOfPost {
    ItemId item;
    AccountId account;
    Instant publishedAt;
    std::optional<Instant> nextAt;    ///< when it is read next; none: it is gone
    std::vector<MetricSeries> metrics; ///< by key
};

struct DuePost {
    ItemId item;
    std::string nativeId;
    int age = 0;
};
/// A post with its reactions at one age.
struct PostAtAge {
    ItemId item;
    Instant publishedAt;
    std::optional<double> engagements; ///< likes + reposts + replies + quotes; none: the network gave none of them
};

class PostCounts {
public:
    explicit PostCounts(Tx &tx) : tx_(tx) {}
    /// Posts whose age has come, the longest waiting first. An age that is past its slack is passed over: it stays unread.
    Result<std::vector<DuePost>> due(AccountId account, int limit);
    /// When the next age of a post of this account comes.
    Result<std::optional<Instant>> nextDue(AccountId account);
    /// What the network said just now. What it gave before and does no longer is noted as such.
    Result<void> keep(const DuePost &post, std::span<const MetricValue> counts);
    /// The counts that the base has of it, where they were read since its age came: for networks that cannot be asked for a post.
    Result<bool> keepKnown(const DuePost &post);
    /// It is no longer there: its series ends, and stays.
    Result<void> end(ItemId item);

    Result<CountsOfPost> of(ItemId item);
    /// Posts of an account published in [from, to) that were read at this age.
    Result<std::vector<PostAtAge>> atAge(AccountId account, int age, Instant from, Instant to);

private:
    Tx &tx_;
};

} // namespace vigie::store
