// SPDX-License-Identifier: GPL-3.0-or-later
// Judges alert rules over what was collected, keeps what was found, and holds notices back in quiet hours.
// Thread: inside a store job. Errors: Storage..., NotFound.
// Formulas: docs/measures.md. A source that has fallen silent is judged by the application, which knows the accounts' health.
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/model/alert.hpp>
#include <vigie/store/store.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::insight {

/// What a sensitivity means, kind by kind.
struct AlertLimits {
    double rarity = 1.95;              ///< of a volume, see insight/spike.hpp
    int leastMentions = 5;            ///< in the stretch that shows it
    int leastOfShare = 15;            ///< mentions that a negative share must stand on
    double toneMargin = 0.05;         ///< by which the share must exceed its baseline, for sure
    double unreadFactor = 1;          ///< how many times the usual must be exceeded, for sure
    std::chrono::hours silence{24};   ///< of a query before a hit is news
};
[[nodiscard]] AlertLimits limitsOf(AlertSensitivity sensitivity);

/// Times of the wall, in which notices are held back. A night belongs to the day on which it begins.
struct QuietHours {
    bool on = false;
    int from = 22 * 60, to = 7 * 60;  ///< minutes of the day; `to` before `from`: over midnight; equal: the whole day
    std::uint8_t days = 0x7f;         ///< bit 0 Sunday .. bit 6 Saturday
    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};
[[nodiscard]] bool isQuiet(const QuietHours &hours, Instant now, std::string_view zone);
[[nodiscard]] std::string toJson(const QuietHours &hours);
/// What cannot be read is no quiet hours at all.
[[nodiscard]] QuietHours quietHoursFrom(std::string_view json);

class AlertJudge {
public:
    AlertJudge(store::Tx &tx, std::string zone) : tx_(tx), zone_(std::move(zone)) {}

    /// What the rule finds at `now`. Reads only. Nothing for rules of kind Silence.
    Result<std::vector<AlertFinding>> judge(const AlertRule &rule, Instant now);
    /// When it would have rung in [from, to), oldest first, one finding for one cause.
    Result<std::vector<AlertFinding>> replay(const AlertRule &rule, Instant from, Instant to);

private:
    Result<QueryId> queryOf(const AlertRule &rule);
    store::Tx &tx_;
    std::string zone_;
};

struct AlertsKept {
    int rung = 0, grown = 0;
};
/// New alerts, and those that go on. `quiet`: notices wait, unless the rule breaks through.
Result<AlertsKept> keepFindings(store::Tx &tx, const AlertRule &rule, const std::vector<AlertFinding> &findings, bool quiet);
/// Alerts that were put off until now are new again and told again.
Result<int> wakeSnoozed(store::Tx &tx, bool quiet);
/// At the end of quiet hours: what was held becomes one digest.
Result<int> releaseHeld(store::Tx &tx);

} // namespace vigie::insight
