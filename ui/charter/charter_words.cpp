// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/charter_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Charter)
};

QString listed(const std::vector<std::string> &words)
{
    constexpr std::size_t kMost = 4;
    QStringList out;
    for (std::size_t i = 0; i < std::min(words.size(), kMost); ++i)
        out << QStringLiteral("\u201C%1\u201D").arg(qs(words[i]));
    if (words.size() > kMost)
        out << QString(QChar(0x2026));
    return out.join(QStringLiteral(", "));
}

QString reason(const desk::CharterMark &mark)
{
    switch (mark.kind) {
    case CharterCheckKind::Forbidden: return Words::tr("\u201C%1\u201D is not said.").arg(qs(mark.found).simplified());
    case CharterCheckKind::Required: return Words::tr("It must be said as well: %1.").arg(listed(mark.wanted));
    case CharterCheckKind::Address:
        return !mark.wanted.empty() && mark.wanted.front() == "tu" ? Words::tr("Here we say \u201Ctu\u201D.") : Words::tr("Here we say \u201Cvous\u201D.");
    case CharterCheckKind::Emoji: return Words::tr("%1 emoji, %2 at the most.").arg(mark.value).arg(mark.limit);
    case CharterCheckKind::Capitals: return Words::tr("Capitals insist: \u201C%1\u201D.").arg(qs(mark.found));
    case CharterCheckKind::Links:
        return mark.value == 0 && !mark.wanted.empty() ? Words::tr("We link only to %1.").arg(listed(mark.wanted)) : Words::tr("%1 links, %2 at the most.").arg(mark.value).arg(mark.limit);
    case CharterCheckKind::Answerer:
        return mark.wanted.empty() ? Words::tr("Pass it on before you answer.") : Words::tr("This is answered by %1.").arg(listed(mark.wanted));
    case CharterCheckKind::Delay:
        return Words::tr("It has waited for %1, and %2 is the most.").arg(format::duration(std::chrono::minutes(mark.value)), format::duration(std::chrono::minutes(mark.limit)));
    }
    return {};
}

} // namespace

std::string charterLanguage()
{
    return QLocale().language() == QLocale::French ? "fr" : "en";
}

QString articleName(const CharterArticle &article)
{
    return QStringLiteral("%1. %2").arg(article.number).arg(qs(article.title.in(charterLanguage())));
}

QString articleName(const Charter &charter, int number)
{
    const auto *article = charter.article(number);
    return article != nullptr ? articleName(*article) : QString::number(number);
}

QString checkKindText(CharterCheckKind kind)
{
    switch (kind) {
    case CharterCheckKind::Forbidden: return Words::tr("Not said");
    case CharterCheckKind::Required: return Words::tr("Must be said");
    case CharterCheckKind::Address: return Words::tr("\u201CTu\u201D or \u201Cvous\u201D");
    case CharterCheckKind::Emoji: return Words::tr("Emoji, at most");
    case CharterCheckKind::Capitals: return Words::tr("Words in capitals, at most");
    case CharterCheckKind::Links: return Words::tr("Links, at most");
    case CharterCheckKind::Answerer: return Words::tr("Who answers");
    case CharterCheckKind::Delay: return Words::tr("Answered within");
    }
    return {};
}

QString markSentence(const Charter &charter, const desk::CharterMark &mark)
{
    return Words::tr("Article %1: %2", "number and title of an article, and what it asks for").arg(articleName(charter, mark.article), reason(mark));
}

QString moderationText(OutboundKind act)
{
    switch (act) {
    case OutboundKind::HideReply: return Words::tr("Hide the message");
    case OutboundKind::RemoveItem: return Words::tr("Remove the message");
    case OutboundKind::MarkSpam: return Words::tr("Mark as spam");
    case OutboundKind::MuteMember: return Words::tr("Mute its author");
    case OutboundKind::BlockMember: return Words::tr("Block its author");
    case OutboundKind::BanMember: return Words::tr("Ban its author");
    case OutboundKind::Report: return Words::tr("Report to moderators");
    default: return {};
    }
}

QString moderatedText(OutboundKind act, int article)
{
    switch (act) {
    case OutboundKind::HideReply: return Words::tr("Hidden under article %1").arg(article);
    case OutboundKind::RemoveItem: return Words::tr("The message will be removed under article %1").arg(article);
    case OutboundKind::MarkSpam: return Words::tr("Marked as spam under article %1").arg(article);
    case OutboundKind::MuteMember: return Words::tr("Muted under article %1").arg(article);
    case OutboundKind::BlockMember: return Words::tr("Blocked under article %1").arg(article);
    case OutboundKind::BanMember: return Words::tr("The member will be banned under article %1").arg(article);
    case OutboundKind::Report: return Words::tr("The message will be reported under article %1").arg(article);
    default: return {};
    }
}

QString outcomeText(ModerationOutcome outcome)
{
    switch (outcome) {
    case ModerationOutcome::Waiting: return Words::tr("on its way");
    case ModerationOutcome::Done: return Words::tr("done");
    case ModerationOutcome::Unknown: return Words::tr("not known");
    case ModerationOutcome::Failed: return Words::tr("failed");
    case ModerationOutcome::Cancelled: return Words::tr("taken back before it left");
    case ModerationOutcome::TakingBack: return Words::tr("being taken back");
    case ModerationOutcome::TakenBack: return Words::tr("taken back");
    }
    return {};
}

} // namespace vigie::ui
