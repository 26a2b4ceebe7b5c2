// SPDX-License-Identifier: GPL-3.0-or-later
// What would fail, found before it fails.
#include "plan/preflight.hpp"

#include <vigie/base/ascii.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/connect/media_rules.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/same_text.hpp>
#include <vigie/text/rich_text.hpp>
#include <vigie/text/unseen.hpp>

#include <algorithm>
#include <cstdio>

namespace vigie::plan {

namespace {

using What = Finding::What;

/// The access ends before the post leaves, and no program can renew it.
bool signInEnds(const connect::Catalogue &networks, const Account &account, Instant due)
{
    const auto &session = account.session;
    if (session.refreshableUntil && due > *session.refreshableUntil)
        return true;
    if (!session.expiresAt || due <= *session.expiresAt)
        return false;
    const auto *connector = networks.find(account.connector);
    if (connector == nullptr)
        return true;
    // Whether the network has a way to renew at all: with words in the place of secrets, which go nowhere.
    connect::Credential stands;
    stands.access = stands.refresh = Secret("x");
    const connect::Context context{account, stands.access, Instant{}, &stands};
    const auto refresh = connector->buildRefresh(context);
    if (refresh || refresh.error().code != Errc::Unsupported)
        return false;
    const auto minted = connector->mint(context);
    return !minted && minted.error().code == Errc::Unsupported;
}

int narrowSpaces(const std::string &text)
{
    constexpr std::string_view kNarrow = "\xE2\x80\xAF";
    int count = 0;
    for (auto at = text.find(kNarrow); at != std::string::npos; at = text.find(kNarrow, at + kNarrow.size()))
        ++count;
    return count;
}

std::string codePoints(const std::vector<text::UnseenCharacter> &unseen)
{
    std::string names;
    for (const auto &one : unseen) {
        char name[16];
        std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(one.code));
        if (names.find(name) == std::string::npos)
            names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

void checkCounts(const std::string &text, const Account &account, std::vector<Finding> &findings)
{
    const auto rules = connect::mediaRules(account);
    if (rules.links == 0 && rules.tags == 0 && rules.mentions == 0)
        return;
    std::vector<std::string> links;
    int tags = 0, mentions = 0;
    for (const auto &span : text::fromPlain(text).spans) {
        tags += span.kind == TextSpan::Kind::Tag ? 1 : 0;
        mentions += span.kind == TextSpan::Kind::Mention ? 1 : 0;
        if (span.kind == TextSpan::Kind::Link && std::find(links.begin(), links.end(), span.target) == links.end())
            links.push_back(span.target);
    }
    const auto over = [&](int used, int limit, What what) {
        if (limit > 0 && used > limit)
            findings.push_back({what, true, account.id, used, limit, {}});
    };
    over(static_cast<int>(links.size()), rules.links, What::TooManyLinks);
    over(tags, rules.tags, What::TooManyTags);
    over(mentions, rules.mentions, What::TooManyMentions);
}

/// Of the words as they leave.
void checkWords(const connect::Catalogue &networks, const Leaving &leaving, const Account &account, std::vector<Finding> &findings)
{
    if (const auto unseen = text::unseenCharacters(leaving.text); !unseen.empty())
        findings.push_back({What::UnseenCharacters, false, account.id, static_cast<int>(unseen.size()), 0, codePoints(unseen)});
    if (lengthProfile(networks, account).rule == text::LengthRule::X)
        if (const int spaces = narrowSpaces(leaving.text); spaces > 0)
            findings.push_back({What::NarrowSpaces, false, account.id, spaces, 0, {}});
    checkCounts(leaving.text, account, findings);
    for (const auto &conflict : leaving.conflicts)
        findings.push_back({What::TrackingConflict, false, account.id, 0, 0, conflict.parameter + ": " + conflict.has});
}

Result<void> checkUsed(store::Tx &tx, const PlanItem &plan, const std::vector<store::WantedText> &wanted, std::vector<Finding> &findings)
{
    VIGIE_TRY(const auto used, store::usedTexts(tx, wanted, plan.id));
    for (const auto &one : used)
        findings.push_back({What::SameTextAlready, false, one.account, one.sent ? 1 : 0, 0, toRfc3339(one.at)});
    return {};
}

Result<void> checkHour(store::Tx &tx, const PlanItem &plan, std::vector<Finding> &findings)
{
    if (!plan.wall)
        return {};
    VIGIE_TRY(const auto due, toInstant(*plan.wall, plan.zone));
    if (due.at + plan.lateBy < tx.now())
        findings.push_back(Finding{What::InPast, true, {}, 0, 0, toRfc3339(due.at)});
    if (due.kind == ZonedInstant::Kind::Gap)
        findings.push_back(Finding{What::GapHour, false, {}, 0, 0, toRfc3339(due.at)});
    if (due.kind == ZonedInstant::Kind::Double)
        findings.push_back(Finding{What::DoubleHour, false, {}, 0, 0, toRfc3339(due.at)});
    if (plan.embargo && due.at < *plan.embargo)
        findings.push_back(Finding{What::Embargoed, true, {}, 0, 0, toRfc3339(*plan.embargo)});
    return {};
}

} // namespace

text::LengthProfile lengthProfile(const connect::Catalogue &networks, const Account &account)
{
    // The limits are those the server announced; the rule is the network's.
    text::LengthProfile profile;
    const auto *connector = networks.find(account.connector);
    profile.rule = connector != nullptr ? connector->describe().length.rule : text::LengthRule::Graphemes;
    profile.byteLimit = connector != nullptr ? connector->describe().length.byteLimit : 0;
    profile.limit = account.limits.maxCharacters;
    profile.urlCost = account.limits.urlCost;
    return profile;
}

std::vector<std::string> sentParts(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text)
{
    auto parts = threadParts(text);
    const auto *connector = networks.find(account.connector);
    if (answered.empty() || connector == nullptr)
        return parts;
    Outbound outbound;
    outbound.account = account.id;
    outbound.kind = OutboundKind::Reply;
    outbound.parts.resize(1);
    outbound.parts.front().text = parts.front();
    const Secret none;
    parts.front() = connector->sentText({account, none, Instant{}}, {outbound, 0, {}, answered});
    return parts;
}

std::vector<text::Length> sentLengths(const connect::Catalogue &networks, const Account &account, const std::string &answered, const std::string &text,
                                      const std::string &warning)
{
    std::vector<text::Length> lengths;
    const auto profile = lengthProfile(networks, account);
    for (const auto &part : sentParts(networks, account, answered, text))
        lengths.push_back(text::measure(part, profile, warning));
    return lengths;
}

std::vector<Finding> checkText(const connect::Catalogue &networks, const std::string &text, const std::string &warning, std::size_t media, const Account &account,
                               const std::string &answered)
{
    std::vector<Finding> findings;
    if (trimmed(text).empty() && media == 0)
        findings.push_back(Finding{What::Empty, true, account.id, 0, 0, {}});
    for (const auto &length : sentLengths(networks, account, answered, text, warning))
        if (!length.fits())
            findings.push_back(Finding{What::TooLong, true, account.id, length.used, length.limit, length.unit == text::LengthRule::Bytes ? kInBytes : ""});
    return findings;
}

std::vector<Finding> checkAccount(const Account &account)
{
    std::vector<Finding> findings;
    if (account.state == AccountState::Paused)
        findings.push_back(Finding{What::AccountPaused, true, account.id, 0, 0, {}});
    if (account.state == AccountState::ReconnectNeeded)
        findings.push_back(Finding{What::ReconnectNeeded, true, account.id, 0, 0, {}});
    if (account.state == AccountState::Removed)
        findings.push_back(Finding{What::NoAccount, true, account.id, 0, 0, {}});
    return findings;
}

Result<std::vector<Finding>> checkPlan(store::Tx &tx, const connect::Catalogue &networks, const PlanItem &plan)
{
    std::vector<Finding> findings;
    if (plan.variants.empty())
        findings.push_back(Finding{What::NoAccount, true, {}, 0, 0, {}});
    VIGIE_TRY(const auto rules, readComposeRules(tx));
    VIGIE_TRY(const auto campaign, campaignName(tx, plan));
    VIGIE_TRY(const auto media, lookAtMedia(tx, plan));
    std::optional<Instant> due;
    if (plan.wall) {
        VIGIE_TRY(const auto resolved, toInstant(*plan.wall, plan.zone));
        due = resolved.at;
    }
    std::vector<store::WantedText> wanted;
    for (const auto &variant : plan.variants) {
        VIGIE_TRY(const auto account, store::Accounts(tx).get(variant.account));
        for (auto &finding : checkAccount(account))
            findings.push_back(std::move(finding));
        if (!account.capabilities.has(Capability::Publish))
            findings.push_back(Finding{What::NotOffered, true, account.id, 0, 0, toString(account.capabilities.why(Capability::Publish))});
        if (due && account.state != AccountState::ReconnectNeeded && signInEnds(networks, account, *due))
            findings.push_back(Finding{What::SignInEnds, false, account.id, 0, 0, toRfc3339(account.session.refreshableUntil.value_or(account.session.expiresAt.value_or(*due)))});
        const auto leaving = leavingText(plan, variant, account, rules.tracking, campaign);
        for (auto &finding : checkText(networks, leaving.text, plan.warning, plan.media.size(), account))
            findings.push_back(std::move(finding));
        checkWords(networks, leaving, account, findings);
        for (auto &finding : checkMedia(media, {account, plan, rules}))
            findings.push_back(std::move(finding));
        wanted.push_back({account.id, threadParts(leaving.text).front()});
    }
    VIGIE_CHECK(checkUsed(tx, plan, wanted, findings));
    VIGIE_CHECK(checkHour(tx, plan, findings));
    return findings;
}

} // namespace vigie::plan
