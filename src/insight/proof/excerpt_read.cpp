// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may have written into a proof, read with care: ids, times and kinds are those there can be, or nothing is read.
#include "insight/proof/cell_read.hpp"
#include "insight/proof/tables.hpp"

#include <vigie/base/civil_day.hpp>
#include <vigie/base/time.hpp>

#include <algorithm>

namespace vigie::insight {

namespace {

using namespace cell;
using Cells = std::vector<std::string>;

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

Result<void> addApart(store::Excerpt &to, const Cells &cells)
{
    VIGIE_TRY(const auto author, numbered<MemberId>(cells[0]));
    const auto why = store::unrankedFrom(cells[1]);
    if (!why)
        return fail(Errc::InvalidInput, "no such reason: " + cells[1]);
    to.unranked[author] = *why;
    return {};
}

/// A line for each goal; an entry whose visits reached none has one without.
Result<void> addGoal(store::Excerpt &to, const Cells &cells)
{
    VIGIE_TRY(const auto entry, id(cells[0]));
    if (to.goals.empty() || to.goals.back().id != entry) {
        auto &made = to.goals.emplace_back();
        made.id = entry;
        made.network = cells[1];
        VIGIE_TRY(made.fromDay, parseIsoDay(cells[2]));
        VIGIE_TRY(const auto last, parseIsoDay(cells[3]));
        made.toDay = last + 1;
        VIGIE_TRY(const auto visits, number(cells[4]));
        made.visits = visits.value_or(0);
    }
    if (cells[5].empty())
        return {};
    store::Goal goal;
    goal.name = cells[5];
    VIGIE_TRY(const auto completions, number(cells[6]));
    VIGIE_TRY(const auto value, number(cells[7]));
    goal.completions = completions.value_or(0);
    goal.value = value.value_or(0);
    goal.currency = cells[8];
    to.goals.back().goals.push_back(std::move(goal));
    return {};
}

Result<void> addSurvey(store::Excerpt &to, const Cells &cells)
{
    SurveyAnswer one;
    VIGIE_TRY(one.id, id(cells[0]));
    const auto kind = surveyKindFrom(cells[1]);
    if (!kind)
        return fail(Errc::InvalidInput, "no such survey: " + cells[1]);
    one.kind = *kind;
    VIGIE_TRY(one.score, whole<int>(cells[2], 0, 10));
    if (!isSurveyScore(one.kind, one.score))
        return fail(Errc::InvalidInput, "no score of " + cells[1] + ": " + cells[2]);
    VIGIE_TRY(one.at, parseRfc3339(cells[3]));
    one.network = cells[4];
    VIGIE_TRY(const auto ticket, whole<std::int64_t>(cells[5], 0, kHighest));
    one.ticket = TicketId{ticket};
    to.surveys.push_back(std::move(one));
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
    case ProofRows::Apart: return addApart(to, cells);
    case ProofRows::Goals: return addGoal(to, cells);
    case ProofRows::Surveys: return addSurvey(to, cells);
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
