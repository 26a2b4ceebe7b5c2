// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/model/policy.hpp>

#include <algorithm>

namespace vigie {

namespace {

std::optional<std::chrono::hours> sooner(const std::optional<std::chrono::hours> &a, const std::optional<std::chrono::hours> &b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

} // namespace

const char *toString(PersistRule rule) noexcept
{
    switch (rule) {
    case PersistRule::Full: return "full";
    case PersistRule::IdsOnly: return "ids-only";
    case PersistRule::DisplayOnly: return "display-only";
    }
    return "full";
}

const char *toString(ExportRule rule) noexcept
{
    switch (rule) {
    case ExportRule::Yes: return "yes";
    case ExportRule::Capped: return "capped";
    case ExportRule::NoMemberData: return "no-member-data";
    case ExportRule::No: return "no";
    }
    return "yes";
}

std::optional<PersistRule> persistRuleFrom(std::string_view name) noexcept
{
    for (const auto rule : {PersistRule::Full, PersistRule::IdsOnly, PersistRule::DisplayOnly})
        if (name == toString(rule))
            return rule;
    return std::nullopt;
}

std::optional<ExportRule> exportRuleFrom(std::string_view name) noexcept
{
    for (const auto rule : {ExportRule::Yes, ExportRule::Capped, ExportRule::NoMemberData, ExportRule::No})
        if (name == toString(rule))
            return rule;
    return std::nullopt;
}

Policy strictest(const Policy &a, const Policy &b)
{
    Policy both;
    both.persist = std::max(a.persist, b.persist);
    both.exports = std::max(a.exports, b.exports);
    both.exportPerDay = a.exportPerDay == 0 || b.exportPerDay == 0 ? std::max(a.exportPerDay, b.exportPerDay) : std::min(a.exportPerDay, b.exportPerDay);
    both.keepFor = sooner(a.keepFor, b.keepFor);
    both.refreshOrDrop = sooner(a.refreshOrDrop, b.refreshOrDrop);
    both.deletionSync = sooner(a.deletionSync, b.deletionSync);
    both.crossNetworkMatch = a.crossNetworkMatch && b.crossNetworkMatch;
    both.attribution = a.attribution.empty() ? b.attribution : a.attribution;
    return both;
}

} // namespace vigie
