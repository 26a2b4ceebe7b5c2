// SPDX-License-Identifier: GPL-3.0-or-later
// From what happened to a ticket to its clocks, and from a clock and a calendar to when it is due. Nothing here reads or
// writes. docs/service-levels.md says in words what these functions do.
// Thread: pure functions. Errors: none.
#pragma once

#include <vigie/desk/business_time.hpp>
#include <vigie/model/sla.hpp>

#include <string>
#include <vector>

namespace vigie::desk {

/// A stretch in which somebody waited for us, before anybody asks what was promised.
struct SlaSpell {
    SlaTarget target = SlaTarget::First;
    int sequence = 0;
    Instant from;
    std::optional<Instant> until;            ///< none: it goes on
    enum class End : std::uint8_t { Open, Met, Unanswered, Cancelled } end = End::Open;
    std::vector<OpenStretch> counted;        ///< when the clock ran, calendars left aside
    std::optional<Instant> runningSince;     ///< it runs now
    bool skewed = false;
};

/// In the order in which they began. Moments may come in any order.
[[nodiscard]] std::vector<SlaSpell> spellsOf(std::vector<SlaMoment> moments, Instant now);

/// `promised` open seconds of that calendar: when it is due, what was used, and whether it was kept.
[[nodiscard]] SlaEvent judge(const SlaSpell &spell, std::int64_t promised, BusinessTime &time);
/// The same where nothing was promised.
[[nodiscard]] SlaEvent judgeFree(const SlaSpell &spell);

/// Open seconds until it is due; negative: for so long it has been late. Of a clock that stands still, what it has left.
[[nodiscard]] std::int64_t secondsLeft(const SlaClock &clock, BusinessTime &time, Instant now);

/// What policies ask of a ticket.
struct SlaFacts {
    AccountId account;
    std::string network, lang;
    std::vector<std::string> tags;
    bool direct = false, review = false, complaint = false, question = false;
    double points = 0;
};
[[nodiscard]] bool holds(const SlaScope &scope, const SlaFacts &facts);
/// The first that holds, if it promises something for this target; null: nothing is promised.
[[nodiscard]] const SlaPolicy *policyFor(const std::vector<SlaPolicy> &policies, const SlaFacts &facts, SlaTarget target);

} // namespace vigie::desk
