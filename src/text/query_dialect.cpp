// SPDX-License-Identifier: GPL-3.0-or-later
// Whose language a query is written in, from the signs that only one of them knows.
#include <vigie/base/ascii.hpp>
#include <vigie/text/query_translate.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace vigie::text {

namespace {

using namespace std::string_view_literals;

constexpr std::array kNames{"vigie"sv, "brandwatch"sv, "talkwalker"sv, "meltwater"sv};

struct Sign {
    std::string_view text; ///< in small letters
    QueryDialect dialect;
};
constexpr std::array kSigns{
    Sign{"<<<", QueryDialect::Brandwatch},           Sign{"engagementtype:", QueryDialect::Brandwatch}, Sign{"authorfollowers:", QueryDialect::Brandwatch},
    Sign{"links:", QueryDialect::Brandwatch},        Sign{"pagetype:", QueryDialect::Brandwatch},       Sign{"at_mentions:", QueryDialect::Brandwatch},
    Sign{"hashtags:", QueryDialect::Brandwatch},     Sign{"authorgender:", QueryDialect::Brandwatch},   Sign{"authorverified:", QueryDialect::Brandwatch},
    Sign{"continent:", QueryDialect::Brandwatch},    Sign{"sourcecountry:", QueryDialect::Talkwalker},
    Sign{"sourcetype:", QueryDialect::Talkwalker},   Sign{"content:", QueryDialect::Talkwalker},        Sign{"engagement:", QueryDialect::Talkwalker},
    Sign{"tags_internal:", QueryDialect::Talkwalker}, Sign{" sentence ", QueryDialect::Talkwalker},     Sign{" ++", QueryDialect::Talkwalker},
    Sign{"ingress:", QueryDialect::Meltwater},       Sign{" near ", QueryDialect::Meltwater},           Sign{" onear ", QueryDialect::Meltwater},
    Sign{"headline:", QueryDialect::Meltwater},      Sign{"socialauthor:", QueryDialect::Meltwater}};

bool hasPattern(std::string_view lower, std::string_view head, auto accept)
{
    for (auto at = lower.find(head); at != std::string_view::npos; at = lower.find(head, at + 1)) {
        auto end = at + head.size();
        while (end < lower.size() && lower[end] >= '0' && lower[end] <= '9')
            ++end;
        if (end > at + head.size() && accept(end))
            return true;
    }
    return false;
}

} // namespace

const char *dialectName(QueryDialect dialect) noexcept
{
    return kNames[static_cast<std::size_t>(dialect)].data();
}

std::optional<QueryDialect> dialectFrom(std::string_view name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == lowerAscii(name))
            return static_cast<QueryDialect>(i);
    return std::nullopt;
}

QueryDialect recogniseDialect(std::string_view source)
{
    const auto lower = ' ' + lowerAscii(source);
    std::array<int, kNames.size()> votes{};
    for (const auto &sign : kSigns)
        if (lower.find(sign.text) != std::string::npos)
            ++votes[static_cast<std::size_t>(sign.dialect)];
    const bool forward = hasPattern(lower, "near/", [&](std::size_t end) { return end < lower.size() && lower[end] == 'f'; });
    if (forward || (lower.find('{') != std::string::npos && lower.find('}') != std::string::npos))
        ++votes[static_cast<std::size_t>(QueryDialect::Brandwatch)];
    const auto best = std::max_element(votes.begin(), votes.end());
    const bool ours = parseQuery(source).has_value();
    // "near" alone is a word here: it takes more than that to doubt what reads well.
    if (*best > 1 || (*best == 1 && !ours))
        return static_cast<QueryDialect>(best - votes.begin());
    if (ours)
        return *best == 1 && lower.find(" near ") == std::string::npos ? static_cast<QueryDialect>(best - votes.begin()) : QueryDialect::Vigie;
    return hasPattern(lower, "\"~", [](std::size_t) { return true; }) ? QueryDialect::Brandwatch : QueryDialect::Vigie;
}

} // namespace vigie::text
