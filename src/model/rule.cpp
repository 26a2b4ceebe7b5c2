// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/rule.hpp>

namespace vigie {

const char *toString(RuleMoment moment) noexcept
{
    switch (moment) {
    case RuleMoment::Arrives: return "arrives";
    case RuleMoment::Changes: return "changes";
    case RuleMoment::Late: return "late";
    case RuleMoment::Daily: return "daily";
    }
    return "arrives";
}

std::optional<RuleMoment> ruleMomentFrom(std::string_view name) noexcept
{
    for (const auto moment : {RuleMoment::Arrives, RuleMoment::Changes, RuleMoment::Late, RuleMoment::Daily})
        if (name == toString(moment))
            return moment;
    return std::nullopt;
}

const char *toString(RuleAction::Kind kind) noexcept
{
    switch (kind) {
    case RuleAction::Kind::Tag: return "tag";
    case RuleAction::Kind::Untag: return "untag";
    case RuleAction::Kind::Assign: return "assign";
    case RuleAction::Kind::Status: return "status";
    case RuleAction::Kind::Snooze: return "snooze";
    case RuleAction::Kind::Bump: return "points";
    case RuleAction::Kind::ToInbox: return "inbox";
    case RuleAction::Kind::Note: return "note";
    case RuleAction::Kind::Draft: return "draft";
    case RuleAction::Kind::Answer: return "answer";
    case RuleAction::Kind::PassOn: return "service";
    }
    return "tag";
}

const std::vector<RuleAction::Kind> &allRuleActions() noexcept
{
    using Kind = RuleAction::Kind;
    static const std::vector<Kind> all{Kind::Tag, Kind::Untag, Kind::Assign, Kind::Status, Kind::Snooze, Kind::Bump, Kind::ToInbox, Kind::Note, Kind::Draft, Kind::Answer,
                                       Kind::PassOn};
    return all;
}

std::optional<RuleAction::Kind> ruleActionFrom(std::string_view name) noexcept
{
    for (const auto kind : allRuleActions())
        if (name == toString(kind))
            return kind;
    return std::nullopt;
}

std::string inWords(const std::vector<RuleStep> &steps)
{
    std::string out;
    for (const auto &step : steps) {
        out += (out.empty() ? "" : "; ") + step.what;
        if (!step.from.empty())
            out += " " + step.from;
        if (!step.from.empty() && !step.to.empty())
            out += " >";
        if (!step.to.empty())
            out += " " + step.to;
    }
    return out;
}

} // namespace vigie
