// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/reply_length.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/text/length_reason.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReplyLength)
};

/// How near to its end: parts may be counted in different units.
double fullness(const text::Length &length)
{
    return length.limit > 0 ? static_cast<double>(length.used) / length.limit : length.used;
}

} // namespace

text::Length replyLength(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered)
{
    if (text.find_first_not_of(" \t\n") == std::string::npos)
        return text::measure(text, plan::lengthProfile(networks, account)); // nothing is sent
    const auto parts = plan::threadParts(text);
    const auto sent = plan::sentParts(networks, account, answered, text);
    auto lengths = plan::sentLengths(networks, account, answered, text);
    text::Length longest;
    std::size_t from = 0; // where the part begins in what was typed
    for (std::size_t i = 0; i < lengths.size() && i < parts.size() && i < sent.size(); ++i) {
        const auto at = text.find(parts[i], from);
        from = at == std::string::npos ? from : at;
        if (i == 0 || fullness(lengths[i]) > fullness(longest)) {
            longest = std::move(lengths[i]);
            // Where it goes over is shown in the typed text, which has nothing put before it.
            const auto before = sent[i].size() > parts[i].size() ? sent[i].size() - parts[i].size() : 0;
            if (longest.overflowAt != std::string_view::npos)
                longest.overflowAt = from + (longest.overflowAt > before ? longest.overflowAt - before : 0);
        }
        from += parts[i].size();
    }
    return longest;
}

QString putBefore(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered)
{
    const auto parts = plan::threadParts(text);
    const auto sent = plan::sentParts(networks, account, answered, text);
    if (parts.empty() || sent.empty() || sent.front().size() <= parts.front().size())
        return {};
    return qs(sent.front().substr(0, sent.front().size() - parts.front().size())).trimmed();
}

QString lengthText(const text::Length &length)
{
    if (length.limit == 0)
        return format::number(length.used);
    return QStringLiteral("%1 / %2").arg(format::number(length.used), format::number(length.limit));
}

QStringList lengthLines(const connect::Catalogue &networks, const std::string &text, const Account &account, const std::string &answered)
{
    const auto length = replyLength(networks, text, account, answered);
    QStringList lines{lengthReason(length, account, putBefore(networks, text, account, answered)).split(QLatin1Char('\n'))};
    const auto sent = plan::sentParts(networks, account, answered, text);
    const auto profile = plan::lengthProfile(networks, account);
    const auto longest = std::max_element(sent.begin(), sent.end(), [&](const std::string &a, const std::string &b) {
        return fullness(text::measure(a, profile)) < fullness(text::measure(b, profile));
    });
    if (longest == sent.end())
        return lines;
    for (const auto &piece : text::countedPieces(*longest, profile)) {
        using What = text::CountedPiece::What;
        const auto used = format::number(piece.used), letters = format::number(piece.letters);
        const auto shown = qs(text::elide(piece.shown, 48));
        if (piece.what == What::Link || piece.what == What::Mention)
            lines.append(Words::tr("%1: counts %2 instead of %3", "a link or a mention, and how long it is").arg(shown, used, letters));
        else if (piece.what == What::Picture && piece.times > 1)
            lines.append(Words::tr("%1: %2 times, counts %3", "an emoji").arg(shown, format::number(piece.times), used));
        else if (piece.what == What::Picture)
            lines.append(Words::tr("%1: counts %2", "an emoji, and how long it is").arg(shown, used));
        else if (piece.what == What::Letter)
            lines.append(Words::tr("%1 letters such as %2: count %3").arg(letters, shown, used));
    }
    return lines;
}

QString lengthReason(const text::Length &length, const Account &account, const QString &before)
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
    if (!before.isEmpty())
        lines.append(Words::tr("%1 is put before your text, so that the answer reaches them.").arg(before));
    if (warning > 0)
        lines.append(Words::tr("Content warning: %1").arg(format::number(warning)));
    const auto cost = account.limits.urlCost;
    if (linkCount > 0 && cost > 0)
        lines.append(Words::tr("This network counts %n character(s) for any link.", nullptr, cost));
    const bool bytes = length.unit == text::LengthRule::Bytes;
    if (bytes)
        lines.append(Words::tr("Counted in bytes: accents and emoji take several."));
    if (!length.fits())
        lines.append(bytes ? Words::tr("%n byte(s) too many.", nullptr, length.used - length.limit) : Words::tr("%n character(s) too many.", nullptr, length.used - length.limit));
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie::ui
