// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reason_text.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <cstdlib>

namespace vigie::ui {

namespace {

constexpr double kLongWaitHours = 24;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

QString exchangeText(int answersBefore)
{
    const auto ordinals = Words::tr("second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
                                    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth",
                                    "ordinals from 2 to 20, put before \"exchange\"")
                              .split(QLatin1Char('|'));
    if (answersBefore >= 1 && answersBefore <= ordinals.size())
        return Words::tr("%1 exchange", "%1 is an ordinal in words").arg(ordinals.at(answersBefore - 1));
    return Words::tr("answered %n time(s) before", nullptr, answersBefore);
}

QString termText(const ScoreTerm &term)
{
    const auto &key = term.key;
    const int count = static_cast<int>(std::lround(term.value));
    if (key == "service_answered")
        return Words::tr("the service answered");
    if (key == "service_late")
        return term.value < 1 ? Words::tr("the service is late") : Words::tr("the service is late by %1", "open hours: 3 h").arg(format::duration(std::chrono::hours{std::lround(term.value)}));
    if (key == "question")
        return Words::tr("question");
    if (key == "complaint")
        return Words::tr("complaint");
    if (key == "direct")
        return Words::tr("private message");
    if (key == "review")
        return Words::tr("review");
    if (key == "waiting")
        return Words::tr("waits %1", "how long somebody has been waiting: waits 2 h")
            .arg(format::duration(std::chrono::seconds(static_cast<std::int64_t>(term.value * 3600))));
    if (key == "deadline") {
        const auto span = format::duration(std::chrono::seconds(std::abs(static_cast<std::int64_t>(term.value * 60)) * 60));
        return term.value < 0 ? Words::tr("late by %1", "of a promised answer; %1 is a duration").arg(span) : Words::tr("%1 left", "%1 is a duration: 2 h 10 left").arg(span);
    }
    if (key == "promise") {
        const auto span = format::duration(std::chrono::seconds(std::abs(static_cast<std::int64_t>(term.value * 60)) * 60));
        return term.value < 0 ? Words::tr("promised, late by %1", "%1 is a duration").arg(span) : Words::tr("promised, %1 left", "%1 is a duration").arg(span);
    }
    if (key == "tone")
        return Words::tr("tone %1").arg(format::signedNumber(term.value, 1));
    if (key == "exchanges")
        return exchangeText(count);
    if (key == "first_contact")
        return Words::tr("first contact");
    if (key == "relays")
        return Words::tr("relayed %n time(s)", nullptr, count);
    if (key == "audience")
        return Words::tr("audience %1").arg(format::compact(term.value));
    if (key == "rule")
        return Words::tr("a rule says so");
    return {};
}

} // namespace

QList<Reason> reasons(const QueueEntry &entry, bool withoutDeadline)
{
    QList<Reason> result;
    for (const auto &term : entry.terms) {
        const auto text = withoutDeadline && term.key == "deadline" ? QString() : termText(term);
        if (!text.isEmpty())
            result.append({text, (term.key == "waiting" && term.value >= kLongWaitHours) || (term.key == "promise" && term.value < 0)});
    }
    return result;
}

QString reasonLine(const QueueEntry &entry)
{
    QStringList parts;
    for (const auto &reason : reasons(entry))
        parts.append(reason.text);
    return parts.join(QStringLiteral(" \u00B7 "));
}

QString statusText(TicketStatus status)
{
    switch (status) {
    case TicketStatus::New: return Words::tr("new", "status of a ticket");
    case TicketStatus::Open: return Words::tr("open", "status of a ticket");
    case TicketStatus::WaitingInside: return Words::tr("waits for a colleague", "status of a ticket");
    case TicketStatus::WaitingMember: return Words::tr("answered", "status of a ticket: the member has the word");
    case TicketStatus::Done: return Words::tr("done", "status of a ticket");
    case TicketStatus::Ignored: return Words::tr("ignored", "status of a ticket");
    }
    return {};
}

QString visibilityText(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public: return Words::tr("public", "who sees a message");
    case Visibility::Unlisted: return Words::tr("unlisted", "who sees a message");
    case Visibility::Followers: return Words::tr("followers only", "who sees a message");
    case Visibility::Direct: return Words::tr("private", "who sees a message");
    case Visibility::Unknown: break;
    }
    return Words::tr("visibility not known", "who sees a message");
}

QString languageText(const std::string &lang)
{
    if (lang.empty() || lang == "und")
        return {};
    if (lang == "fr")
        return Words::tr("French");
    if (lang == "en")
        return Words::tr("English");
    const auto own = QLocale(qs(lang)).nativeLanguageName();
    return own.isEmpty() ? qs(lang) : own;
}

QString stateText(ItemState state)
{
    switch (state) {
    case ItemState::Visible: return {};
    case ItemState::Held: return Words::tr("Held by the network's moderators.");
    case ItemState::Spam: return Words::tr("Marked as spam by the network.");
    case ItemState::HiddenByUs: return Words::tr("Hidden by us.");
    case ItemState::RemovedByModeration: return Words::tr("Removed by the network's moderators.");
    case ItemState::DeletedByAuthor: return Words::tr("Deleted by its author.");
    case ItemState::AccountGone: return Words::tr("The account is gone.");
    case ItemState::Unavailable: return Words::tr("No longer available on the network.");
    }
    return {};
}

QString replyRefusalText(CapabilityReason reason, const QString &network)
{
    switch (reason) {
    case CapabilityReason::ReplyNeedsSummon:
        return Words::tr("%1 takes answers from programs only where the author has named or quoted your account, which is not so here. Open the message on the network to answer it there.").arg(network);
    case CapabilityReason::ReplyWindowClosed:
        return Words::tr("The time in which %1 allows an answer to this message is over. Open it on the network to see what is still possible.").arg(network);
    default:
        return Words::tr("%1 does not take an answer to this message from programs. Open it on the network to answer it there.").arg(network);
    }
}

} // namespace vigie::ui
