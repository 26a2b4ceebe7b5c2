// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/health_words.hpp"

#include "ui/bridge/error_text.hpp"
#include "ui/bridge/text.hpp"

#include <QCoreApplication>
#include <QLocale>

namespace vigie::ui {

namespace {

using Kind = HealthLine::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

QString money(std::int64_t microDollars)
{
    return QLocale().toCurrencyString(static_cast<double>(microDollars) / 1e6, QStringLiteral("$"), 2);
}

QString count(std::int64_t value)
{
    return format::number(static_cast<double>(value));
}

HealthLine signInLine(const app::Health &health, const std::string &zone)
{
    const auto until = health.lifeEnds ? format::date(*health.lifeEnds, zone) : QString();
    QString words;
    switch (health.life) {
    case app::SignInLife::None: words = Words::tr("not needed"); break;
    case app::SignInLife::Lasting: words = Words::tr("good until it is revoked, as far as the network tells"); break;
    case app::SignInLife::Renewed: words = until.isEmpty() ? Words::tr("good, renewed by itself") : Words::tr("good, renewed by itself until %1").arg(until); break;
    case app::SignInLife::EndsSoon: words = Words::tr("ends on %1: sign in again before").arg(until); break;
    case app::SignInLife::Ended: words = Words::tr("ended: sign in again"); break;
    }
    return {Kind::SignIn, Words::tr("Sign-in"), words, health.life == app::SignInLife::EndsSoon || health.life == app::SignInLife::Ended};
}

HealthLine callsLine(const connect::Allowance &calls, Instant now, const std::string &zone)
{
    QStringList parts;
    if (calls.left && calls.limit)
        parts << Words::tr("%1 of %2 left").arg(count(*calls.left), count(*calls.limit));
    else if (calls.left)
        parts << Words::tr("%1 left").arg(count(*calls.left));
    else
        parts << Words::tr("the network tells no limit");
    if (calls.assumed)
        parts << Words::tr("as its documents say");
    if (calls.waitUntil && *calls.waitUntil > now)
        parts << Words::tr("asked to wait until %1").arg(format::time(*calls.waitUntil, zone));
    else if (calls.renewsAt && *calls.renewsAt > now)
        parts << Words::tr("full again at %1").arg(format::time(*calls.renewsAt, zone));
    const auto label = calls.name.empty() ? Words::tr("Calls") : Words::tr("Calls (%1)").arg(qs(calls.name));
    return {Kind::Calls, label, parts.join(QStringLiteral(", ")), calls.left == 0 || (calls.waitUntil && *calls.waitUntil > now)};
}

HealthLine spentLine(const app::Spent &spent, const std::string &zone)
{
    const auto amount = [&](std::int64_t value) { return spent.money ? money(value) : count(value); };
    auto words = spent.limit ? Words::tr("%1 of %2 used").arg(amount(spent.used), amount(*spent.limit)) : Words::tr("%1 used; no budget is set").arg(amount(spent.used));
    if (spent.renewsAt)
        words += QStringLiteral(", ") + (spent.money ? Words::tr("new on %1").arg(format::date(*spent.renewsAt, zone)) : Words::tr("new at %1").arg(format::time(*spent.renewsAt, zone)));
    const auto label = spent.money ? Words::tr("Cost this month") : Words::tr("Units today (%1)").arg(qs(spent.bucket));
    return {Kind::Spent, label, words, spent.limit && spent.used >= *spent.limit};
}

} // namespace

QString causeWords(const app::Cause &cause, Instant now)
{
    auto words = errorSentence(cause.error);
    if (cause.streams.size() > 1)
        words += QLatin1Char(' ') + Words::tr("%Ln stream(s) are struck.", nullptr, static_cast<int>(cause.streams.size()));
    if (cause.since)
        words += QLatin1Char(' ') + Words::tr("It last went well %1.").arg(format::ago(*cause.since, now));
    return words;
}

QString silenceWords(const app::Silence &silence, const std::string &zone)
{
    return Words::tr("Nobody has written since %1: %2 without a word, where %3 is usual. Check that the source still exists and that it still shows you everything.")
        .arg(format::dateTime(silence.lastItem, zone), format::duration(silence.quiet), format::duration(silence.usual));
}

QString sharedNoticeWords(const app::Notice &notice)
{
    return errorSentence(notice.error) + QLatin1Char(' ') + Words::tr("%Ln account(s) are struck by it.", nullptr, static_cast<int>(notice.accounts.size()));
}

std::vector<HealthLine> healthLines(const app::AccountStatus &status, Instant now, const std::string &zone)
{
    const auto &account = status.account;
    const auto &health = status.health;
    std::vector<HealthLine> lines{signInLine(health, zone)};
    if (!account.session.scopes.empty()) {
        QStringList scopes;
        for (const auto &scope : account.session.scopes)
            scopes << qs(scope);
        lines.push_back({Kind::Scopes, Words::tr("Permissions"), scopes.join(QStringLiteral(", ")), false});
    }
    if (account.session.apiSunset)
        lines.push_back({Kind::Interface, Words::tr("Interface"), Words::tr("the network switches this version off on %1").arg(format::date(*account.session.apiSunset, zone)), health.apiEndsSoon});
    lines.push_back({Kind::LastSuccess, Words::tr("Last success"), account.lastSeenAt ? format::ago(*account.lastSeenAt, now) : Words::tr("none yet"), false});
    if (health.lag)
        lines.push_back({Kind::Lag, Words::tr("Behind by"), format::duration(*health.lag), false});
    for (const auto &calls : health.allowances)
        lines.push_back(callsLine(calls, now, zone));
    for (const auto &spent : health.spent)
        lines.push_back(spentLine(spent, zone));
    if (health.gaps.empty())
        lines.push_back({Kind::Gaps, Words::tr("Gaps"), Words::tr("none"), false});
    else
        lines.push_back({Kind::Gaps, Words::tr("Gaps"), Words::tr("%Ln gap(s), %1 in all", nullptr, static_cast<int>(health.gaps.size())).arg(format::duration(health.gapTime)), true});
    for (const auto &cause : health.causes)
        lines.push_back({Kind::Cause, Words::tr("Trouble"), causeWords(cause, now), true});
    if (health.silence)
        lines.push_back({Kind::Silence, Words::tr("Silence"), silenceWords(*health.silence, zone), true});
    return lines;
}

} // namespace vigie::ui
