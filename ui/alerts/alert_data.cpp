// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_data.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/alerts.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>
#include <vigie/store/sync.hpp>
#include <vigie/store/tickets.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AlertData)
};

constexpr int kMostAlerts = 200;
constexpr std::chrono::hours kMuteFor{24};

/// Names of rules, queries and accounts and the gaps of these, read once for a list.
class Names {
public:
    static Result<Names> read(store::Tx &tx)
    {
        Names names;
        VIGIE_TRY(const auto rules, store::Alerts(tx).rules());
        for (const auto &rule : rules)
            names.rules_[rule.id] = rule;
        VIGIE_TRY(const auto queries, store::Queries(tx).all());
        for (const auto &query : queries)
            names.queries_[query.id] = query.name;
        VIGIE_TRY(const auto accounts, store::Accounts(tx).all());
        for (const auto &account : accounts)
            names.accounts_[account.id] = account.handle.empty() ? account.instance : account.handle;
        VIGIE_TRY(names.gaps_, store::Sync(tx).openGaps());
        return names;
    }
    [[nodiscard]] std::vector<AlertView> views(const std::vector<Alert> &alerts) const
    {
        std::vector<AlertView> views;
        for (const auto &alert : alerts) {
            AlertView view{alert, {}, {}, gapsOf(alert.found)};
            if (const auto rule = rules_.find(alert.rule); rule != rules_.end())
                view.rule = rule->second;
            if (const auto query = queries_.find(alert.found.query); query != queries_.end())
                view.query = format::queryName(query->second);
            views.push_back(std::move(view));
        }
        return views;
    }

private:
    [[nodiscard]] std::vector<AlertGap> gapsOf(const AlertFinding &found) const
    {
        std::vector<AlertGap> gaps;
        if (found.kind == AlertKind::Silence) // a gap of its own would have been said by its account
            return gaps;
        for (const auto &gap : gaps_) {
            const auto account = accounts_.find(gap.key.account);
            if (account != accounts_.end() && gap.from < found.to && gap.to > found.from)
                gaps.push_back({qs(account->second), std::max(gap.from, found.from), std::min(gap.to, found.to)});
        }
        std::stable_sort(gaps.begin(), gaps.end(), [](const AlertGap &a, const AlertGap &b) { return a.from < b.from; });
        // The streams of one account have their gaps in common.
        gaps.erase(std::unique(gaps.begin(), gaps.end(), [](const AlertGap &a, const AlertGap &b) { return a.account == b.account && a.from == b.from && a.to == b.to; }), gaps.end());
        return gaps;
    }

    std::map<AlertRuleId, AlertRule> rules_;
    std::map<QueryId, std::string> queries_;
    std::map<AccountId, std::string> accounts_;
    std::vector<SyncWindow> gaps_;
};

} // namespace

Result<std::vector<AlertView>> readAlerts(store::Tx &tx, bool withDone)
{
    VIGIE_TRY(const auto names, Names::read(tx));
    VIGIE_TRY(const auto alerts, store::Alerts(tx).list(withDone, kMostAlerts));
    return names.views(alerts);
}

Result<AlertsToTell> takeNotices(store::Tx &tx)
{
    store::Alerts store(tx);
    VIGIE_TRY(const auto names, Names::read(tx));
    VIGIE_TRY(const auto now, store.withNotice(AlertNotice::Now));
    VIGIE_TRY(const auto digest, store.withNotice(AlertNotice::Digest));
    for (const auto *alerts : {&now, &digest})
        for (const auto &alert : *alerts)
            VIGIE_CHECK(store.setNotice(alert.id, AlertNotice::Told));
    return AlertsToTell{names.views(now), names.views(digest)};
}

void openCause(Shell &shell, const AlertView &view)
{
    const auto &found = view.alert.found;
    if (found.kind == AlertKind::Unread || found.kind == AlertKind::Deadline)
        return Q_EMIT shell.openPanel(QStringLiteral("inbox"));
    if (found.kind == AlertKind::Silence)
        return Q_EMIT shell.openPanel(QStringLiteral("accounts"));
    if (found.kind == AlertKind::Vip && found.items.size() == 1)
        return Q_EMIT shell.openItem(found.items.front());
    const auto source = [found](store::Tx &tx, const store::SearchPage &page) -> Result<std::vector<ItemId>> {
        const store::AsCounted counted(tx);
        if (found.kind != AlertKind::Vip) {
            const bool negative = found.kind == AlertKind::Tone || found.kind == AlertKind::Crisis;
            return store::Alerts(tx).items(found.query, found.from, found.to, negative, page.limit, page.before);
        }
        std::vector<ItemId> ids;
        for (const auto item : found.items)
            if ((!page.before || item < page.before) && ids.size() < static_cast<std::size_t>(page.limit))
                ids.push_back(item);
        return ids;
    };
    Q_EMIT shell.openRows(alertHeadline(view), source);
}

namespace {

/// Takes back this action and no other.
void takeBack(Shell &shell, ChangeSetId action)
{
    shell.bridge.write<bool>(
        &shell,
        [action](store::Tx &tx) -> Result<bool> {
            VIGIE_TRY(const auto last, store::Tickets(tx).lastUndoable());
            if (!last || last->id != action)
                return false;
            VIGIE_CHECK(store::Tickets(tx).undoLast());
            return true;
        },
        [&shell](Result<bool> undone) {
            if (!undone)
                shell.toasts.showError(undone.error());
            else if (!*undone)
                shell.toasts.show(Words::tr("Something else was done since: take that back first."));
        });
}

} // namespace

void changeRules(Shell &shell, const QString &words, std::function<Result<void>(store::Alerts)> change)
{
    shell.bridge.write<ChangeSetId>(
        &shell,
        [change = std::move(change)](store::Tx &tx) -> Result<ChangeSetId> {
            VIGIE_TRY(const auto action, store::Tickets(tx).beginChangeSet("alert"));
            VIGIE_CHECK(change(store::Alerts(tx)));
            return action;
        },
        [&shell, words](Result<ChangeSetId> done) {
            if (!done) {
                shell.toasts.showError(done.error());
                return;
            }
            shell.toasts.showUndo(words, [&shell, action = *done] { takeBack(shell, action); });
        });
}

void undoLast(Shell &shell)
{
    shell.bridge.write<store::ChangeSet>(
        &shell, [](store::Tx &tx) { return store::Tickets(tx).undoLast(); },
        [&shell](Result<store::ChangeSet> undone) {
            if (undone)
                shell.toasts.show(Words::tr("Taken back."), 3000);
            else
                shell.toasts.showError(undone.error());
        });
}

void closeAlert(Shell &shell, const AlertView &view)
{
    changeRules(shell, Words::tr("Done: %1").arg(alertHeadline(view)), [id = view.alert.id](store::Alerts alerts) { return alerts.setState(id, AlertState::Done); });
}

void reopenAlert(Shell &shell, const AlertView &view)
{
    changeRules(shell, Words::tr("Back in the list: %1").arg(alertHeadline(view)), [id = view.alert.id](store::Alerts alerts) { return alerts.setState(id, AlertState::Seen); });
}

void snoozeAlert(Shell &shell, const AlertView &view, Instant until)
{
    changeRules(shell, Words::tr("Comes back on %1: %2").arg(format::dateTime(until, shell.bridge.zone()), alertHeadline(view)),
                [id = view.alert.id, until](store::Alerts alerts) { return alerts.snooze(id, until); });
}

void muteRule(Shell &shell, const AlertRule &rule)
{
    const bool muted = rule.mutedUntil && *rule.mutedUntil > shell.bridge.now();
    const auto until = muted ? std::nullopt : std::optional(shell.bridge.now() + kMuteFor);
    const auto words = muted ? Words::tr("It rings again: %1").arg(alertRuleName(rule))
                             : Words::tr("Muted until %1: %2").arg(format::dateTime(*until, shell.bridge.zone()), alertRuleName(rule));
    changeRules(shell, words, [id = rule.id, until](store::Alerts alerts) -> Result<void> {
        VIGIE_TRY(auto row, alerts.rule(id));
        row.mutedUntil = until;
        VIGIE_CHECK(alerts.save(row));
        return {};
    });
}

} // namespace vigie::ui
