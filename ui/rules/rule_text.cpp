// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_text.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

} // namespace

QString momentText(RuleMoment moment)
{
    switch (moment) {
    case RuleMoment::Arrives: return Words::tr("a mention arrives");
    case RuleMoment::Changes: return Words::tr("a ticket changes");
    case RuleMoment::Late: return Words::tr("a ticket becomes late");
    case RuleMoment::Daily: return Words::tr("every day at a time");
    }
    return {};
}

QString actionText(RuleAction::Kind kind)
{
    switch (kind) {
    case RuleAction::Kind::Tag: return Words::tr("put the tag");
    case RuleAction::Kind::Untag: return Words::tr("take off the tag");
    case RuleAction::Kind::Assign: return Words::tr("assign to");
    case RuleAction::Kind::Status: return Words::tr("set the state");
    case RuleAction::Kind::Snooze: return Words::tr("snooze, for hours");
    case RuleAction::Kind::Bump: return Words::tr("add points to the score");
    case RuleAction::Kind::ToInbox: return Words::tr("send to the inbox");
    case RuleAction::Kind::Note: return Words::tr("keep a note");
    case RuleAction::Kind::Draft: return Words::tr("begin an answer as a draft");
    case RuleAction::Kind::Answer: return Words::tr("answer by the outbox, after minutes");
    case RuleAction::Kind::PassOn: return Words::tr("pass on to a service, after minutes");
    }
    return {};
}

QString actionsLine(const Rule &rule)
{
    using Kind = RuleAction::Kind;
    QStringList parts;
    for (const auto &action : rule.actions) {
        switch (action.kind) {
        case Kind::Tag: parts << Words::tr("tag %1").arg(qs(action.text)); break;
        case Kind::Untag: parts << Words::tr("no tag %1").arg(qs(action.text)); break;
        case Kind::Assign: parts << (action.text.empty() ? Words::tr("without an owner") : Words::tr("to %1", "assigned to somebody").arg(qs(action.text))); break;
        case Kind::Status: parts << statusText(action.status); break;
        case Kind::Snooze: parts << Words::tr("snoozed for %n hour(s)", nullptr, static_cast<int>(action.number)); break;
        case Kind::Bump: parts << Words::tr("%1 points").arg(format::signedNumber(action.number, 0)); break;
        case Kind::ToInbox: parts << Words::tr("to the inbox"); break;
        case Kind::Note: parts << Words::tr("a note"); break;
        case Kind::Draft: parts << Words::tr("a draft"); break;
        case Kind::Answer: parts << Words::tr("an answer after %n minute(s)", nullptr, static_cast<int>(action.number)); break;
        case Kind::PassOn: parts << Words::tr("passed on to a service after %n minute(s)", nullptr, static_cast<int>(action.number)); break;
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString stepText(const RuleStep &step)
{
    if (step.what == "tag")
        return Words::tr("tag");
    if (step.what == "owner")
        return Words::tr("owner");
    if (step.what == "status")
        return Words::tr("state");
    if (step.what == "snooze")
        return Words::tr("snoozed until");
    if (step.what == "points")
        return Words::tr("points");
    if (step.what == "inbox")
        return Words::tr("inbox");
    if (step.what == "note")
        return Words::tr("note");
    if (step.what == "draft")
        return Words::tr("draft");
    if (step.what == "service")
        return Words::tr("question to a service");
    return step.what == "answer" ? Words::tr("answer") : qs(step.what);
}

QString stepValue(const RuleStep &step, bool before)
{
    const auto &value = before ? step.from : step.to;
    if (step.what == "status")
        if (const auto status = ticketStatusFrom(value))
            return statusText(*status);
    return value.empty() ? QString(QChar(0x2013)) : qs(value);
}

QString outcomeText(const std::string &outcome)
{
    if (outcome == "done")
        return Words::tr("done", "what became of a rule's run");
    if (outcome == "capped")
        return Words::tr("stopped: too many changes at once");
    return Words::tr("could not run");
}

} // namespace vigie::ui
