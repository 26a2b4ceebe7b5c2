// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/desk.hpp>

#include <vigie/text/intent.hpp>

#include <algorithm>
#include <cmath>

namespace vigie::desk {

namespace {

double hoursSince(Instant then, Instant now)
{
    const auto span = std::chrono::duration<double, std::ratio<3600>>(now - then).count();
    return std::max(0.0, span); // a clock that jumped back must not make points
}

} // namespace

QueueEntry score(const store::TicketRow &row, const QueueWeights &weights, Instant now, std::optional<double> hoursLeft)
{
    QueueEntry entry{row.ticket.id, 0, {}};
    const auto add = [&entry](const char *key, double value, double points) {
        if (points == 0)
            return;
        entry.terms.push_back(ScoreTerm{key, value, points});
        entry.score += points;
    };
    const auto intent = text::intentOf(row.latestText, row.latestLang);
    if (intent.question)
        add("question", 1, weights.question);
    if (intent.complaint)
        add("complaint", 1, weights.complaint);
    if (row.direct)
        add("direct", 1, weights.direct);
    if (row.review)
        add("review", 1, weights.review);
    if (row.ticket.waitingSince) {
        const double hours = hoursSince(*row.ticket.waitingSince, now);
        add("waiting", hours, weights.waitingHour * std::min(hours, weights.waitingCap));
    }
    if (hoursLeft && weights.deadlineHours > 0)
        add("deadline", *hoursLeft, weights.deadline * std::clamp((weights.deadlineHours - *hoursLeft) / weights.deadlineHours, 0.0, 2.0));
    if (row.tone < 0)
        add("tone", static_cast<double>(row.tone), weights.negativeTone * -static_cast<double>(row.tone));
    if (row.memberExchanges > 0)
        add("exchanges", row.memberExchanges, weights.exchange * std::min<double>(row.memberExchanges, weights.exchangeCap));
    else
        add("first_contact", 1, weights.firstContact);
    if (row.relays > 0)
        add("relays", row.relays, weights.relay * std::min<double>(row.relays, weights.relayCap));
    if (row.audience > 0) // -1 means not known: no points, and no pretence of zero readers
        add("audience", row.audience, weights.audience * std::log10(1 + row.audience));
    std::stable_sort(entry.terms.begin(), entry.terms.end(),
                     [](const ScoreTerm &a, const ScoreTerm &b) { return a.points > b.points; });
    return entry;
}

} // namespace vigie::desk
