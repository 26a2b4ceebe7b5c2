// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/change.hpp>

#include <algorithm>
#include <unordered_set>

namespace vigie {

namespace {

/// Adds what is not there yet; the order of first sight stays.
template <class IdType>
void addAll(std::vector<IdType> &into, const std::vector<IdType> &from)
{
    if (from.empty())
        return;
    std::unordered_set<IdType> known(into.begin(), into.end());
    for (const auto id : from)
        if (known.insert(id).second)
            into.push_back(id);
}

template <class IdType>
void removeAll(std::vector<IdType> &from, const std::vector<IdType> &gone)
{
    if (from.empty() || gone.empty())
        return;
    const std::unordered_set<IdType> out(gone.begin(), gone.end());
    from.erase(std::remove_if(from.begin(), from.end(), [&](IdType id) { return out.count(id) > 0; }), from.end());
}

void addMatches(std::vector<QueryDelta> &into, const QueryDelta &delta)
{
    auto it = std::find_if(into.begin(), into.end(), [&](const QueryDelta &known) { return known.query == delta.query; });
    if (it == into.end()) {
        into.push_back(delta);
        return;
    }
    // The later word counts: what was added and then removed is removed, and the other way round.
    removeAll(it->added, delta.removed);
    removeAll(it->removed, delta.added);
    addAll(it->added, delta.added);
    addAll(it->removed, delta.removed);
}

} // namespace

void Change::merge(const Change &other)
{
    // News among history is news: a group of writes is only history when all of it is.
    history = empty() ? other.history : other.empty() ? history : history && other.history;
    sequence = std::max(sequence, other.sequence);
    addAll(itemsAdded, other.itemsAdded);
    addAll(itemsChanged, other.itemsChanged);
    for (const auto &delta : other.matches)
        addMatches(matches, delta);
    addAll(tickets, other.tickets);
    addAll(outbounds, other.outbounds);
    addAll(plans, other.plans);
    addAll(accounts, other.accounts);
    addAll(members, other.members);
    queries = queries || other.queries;
    tags = tags || other.tags;
    coverage = coverage || other.coverage;
    settings = settings || other.settings;
    questions = questions || other.questions;
    alerts = alerts || other.alerts;
}

} // namespace vigie
