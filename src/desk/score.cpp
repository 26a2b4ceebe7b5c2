// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/ranking.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::desk {

namespace {

constexpr std::size_t kUsualTerms = 5;

double hoursSince(Instant then, Instant now)
{
    const auto span = std::chrono::duration<double, std::ratio<3600>>(now - then).count();
    return std::max(0.0, span); // a clock that jumped back must not make points
}

} // namespace

QueueEntry score(const store::QueueFacts &facts, const QueueWeights &weights, Instant now, std::optional<double> hoursLeft)
{
    QueueEntry entry{facts.ticket, 0, {}};
    entry.terms.reserve(kUsualTerms);
    const auto add = [&entry](const char *key, double value, double points) {
        if (points == 0)
            return;
        entry.terms.push_back(ScoreTerm{key, value, points});
        entry.score += points;
    };
    if (facts.question)
        add("question", 1, weights.question);
    if (facts.complaint)
        add("complaint", 1, weights.complaint);
    if (facts.direct)
        add("direct", 1, weights.direct);
    if (facts.review)
        add("review", 1, weights.review);
    if (facts.waitingSince) {
        const double hours = hoursSince(*facts.waitingSince, now);
        add("waiting", hours, weights.waitingHour * std::min(hours, weights.waitingCap));
    }
    if (hoursLeft && weights.deadlineHours > 0)
        add("deadline", *hoursLeft, weights.deadline * std::clamp((weights.deadlineHours - *hoursLeft) / weights.deadlineHours, 0.0, 2.0));
    if (facts.tone < 0)
        add("tone", facts.tone, weights.negativeTone * -facts.tone);
    if (facts.exchanges > 0)
        add("exchanges", facts.exchanges, weights.exchange * std::min<double>(facts.exchanges, weights.exchangeCap));
    else
        add("first_contact", 1, weights.firstContact);
    if (facts.relays > 0)
        add("relays", facts.relays, weights.relay * std::min<double>(facts.relays, weights.relayCap));
    if (facts.audience > 0) // -1 means not known: no points, and no pretence of zero readers
        add("audience", facts.audience, weights.audience * std::log10(1 + facts.audience));
    add("rule", facts.bump, facts.bump);
    std::stable_sort(entry.terms.begin(), entry.terms.end(),
                     [](const ScoreTerm &a, const ScoreTerm &b) { return a.points > b.points; });
    return entry;
}

void addTerm(QueueEntry &entry, ScoreTerm term)
{
    if (term.points == 0)
        return;
    entry.score += term.points;
    const auto below = std::find_if(entry.terms.begin(), entry.terms.end(), [&term](const ScoreTerm &one) { return one.points < term.points; });
    entry.terms.insert(below, std::move(term));
}

QueueEntry score(const store::TicketRow &row, const QueueWeights &weights, Instant now, std::optional<double> hoursLeft)
{
    return score(store::factsOf(row), weights, now, hoursLeft);
}

} // namespace vigie::desk
