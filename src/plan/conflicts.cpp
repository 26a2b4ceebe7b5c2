// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/plan/conflicts.hpp>

#include <vigie/base/ascii.hpp>

#include <algorithm>

namespace vigie::plan {

namespace {

constexpr std::string_view kLinkEnd = " \t\r\n<>\"'\\^`{|}", kTrailing = ".,;:!?)]";

bool isTracking(std::string_view name)
{
    return name.starts_with("utm_") || name == "fbclid" || name == "gclid" || name == "mc_cid" || name == "mc_eid";
}

std::string withoutTracking(std::string_view query)
{
    std::string out;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto part = query.substr(0, end);
        if (!part.empty() && !isTracking(part.substr(0, part.find('='))))
            out += (out.empty() ? "?" : "&") + std::string(part);
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    return out;
}

/// What this account says.
std::string wordsOf(const PlanItem &post, const PlanVariant &variant)
{
    return variant.overridden ? variant.text : post.text;
}

const PlanVariant *variantOf(const PlanItem &post, AccountId account)
{
    const auto found = std::find_if(post.variants.begin(), post.variants.end(), [account](const PlanVariant &one) { return one.account == account; });
    return found == post.variants.end() ? nullptr : &*found;
}

} // namespace

std::string comparableLink(std::string_view link)
{
    if (const auto scheme = link.find("://"); scheme != std::string_view::npos)
        link.remove_prefix(scheme + 3);
    link = link.substr(0, link.find('#'));
    const auto question = std::min(link.find('?'), link.size());
    auto place = link.substr(0, question);
    const auto query = question < link.size() ? link.substr(question + 1) : std::string_view{};
    while (!place.empty() && place.back() == '/')
        place.remove_suffix(1);
    const auto slash = std::min(place.find('/'), place.size());
    auto host = lowerAscii(place.substr(0, slash));
    if (host.starts_with("www."))
        host.erase(0, 4);
    return host + std::string(place.substr(slash)) + withoutTracking(query);
}

std::vector<std::string> linksIn(std::string_view text)
{
    std::vector<std::string> out;
    for (auto at = text.find("http"); at != std::string_view::npos; at = text.find("http", at)) {
        const auto rest = text.substr(at);
        const std::size_t scheme = rest.starts_with("https://") ? 8 : rest.starts_with("http://") ? 7 : 0;
        if (scheme == 0) {
            at += 4;
            continue;
        }
        auto link = rest.substr(0, rest.find_first_of(kLinkEnd));
        at += link.size();
        while (!link.empty() && kTrailing.find(link.back()) != std::string_view::npos)
            link.remove_suffix(1);
        auto known = comparableLink(link);
        if (link.size() > scheme && std::find(out.begin(), out.end(), known) == out.end())
            out.push_back(std::move(known));
    }
    return out;
}

std::vector<PostConflict> conflictsOf(const PlanItem &post, std::span<const PlanItem> others)
{
    std::vector<PostConflict> out;
    if (!post.wall)
        return out;
    for (const auto &other : others) {
        if (other.id == post.id || !other.wall || other.deletedAt)
            continue;
        const auto apart = std::chrono::duration_cast<std::chrono::minutes>(other.due - post.due);
        for (const auto &variant : post.variants) {
            const auto *theirs = variantOf(other, variant.account);
            if (theirs == nullptr || theirs->state == OutboundState::Cancelled)
                continue;
            if (std::chrono::abs(apart) < kTooClose)
                out.push_back({PostConflict::What::TooClose, other.id, variant.account, {}, apart});
            if (std::chrono::abs(apart) > kSameLinkWithin)
                continue;
            const auto links = linksIn(wordsOf(other, *theirs));
            for (auto &link : linksIn(wordsOf(post, variant)))
                if (std::find(links.begin(), links.end(), link) != links.end())
                    out.push_back({PostConflict::What::SameLink, other.id, variant.account, std::move(link), apart});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const PostConflict &a, const PostConflict &b) { return std::chrono::abs(a.apart) < std::chrono::abs(b.apart); });
    return out;
}

} // namespace vigie::plan
