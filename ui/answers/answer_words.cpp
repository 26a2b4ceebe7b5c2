// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answer_words.hpp"

#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)
};

QString reasonText(const std::string &reason)
{
    if (reason == "no-keyword")
        return Words::tr("it has no keyword");
    if (reason == "no-text")
        return Words::tr("it has no text, neither in French nor in English");
    if (reason == "variables")
        return Words::tr("its variables cannot be read");
    if (reason == "date")
        return Words::tr("a day of its validity cannot be read");
    if (reason == "validity")
        return Words::tr("its validity ends before it begins");
    if (reason == "twice")
        return Words::tr("its keyword stood further up already");
    if (reason == "columns")
        return Words::tr("it has more cells than the first line");
    return Words::tr("the line cannot be read");
}

} // namespace

QString ratesText(const AnswerRates &rates, const std::string &zone)
{
    if (rates.uses == 0 || !rates.last)
        return Words::tr("Not given yet");
    QStringList parts{Words::tr("Given %Ln time(s)", nullptr, rates.uses), Words::tr("last on %1", "a date").arg(format::date(*rates.last, zone)),
                      Words::tr("%Ln follow-up(s)", nullptr, rates.followUps)};
    if (rates.closed > 0)
        parts << Words::tr("closed without more: %1").arg(format::percent(static_cast<double>(rates.closed) / rates.uses));
    return parts.join(QStringLiteral(", "));
}

QString outcomeText(const ReplyOutcome &outcome)
{
    if (outcome.followUps == 0)
        return outcome.closed ? Words::tr("closed without more") : Words::tr("no follow-up so far");
    const auto count = Words::tr("%Ln follow-up(s)", nullptr, outcome.followUps);
    return outcome.toneAfter ? Words::tr("%1, tone %2", "how often the member wrote again; the tone of that").arg(count, format::signedNumber(static_cast<double>(*outcome.toneAfter), 1)) : count;
}

QString stalenessText(const Answer &answer, desk::Staleness staleness)
{
    const auto owner = qs(answer.text.owner);
    const auto with = [&owner](const QString &words) { return owner.isEmpty() ? words : Words::tr("%1; ask %2", "why an answer is stale; its owner").arg(words, owner); };
    switch (staleness) {
    case desk::Staleness::Fresh: return {};
    case desk::Staleness::NotYet: return with(Words::tr("Valid only from %1").arg(qs(answer.text.validFrom)));
    case desk::Staleness::Passed: return with(Words::tr("No longer valid since %1").arg(qs(answer.text.validUntil)));
    case desk::Staleness::EndsSoon: return with(Words::tr("Valid until %1").arg(qs(answer.text.validUntil)));
    case desk::Staleness::Old: return with(Words::tr("Neither given nor changed for a year"));
    }
    return {};
}

QString sourceText(AnswerVariable::Source source)
{
    switch (source) {
    case AnswerVariable::Source::Ask: return Words::tr("I say it each time");
    case AnswerVariable::Source::MemberName: return Words::tr("Name of the member");
    case AnswerVariable::Source::MemberHandle: return Words::tr("Handle of the member");
    case AnswerVariable::Source::Brand: return Words::tr("Name of our account");
    case AnswerVariable::Source::Today: return Words::tr("Today's date");
    case AnswerVariable::Source::OrderNumber: return Words::tr("Order number in the messages");
    case AnswerVariable::Source::Me: return Words::tr("My name");
    }
    return {};
}

QString fieldText(AnswerField field)
{
    switch (field) {
    case AnswerField::Keyword: return Words::tr("keyword");
    case AnswerField::Title: return Words::tr("question");
    case AnswerField::French: return Words::tr("French text");
    case AnswerField::English: return Words::tr("English text");
    case AnswerField::Variables: return Words::tr("variables");
    case AnswerField::ValidFrom: return Words::tr("first day");
    case AnswerField::ValidUntil: return Words::tr("last day");
    case AnswerField::Owner: return Words::tr("owner");
    case AnswerField::Service: return Words::tr("service");
    case AnswerField::Tags: return Words::tr("tags");
    }
    return {};
}

QString stepText(const desk::ImportStep &step)
{
    using What = desk::ImportStep::What;
    if (step.what == What::Add)
        return Words::tr("is added");
    if (step.what == What::Same)
        return Words::tr("is the same already");
    if (step.what == What::Skip)
        return Words::tr("is left out: %1").arg(reasonText(step.reason));
    QStringList fields;
    for (const auto field : step.changed)
        fields << fieldText(field);
    return Words::tr("is changed: %1").arg(fields.join(QStringLiteral(", ")));
}

QString hintText(const desk::AnswerHint &hint, const QString &draft, const std::string &zone)
{
    const auto bytes = utf8(draft);
    const auto &now = hint.figures.now;
    const auto here = now.end <= bytes.size() ? bytes.substr(now.begin, now.end - now.begin) : std::string();
    return Words::tr("On %1 we said \"%2\"; here it says \"%3\".").arg(format::date(hint.at, zone), qs(hint.before), qs(here));
}

} // namespace vigie::ui
