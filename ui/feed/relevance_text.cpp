// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/relevance_text.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/text.hpp"

#include <vigie/insight/statistics.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RelevanceWords)
};

constexpr unsigned kReasons = 6;

/// A feature as a person would call it.
QString featureName(const QString &text, const Bridge &bridge)
{
    const auto value = text.section(QLatin1Char(':'), 1);
    if (text.startsWith(QLatin1String("author:")))
        return Words::tr("author %1").arg(value);
    if (text.startsWith(QLatin1String("network:")))
        return Words::tr("network %1").arg(bridge.networkName(utf8(value)));
    if (text.startsWith(QLatin1String("lang:")))
        return value == QLatin1String("und") ? Words::tr("unknown language") : QLocale(value).nativeLanguageName();
    return Words::tr("\"%1\"", "a word that counted").arg(text);
}

QString markWords(const store::RelevanceMark &mark, const Bridge &bridge)
{
    const auto when = format::dateTime(mark.at, bridge.zone());
    if (mark.who.empty())
        return mark.about ? Words::tr("Marked \"about us\" on %1.").arg(when) : Words::tr("Marked \"not about us\" on %1.").arg(when);
    return (mark.about ? Words::tr("Marked \"about us\" by %1 on %2.") : Words::tr("Marked \"not about us\" by %1 on %2.")).arg(qs(mark.who), when);
}

QString reasonWords(const store::RelevanceAnswer &answer, const Bridge &bridge)
{
    QStringList out;
    for (std::size_t i = 0; i < std::min<std::size_t>(answer.verdict.reasons.size(), kReasons); ++i) {
        const auto &reason = answer.verdict.reasons[i];
        out << Words::tr("%1 (%2 of %3 about us, %4 of %5 not)", "a word, then marks that hold it")
                   .arg(featureName(qs(reason.name), bridge), format::number(reason.about), format::number(answer.state.about), format::number(reason.other),
                        format::number(answer.state.other));
    }
    if (out.isEmpty())
        return Words::tr("None of its words were marked twice.");
    return Words::tr("What counted: %1.").arg(out.join(QStringLiteral("; ")));
}

QString shareOf(int k, int n)
{
    const auto bounds = insight::wilson(k, n);
    return bounds ? Words::tr("%1 (between %2 and %3)").arg(format::percent(static_cast<double>(k) / n), format::percent(bounds->first), format::percent(bounds->second)) : QString();
}

} // namespace

QString relevanceWords(const store::RelevanceAnswer &answer, const Bridge &bridge)
{
    const auto &state = answer.state;
    if (answer.mark) {
        const auto words = markWords(*answer.mark, bridge);
        return answer.aside ? Words::tr("%1 Kept aside, and not counted.").arg(words) : words;
    }
    if (!state.acts())
        return {};
    const auto likely = format::percent(answer.verdict.other, answer.verdict.other > 0.99 ? 1 : 0);
    const auto verdict = answer.aside ? Words::tr("Kept aside, and not counted: %1 likely about something else (from %2 on).").arg(likely, format::percent(state.threshold))
                                      : Words::tr("%1 likely about something else; kept aside from %2 on.").arg(likely, format::percent(state.threshold));
    return verdict + QLatin1Char(' ') + reasonWords(answer, bridge);
}

QString relevanceStateWords(const store::RelevanceState &state)
{
    QStringList out{Words::tr("%1 marked \"about us\", %2 \"not about us\"; relays of one original count once.").arg(format::number(state.about), format::number(state.other))};
    if (state.about < text::kLeastMarks || state.other < text::kLeastMarks)
        out << Words::tr("It keeps mentions aside by itself from %1 marks of each on; until then only those you marked.").arg(text::kLeastMarks);
    else if (!state.on)
        out << Words::tr("It is switched off: only the mentions you marked are kept aside.");
    out << Words::tr("%1 kept aside, %2 of them by hand. They are not counted.").arg(format::number(state.aside), format::number(state.byHand));
    if (state.judged < 1)
        out << Words::tr("Judged anew so far: %1.").arg(format::percent(state.judged));
    return out.join(QLatin1Char(' '));
}

QString relevanceMeasureWords(const text::RelevanceMeasure &measure)
{
    if (!measure.measured())
        return Words::tr("How good it is, is not measured: that takes %1 marks, and there are %2.").arg(text::kLeastMeasured).arg(measure.about + measure.other);
    return Words::tr("On your own marks, each judged by all the others: of what is about us it would lose %1; of what is not it would catch %2.")
        .arg(shareOf(measure.lost, measure.about), shareOf(measure.caught, measure.other));
}

} // namespace vigie::ui
