// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reply_length.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/plan/planner.hpp>

#include <QCoreApplication>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReplyLength)
};

} // namespace

text::Length replyLength(const std::string &text, const Account &account)
{
    const auto profile = plan::lengthProfile(account);
    const auto parts = plan::threadParts(text);
    if (parts.size() < 2)
        return text::measure(text, profile);
    text::Length longest;
    for (const auto &part : parts) {
        auto length = text::measure(part, profile);
        if (length.used < longest.used)
            continue;
        // Where it goes over is shown in the whole text.
        const auto at = text.find(part);
        if (length.overflowAt != std::string_view::npos && at != std::string::npos)
            length.overflowAt += at;
        longest = std::move(length);
    }
    return longest;
}

QString lengthText(const text::Length &length)
{
    if (length.limit == 0)
        return format::number(length.used);
    return QStringLiteral("%1 / %2").arg(format::number(length.used), format::number(length.limit));
}

QString lengthReason(const text::Length &length, const Account &account)
{
    int plain = 0, links = 0, linkCount = 0, mentions = 0, mentionCount = 0, warning = 0;
    for (const auto &part : length.parts) {
        switch (part.why) {
        case text::LengthPart::Why::Text: plain += part.used; break;
        case text::LengthPart::Why::Link:
            links += part.used;
            ++linkCount;
            break;
        case text::LengthPart::Why::Mention:
            mentions += part.used;
            ++mentionCount;
            break;
        case text::LengthPart::Why::Warning: warning += part.used; break;
        }
    }
    QStringList lines;
    lines.append(Words::tr("Why %1?").arg(format::number(length.used)));
    lines.append(Words::tr("Text: %1").arg(format::number(plain)));
    if (linkCount > 0)
        lines.append(Words::tr("%n link(s): %1", nullptr, linkCount).arg(format::number(links)));
    if (mentionCount > 0)
        lines.append(Words::tr("%n mention(s): %1", nullptr, mentionCount).arg(format::number(mentions)));
    if (warning > 0)
        lines.append(Words::tr("Content warning: %1").arg(format::number(warning)));
    const auto cost = plan::lengthProfile(account).urlCost;
    if (linkCount > 0 && cost > 0)
        lines.append(Words::tr("This network counts %n character(s) for any link.", nullptr, cost));
    if (!length.fits())
        lines.append(Words::tr("%n character(s) too many.", nullptr, length.used - length.limit));
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie::ui
