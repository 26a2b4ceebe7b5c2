// SPDX-License-Identifier: GPL-3.0-or-later
// What is out of the ordinary and worth a word: the rules that watch, and what they found.
// Thread: values. Errors: none.
#pragma once

#include <vigie/base/id.hpp>
#include <vigie/base/time.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using AlertRuleId = Id<struct AlertRuleTag>;
using AlertId = Id<struct AlertTag>;

enum class AlertKind : std::uint8_t {
    Volume,  ///< more is said than at this hour of the week
    Tone,    ///< a larger share of it is negative than usual
    Crisis,  ///< both at once
    Vip,     ///< somebody with a large audience, or from the rule's own list, spoke
    Keyword, ///< a query that was silent has a hit
    Unread,  ///< more conversations wait than usual
    Silence, ///< a source is quieter than its own rhythm
    Deadline ///< what was promised is due soon, or late (model/sla.hpp)
};
inline constexpr int kAlertKinds = 8;
[[nodiscard]] const char *toString(AlertKind kind) noexcept; ///< "volume", "tone", ...
[[nodiscard]] std::optional<AlertKind> alertKindFrom(std::string_view name) noexcept;

enum class AlertSensitivity : std::uint8_t { Calm, Usual, Keen };
[[nodiscard]] const char *toString(AlertSensitivity sensitivity) noexcept;
[[nodiscard]] std::optional<AlertSensitivity> alertSensitivityFrom(std::string_view name) noexcept;

struct AlertRule {
    AlertRuleId id;
    std::string name;                 ///< empty: called by its kind
    AlertKind kind = AlertKind::Volume;
    QueryId query;                    ///< none: the first brand query, else everything collected
    AlertSensitivity sensitivity = AlertSensitivity::Usual;
    std::int64_t followers = 50'000;  ///< Vip: from here on
    std::string people;               ///< Vip: handles, separated by spaces or commas, whatever their audience
    bool on = true;
    bool breaksThrough = false;       ///< told in quiet hours as well
    std::optional<Instant> mutedUntil;
    Instant createdAt, changedAt;
};

enum class AlertState : std::uint8_t { New, Seen, Done };
[[nodiscard]] const char *toString(AlertState state) noexcept;

/// What the person is still to be told of an alert.
enum class AlertNotice : std::uint8_t {
    Told,
    Now,    ///< a notice of its own
    Held,   ///< waits for the end of the quiet hours
    Digest  ///< part of one notice for all that was held
};

/// What was found, before it is known whether it is new.
struct AlertFinding {
    AlertKind kind = AlertKind::Volume;
    std::string cause;                ///< of one rule: equal causes are one alert while they last
    bool rings = true;                ///< false: it goes on; an alert that is open grows, none begins
    QueryId query;
    Instant from, to;                 ///< the stretch that shows it
    double value = 0;                 ///< conversations due or late, mentions in the hour, negative share 0..1, followers, hits, waiting, seconds of silence
    std::optional<double> low, high;  ///< what is usual, in the same unit
    std::int64_t n = 0;               ///< mentions that a share is of; of a crisis, mentions in the hour
    int usualHours = 0;               ///< hours of its own past that low and high stand on
    bool sameWeekday = false;         ///< they are of this weekday at this hour; else of working days or of weekends
    std::string subject;              ///< Vip: handle; Silence: account's handle and server; untrusted text
    AccountId account;                ///< Silence
    std::vector<ItemId> items;        ///< newest first; the newest of many
};

struct Alert {
    AlertId id;
    AlertRuleId rule;
    AlertFinding found;               ///< as found last
    AlertState state = AlertState::New;
    AlertNotice notice = AlertNotice::Now;
    Instant firstAt, lastAt;          ///< when it rang, and was last seen to go on
    double first = 0, peak = 0;       ///< values at the beginning and at the most
    int times = 1;                    ///< how often it was found
    std::optional<Instant> snoozedUntil; ///< put off: new again from then on
};

} // namespace vigie
