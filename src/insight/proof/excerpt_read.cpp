// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may have written into a proof, read with care: ids, times and kinds are those there can be, or nothing is read.
#include "insight/proof/tables.hpp"

#include <vigie/base/time.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace vigie::insight {

namespace {

using Cells = std::vector<std::string>;
constexpr std::int64_t kHighest = std::int64_t{1} << 46; ///< id of a post
constexpr double kLargest = 1e15; ///< a double still counts one by one up to there

template <class Number>
Result<Number> whole(const std::string &cell, Number low, Number high)
{
    Number value{};
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || value < low || value > high)
        return fail(Errc::InvalidInput, "not such a number: " + cell);
    return value;
}

Result<std::int64_t> id(const std::string &cell) { return whole<std::int64_t>(cell, 1, kHighest); }
template <class Id>
Result<Id> numbered(const std::string &cell)
{
    VIGIE_TRY(const auto value, id(cell));
    return Id{value};
}

Result<bool> yes(const std::string &cell)
{
    VIGIE_TRY(const auto value, whole<int>(cell, 0, 1));
    return value == 1;
}

Result<std::optional<double>> number(const std::string &cell)
{
    if (cell.empty())
        return std::optional<double>();
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || !std::isfinite(value) || std::abs(value) > kLargest)
        return fail(Errc::InvalidInput, "not a number: " + cell);
    return std::optional(value);
}

/// By its word, of all up to the last one.
template <class Enum>
Result<Enum> named(const std::string &cell, Enum last)
{
    for (int one = 0; one <= static_cast<int>(last); ++one)
        if (cell == toString(static_cast<Enum>(one)))
            return static_cast<Enum>(one);
    return fail(Errc::InvalidInput, "no such word: " + cell);
}

Result<std::optional<Instant>> instant(const std::string &cell)
{
    if (cell.empty())
        return std::optional<Instant>();
    VIGIE_TRY(const auto at, parseRfc3339(cell));
    return std::optional(at);
}

Result<std::vector<MetricValue>> counts(std::string_view cell)
{
    std::vector<MetricValue> out;
    while (!cell.empty()) {
        const auto end = std::min(cell.find(';'), cell.size());
        const auto entry = cell.substr(0, end);
        cell.remove_prefix(std::min(end + 1, cell.size()));
        const auto sign = entry.find('=');
        if (sign == std::string_view::npos || sign == 0)
            return fail(Errc::InvalidInput, "not a count: " + std::string(entry));
        MetricValue count;
        count.key = std::string(entry.substr(0, sign));
        auto value = std::string(entry.substr(sign + 1));
        if (!value.empty() && value.front() == '?') {
            VIGIE_TRY(const auto status, whole<int>(value.substr(1), 0, static_cast<int>(ValueStatus::Estimated)));
            count.status = static_cast<ValueStatus>(status);
        } else {
            if (!value.empty() && value.front() == '~') {
                count.status = ValueStatus::Estimated;
                value.erase(0, 1);
            }
            VIGIE_TRY(const auto given, number(value));
            count.value = given.value_or(0);
        }
        out.push_back(std::move(count));
    }
    return out;
}

Result<void> addPost(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptPost post;
    VIGIE_TRY(post.item, numbered<ItemId>(cells[0]));
    VIGIE_TRY(post.source, id(cells[3]));
    to.sources[post.source] = cells[2];
    VIGIE_TRY(post.published, parseRfc3339(cells[4]));
    if (!cells[6].empty()) {
        VIGIE_TRY(post.author, numbered<MemberId>(cells[6]));
    }
    VIGIE_TRY(post.kind, named<ItemKind>(cells[7], ItemKind::Answer));
    VIGIE_TRY(post.toneLabel, whole<int>(cells[8], -1, 1));
    VIGIE_TRY(post.toneMilli, whole<int>(cells[9], -1000, 1000));
    VIGIE_TRY(post.relay, yes(cells[10]));
    VIGIE_TRY(post.counts, counts(cells[11]));
    VIGIE_TRY(post.rating, number(cells[12]));
    VIGIE_TRY(const bool dated, yes(cells[13]));
    post.precision = dated ? TimePrecision::Exact : TimePrecision::Unknown;
    post.site = cells[14];
    std::string_view of = cells[15];
    while (!of.empty()) {
        const auto end = std::min(of.find(' '), of.size());
        VIGIE_TRY(const auto query, numbered<QueryId>(std::string(of.substr(0, end))));
        post.of.push_back(query);
        of.remove_prefix(std::min(end + 1, of.size()));
    }
    to.posts.push_back(std::move(post));
    return {};
}

Result<void> addOwnPost(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptPost post;
    VIGIE_TRY(post.item, numbered<ItemId>(cells[0]));
    VIGIE_TRY(post.source, id(cells[3]));
    to.sources[post.source] = cells[2];
    VIGIE_TRY(post.published, parseRfc3339(cells[4]));
    VIGIE_TRY(post.ours, numbered<AccountId>(cells[6]));
    to.accounts[post.ours] = cells[2];
    VIGIE_TRY(post.counts, counts(cells[7]));
    to.posts.push_back(std::move(post));
    return {};
}

Result<void> addPerson(store::Excerpt &to, const Cells &cells)
{
    VIGIE_TRY(const auto author, id(cells[0]));
    if (author != static_cast<std::int64_t>(to.followers.size()) + 1)
        return fail(Errc::InvalidInput, "people are numbered one after another, not " + cells[0]);
    VIGIE_TRY(const auto followers, number(cells[1]));
    to.followers.push_back(followers);
    return {};
}

Result<void> addAnswer(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptAnswer answer;
    VIGIE_TRY(answer.to, numbered<ItemId>(cells[0]));
    VIGIE_TRY(answer.at, parseRfc3339(cells[1]));
    VIGIE_TRY(answer.ours, yes(cells[2]));
    to.answers.push_back(answer);
    return {};
}

Result<void> addRelay(store::Excerpt &to, const Cells &cells)
{
    VIGIE_TRY(const auto root, numbered<ItemId>(cells[0]));
    VIGIE_TRY(const auto item, numbered<ItemId>(cells[1]));
    VIGIE_TRY(const auto parent, whole<std::int64_t>(cells[2], 0, kHighest));
    to.relays.push_back({root, item, ItemId{parent}});
    return {};
}

Result<void> addReading(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptReading one;
    VIGIE_TRY(one.item, numbered<ItemId>(cells[0]));
    VIGIE_TRY(one.at, parseRfc3339(cells[1]));
    VIGIE_TRY(const auto reactions, number(cells[2]));
    one.reactions = reactions.value_or(0);
    to.readings.push_back(one);
    return {};
}

Result<void> addMoment(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptMoment one;
    VIGIE_TRY(one.ticket, numbered<TicketId>(cells[0]));
    VIGIE_TRY(one.at, parseRfc3339(cells[1]));
    VIGIE_TRY(one.status, named<TicketStatus>(cells[2], TicketStatus::Ignored));
    VIGIE_TRY(one.until, instant(cells[3]));
    to.moments.push_back(one);
    return {};
}

Result<void> addConversation(store::Excerpt &to, const Cells &cells)
{
    store::ExcerptConversation one;
    VIGIE_TRY(one.ticket, numbered<TicketId>(cells[0]));
    VIGIE_TRY(one.status, named<TicketStatus>(cells[1], TicketStatus::Ignored));
    VIGIE_TRY(one.asked, instant(cells[2]));
    VIGIE_TRY(one.answered, instant(cells[3]));
    VIGIE_TRY(one.answers, whole<int>(cells[4], 0, 1'000'000));
    to.conversations.push_back(one);
    return {};
}

Result<void> addClock(store::Excerpt &to, const Cells &cells)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    SlaEvent event;
    VIGIE_TRY(event.ticket, numbered<TicketId>(cells[0]));
    const auto target = slaTargetFrom(cells[1]);
    if (!target)
        return fail(Errc::InvalidInput, "no such clock: " + cells[1]);
    event.target = *target;
    VIGIE_TRY(event.sequence, whole<int>(cells[2], 0, 1'000'000));
    VIGIE_TRY(event.startedAt, parseRfc3339(cells[3]));
    VIGIE_TRY(event.endedAt, instant(cells[4]));
    VIGIE_TRY(event.dueAt, instant(cells[5]));
    VIGIE_TRY(event.state, named<SlaState>(cells[6], SlaState::Cancelled));
    VIGIE_TRY(event.used, whole<std::int64_t>(cells[7], -kMost, kMost));
    VIGIE_TRY(event.wall, whole<std::int64_t>(cells[8], -kMost, kMost));
    VIGIE_TRY(event.skewed, yes(cells[9]));
    to.clocks.push_back(event);
    return {};
}

Result<void> addFollowers(store::Excerpt &to, const Cells &cells)
{
    store::FollowerSnapshot one;
    VIGIE_TRY(one.account, numbered<AccountId>(cells[0]));
    one.network = cells[1];
    to.accounts[one.account] = cells[1];
    VIGIE_TRY(one.at, parseRfc3339(cells[2]));
    VIGIE_TRY(const auto followers, number(cells[3]));
    one.followers = followers.value_or(0);
    to.snapshots.push_back(std::move(one));
    return {};
}

Result<void> add(ProofRows kind, store::Excerpt &to, const Cells &cells)
{
    switch (kind) {
    case ProofRows::Posts: return addPost(to, cells);
    case ProofRows::OwnPosts: return addOwnPost(to, cells);
    case ProofRows::People: return addPerson(to, cells);
    case ProofRows::Answers: return addAnswer(to, cells);
    case ProofRows::Relays: return addRelay(to, cells);
    case ProofRows::Readings: return addReading(to, cells);
    case ProofRows::Conversations: return addConversation(to, cells);
    case ProofRows::Moments: return addMoment(to, cells);
    case ProofRows::Clocks: return addClock(to, cells);
    case ProofRows::Followers: return addFollowers(to, cells);
    }
    return {};
}

} // namespace

Result<store::Excerpt> excerptOf(const std::vector<ProofTable> &tables)
{
    store::Excerpt out;
    for (const auto &table : tables)
        for (const auto &cells : table.rows)
            VIGIE_CHECK(add(table.kind, out, cells));
    // Nobody's followers are known where they are not asked for; the numbers are those of people all the same.
    std::int64_t people = 0;
    for (const auto &post : out.posts)
        people = std::max(people, post.author.value);
    if (people > static_cast<std::int64_t>(out.posts.size()))
        return fail(Errc::InvalidInput, "there are more people than posts");
    if (out.followers.size() < static_cast<std::size_t>(people))
        out.followers.resize(static_cast<std::size_t>(people));
    return out;
}

} // namespace vigie::insight
