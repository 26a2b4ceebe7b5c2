// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_words.hpp"

#include "ui/bridge/text.hpp"

#include <QStringList>

namespace vigie::ui {

namespace {
constexpr double kNearlyAll = 0.999; ///< what would be rounded to the whole is only said to be the whole when it is
}

QString CoverageWords::sentence(const Coverage &coverage)
{
    if (coverage.windows.empty())
        return tr("Nothing was asked of the networks in this period");
    const bool whole = coverage.seenShare >= 1;
    QStringList parts{tr("%1 of the period seen").arg(format::percent(whole ? 1 : std::min(coverage.seenShare, kNearlyAll), whole ? 0 : 1))};
    if (coverage.openGaps > 0)
        parts << tr("%n gap(s)", nullptr, coverage.openGaps) << format::duration(coverage.gapTime);
    return parts.join(QStringLiteral(", "));
}

QString CoverageWords::sentences(const Coverage &coverage, const std::string &zone)
{
    QStringList lines{sentence(coverage) + QLatin1Char('.')};
    if (coverage.openGaps == 0 && !coverage.windows.empty())
        lines << tr("No gaps.");
    if (coverage.seenUpTo)
        lines << tr("Everything seen up to %1.").arg(format::dateTime(*coverage.seenUpTo, zone));
    return lines.join(QLatin1Char('\n'));
}

QString CoverageWords::when(const Unseen &unseen, const std::string &zone)
{
    const auto length = format::duration(std::chrono::duration_cast<std::chrono::seconds>(unseen.to - unseen.from));
    const bool oneDay = format::local(unseen.from, zone).date() == format::local(unseen.to, zone).date();
    const auto to = oneDay ? format::time(unseen.to, zone) : format::dateTime(unseen.to, zone);
    return tr("%1 to %2 (%3)", "from, to, how long").arg(format::dateTime(unseen.from, zone), to, length);
}

namespace {

QString causeWords(MissCause cause)
{
    switch (cause) {
    case MissCause::None: return {};
    case MissCause::Network: return CoverageWords::tr("The network could not be reached.");
    case MissCause::Server: return CoverageWords::tr("The server failed.");
    case MissCause::RateLimit: return CoverageWords::tr("The network asked for patience (rate limit).");
    case MissCause::Budget: return CoverageWords::tr("Reading would have cost more than was allowed.");
    case MissCause::SignIn: return CoverageWords::tr("The network no longer took the sign-in.");
    case MissCause::Refused: return CoverageWords::tr("The network refuses this account.");
    case MissCause::NotRunning: return CoverageWords::tr("Vigie was closed, or the machine asleep.");
    case MissCause::Paused: return CoverageWords::tr("The account is paused.");
    }
    return {};
}

QString gapWords(const std::string &reason)
{
    if (reason == "server-cap")
        return CoverageWords::tr("Afterwards the network gave its newest mentions only, and not as far back as here.");
    if (reason == "page-limit")
        return CoverageWords::tr("There was more than is read in one go.");
    if (reason == "cursor-too-old")
        return CoverageWords::tr("The network no longer knew where reading had stopped.");
    if (reason == "retention")
        return CoverageWords::tr("The network was asked again, and gives nothing of that time any more.");
    return CoverageWords::tr("It was not read.");
}

} // namespace

QString CoverageWords::why(const Unseen &unseen)
{
    const auto cause = causeWords(unseen.cause);
    switch (unseen.kind) {
    case Unseen::Kind::Gap: return cause.isEmpty() ? gapWords(unseen.reason) : cause + QLatin1Char(' ') + gapWords(unseen.reason);
    case Unseen::Kind::NotYet: return tr("Not read yet.") + QLatin1Char(' ') + cause;
    case Unseen::Kind::Never:
        return unseen.historyRead ? tr("Never asked for: the history of this stream was read as far back as Vigie goes by itself.") : tr("Never asked for: Vigie did not read this stream then.");
    }
    return {};
}

QString CoverageWords::refusal(app::Filling filling)
{
    switch (filling) {
    case app::Filling::Possible: return {};
    case app::Filling::ByItself: return tr("Read by itself with the next look.");
    case app::Filling::NoHistory: return tr("Cannot be read: here the network tells only what is new.");
    case app::Filling::TooOld: return tr("Cannot be read any more.");
    case app::Filling::SignIn: return tr("Sign in to the account again first.");
    case app::Filling::Paused: return tr("Resume the account first.");
    case app::Filling::UnknownNetwork: return tr("Cannot be read: this version does not speak this network.");
    }
    return {};
}

} // namespace vigie::ui
