// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/passing_words.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Passing)
};

QString whoAnswered(const PassedRow &row)
{
    for (auto reply = row.replies.rbegin(); reply != row.replies.rend(); ++reply)
        if (!reply->automatic)
            return qs(reply->fromName.empty() ? reply->fromAddress : reply->fromName);
    return {};
}

QString leavingSentence(const PassedRow &row, const QString &name, const std::string &zone)
{
    const auto &question = row.row.question;
    if (question.error)
        return Words::tr("%1: not sent yet. %2").arg(name, errorSentence(*question.error));
    return question.dueAt ? Words::tr("%1: leaves at %2").arg(name, format::time(*question.dueAt, zone)) : Words::tr("%1: waits in the outbox").arg(name);
}

} // namespace

QString serviceName(const Department &department)
{
    return qs(department.name(QLocale().language() == QLocale::French ? "fr" : "en"));
}

QString stateSentence(const PassedRow &row, Instant now, const std::string &zone)
{
    const auto name = serviceName(row.department);
    const auto &passing = row.row.passing;
    QString out;
    switch (passingState(row.row.question, passing, now)) {
    case PassingState::Leaving: out = leavingSentence(row, name, zone); break;
    case PassingState::Inside: out = Words::tr("%1: waiting inside, answer before %2").arg(name, format::dateTime(passing.dueAt, zone)); break;
    case PassingState::Late:
        out = Words::tr("%1: late by %2").arg(name, format::duration(std::chrono::floor<std::chrono::seconds>(now - passing.dueAt)));
        break;
    case PassingState::Answered:
        out = Words::tr("%1: answered by %2, %3").arg(name, whoAnswered(row), format::ago(passing.answeredAt.value_or(row.row.question.changedAt), now));
        break;
    case PassingState::Failed: out = Words::tr("%1: could not be delivered").arg(name); break;
    case PassingState::Cancelled: out = Words::tr("%1: taken back").arg(name); break;
    }
    if (row.row.reminders > 0)
        out += QStringLiteral("  \u00B7  ") + Words::tr("reminded %n time(s)", nullptr, row.row.reminders);
    return out;
}

QString refusedSentence(const Question &question)
{
    QStringList lines;
    for (const auto &one : question.recipients)
        if (one.state == QuestionRecipient::State::Refused && question.state != QuestionState::Cancelled)
            lines << (one.answer.empty() ? Words::tr("Not delivered to %1.").arg(qs(one.address))
                                         : Words::tr("Not delivered to %1: %2").arg(qs(one.address), qs(one.answer).simplified().left(200)));
    if (lines.isEmpty())
        return {};
    lines << (question.state == QuestionState::Failed ? Words::tr("Nobody has it: correct the address in the services and pass it on again.")
                                                      : Words::tr("The others have it. Correct the address in the services for the next time."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie::ui
