// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/pausing.hpp>

#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

bool settled(OutboundState state)
{
    return state == OutboundState::Sent || state == OutboundState::Accepted || state == OutboundState::Sending || state == OutboundState::Unknown;
}

/// Its rows as they are now; Conflict when one of them is covered by a pause or was decided about already.
Result<std::vector<Outbound>> freeRows(store::Tx &tx, const HeldPost &post)
{
    store::Outbox outbox(tx);
    std::vector<Outbound> rows;
    for (const auto id : post.rows) {
        VIGIE_TRY(auto row, outbox.get(id));
        if (row.state != OutboundState::Held)
            return fail(Errc::Conflict, std::string("it is no longer held back: ") + toString(row.state));
        VIGIE_TRY(const auto covering, store::Pauses(tx).covering(row));
        if (covering)
            return fail(Errc::Conflict, std::string(kPaused) + ": " + covering->reason);
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return fail(Errc::NotFound, "nothing of it is held back");
    return rows;
}

Result<bool> nothingLeft(store::Tx &tx, PlanId id)
{
    VIGIE_TRY(const auto plan, store::Plans(tx).get(id));
    return std::none_of(plan.variants.begin(), plan.variants.end(), [](const PlanVariant &one) { return settled(one.state); });
}

Result<OutboundState> keep(store::Tx &tx, std::vector<Outbound> &rows)
{
    store::Outbox outbox(tx);
    auto became = OutboundState::Planned;
    for (auto &row : rows) {
        const bool late = row.lateBy && row.dueAt && tx.now() > *row.dueAt + *row.lateBy;
        row.state = late ? OutboundState::Missed : OutboundState::Planned;
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, OutboundState::Held));
        if (late)
            became = OutboundState::Missed;
    }
    return became;
}

Result<OutboundState> move(store::Tx &tx, const connect::Catalogue &networks, const HeldPost &post, std::vector<Outbound> &rows, const WallTime &to, const std::string &zone)
{
    VIGIE_TRY(const auto due, toInstant(to, zone));
    if (due.at < tx.now())
        return fail(Errc::InvalidInput, "that time has already passed");
    if (post.plan) {
        VIGIE_TRY(const bool whole, nothingLeft(tx, post.plan));
        if (whole) {
            VIGIE_CHECK(Planner(tx, networks).move(post.plan, to, zone));
            return OutboundState::Planned;
        }
    }
    store::Outbox outbox(tx);
    for (auto &row : rows) { // part of the post is out there already: the calendar keeps its hour, the rest follows later
        row.state = OutboundState::Planned;
        row.dueAt = due.at;
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, OutboundState::Held));
    }
    return OutboundState::Planned;
}

Result<OutboundState> cancel(store::Tx &tx, const connect::Catalogue &networks, const HeldPost &post, std::vector<Outbound> &rows)
{
    if (post.plan) {
        VIGIE_TRY(const bool whole, nothingLeft(tx, post.plan));
        if (whole) {
            VIGIE_CHECK(Planner(tx, networks).unapprove(post.plan));
            return OutboundState::Cancelled;
        }
    }
    store::Outbox outbox(tx);
    for (auto &row : rows) {
        row.state = OutboundState::Cancelled;
        row.changedAt = tx.now();
        VIGIE_CHECK(outbox.update(row, OutboundState::Held));
    }
    return OutboundState::Cancelled;
}

} // namespace

Result<PauseId> pause(store::Tx &tx, const Pause &wanted)
{
    if (wanted.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(Errc::InvalidInput, "a pause needs a reason");
    if (wanted.scope == PauseScope::Account)
        VIGIE_CHECK(store::Accounts(tx).get(AccountId{wanted.of}));
    if (wanted.scope == PauseScope::Campaign && wanted.of == 0)
        return fail(Errc::InvalidInput, "which campaign is paused was not said");
    return store::Pauses(tx).begin(wanted);
}

Result<void> resume(store::Tx &tx, PauseId id, const std::string &person)
{
    return store::Pauses(tx).end(id, person);
}

Result<std::vector<HeldPost>> heldPosts(store::Tx &tx)
{
    VIGIE_TRY(const auto rows, store::Pauses(tx).held());
    std::vector<HeldPost> posts;
    for (const auto &row : rows) {
        auto found = row.plan ? std::find_if(posts.begin(), posts.end(), [&](const HeldPost &one) { return one.plan == row.plan; }) : posts.end();
        if (found == posts.end()) {
            HeldPost post;
            post.plan = row.plan;
            post.due = row.due;
            post.text = row.text;
            post.reason = row.reason;
            post.heldAt = row.heldAt;
            post.free = row.free;
            VIGIE_TRY(const auto whole, store::Outbox(tx).get(row.outbound));
            post.lateBy = whole.lateBy.value_or(std::chrono::minutes{0});
            found = posts.insert(posts.end(), std::move(post));
        }
        found->rows.push_back(row.outbound);
        if (std::find(found->accounts.begin(), found->accounts.end(), row.account) == found->accounts.end())
            found->accounts.push_back(row.account);
        found->free = found->free && row.free;
    }
    return posts;
}

Result<OutboundState> decideHeld(store::Tx &tx, const connect::Catalogue &networks, const HeldPost &post, HeldDecision decision, std::optional<WallTime> to,
                                 const std::string &zone)
{
    VIGIE_TRY(auto rows, freeRows(tx, post));
    switch (decision) {
    case HeldDecision::Keep: return keep(tx, rows);
    case HeldDecision::Move:
        if (!to)
            return fail(Errc::InvalidInput, "the new hour was not said");
        return move(tx, networks, post, rows, *to, zone);
    case HeldDecision::Cancel: return cancel(tx, networks, post, rows);
    }
    return fail(Errc::InvalidInput, "no such decision");
}

} // namespace vigie::plan
