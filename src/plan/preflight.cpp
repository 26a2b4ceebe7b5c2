// SPDX-License-Identifier: GPL-3.0-or-later
// What would fail, found before it fails.
#include "plan/preflight.hpp"

#include <vigie/connect/connector.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace vigie::plan {

namespace {

using What = Finding::What;

bool blank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void checkMedia(const OutboundMedia &media, const Account &account, std::vector<Finding> &findings)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(media.path, error);
    if (error || !std::ifstream(media.path).good()) {
        findings.push_back(Finding{What::MediaMissing, true, account.id, 0, 0, media.path});
        return;
    }
    const bool video = media.mime.rfind("video/", 0) == 0 || media.mime.rfind("audio/", 0) == 0;
    const auto limit = video ? account.limits.maxVideoBytes : account.limits.maxImageBytes;
    if (limit > 0 && size > static_cast<std::uintmax_t>(limit))
        findings.push_back(Finding{What::MediaTooLarge, true, account.id, static_cast<int>(size / 1000), static_cast<int>(limit / 1000), media.path});
    const auto &kinds = account.limits.mimeTypes;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), media.mime) == kinds.end())
        findings.push_back(Finding{What::MediaKind, true, account.id, 0, 0, media.mime});
    if (blank(media.alt))
        findings.push_back(Finding{What::AltMissing, false, account.id, 0, 0, media.path});
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
    if (blank(text) && media == 0)
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
    for (const auto &variant : plan.variants) {
        VIGIE_TRY(const auto account, store::Accounts(tx).get(variant.account));
        for (auto &finding : checkAccount(account))
            findings.push_back(std::move(finding));
        if (!account.capabilities.has(Capability::Publish))
            findings.push_back(Finding{What::NotOffered, true, account.id, 0, 0, toString(account.capabilities.why(Capability::Publish))});
        const auto &text = variant.overridden ? variant.text : plan.text;
        for (auto &finding : checkText(networks, text, plan.warning, plan.media.size(), account))
            findings.push_back(std::move(finding));
        if (static_cast<int>(plan.media.size()) > account.limits.maxMedia)
            findings.push_back(Finding{What::TooManyMedia, true, account.id, static_cast<int>(plan.media.size()), account.limits.maxMedia, {}});
        for (const auto &media : plan.media)
            checkMedia(media, account, findings);
    }
    if (plan.wall) {
        VIGIE_TRY(const auto due, toInstant(*plan.wall, plan.zone));
        if (due.at + plan.lateBy < tx.now())
            findings.push_back(Finding{What::InPast, true, {}, 0, 0, toRfc3339(due.at)});
        if (due.kind == ZonedInstant::Kind::Gap)
            findings.push_back(Finding{What::GapHour, false, {}, 0, 0, toRfc3339(due.at)});
        if (due.kind == ZonedInstant::Kind::Double)
            findings.push_back(Finding{What::DoubleHour, false, {}, 0, 0, toRfc3339(due.at)});
    }
    return findings;
}

} // namespace vigie::plan
