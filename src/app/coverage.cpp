// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/app/coverage.hpp>

#include <vigie/store/members.hpp>
#include <vigie/store/sync.hpp>

#include <algorithm>
#include <map>

namespace vigie::app {

namespace {

/// Younger than this, what is not read yet is nothing to speak of: the rhythm of reading has a pause.
constexpr std::chrono::minutes kYoung{15};

Result<std::vector<Account>> accountsOf(store::Tx &tx, const std::vector<std::string> &networks)
{
    VIGIE_TRY(auto accounts, store::Accounts(tx).all());
    const auto chosen = [&](const Account &account) {
        const auto name = text::compactName(account.connector);
        return networks.empty() || std::any_of(networks.begin(), networks.end(), [&](const std::string &network) { return text::compactName(network) == name; });
    };
    std::erase_if(accounts, [&](const Account &account) { return account.state == AccountState::Removed || !chosen(account); });
    return accounts;
}

std::vector<AccountId> idsOf(const std::vector<Account> &accounts)
{
    std::vector<AccountId> ids;
    for (const auto &account : accounts)
        ids.push_back(account.id);
    return ids;
}

/// No account is not the same as all of them.
Result<Coverage> coverageOf(store::Tx &tx, const std::vector<Account> &accounts, const CoverageScope &scope)
{
    if (accounts.empty()) {
        Coverage none;
        none.from = scope.from;
        none.to = scope.to;
        return none;
    }
    return store::Sync(tx).coverage(idsOf(accounts), scope.from, scope.to);
}

Filling fillingOf(const Account &account, const connect::Connector *connector, const connect::StreamSpec *stream, const Unseen &unseen)
{
    if (connector == nullptr)
        return Filling::UnknownNetwork;
    if (account.state == AccountState::ReconnectNeeded)
        return Filling::SignIn;
    if (account.state == AccountState::Paused)
        return Filling::Paused;
    if (unseen.kind == Unseen::Kind::NotYet)
        return Filling::ByItself;
    if (stream == nullptr || !stream->backfill || stream->firehose)
        return Filling::NoHistory;
    return unseen.reason == "retention" ? Filling::TooOld : Filling::Possible;
}

std::string shownName(const Account &account)
{
    return !account.handle.empty() ? account.handle : !account.name.empty() ? account.name : account.instance;
}

} // namespace

const char *toString(Filling filling) noexcept
{
    switch (filling) {
    case Filling::Possible: return "possible";
    case Filling::ByItself: return "by-itself";
    case Filling::NoHistory: return "no-history";
    case Filling::TooOld: return "too-old";
    case Filling::SignIn: return "sign-in";
    case Filling::Paused: return "paused";
    case Filling::UnknownNetwork: return "unknown-network";
    }
    return "";
}

std::vector<std::string> networksAsked(const text::QueryNode &node)
{
    using Kind = text::QueryNode::Kind;
    if (node.kind == Kind::Field && node.field == text::QueryField::Network)
        return {node.value};
    std::vector<std::string> found;
    for (const auto &child : node.children) {
        const auto inner = node.kind == Kind::Not ? std::vector<std::string>{} : networksAsked(child);
        if (node.kind == Kind::Or && inner.empty())
            return {};
        if (node.kind == Kind::And && !inner.empty())
            return inner;
        found.insert(found.end(), inner.begin(), inner.end());
    }
    return node.kind == Kind::Or ? found : std::vector<std::string>{};
}

Result<Coverage> coverageOf(store::Tx &tx, const CoverageScope &scope)
{
    VIGIE_TRY(const auto accounts, accountsOf(tx, scope.networks));
    return coverageOf(tx, accounts, scope);
}

Result<CoverageReport> coverageReport(store::Tx &tx, const connect::Catalogue &catalogue, const CoverageScope &scope)
{
    VIGIE_TRY(const auto accounts, accountsOf(tx, scope.networks));
    CoverageReport report;
    VIGIE_TRY(report.coverage, coverageOf(tx, accounts, scope));
    if (accounts.empty())
        return report;
    VIGIE_TRY(auto unseen, store::Sync(tx).unseen(idsOf(accounts), scope.from, scope.to));
    std::map<AccountId, std::vector<connect::StreamSpec>> streams;
    for (auto &one : unseen) {
        const auto &account = *std::find_if(accounts.begin(), accounts.end(), [&](const Account &candidate) { return candidate.id == one.key.account; });
        const auto *connector = catalogue.find(account.connector);
        if (connector != nullptr && streams.find(account.id) == streams.end())
            streams.emplace(account.id, connector->streams(account));
        const auto &known = streams[account.id];
        const auto stream = std::find_if(known.begin(), known.end(), [&](const connect::StreamSpec &spec) { return spec.name == one.key.stream; });
        const auto *spec = stream != known.end() ? &*stream : nullptr;
        const auto patience = spec != nullptr ? std::max<std::chrono::seconds>(kYoung, 2 * spec->every) : std::chrono::seconds{kYoung};
        if (one.kind == Unseen::Kind::NotYet && one.to - one.from < patience)
            continue;
        if (one.kind == Unseen::Kind::NotYet && one.cause == MissCause::None)
            one.cause = MissCause::NotRunning; // the rhythm would have brought it
        const auto filling = fillingOf(account, connector, spec, one);
        report.gaps.push_back({std::move(one), account.connector, shownName(account), filling});
    }
    std::stable_sort(report.gaps.begin(), report.gaps.end(), [](const CoverageGap &a, const CoverageGap &b) { return a.unseen.from < b.unseen.from; });
    return report;
}

} // namespace vigie::app
