// SPDX-License-Identifier: GPL-3.0-or-later
// A rule of the desk: when, if, then. docs/rules.md is the reference for people.
// Thread: values. Errors: none.
#pragma once

#include <vigie/model/department.hpp>
#include <vigie/model/ticket.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

using RuleId = Id<struct RuleTag>;

enum class RuleMoment : std::uint8_t {
    Arrives, ///< a mention comes in
    Changes, ///< a ticket is changed, by a person or by another rule, or its message is edited
    Late,    ///< somebody has waited longer than an answer may take; once for each wait
    Daily    ///< once a day, at a time of the workspace's zone
};
[[nodiscard]] const char *toString(RuleMoment moment) noexcept; ///< "arrives", "changes", "late", "daily"
[[nodiscard]] std::optional<RuleMoment> ruleMomentFrom(std::string_view name) noexcept;

struct RuleAction {
    enum class Kind : std::uint8_t {
        Tag, Untag,  ///< text: the tag
        Assign,      ///< text: a colleague; empty: nobody
        Status,      ///< status; a ticket that is closed is not dealt with by later rules
        Snooze,      ///< number: hours
        Bump,        ///< number: points added to the score
        ToInbox,     ///< a mention that nobody asked about becomes a ticket
        Note,        ///< text: kept inside
        Draft,       ///< text: an answer for a person to look at and send; never over one that was begun
        Answer,      ///< text: into the outbox, where it waits number minutes, at least kLeastDelay, and can be taken back
        PassOn       ///< text: a question to a service of the house; its mail waits number minutes like an answer
    };
    Kind kind = Kind::Tag;
    std::string text;
    TicketStatus status = TicketStatus::Open;
    double number = 0;
    DepartmentId department{}; ///< PassOn

    friend bool operator==(const RuleAction &, const RuleAction &) = default;
};
inline constexpr int kLeastDelay = 5; ///< minutes
[[nodiscard]] const char *toString(RuleAction::Kind kind) noexcept; ///< "tag", "untag", "assign" ...
[[nodiscard]] std::optional<RuleAction::Kind> ruleActionFrom(std::string_view name) noexcept;
/// Every kind, in the order they are offered.
[[nodiscard]] const std::vector<RuleAction::Kind> &allRuleActions() noexcept;

inline constexpr int kEveryDay = 127;

struct Rule {
    RuleId id;
    std::string name;
    RuleMoment moment = RuleMoment::Arrives;
    int atMinute = 9 * 60;        ///< Daily: of the day
    int weekdays = kEveryDay;     ///< Daily: bit 0 is Monday
    std::string source;           ///< a query the mention, or the newest message of the ticket, satisfies; empty: any
    AccountId account;            ///< of the ticket, or that the mention came in by; none: any
    int waitingHours = 0;         ///< the member waits at least so long; 0: or not at all
    int messages = 0;             ///< the ticket holds at least so many messages of members; 0: or is none
    std::vector<RuleAction> actions;
    bool stopAfter = false;       ///< where this rule acted, later ones do not
    bool on = true;
    int position = 0;
    int version = 1;              ///< raised with every change

    [[nodiscard]] bool asksTicket() const { return waitingHours > 0 || messages > 0; }
};

/// One thing a rule changes, before and after; empty: it was not there, or is not any more.
struct RuleStep {
    std::string what;             ///< "tag", "owner", "status", "snooze", "points", "inbox", "note", "draft", "answer", "service"
    std::string from, to;

    friend bool operator==(const RuleStep &, const RuleStep &) = default;
};
/// "status open > done; tag Prix", for the log and the history.
[[nodiscard]] std::string inWords(const std::vector<RuleStep> &steps);

struct RuleLogLine {
    std::int64_t id = 0;
    RuleId rule;
    std::string name;             ///< as it was called then
    int version = 1;
    Instant at;
    std::string moment;           ///< of RuleMoment, or "history"
    ItemId item;
    TicketId ticket;
    std::string outcome;          ///< "done", "capped", "failed"
    std::string done;
};

} // namespace vigie
